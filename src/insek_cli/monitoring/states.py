"""The states of a measure over all days of reporting."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from insek_cli.models.monitoring import MeasureState, MonitoringReport
from insek_cli.models.types import Status, TrafficLight

LIGHTS: tuple[TrafficLight, ...] = ("im_plan", "verzoegert", "gefaehrdet", "ruht", "erledigt")
"""The lights in the order of every table."""
RUNNING: tuple[Status, ...] = ("beschlossen", "in_umsetzung")
"""Of such measures a report is expected to tell."""


@dataclass(frozen=True)
class DatedState:
    """What was reported of a measure for one day."""

    stichtag: date
    state: MeasureState

    @property
    def speaks(self) -> bool:
        """Whether it says in a word or a light how far the measure is."""
        return any((self.state.ampel, self.state.stand, self.state.begruendung))


@dataclass(frozen=True)
class DatedValue:
    """A measured value of an indicator, and the year it belongs to."""

    jahr: int
    wert: float


def histories(
    reports: Iterable[MonitoringReport], today: Mapping[str, str] = MappingProxyType({})
) -> Mapping[str, tuple[DatedState, ...]]:
    """The states of each measure by its id, the earliest first; of two in one report the first.

    `today` has the present ids of measures by those that they had earlier.
    """
    found: dict[str, dict[date, DatedState]] = defaultdict(dict)
    for report in sorted(reports, key=lambda each: each.stichtag):
        for state in report.massnahmen:
            dated = DatedState(report.stichtag, state)
            id_ = today.get(state.massnahme, state.massnahme)
            found[id_].setdefault(report.stichtag, dated)
    return {id_: tuple(states.values()) for id_, states in found.items()}


def newest(
    reports: Iterable[MonitoringReport], today: Mapping[str, str] = MappingProxyType({})
) -> Mapping[str, DatedState]:
    """The last state of each measure by its id, of those that say anything."""
    told = histories(reports, today)
    found = {id_: [each for each in states if each.speaks] for id_, states in told.items()}
    return {id_: states[-1] for id_, states in found.items() if states}


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


def months_between(earlier: date, later: date) -> int:
    """Whole months from one day to a later one; the last day of a month closes it."""
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    closed = later.day >= earlier.day or (later + timedelta(days=1)).month != later.month
    return months if closed else months - 1
