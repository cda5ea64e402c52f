"""What was reported on a day: against the measures, against itself, and against the day before."""

from collections.abc import Iterator
from itertools import pairwise

from insek_cli.checks.context import Context
from insek_cli.findings import Issue
from insek_cli.findings.suggest import did_you_mean
from insek_cli.models.labels import LABELS
from insek_cli.models.measure import Measure
from insek_cli.models.monitoring import MeasureState, MonitoringReport
from insek_cli.models.types import Status, TrafficLight
from insek_cli.monitoring.states import RUNNING
from insek_cli.source.nodes import Path
from insek_cli.source.records import Record
from insek_cli.wording.notation import day

TROUBLED: tuple[TrafficLight, ...] = ("verzoegert", "gefaehrdet", "ruht")
"""Lights that need a reason, and that nothing carried out can have."""
WAY: tuple[Status, ...] = ("vorschlag", "abgestimmt", "beschlossen", "in_umsetzung", "umgesetzt")
"""The way of a measure; who goes back on it says why."""
Report = Record[MonitoringReport]


def doubtful_states(context: Context) -> Iterator[Issue]:
    """Each state against its measure, its day and itself."""
    for record in context.loaded.monitoring:
        first: dict[str, int] = {}
        for index, state in enumerate(record.model.massnahmen):
            path: Path = ("massnahmen", index)
            id_ = context.catalog.earlier_ids.get(state.massnahme, state.massnahme)
            if first.setdefault(id_, index) != index:
                yield record.issue("INSEK451", (*path, "massnahme"), id=id_)
            yield from _light(record, path, state)
            yield from _years(record, path, state)
            if measure := context.catalog.measure.get(id_):
                yield from _indicators(record, path, state, measure)


def _light(record: Report, path: Path, state: MeasureState) -> Iterator[Issue]:
    light, done = state.ampel, state.status == "umgesetzt"
    if light is None:
        return
    if state.status and ((light in TROUBLED and done) or (light == "erledigt" and not done)):
        details = {"light": LABELS[light], "status": LABELS[state.status]}
        yield record.issue("INSEK453", (*path, "ampel"), **details)
    if light in TROUBLED and state.begruendung is None:
        yield record.issue("INSEK454", (*path, "ampel"), light=LABELS[light])


def _years(record: Report, path: Path, state: MeasureState) -> Iterator[Issue]:
    last = record.model.stichtag
    found = [
        *((("indikatoren", i), value.jahr) for i, value in enumerate(state.indikatoren)),
        *((("ausgaben", i), item.jahr) for i, item in enumerate(state.ausgaben)),
    ]
    for place, year in found:
        if year is not None and year > last.year:
            details = {"year": str(year), "day": day(last)}
            yield record.issue("INSEK455", (*path, *place, "jahr"), **details)


def _indicators(
    record: Report, path: Path, state: MeasureState, measure: Measure
) -> Iterator[Issue]:
    known = [each.name for each in (measure.monitoring.indikatoren if measure.monitoring else ())]
    for index, value in enumerate(state.indikatoren):
        if value.indikator not in known:
            details = {"name": value.indikator, "id": measure.id}
            hint = did_you_mean(value.indikator, known)
            place = (*path, "indikatoren", index, "indikator")
            yield record.issue("INSEK452", place, hint=hint, **details)


def steps_back(context: Context) -> Iterator[Issue]:
    """A status behind that of the report before, without a reason."""
    reports = sorted(context.loaded.monitoring, key=lambda record: record.model.stichtag)
    for before, after in pairwise(reports):
        known = {state.massnahme: state.status for state in reversed(before.model.massnahmen)}
        for index, state in enumerate(after.model.massnahmen):
            old, new = known.get(state.massnahme), state.status
            if old not in WAY or new not in WAY or state.begruendung is not None:
                continue
            if WAY.index(new) < WAY.index(old):
                details = {"old": LABELS[old], "new": LABELS[new]}
                details["day"] = day(before.model.stichtag)
                yield after.issue("INSEK456", ("massnahmen", index, "status"), **details)


def outdated_measures(context: Context) -> Iterator[Issue]:
    """Measures against the newest report: another status, or no news at all."""
    reports = sorted(context.loaded.monitoring, key=lambda record: record.model.stichtag)
    if not reports or context.broken:
        return
    newest = reports[-1]
    today = context.catalog.earlier_ids
    states = reversed(newest.model.massnahmen)
    told = {today.get(each.massnahme, each.massnahme): each for each in states}
    for record in context.loaded.measures:
        state = told.get(record.model.id)
        if state and state.status and state.status != record.model.status:
            details = {"day": day(newest.model.stichtag), "file": str(newest.path)}
            details |= {"status": LABELS[record.model.status], "reported": LABELS[state.status]}
            yield record.issue("INSEK457", ("status",), **details)
    silent = [
        record.model.id for record in context.loaded.measures
        if record.model.status in RUNNING and record.model.active and record.model.id not in told
    ]  # fmt: skip
    if silent:
        yield newest.issue("INSEK458", ("massnahmen",), ids=", ".join(silent))


RULES = (doubtful_states, steps_back, outdated_measures)
