"""What a workshop treats and its questions put to the vote: the one place that says so.

The kit prints it, an import expects it, checks, counts, slides and the report go by it.
"""

from collections.abc import Iterable

from insek_cli.catalog import Catalog, WorkshopRecord
from insek_cli.models.measure import Measure
from insek_cli.models.workshop import Exclusion, Question, Workshop


def offered_measures(
    catalog: Catalog, record: WorkshopRecord, question: Question
) -> tuple[str, ...]:
    """The ids a question offers: as the kit froze them when it printed, else those of today."""
    printed = _printed(record, question)
    return printed or tuple(m.id for m in votable_measures(catalog, record.workshop, question))


def _printed(record: WorkshopRecord, question: Question) -> tuple[str, ...]:
    frozen = (option.id for option in record.optionen if option.frage == question.id)
    return tuple(dict.fromkeys(frozen))


def votable_measures(
    catalog: Catalog, workshop: Workshop, question: Question
) -> tuple[Measure, ...]:
    """The measures among which a question lets choose today, in the order of their numbers.

    Those it names; else all of its field; else all. What the workshop does not treat is in none.
    """
    return tuple(m for m in treated_measures(catalog, workshop) if is_asked_about(question, m))


def treated_measures(catalog: Catalog, workshop: Workshop) -> tuple[Measure, ...]:
    """The measures that the workshop treats, in the order of their numbers."""
    rules = workshop.ausgenommen
    return tuple(m for m in catalog.in_order if m.active and not _left_out(m, rules))


def is_asked_about(question: Question, measure: Measure) -> bool:
    """Whether a question is about a measure, be it treated or not."""
    if question.massnahmen:
        return measure.id in question.massnahmen
    return question.handlungsfeld in (None, measure.handlungsfeld)


def dropped_since(catalog: Catalog, record: WorkshopRecord, question: Question) -> frozenset[str]:
    """Measures that nothing but their status keeps from the vote: a status changes after the
    day, and the votes that were cast before it stay. None where it is known what was printed."""
    if _printed(record, question):
        return frozenset()
    lasting = [rule for rule in record.workshop.ausgenommen if not rule.status]
    now = offered_measures(catalog, record, question)
    return frozenset(
        m.id
        for m in catalog.measures
        if is_asked_about(question, m) and m.id not in now and not _left_out(m, lasting)
    )


def _left_out(measure: Measure, rules: Iterable[Exclusion]) -> bool:
    return any(is_excluded(measure, rule) for rule in rules)


def is_excluded(measure: Measure, rule: Exclusion) -> bool:
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
