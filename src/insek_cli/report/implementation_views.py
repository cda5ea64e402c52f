"""What templates, sheets and slides see of how far the measures are: the Umsetzungsbericht."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import get_args

from insek_cli.models.monitoring import MeasureState
from insek_cli.models.types import Status
from insek_cli.report.indicator_view import IndicatorView
from insek_cli.report.numbered import Numbered, named
from insek_cli.report.occasion import Occasion
from insek_cli.wording.field_head import FieldHead
from insek_cli.wording.lights import ALL_LIGHTS, NOTHING, Light, light_word, status_word
from insek_cli.wording.notation import counted, day, euro, number
from insek_cli.wording.text import Run


@dataclass(frozen=True)
class YearView:
    """What was planned for a year and what was spent in it, in whole Euro; None: nothing known."""

    jahr: int
    geplant: int | None
    ausgegeben: int | None

    @property
    def plan(self) -> str:
        """The planned amount."""
        return NOTHING if self.geplant is None else euro(self.geplant)

    @property
    def ausgabe(self) -> str:
        """The amount spent."""
        return NOTHING if self.ausgegeben is None else euro(self.ausgegeben)


def _added(amounts: Iterable[int | None]) -> int | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known else None


@dataclass(frozen=True)
class Progress:
    """A measure on the day of the report.

    `meldung` is the last news up to that day, of the day `vom`; `neu` says it is of that very day.
    `licht` is that of news that is not too old to count.
    """

    massnahme: Numbered
    meldung: MeasureState | None
    vom: date | None
    neu: bool
    licht: Light
    status: Status | None
    gemeldet_von: str
    indikatoren: tuple[IndicatorView, ...]
    jahre: tuple[YearView, ...]

    @property
    def statuswort(self) -> str:
        """The status in a word."""
        return status_word(self.status)

    @property
    def lichtwort(self) -> str:
        """The light in a word."""
        return light_word(self.licht)

    @property
    def ausgaben(self) -> str:
        """What was spent by year, with what was planned: 2025: 68.000 € (geplant 70.000 €)."""
        spent = [each for each in self.jahre if each.ausgegeben is not None]
        return ", ".join(
            f"{each.jahr}: {each.ausgabe}"
            + (f" (geplant {each.plan})" if each.geplant is not None else "")
            for each in spent
        )


@dataclass(frozen=True)
class ChangeView:
    """What is different since the report before: light and status, each before and after.

    `neu`: it was never reported before. `verstummt`: it was reported then, and is not now.
    """

    stand: Progress
    licht: tuple[Light, Light]
    status: tuple[Status | None, Status | None]
    neu: bool = False
    verstummt: bool = False

    @property
    def licht_anders(self) -> bool:
        """Whether the light is another."""
        return self.licht[0] != self.licht[1]

    @property
    def statuswechsel(self) -> str:
        """abgestimmt → beschlossen; the status alone where it is the same."""
        words = [status_word(each) for each in self.status]
        return words[1] if words[0] == words[1] else " → ".join(words)


@dataclass(frozen=True)
class FieldProgress:
    """A field with its measures, those at the end that carry no number any more."""

    kopf: FieldHead
    staende: tuple[Progress, ...]

    def mit_licht(self, light: Light) -> int:
        """How many measures have a light."""
        return sum(each.licht == light for each in self.staende)

    def mit_status(self, status: Status | None) -> int:
        """How many measures have a status."""
        return sum(each.status == status for each in self.staende)

    @property
    def nie_gemeldet(self) -> tuple[Progress, ...]:
        """The measures of which nothing was reported yet."""
        return tuple(each for each in self.staende if each.vom is None)


@dataclass(frozen=True)
class SilentView:
    """A measure without news, and the day of the last."""

    massnahme: Numbered
    status: str
    zuletzt: date | None


@dataclass(frozen=True)
class Implementation:
    """How far the measures are on one day."""

    stichtag: date
    titel: str
    konzept: str
    davor: date | None
    """The day of the report before; None for the first."""
    anlass: Occasion
    felder: tuple[FieldProgress, ...]
    aenderungen: tuple[ChangeView, ...]
    verstummt: tuple[ChangeView, ...]
    jahre: tuple[YearView, ...]
    still: tuple[SilentView, ...]

    @property
    def staende(self) -> tuple[Progress, ...]:
        """All measures, field by field."""
        return tuple(each for field in self.felder for each in field.staende)

    @property
    def gemeldet(self) -> tuple[Progress, ...]:
        """The measures that were reported for the day."""
        return tuple(each for each in self.staende if each.neu)

    @property
    def verstummte(self) -> tuple[Run, ...]:
        """The measures of which there is no news this time: by title where they are few."""
        return named([each.stand.massnahme for each in self.verstummt])

    @property
    def lichter(self) -> tuple[tuple[Light, int], ...]:
        """The lights there are, with how many measures have each."""
        count = Counter(each.licht for each in self.staende)
        return tuple((light, count[light]) for light in ALL_LIGHTS if count[light])

    @property
    def stati(self) -> tuple[tuple[Status | None, int], ...]:
        """The statuses there are, in their order, with how many measures have each."""
        count = Counter(each.status for each in self.staende)
        return tuple((s, count[s]) for s in (*get_args(Status), None) if count[s])

    @property
    def summe(self) -> YearView | None:
        """All years together; None where nothing is known of money."""
        if not self.jahre:
            return None
        plan, real = ([getattr(y, name) for y in self.jahre] for name in ("geplant", "ausgegeben"))
        return YearView(self.jahre[-1].jahr, _added(plan), _added(real))

    @property
    def misst(self) -> bool:
        """Whether a measure that was reported has an indicator."""
        return any(each.indikatoren for each in self.staende if each.vom)

    @property
    def fazit(self) -> str:
        """How many measures were reported for the day, in a sentence; and what was spent so far."""
        known, every = len(self.gemeldet), len(self.staende)
        whole = counted(every, "Maßnahme", "Maßnahmen")
        verb = "ist" if known == 1 else "sind"
        said = f"Zum {day(self.stichtag)} {verb} {number(known)} von {whole} gemeldet."
        money = self.summe.ausgegeben if self.summe else None
        return said if money is None else f"{said} Ausgegeben sind bisher {euro(money)}."

    @property
    def monate(self) -> str:
        """Since when news is old: (seit) 12 Monaten."""
        return counted(self.anlass.nach_monaten, "Monat", "Monaten")

    @property
    def monatszahl(self) -> str:
        """After how long news is old: 12 Monate."""
        return counted(self.anlass.nach_monaten, "Monat", "Monate")
