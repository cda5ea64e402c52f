"""All commands of `insek`, and what stands before them."""

from collections.abc import Sequence
from importlib import import_module
from pkgutil import iter_modules
from typing import Annotated, Any

import typer

from insek_cli import __version__
from insek_cli.cli import commands
from insek_cli.cli.console import say
from insek_cli.cli.framework import command_group
from insek_cli.i18n import _

COMPLETION_HELP = {
    "install_completion": _("Install completion of commands with the Tab key in this shell."),
    "show_completion": _("Show the completion for this shell, to copy it by hand."),
}

ORDER = ("build", "kofi", "check", "explain", "verify", "list", "show", "new", "init", "import",
         "extract", "merge", "diff", "calendar", "fmt", "schema", "workshop", "votes", "remark",
         "remarks", "monitoring", "rows")  # fmt: skip
"""The order of the help; a command that is not named here comes last."""


def command_names() -> list[str]:
    """The modules of `commands`, in the order of the help."""
    names = (module.name for module in iter_modules(commands.__path__))
    return sorted(names, key=lambda name: (ORDER.index(name) if name in ORDER else 99, name))


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
    names = command_names()
    for name in [name for name in names if name in arguments[:1]] or names:
        import_module(f"insek_cli.cli.commands.{name}").add_to(app)
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
