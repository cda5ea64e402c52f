"""Measures of which little is known: a few lines each, several on a page."""

from insek_cli.models.measure import Measure

LONGEST = 1200
"""Characters of a description that still reads as one paragraph beside its heading."""


def is_sparse(measure: Measure) -> bool:
    """Whether a page of its own would stay nearly empty.

    Without a description fewer than three of steps, indicators, amounts and partners are known,
    with one fewer than two. A Leuchtturm keeps its page, and so does what has pictures or
    sections of its own.
    """
    if measure.leuchtturm or measure.bilder or measure.weitere_abschnitte:
        return False
    costs, watch, actors = measure.kosten, measure.monitoring, measure.akteure
    known = sum(
        (
            bool(measure.prozess),
            bool(watch and watch.indikatoren),
            bool(costs and any(item.von or item.bis for item in costs.positionen)),
            bool(actors and actors.beteiligte),
        )
    )
    if measure.beschreibung is None:
        return known < 3
    return known < 2 and len(measure.beschreibung) <= LONGEST
