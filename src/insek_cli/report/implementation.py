"""The report narrowed to how far the measures are on one day: the Umsetzungsbericht."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain

from insek_cli.catalog import Catalog
from insek_cli.finance.planned import planned
from insek_cli.findings import InsekError
from insek_cli.i18n import _
from insek_cli.models.types import Status
from insek_cli.monitoring.states import (
    RUNNING,
    DatedState,
    histories,
    measured,
    months_between,
    spent,
)
from insek_cli.report.implementation_charts import implementation_charts
from insek_cli.report.implementation_views import (
    ChangeView,
    FieldProgress,
    Implementation,
    Progress,
    SilentView,
    YearView,
)
from insek_cli.report.indicator_view import IndicatorView
from insek_cli.report.numbered import Numbered
from insek_cli.report.occasion import Occasion
from insek_cli.report.views import Report
from insek_cli.wording.lights import Light
from insek_cli.wording.notation import day
from insek_cli.wording.record_names import record_names

TITLE = "Umsetzungsbericht"


def implementation_report(report: Report, occasion: Occasion) -> Report:
    """The report under the title of the Umsetzungsbericht, with what it prints.

    Raises InsekError (exit code 2) where no report was made, or none for that day.
    """
    found = implementation(report, occasion)
    concept = report.concept
    title = f"{concept.titel}: {found.titel}"
    return replace(
        report,
        concept=concept.model_copy(update={"titel": title, "untertitel": None}),
        umsetzung=found,
        diagramme=implementation_charts(found),
    )


def implementation(report: Report, occasion: Occasion) -> Implementation:
    """How far the measures of a report are."""
    catalog = report.catalog
    days = sorted({each.stichtag for each in catalog.monitoring})
    known = _day(days, occasion.tag)
    before = next((each for each in reversed(days) if each < known), None)
    title = next(each.titel for each in catalog.monitoring if each.stichtag == known) or TITLE
    teller = _Teller(catalog, known, occasion.nach_monaten, newest=known == days[-1])
    views = (*report.massnahmen, *report.anhang)
    fields = tuple(_fields(report, teller))
    states = tuple(chain.from_iterable(field.staende for field in fields))
    changes = tuple(teller.changes(states, before)) if before else ()
    return Implementation(
        stichtag=known,
        titel=title,
        konzept=report.concept.titel,
        davor=before,
        anlass=replace(occasion, tag=known),
        felder=fields,
        aenderungen=tuple(each for each in changes if not each.verstummt),
        verstummt=tuple(each for each in changes if each.verstummt),
        jahre=_years(
            _summed(teller.planned.get(view.daten.id, {}) for view in views),
            _summed(spent(teller.history(view)) for view in views),
        ),
        still=tuple(teller.silent(states)),
    )


def _day(days: Sequence[date], wanted: date | None) -> date:
    if not days:
        raise InsekError(
            _("No report on the measures is there: data/monitoring/ holds none."),
            _("Begin one, which lists the measures: insek new monitoring"),
            exit_code=2,
        )
    if wanted is None or wanted in days:
        return wanted or days[-1]
    raise InsekError(
        _("There is no report for {day}.").format(day=day(wanted)),
        _("Known: {ids}").format(ids=", ".join(each.isoformat() for each in days)),
        exit_code=2,
    )


def _fields(report: Report, teller: "_Teller") -> Iterator[FieldProgress]:
    """The measures with a number, then those without one of which there is news for the day."""
    for field in report.felder:
        rest = (view for view in report.anhang if view.feld.id == field.kopf.id)
        states = [teller.progress(view) for view in field.massnahmen]
        states += [state for view in rest if (state := teller.progress(view)).neu]
        if states:
            yield FieldProgress(field.kopf, tuple(states))


class _Teller:
    """Knows what was reported of each measure up to a day."""

    def __init__(self, catalog: Catalog, known: date, months: int, *, newest: bool) -> None:
        self.day, self.months, self.newest = known, months, newest
        told = (each for each in catalog.monitoring if each.stichtag <= known)
        self.histories = histories(told, catalog.earlier_ids)
        self.planned = planned(catalog.measures, catalog.programmes)
        self.names = record_names(catalog)

    def history(self, view: Numbered) -> tuple[DatedState, ...]:
        """What was reported of a measure up to the day."""
        return self.histories.get(view.daten.id, ())

    def progress(self, view: Numbered) -> Progress:
        """A measure on the day."""
        history = self.history(view)
        last = history[-1] if history else None
        reporter = last.state.gemeldet_von if last else None
        return Progress(
            massnahme=view,
            meldung=last.state if last else None,
            vom=last.stichtag if last else None,
            neu=bool(last and last.stichtag == self.day),
            licht=self.light(history, self.day),
            status=self.status(view, history),
            gemeldet_von=self.names.get(("actor", reporter), reporter) if reporter else "",
            indikatoren=tuple(_indicators(view, history)),
            jahre=_years(self.planned.get(view.daten.id, {}), spent(history)),
        )

    def light(self, history: Sequence[DatedState], on: date) -> Light:
        """The light of the last news up to a day; none of news that is too old."""
        told = [each for each in history if each.stichtag <= on]
        if not told or months_between(told[-1].stichtag, on) >= self.months:
            return None
        return told[-1].state.ampel

    def status(self, view: Numbered, history: Sequence[DatedState]) -> Status | None:
        """That of the report; on the newest day the measure itself knows where no report does."""
        if history and history[-1].stichtag == self.day and history[-1].state.status:
            return history[-1].state.status
        if self.newest:
            return view.daten.status
        return _last_status(history)

    def changes(self, states: Iterable[Progress], before: date) -> Iterator[ChangeView]:
        """What is different from the day before, measure by measure."""
        for state in states:
            history = self.history(state.massnahme)
            earlier = [each for each in history if each.stichtag <= before]
            then = earlier[-1].state.ampel if earlier else None
            change = ChangeView(
                state,
                (then, state.licht),
                (_last_status(earlier), state.status),
                neu=state.neu and not earlier,
                verstummt=bool(earlier and earlier[-1].stichtag == before and not state.neu),
            )
            moved = change.licht_anders or change.status[0] != change.status[1]
            if change.verstummt or change.neu or (state.neu and moved):
                yield change

    def silent(self, states: Iterable[Progress]) -> Iterator[SilentView]:
        """Measures that are under way, or were reported once, and of which nothing new is said."""
        for state in states:
            ended = state.status == "umgesetzt" or not state.massnahme.daten.active
            expected = state.status in RUNNING or state.vom is not None
            old = state.vom is None or months_between(state.vom, self.day) >= self.months
            if expected and old and not ended:
                yield SilentView(state.massnahme, state.statuswort, state.vom)


def _last_status(history: Iterable[DatedState]) -> Status | None:
    known = [each.state.status for each in history if each.state.status]
    return known[-1] if known else None


def _indicators(view: Numbered, history: Sequence[DatedState]) -> Iterator[IndicatorView]:
    """The indicators of the measure, then values that belong to none of them."""
    watch = view.daten.monitoring
    own = watch.indikatoren if watch else ()
    for each in own:
        yield IndicatorView(
            each.name,
            each.einheit or "",
            each.ausgangswert,
            each.zielwert,
            each.jahr,
            measured(history, each.name),
        )
    known = {each.name for each in own}
    told = (value.indikator for dated in history for value in dated.state.indikatoren)
    for name in dict.fromkeys(name for name in told if name not in known):
        yield IndicatorView(name, "", None, None, None, measured(history, name))


def _summed(parts: Iterable[Mapping[int, int]]) -> Mapping[int, int]:
    found: dict[int, int] = {}
    for years in parts:
        for year, amount in years.items():
            found[year] = found.get(year, 0) + amount
    return found


def _years(plan: Mapping[int, int], real: Mapping[int, int]) -> tuple[YearView, ...]:
    return tuple(YearView(year, plan.get(year), real.get(year)) for year in sorted({*plan, *real}))
