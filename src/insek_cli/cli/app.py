"""All commands of `insek`, and what stands before them."""

from typing import Annotated, Any

import typer

from insek_cli import __version__
from insek_cli.cli import (
    adding,
    building,
    checking,
    differing,
    fmt,
    listing,
    remarks,
    rows,
    schema,
    showing,
    starting,
    verifying,
    votes,
    workshop,
)
from insek_cli.cli.console import say
from insek_cli.cli.framework import group
from insek_cli.i18n import _

COMPLETION_HELP = {
    "install_completion": _("Install completion of commands with the Tab key in this shell."),
    "show_completion": _("Show the completion for this shell, to copy it by hand."),
}

app = group(
    "insek",
    _("Builds the report of an INSEK from text files: Markdown, Word, PDF and a spreadsheet."),
    examples=_(
        "  insek init meine-stadt                        begin the repository of a city\n"
        '  insek new measure "Stadtbäume" --field HF1    add a measure\n'
        "  insek list --missing kosten                   see what is still open\n"
        "  insek build                                   write all documents into build/"
    ),
)
COMMANDS = (
    building,
    checking,
    verifying,
    listing,
    showing,
    adding,
    starting,
    differing,
    fmt,
    schema,
    workshop,
    votes,
    remarks,
    rows,
)
for part in COMMANDS:
    part.add_to(app)


def _version(wanted: bool) -> None:
    if wanted:
        say(f"insek {__version__}")
        raise typer.Exit


@app.callback()
def _before(
    version: Annotated[
        bool,
        typer.Option("--version", help=_("Show the version."), callback=_version, is_eager=True),
    ] = False,
) -> None:
    """Nothing is set up before a command but its options."""


def root() -> Any:
    """The command line as typer runs it."""
    command = typer.main.get_command(app)
    for parameter in command.params:
        if parameter.name in COMPLETION_HELP:
            parameter.help = COMPLETION_HELP[parameter.name]  # type: ignore[attr-defined]
    return command
