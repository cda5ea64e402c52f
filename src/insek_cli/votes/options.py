"""What a question puts to the vote."""

from collections.abc import Mapping

from insek_cli.catalog import Catalog, WorkshopRecord
from insek_cli.models.measure import Measure
from insek_cli.models.votes import Ballot
from insek_cli.models.workshop import Exclusion, Question


def question_measures(
    catalog: Catalog, record: WorkshopRecord, question: Question
) -> tuple[str, ...]:
    """The ids a question offers: as frozen, else as named, else all of its field.

    Of a field these are the measures that carry a number and are not excluded from the workshop.
    """
    frozen = tuple(option.id for option in record.optionen if option.frage == question.id)
    if frozen or question.massnahmen:
        return frozen or question.massnahmen
    return tuple(
        measure.id
        for measure in catalog.measures
        if measure.handlungsfeld == question.handlungsfeld
        and measure.active
        and not any(excluded(measure, rule) for rule in record.workshop.ausgenommen)
    )


def excluded(measure: Measure, rule: Exclusion) -> bool:
    """Whether all keys that the exclusion gives match the measure."""
    location = measure.standort
    districts = location.ortsbezirk if location else ()
    tests = [
        measure.status in rule.status if rule.status else None,
        any(district in rule.ortsbezirk for district in districts) if rule.ortsbezirk else None,
        measure.id in rule.massnahmen if rule.massnahmen else None,
    ]
    given = [test for test in tests if test is not None]
    return bool(given) and all(given)


def earlier_ids(catalog: Catalog) -> dict[str, str]:
    """Today's id by earlier id, as `frueher` names them."""
    return {
        name: measure.id
        for measure in catalog.measures
        for name in measure.frueher
        if name.startswith("M-") and name not in catalog.measure
    }


def current(row: Ballot, today: Mapping[str, str]) -> Ballot:
    """The row with today's id of its measure."""
    id_ = today.get(row.massnahme or "")
    return row.model_copy(update={"massnahme": id_}) if id_ else row
