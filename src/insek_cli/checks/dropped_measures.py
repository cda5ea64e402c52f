"""Measures that will not come: who still waits for them, and whether anybody says why."""

from collections.abc import Iterator, Mapping

from insek_cli.checks.context import Context
from insek_cli.findings import Issue
from insek_cli.models.labels import LABELS
from insek_cli.models.measure import Measure
from insek_cli.source.nodes import Path
from insek_cli.source.records import Record


def awaited_measures(context: Context) -> Iterator[Issue]:
    """What active measures wait for, or are merged into, although it will not come."""
    for record in context.loaded.measures:
        measure = record.model
        if measure.active:
            for index, id_ in enumerate(measure.abhaengig_von):
                yield from _fate(context, record, ("abhaengig_von", index), id_)
        if measure.zusammengefuehrt_in:
            goal = context.catalog.measure.get(measure.zusammengefuehrt_in)
            if goal and not goal.active and not goal.zusammengefuehrt_in:
                yield from _fate(context, record, ("zusammengefuehrt_in",), goal.id)


def _fate(context: Context, record: Record[Measure], path: Path, id_: str) -> Iterator[Issue]:
    other = context.catalog.measure.get(id_)
    if other is None or other.active:
        return
    end = _end(context.catalog.measure, other)
    if end is other or end is None:
        yield record.issue("INSEK433", path, id=id_, status=LABELS[other.status])
        return
    # Whoever would wait for itself, or for something given up, is not told to.
    useful = end.active and end.id not in (record.model.id, *record.model.abhaengig_von)
    variant = "merged" if useful else "merged_away"
    yield record.issue("INSEK433", path, variant=variant, id=id_, other=end.id)


def _end(measures: Mapping[str, Measure], measure: Measure) -> Measure | None:
    """What a measure has become after all mergers; None where they go round or lead nowhere."""
    seen = {measure.id}
    here: Measure | None = measure
    while here is not None and here.zusammengefuehrt_in:
        here = measures.get(here.zusammengefuehrt_in)
        if here is None or here.id in seen:
            return None
        seen.add(here.id)
    return here


def missing_reasons(context: Context) -> Iterator[Issue]:
    """Measures that are dropped or deferred, and nobody says why."""
    for record in context.loaded.measures:
        measure = record.model
        gone = not measure.active and measure.zusammengefuehrt_in is None
        if gone and measure.status_begruendung is None:
            yield record.issue("INSEK434", ("status",), status=LABELS[measure.status])


RULES = (
    awaited_measures,
    missing_reasons,
)
