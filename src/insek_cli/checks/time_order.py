"""What cannot be in time: before what it depends on, after its end, outside its horizon."""

from collections.abc import Iterator

from insek_cli.checks.context import Context
from insek_cli.findings import Issue
from insek_cli.models.measure import Measure
from insek_cli.models.measure_parts import Period
from insek_cli.schedule.spans import Span, horizon_years, planned, step_span, year_span
from insek_cli.source.records import Record
from insek_cli.wording.phrases import horizons


def impossible_times(context: Context) -> Iterator[Issue]:
    """Measures and steps against prerequisites, period and horizon; what is open contradicts none.

    A year or a month leaves room: a finding needs that no day of it would do.
    """
    for record in context.loaded.measures:
        if record.model.active:
            yield from _before_prerequisites(record, context)
            yield from _after_the_end(record)
            yield from _outside_the_horizon(record, context)


def _before_prerequisites(record: Record[Measure], context: Context) -> Iterator[Issue]:
    period, known = record.model.zeitraum, context.catalog.measure
    if period is None or period.beginn is None:
        return
    for needed in record.model.abhaengig_von:
        other = known.get(needed)
        first = planned(other) if other and other.active else None
        if first and first.first and period.beginn.last_day() < first.first:
            begin = other.zeitraum.beginn if other and other.zeitraum else None
            details = {"begin": str(period.beginn), "other": needed, "first": str(begin)}
            yield record.issue("INSEK461", ("zeitraum", "beginn"), **details)


def _after_the_end(record: Record[Measure]) -> Iterator[Issue]:
    period = record.model.zeitraum
    if period is None or period.ende is None:
        return
    last = period.ende.last_day()
    for index, step in enumerate(record.model.prozess):
        found = step_span(step)
        if found and found.first and step.beginn and found.first > last:
            details = {"step": step.schritt, "begin": str(step.beginn), "end": str(period.ende)}
            yield record.issue("INSEK462", ("prozess", index, "beginn"), **details)


def _outside_the_horizon(record: Record[Measure], context: Context) -> Iterator[Issue]:
    period = record.model.zeitraum
    found = planned(record.model)
    if period is None or found is None or not period.horizont:
        return
    years = horizon_years(period.horizont, context.catalog.concept.zeithorizonte)
    meant = year_span(*years) if years else None
    if meant and not _meet(found, meant):
        key = "beginn" if period.beginn else "ende"
        details = {
            "horizon": horizons(period.horizont),
            "years": _told(years),
            "period": str(_moment(period)),
        }
        yield record.issue("INSEK463", ("zeitraum", key), **details)


def _moment(period: Period) -> object:
    return period.beginn or period.ende


def _told(years: tuple[int | None, int | None] | None) -> str:
    first, last = years or (None, None)
    return f"{first or '…'} – {last or '…'}"


def _meet(one: Span, other: Span) -> bool:
    """Whether two periods can share a day; an open end reaches as far as it needs."""
    late = one.first and other.last and one.first > other.last
    early = one.last and other.first and one.last < other.first
    return not (late or early)


RULES = (impossible_times,)
