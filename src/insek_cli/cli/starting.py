"""`insek init`: a new city's repository."""

import os
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer

from insek_cli.cli.console import say
from insek_cli.cli.framework import command
from insek_cli.i18n import _

EXAMPLES = _(
    "  insek init meine-stadt            a small example to begin with\n"
    "  insek init --example musterstadt  a fictitious city with everything filled in"
)


def add_to(app: typer.Typer) -> None:
    """Declare the command."""
    text = _(
        "Begin the repository of a city.\n\nThe files are commented examples that build at once. "
        "Files that exist already are never overwritten."
    )
    command(app, "init", text, examples=EXAMPLES)(init)


def init(
    folder: Annotated[
        Path,
        typer.Argument(
            metavar=_("FOLDER"),
            help=_("Where to begin; without it, in the current folder."),
            show_default=False,
        ),
    ] = Path(),
    example: Annotated[
        bool, typer.Option("--example", help=_("Bring the fictitious Musterstadt instead."))
    ] = False,
) -> int:
    """Write the files of a new project and say how to go on."""
    from insek_cli.projects.beginning import example_project, new_project
    from insek_cli.projects.writing import write
    from insek_cli.reporters.safe import safe

    files = example_project() if example else new_project(_today())
    written = write(folder, files)
    lines = [_("{n} files written to {folder}.").format(n=len(written), folder=folder.resolve())]
    lines.append(_("How to go on:"))
    if folder.resolve() != Path.cwd():
        lines.append(f"  cd {folder}")
    lines.append("  insek build")
    say("\n".join(safe(line) for line in lines))
    return 0


def _today() -> str:
    """The date printed first; SOURCE_DATE_EPOCH counts before the clock."""
    if epoch := os.environ.get("SOURCE_DATE_EPOCH", ""):
        return datetime.fromtimestamp(int(epoch), tz=UTC).date().isoformat()
    return date.today().isoformat()
