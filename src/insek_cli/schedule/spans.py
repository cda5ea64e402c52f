"""Periods as days, open ends included; which step is a milestone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from insek_cli.models.concept import HorizonYears
from insek_cli.models.measure import Measure
from insek_cli.models.measure_parts import Step
from insek_cli.models.types import Horizon, Zeitpunkt

MONTH = 31
"""Days: what takes no longer than a month is a moment in a plan of years."""
HORIZONS: tuple[Horizon, ...] = ("kurzfristig", "mittelfristig", "langfristig")


@dataclass(frozen=True)
class Span:
    """From the first to the last day; None where the end is open. One of them is known."""

    first: date | None
    last: date | None

    @property
    def days(self) -> tuple[date, ...]:
        """The days that are known."""
        return tuple(day for day in (self.first, self.last) if day)


def span(begin: Zeitpunkt | None, end: Zeitpunkt | None) -> Span | None:
    """The days from one moment to another; None where neither is known."""
    if begin is None and end is None:
        return None
    return Span(begin.first_day() if begin else None, end.last_day() if end else None)


def year_span(first: int | None, last: int | None) -> Span | None:
    """The days of years; None where neither is known."""
    if first is None and last is None:
        return None
    return Span(date(first, 1, 1) if first else None, date(last, 12, 31) if last else None)


def planned(measure: Measure) -> Span | None:
    """When a measure is carried out, as its `zeitraum` says; None where that names no dates."""
    period = measure.zeitraum
    return span(period.beginn, period.ende) if period else None


def step_span(step: Step) -> Span | None:
    """When a step is taken. Of a milestone one moment is known, which is its begin and its end."""
    if not is_milestone(step):
        return span(step.beginn, step.ende)
    moment = step.beginn or step.ende
    return span(moment, step.ende or moment)


def is_milestone(step: Step) -> bool:
    """Whether a step is a moment: a day, a month it ends in, or a begin and an end within a month.

    Of a step that begins in a month, names no end and is not done nobody knows how long it takes.
    """
    if step.beginn and step.ende:
        return 0 <= (step.ende.last_day() - step.beginn.first_day()).days < MONTH
    moment = step.beginn or step.ende
    if moment is None or moment.month is None:
        return False
    return bool(moment.day or step.ende or step.erledigt)


def dated(measure: Measure) -> bool:
    """Whether anything is known about when a measure is carried out."""
    period = measure.zeitraum
    return bool(
        planned(measure) or (period and period.horizont) or any(map(step_span, measure.prozess))
    )


def horizon_years(
    chosen: Iterable[Horizon], meaning: Iterable[HorizonYears]
) -> tuple[int | None, int | None] | None:
    """First and last year of the horizons, as the concept gives them; None where it gives none.

    A horizon without a last year has no end, one without a first year no begin.
    """
    known = {each.horizont: each for each in meaning if each.von or each.bis}
    found = [known[name] for name in chosen if name in known]
    if not found:
        return None
    begins, ends = [each.von for each in found], [each.bis for each in found]
    first = None if None in begins else min(filter(None, begins))
    last = None if None in ends else max(filter(None, ends))
    return first, last
