"""`insek init`: a new city's repository."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from insek_cli.cli.console import say
from insek_cli.cli.framework import command
from insek_cli.cli.today import today
from insek_cli.i18n import _, ngettext

if TYPE_CHECKING:
    from insek_cli.project.new_project import Files

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
    from insek_cli.findings.reporters.terminal_safe import safe
    from insek_cli.project.new_project import AROUND, example_project, new_project
    from insek_cli.project.write_new import write_new_files

    files = example_project() if example else new_project(today().isoformat())
    written = write_new_files(folder, files, kept=AROUND)
    text = ngettext("{n} file written to {folder}.", "{n} files written to {folder}.", len(written))
    lines = [text.format(n=len(written), folder=folder.resolve())]
    lines += _left(folder, {name: files[name] for name in AROUND if folder / name not in written})
    lines.append(_("How to go on:"))
    if folder.resolve() != Path.cwd():
        lines.append(f"  cd {folder}")
    lines.append("  insek build")
    say("\n".join(safe(line) for line in lines))
    return 0


def _left(folder: Path, kept: "Files") -> list[str]:
    """What was there before and stays, and the lines that git needs in it."""
    from insek_cli.project.new_project import missing_lines

    lines = []
    for name, offered in kept.items():
        lines.append(_("{file} was there and stays as it is.").format(file=name))
        if name.name.startswith(".git"):
            present = (folder / name).read_text(encoding="utf-8", errors="replace")
            wanted = missing_lines(present, offered.decode())
            if wanted:
                lines.append(_("Add these lines to it:"))
                lines += [f"  {line}" for line in wanted]
    return lines
