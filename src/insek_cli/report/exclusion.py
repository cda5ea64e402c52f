"""Which measures a workshop treats: neither inactive nor excluded by it."""

from collections.abc import Iterable

from insek_cli.models.measure import Measure
from insek_cli.models.workshop import Exclusion, Question, Workshop
from insek_cli.votes.options import excluded


def exclusion(workshop: Workshop, measure: Measure) -> Exclusion | None:
    """The rule by which the workshop leaves the measure out, the first that matches."""
    return next((rule for rule in workshop.ausgenommen if excluded(measure, rule)), None)


def treated(workshop: Workshop, measures: Iterable[Measure]) -> tuple[Measure, ...]:
    """The measures that the workshop treats, in the order given."""
    return tuple(m for m in measures if m.active and exclusion(workshop, m) is None)


def put_to_vote(
    workshop: Workshop, question: Question, measures: Iterable[Measure]
) -> tuple[Measure, ...]:
    """The measures among which a question lets choose, in the order given.

    Those it names; else all of its field; else all that the workshop treats.
    """
    return tuple(m for m in treated(workshop, measures) if _asked(question, m))


def _asked(question: Question, measure: Measure) -> bool:
    if question.massnahmen:
        return measure.id in question.massnahmen
    return question.handlungsfeld in (None, measure.handlungsfeld)
