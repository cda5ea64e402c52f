"""`insek remarks`: what was said in the workshops, and what became of it."""

from typing import Annotated

import typer

from insek_cli.cli import completion
from insek_cli.cli.console import say, say_status, say_table
from insek_cli.cli.framework import command
from insek_cli.cli.project_options import ProjectOption, project_root
from insek_cli.i18n import _, ngettext

EXAMPLES = _(
    "  insek remarks                               all remarks of all workshops\n"
    "  insek remarks massnahmenwerkstatt --open    those of one that lack an answer"
)
OpenOption = Annotated[bool, typer.Option("--open", help=_("Only those without an answer."))]
OneSlugArgument = Annotated[
    str | None,
    typer.Argument(
        metavar=_("WORKSHOP"),
        help=_("Only this workshop."),
        autocompletion=completion.complete_workshops(),
    ),
]


def add_to(app: typer.Typer) -> None:
    """Declare the command."""
    text = _("List the remarks of the workshops with their answers.")
    command(app, "remarks", text, examples=EXAMPLES)(remarks)


def remarks(
    slug: OneSlugArgument = None, only_open: OpenOption = False, project: ProjectOption = None
) -> int:
    """Show the remarks as a table for each workshop."""
    root = project_root(project)
    from insek_cli.build.find_workshop import find_workshop
    from insek_cli.cli.read_data import load_catalog
    from insek_cli.cli.remarks_table import remarks_table
    from insek_cli.findings.reporters.terminal_safe import safe

    catalog = load_catalog(root)
    records = [find_workshop(root, catalog, slug)] if slug else catalog.workshops
    total = 0
    for record in records:
        chosen = [r for r in record.remarks if not only_open or r.antwort == "offen"]
        if chosen:
            say(safe(record.workshop.titel))
            say_table(remarks_table(chosen))
        total += len(chosen)
    say_status(ngettext("{n} remark", "{n} remarks", total).format(n=total))
    return 0
