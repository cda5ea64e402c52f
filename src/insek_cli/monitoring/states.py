"""The states of a measure over all days of reporting."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from insek_cli.models.monitoring import MeasureState, MonitoringReport


@dataclass(frozen=True)
class DatedState:
    """What was reported of a measure for one day."""

    stichtag: date
    state: MeasureState


@dataclass(frozen=True)
class DatedValue:
    """A measured value of an indicator, and the year it belongs to."""

    jahr: int
    wert: float


def histories(reports: Iterable[MonitoringReport]) -> Mapping[str, tuple[DatedState, ...]]:
    """The states of each measure by its id, the earliest first; of two in one report the first."""
    found: dict[str, dict[date, DatedState]] = defaultdict(dict)
    for report in sorted(reports, key=lambda each: each.stichtag):
        for state in report.massnahmen:
            dated = DatedState(report.stichtag, state)
            found[state.massnahme].setdefault(report.stichtag, dated)
    return {id_: tuple(states.values()) for id_, states in found.items()}


def measured(history: Iterable[DatedState], indicator: str) -> tuple[DatedValue, ...]:
    """The values of an indicator by year; what a later report says of a year corrects it."""
    years: dict[int, float] = {}
    for dated in history:
        for value in dated.state.indikatoren:
            if value.indikator == indicator:
                years[value.jahr or dated.stichtag.year] = value.wert
    return tuple(DatedValue(year, years[year]) for year in sorted(years))


def spent(history: Iterable[DatedState]) -> Mapping[int, int]:
    """Euro by year; what a later report says of a year replaces what an earlier one said."""
    years: dict[int, int] = {}
    for dated in history:
        own: dict[int, int] = defaultdict(int)
        for item in dated.state.ausgaben:
            own[item.jahr] += item.betrag
        years.update(own)
    return dict(sorted(years.items()))
