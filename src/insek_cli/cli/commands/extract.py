"""`insek extract`: a workbook for each department, to fill in and send back."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from insek_cli.cli import completion
from insek_cli.cli.console import say, say_status
from insek_cli.cli.framework import command
from insek_cli.cli.project_options import (
    ProjectOption,
    given_day,
    one_of,
    project_root,
    split_values,
)
from insek_cli.findings import InsekError
from insek_cli.i18n import _, ngettext

if TYPE_CHECKING:
    from insek_cli.exchange.department_extract import Wanted
    from insek_cli.report.views import Report

EXAMPLES = _(
    "  insek extract --actor ref-61 --due 2026-03-01       one department\n"
    "  insek extract --actor ref-61 --keys kosten,zeitraum only these keys\n"
    "  insek extract --each --field HF2                    all who have a part in a field"
)
FOLDER = "aemterrunde"
ActorsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--actor",
        metavar="ref-61,…",
        help=_("For whom: an id of registers/actors.yaml."),
        autocompletion=completion.complete_actors(),
    ),
]
EachOption = Annotated[
    bool, typer.Option("--each", help=_("For everybody who leads a measure or takes part in one."))
]
FieldsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--field",
        metavar="HF2,…",
        help=_("Only measures of these fields of action."),
        autocompletion=completion.complete_fields(),
    ),
]
KeysOption = Annotated[
    list[str] | None,
    typer.Option("--keys", metavar="kosten,…", help=_("Ask only for these keys.")),
]
DueOption = Annotated[
    str | None,
    typer.Option("--due", metavar="2026-03-01", help=_("When it is to be back; it is printed.")),
]
ProfileOption = Annotated[
    str,
    typer.Option(
        "--profile",
        metavar="oeffentlich|rat|werkstatt|intern",
        help=_("Who will read it; without it werkstatt: all but the notes of the office."),
        show_default=False,
    ),
]


def add_to(app: typer.Typer) -> None:
    """Declare the command."""
    text = _(
        "Write a workbook for a department: its measures, to fill in and send back.\n\nWhat is "
        "open is marked, ids and structure are protected. What comes back is read by: insek merge"
    )
    command(app, "extract", text, examples=EXAMPLES)(extract)


def extract(
    actor: ActorsOption = None,
    each: EachOption = False,
    field: FieldsOption = None,
    keys: KeysOption = None,
    due: DueOption = None,
    profile: ProfileOption = "werkstatt",
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar=_("FOLDER"), help=_("Write here instead of build/.")),
    ] = None,
    project: ProjectOption = None,
) -> int:
    """Write the workbooks."""
    root = project_root(project)
    from insek_cli.build.publish import publish
    from insek_cli.exchange import department_extract as extracts
    from insek_cli.models.stages import PROFILES

    audience = one_of(profile, PROFILES, "--profile")
    fields = tuple(name.upper() for name in split_values(field or []))
    wanted = extracts.Wanted(tuple(split_values(keys or [])), fields, given_day(due, "--due"))
    report = _report(root, audience, fields)
    if report is None:
        return 1
    names = list(extracts.actors_asked(report, wanted)) if each else split_values(actor or [])
    if not names:
        raise _nobody(report, wanted)
    folder = out.resolve() if out else root / "build" / FOLDER
    ending = "".join(f"-{name.lower()}" for name in fields)
    books = {
        folder / f"{name}{ending}.xlsx": extracts.department_workbook(report, name, wanted)
        for name in names
    }
    publish(books)
    from insek_cli.cli.build_summary import path_from_here

    for path in books:
        say(path_from_here(path))
    _tell_rest(report, each=each)
    return 0


def _report(root: Path, audience: str, fields: tuple[str, ...]) -> "Report | None":
    """The report of sound data for an audience; None, with the findings told, of other data."""
    from insek_cli.build.load_and_check import load_and_check
    from insek_cli.build.revision import revision
    from insek_cli.cli.findings_digest import digest
    from insek_cli.findings import stops_build
    from insek_cli.models.stages import PROFILES
    from insek_cli.report.views import Options
    from insek_cli.report.whole_report import compose_report

    issues, catalog = load_and_check(root, None)
    if stops_build(issues, strict=False):
        say_status(digest(issues))
        return None
    for name in fields:
        if name not in catalog.field:
            message = _("There is no field of action {id}.").format(id=name)
            known = _("Known: {ids}").format(ids=", ".join(catalog.field))
            raise InsekError(message, known, exit_code=2)
    chosen = next(name for name in PROFILES if name == audience)
    return compose_report(catalog, Options(profile=chosen, revision=revision(root)))


def _nobody(report: "Report", wanted: "Wanted") -> InsekError:
    from insek_cli.exchange.department_extract import actors_asked

    asked = ", ".join(actors_asked(report, wanted)) or "–"
    hint = _("Name one with --actor, or take --each for all of them: {ids}").format(ids=asked)
    return InsekError(_("For whom?"), hint, exit_code=2)


def _tell_rest(report: "Report", *, each: bool) -> None:
    from insek_cli.exchange.department_extract import without_actor

    if each and (count := without_actor(report)):
        text = ngettext(
            "{n} measure names nobody who could be asked.",
            "{n} measures name nobody who could be asked.",
            count,
        )
        say_status(text.format(n=count))
