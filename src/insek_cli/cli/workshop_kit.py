"""`insek workshop kit`: cards, posters, ballots and lists of a workshop, ready to print."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from insek_cli.cli.commands.build import UntrustedOption
from insek_cli.cli.console import say, say_status, say_table, show_progress
from insek_cli.cli.framework import command
from insek_cli.cli.project_options import ProjectOption, project_root
from insek_cli.i18n import _, ngettext

if TYPE_CHECKING:
    from insek_cli.catalog import WorkshopRecord
    from insek_cli.workshop.kit.build_kit import KitOutcome, KitRequest

EXAMPLES = _(
    "  insek workshop kit massnahmenwerkstatt        everything, into build/workshops/…/\n"
    "  insek workshop kit massnahmenwerkstatt --yes  freeze anew although there are votes"
)
YES = ("y", "yes", "j", "ja")


def add_to(app: typer.Typer) -> None:
    """Declare the command."""
    text = _(
        "Print the kit of a workshop.\n\nMeasure cards, posters, table sheets, running order, "
        "ballots, attendance list, tally form, and the options for Mentimeter. Numbers and "
        "wordings are frozen in optionen.yaml, so that votes find their measures when the list "
        "grows."
    )
    command(app, "kit", text, examples=EXAMPLES)(kit)


def kit(
    slug: Annotated[
        str,
        typer.Argument(
            metavar=_("WORKSHOP"), help=_("The workshop: its folder in data/workshops/.")
        ),
    ],
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar=_("FOLDER"), help=_("Write here, not into build/.")),
    ] = None,
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help=_("Freeze anew without asking."))
    ] = False,
    untrusted: UntrustedOption = False,
    project: ProjectOption = None,
) -> int:
    """Print the kit, show what was written and what is still missing."""
    from insek_cli.cli.findings_digest import digest
    from insek_cli.workshop.kit.build_kit import KitRequest, make_kit

    request = KitRequest(project_root(project), slug, out.resolve() if out else None, untrusted)
    with show_progress() as progress:
        outcome = make_kit(request, lambda record: yes or _agreed(record, request), progress)
    if outcome.kit is None:
        say_status(digest(outcome.issues))
        say_status(_("Nothing was written; correct the errors first."))
        return 1
    if outcome.refused:
        say_status(_refusal(request))
        return 1
    _tell(outcome, request)
    return 0


def _tell(outcome: "KitOutcome", request: "KitRequest") -> None:
    from insek_cli.cli.build_summary import path_from_here
    from insek_cli.cli.workshop_kit_summary import kit_gaps, kit_table
    from insek_cli.findings.reporters.terminal_safe import safe

    say_table(kit_table(outcome))
    if outcome.froze:
        path = safe(path_from_here(request.frozen))
        say(_("Numbers and wordings are frozen in {path}.").format(path=path))
    if outcome.kit and (missing := kit_gaps(outcome.kit)):
        say("\n".join([_("Still missing:"), *(f"- {safe(line)}" for line in missing)]))


def _agreed(record: "WorkshopRecord", request: "KitRequest") -> bool:
    """Ask on a terminal; elsewhere nobody can answer, so the answer is no."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    count = len(record.ballots)
    rows = ngettext("{n} row of votes", "{n} rows of votes", count).format(n=count)
    say_status(
        _("{path} is frozen, and there are {rows} that were cast with it.").format(
            path=request.frozen.name, rows=rows
        )
    )
    say_status(_("Votes that are imported later will be read by the new numbers. Go on? [y/N]"))
    return sys.stdin.readline().strip().lower() in YES


def _refusal(request: "KitRequest") -> str:
    from insek_cli.cli.build_summary import path_from_here
    from insek_cli.findings.reporters.terminal_safe import safe

    message = _("{path} is frozen, has votes, and would change; nothing was written.")
    hint = _("--yes freezes the numbers and wordings of today.")
    return f"{message.format(path=safe(path_from_here(request.frozen)))}\n{_('Hint')}: {hint}"
