"""Which measures and keys a department is asked for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from insek_cli.documents.sheet.department_book import Inquiry, render
from insek_cli.findings import InsekError
from insek_cli.findings.suggest import did_you_mean
from insek_cli.i18n import _
from insek_cli.models.key_paths import KeyPath, flattened
from insek_cli.models.measure import Measure
from insek_cli.models.record_kinds import REFERRED
from insek_cli.models.stages import Profile
from insek_cli.report.views import MeasureView, Report

KEPT = ("id", "frueher", "reihenfolge", "zusammengefuehrt_in", "bilder", "intern")
"""Keys that the planning office keeps to itself: ids, order, files, its own notes."""
LEADS, TAKES_PART = "Federführung", "beteiligt"


@dataclass(frozen=True)
class Wanted:
    """What to ask: keys (empty: all that a department may fill in), fields, and until when."""

    keys: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    due: date | None = None


def actors_asked(report: Report, wanted: Wanted) -> tuple[str, ...]:
    """The ids of all that lead a measure or take part in one, in the order of the register."""
    return tuple(actor for actor in report.catalog.actors if _views(report, actor, wanted))


def without_actor(report: Report) -> int:
    """How many measures name nobody who could be asked."""
    views = (*report.massnahmen, *report.anhang)
    return sum(not _named(view) for view in views)


def department_workbook(report: Report, actor: str, wanted: Wanted) -> bytes:
    """The workbook of an actor; raises InsekError when there is nothing to ask."""
    known = report.catalog.actors
    names = {id_: REFERRED["actor"].record_kind.called(each) for id_, each in known.items()}
    named = [id_ for id_, name in names.items() if name == actor]
    actor = named[0] if actor not in known and len(named) == 1 else actor
    if actor not in known:
        message = _("There is no actor {id}.").format(id=actor)
        hint = did_you_mean(actor, known)
        hint = hint or _("Known: {ids}").format(ids=", ".join(known))
        raise InsekError(message, hint, exit_code=2)
    views = tuple(_views(report, actor, wanted))
    if not views:
        message = _("No measure names {actor}.").format(actor=names[actor])
        hint = _("See who leads what with: insek list")
        raise InsekError(message, hint, exit_code=2)
    paths = _paths(report.profil, wanted.keys)
    return render(report, Inquiry(actor, names[actor], views, paths, wanted.due))


def _views(report: Report, actor: str, wanted: Wanted) -> Sequence[tuple[MeasureView, str]]:
    views = (*report.massnahmen, *report.anhang)
    found = []
    for view in views:
        if wanted.fields and not {*wanted.fields} & {*view.daten.fields}:
            continue
        about = view.daten.akteure
        if about and about.federfuehrung == actor:
            found.append((view, LEADS))
        elif about and actor in about.beteiligte:
            found.append((view, TAKES_PART))
    return found


def _named(view: MeasureView) -> bool:
    about = view.daten.akteure
    return bool(about and (about.federfuehrung or about.beteiligte))


def _paths(profile: Profile, names: Iterable[str]) -> tuple[KeyPath, ...]:
    """The keys that are asked, in the order of the model; a name stands for all below it."""
    paths = [p for p in flattened(Measure, profile) if p.keys[0].name not in KEPT]
    found = set()
    for name in names:
        own = [p for p in paths if p.dotted == name or p.dotted.startswith(f"{name}.")]
        if not own:
            known = [*dict.fromkeys(p.keys[0].name for p in paths), *(p.dotted for p in paths)]
            message = _("A department is not asked for “{key}”.").format(key=name)
            hint = did_you_mean(name, known) or _("Known: {ids}").format(ids=", ".join(known))
            raise InsekError(message, hint, exit_code=2)
        found.update(own)
    return tuple(path for path in paths if not found or path in found)
