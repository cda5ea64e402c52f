"""All commands of `insek`, and what stands before them."""

from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, Any

import typer

from insek_cli import __version__
from insek_cli.cli.console import say
from insek_cli.cli.framework import command_group
from insek_cli.i18n import _

COMPLETION_HELP = {
    "install_completion": _("Install completion of commands with the Tab key in this shell."),
    "show_completion": _("Show the completion for this shell, to copy it by hand."),
}

COMMANDS = {
    "build": ("build",),
    "check": ("check", "explain"),
    "verify": ("verify",),
    "list": ("list",),
    "show": ("show",),
    "new": ("new",),
    "init": ("init",),
    "diff": ("diff",),
    "fmt": ("fmt",),
    "schema": ("schema",),
    "workshop": ("workshop",),
    "votes": ("votes",),
    "remarks": ("remark", "remarks"),
    "rows": ("rows",),
}
"""The modules in the order of the help, and the commands that each declares."""


def _version(wanted: bool) -> None:
    if wanted:
        say(f"insek {__version__}")
        raise typer.Exit


def _before(
    version: Annotated[
        bool,
        typer.Option("--version", help=_("Show the version."), callback=_version, is_eager=True),
    ] = False,
) -> None:
    """Nothing is set up before a command but its options."""


def command_line(arguments: Sequence[str] = ()) -> Any:
    """The command line as typer runs it: only the command that is named is loaded, else all."""
    app = _empty()
    wanted = [module for module, names in COMMANDS.items() if {*names} & {*arguments[:1]}]
    for module in wanted or COMMANDS:
        import_module(f"insek_cli.cli.{module}").add_to(app)
    command = typer.main.get_command(app)
    for parameter in command.params:
        if parameter.name in COMPLETION_HELP:
            parameter.help = COMPLETION_HELP[parameter.name]  # type: ignore[attr-defined]
    return command


def _empty() -> typer.Typer:
    app = command_group(
        "insek",
        _("Builds the report of an INSEK from text files: Markdown, Word, PDF and a spreadsheet."),
        examples=_(
            "  insek init meine-stadt                        begin the repository of a city\n"
            '  insek new measure "Stadtbäume" --field HF1    add a measure\n'
            "  insek list --missing kosten                   see what is still open\n"
            "  insek build                                   write all documents into build/"
        ),
    )
    app.callback()(_before)
    return app
