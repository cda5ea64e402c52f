"""When the measures are carried out: the chapter with the timeline of all of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from insek_cli.models.concept import Concept, HorizonYears
from insek_cli.models.labels import LABELS
from insek_cli.models.measure_parts import Step
from insek_cli.models.types import Horizon
from insek_cli.report.numbered import Numbered, named
from insek_cli.schedule.chains import critical_chain
from insek_cli.schedule.spans import (
    HORIZONS,
    Span,
    dated,
    horizon_years,
    is_milestone,
    planned,
    step_span,
    year_span,
)
from insek_cli.wording.notation import counted, span
from insek_cli.wording.phrases import horizons, step
from insek_cli.wording.text import Run

BEFORE, AFTER = 10, 30
"""Years around the date of the concept that are drawn; what lies beyond ends in an arrow."""
AIR = 2
"""Years that a horizon without an end is drawn at least."""


@dataclass(frozen=True)
class Axis:
    """The years drawn: from the first day of `von` to the first day of `bis`.

    Where nothing has a year the axis has none: the horizons are columns of equal width.
    """

    von: int
    bis: int
    horizonte: tuple[HorizonYears, ...]

    @property
    def jahre(self) -> int:
        """How many years are drawn."""
        return self.bis - self.von

    def place(self, day: date, *, last: bool = False) -> float:
        """Where a day begins, or ends, along the axis: from 0 to 1 within it."""
        length = date(day.year + 1, 1, 1).toordinal() - date(day.year, 1, 1).toordinal()
        passed = day.toordinal() - date(day.year, 1, 1).toordinal() + int(last)
        return round((day.year + passed / length - self.von) / self.jahre, 5)

    def stretch(self, found: Span) -> dict[str, object]:
        """A period along the axis; `links`, `rechts`: it goes on beyond what is drawn."""
        begin = self.place(found.first) if found.first else 0.0
        end = self.place(found.last, last=True) if found.last else 1.0
        return {
            "von": min(max(begin, 0.0), 1.0),
            "bis": min(max(end, 0.0), 1.0),
            "links": found.first is None or begin < 0,
            "rechts": found.last is None or end > 1,
        }

    def bands(self) -> list[dict[str, object]]:
        """The horizons along the axis."""
        if not self.jahre:
            return [
                {"von": _third(i), "bis": _third(i + 1), "name": LABELS[name]}
                for i, name in enumerate(HORIZONS)
            ]
        spans = ((each, year_span(each.von, each.bis)) for each in self.horizonte)
        return [
            {**self.stretch(years), "name": LABELS[each.horizont]} for each, years in spans if years
        ]

    def horizon(self, chosen: Sequence[Horizon]) -> dict[str, object] | None:
        """The horizons of a measure along the axis; None where they have no place on it."""
        if not chosen:
            return None
        if not self.jahre:
            places = [HORIZONS.index(name) for name in chosen]
            ends = {"von": _third(min(places)), "bis": _third(max(places) + 1)}
            return {**ends, "links": False, "rechts": False}
        found = horizon_years(chosen, self.horizonte)
        years = year_span(*found) if found else None
        return self.stretch(years) if years else None


def _third(place: int) -> float:
    return round(place / len(HORIZONS), 5)


@dataclass(frozen=True)
class TimeRow:
    """A measure with its period and its steps, in words and as they are drawn."""

    massnahme: Numbered
    zeitraum: str
    nach: tuple[Run, ...]
    """The measures it depends on, by their numbers."""
    schritte: str
    daten: dict[str, object]


@dataclass(frozen=True)
class TimePlan:
    """The chapter. `offen` are the measures of which no time is known."""

    achse: Axis
    stand: date
    zeilen: tuple[TimeRow, ...]
    offen: tuple[Run, ...]
    kette: tuple[tuple[Run, str], ...] = ()
    """The measures that wait for each other and end last, the first one first, with their ends."""

    @property
    def nicht_datiert(self) -> str:
        """How many measures have no time."""
        return counted(len(self.offen), "Maßnahme", "Maßnahmen")

    @property
    def daten(self) -> dict[str, object]:
        """What is drawn: places along the axis from 0 to 1, one row for each of the table."""
        years = range(self.achse.von, self.achse.bis)
        if not self.zeilen:
            return {}
        return {
            "jahre": [
                {"x": round((y - self.achse.von) / len(years), 5), "text": str(y)} for y in years
            ],
            "horizonte": self.achse.bands(),
            "heute": self.achse.place(self.stand) if years else None,
            "zeilen": [row.daten for row in self.zeilen],
        }


def time_plan(measures: Sequence[Numbered], concept: Concept) -> TimePlan:
    """The timeline of measures, which are in the order of their numbers."""
    known = [view for view in measures if dated(view.daten)]
    axis = _axis(known, concept)
    views = {view.daten.id: view for view in measures}
    return TimePlan(
        achse=axis,
        stand=concept.stand,
        zeilen=tuple(_row(view, axis, views) for view in known),
        kette=tuple(_chain(measures)),
        offen=named([view for view in measures if not dated(view.daten)]),
    )


def _chain(measures: Sequence[Numbered]) -> Iterator[tuple[Run, str]]:
    views = {view.daten.id: view for view in measures}
    for measure in critical_chain(view.daten for view in measures):
        period = measure.zeitraum
        yield views[measure.id].verweis_kurz, f"bis {period.ende}" if period and period.ende else ""


def _axis(measures: Iterable[Numbered], concept: Concept) -> Axis:
    days = [
        day
        for view in measures
        for found in (planned(view.daten), *map(step_span, view.daten.prozess))
        if found
        for day in found.days
    ]
    horizons = tuple(each for each in concept.zeithorizonte if each.von or each.bis)
    if not days and not horizons:
        return Axis(0, 0, ())
    today = concept.stand.year
    first = min([day.year for day in days] or [today], default=today)
    last = max([day.year for day in days] or [today], default=today)
    ends = [each.bis or (each.von or today) + AIR - 1 for each in horizons]
    begins = [each.von for each in horizons if each.von]
    first = max(min([first, today, *begins]), today - BEFORE)
    last = min(max([last, today, *ends]), today + AFTER)
    return Axis(first, last + 1, horizons)


def _row(view: Numbered, axis: Axis, known: Mapping[str, Numbered]) -> TimeRow:
    measure = view.daten
    period = measure.zeitraum
    found = planned(measure)
    chosen = period.horizont if period else ()
    dates = span(period.beginn, period.ende) if period else ""
    bar = axis.stretch(found) if found and axis.jahre else axis.horizon(chosen)
    return TimeRow(
        massnahme=view,
        zeitraum=dates or horizons(chosen),
        nach=tuple(
            Run(known[id_].nummer or id_, f"#{known[id_].anker}")
            for id_ in measure.abhaengig_von
            if id_ in known
        ),
        schritte=_steps_in_words(measure.prozess),
        daten={
            "feld": view.feld.id,
            "balken": bar,
            "horizont": found is None,
            "wort": "" if bar or not chosen else horizons(chosen),
            "marken": [*_marks(measure.prozess, axis)],
        },
    )


def _marks(steps: Iterable[Step], axis: Axis) -> Iterator[dict[str, object]]:
    for each in steps if axis.jahre else ():
        if found := step_span(each):
            yield {
                **axis.stretch(found),
                "erledigt": bool(each.erledigt),
                "punkt": is_milestone(each),
                "name": each.schritt,
            }


def _steps_in_words(steps: Sequence[Step]) -> str:
    """3 Schritte, 1 erledigt; Meilensteine: Eröffnung (01.05.2029)."""
    if not steps:
        return ""
    done = sum(bool(each.erledigt) for each in steps)
    told = counted(len(steps), "Schritt", "Schritte") + (f", {done} erledigt" if done else "")
    moments = [step(each) for each in steps if is_milestone(each)]
    word = "Meilenstein" if len(moments) == 1 else "Meilensteine"
    return f"{told}; {word}: {'; '.join(moments)}" if moments else told
