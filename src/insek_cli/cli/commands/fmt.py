"""`insek fmt`: data files in their canonical form."""

from pathlib import Path
from typing import Annotated

import typer

from insek_cli.cli.console import say, say_status
from insek_cli.cli.framework import command
from insek_cli.cli.project_options import ProjectOption, project_root
from insek_cli.i18n import _, ngettext

EXAMPLES = _(
    "  insek fmt                  all data files\n"
    "  insek fmt data/measures    only these\n"
    "  insek fmt --check          write nothing; exit code 1 when a file would change"
)


def add_to(app: typer.Typer) -> None:
    """Declare the command."""
    text = _(
        "Put data files into their canonical form.\n\nKeys stand in one order, indented by two "
        "spaces, quoted only where needed. Texts keep their lines and comments their places. "
        "What cannot be kept is told, and the file stays as it is."
    )
    command(app, "fmt", text, examples=EXAMPLES)(fmt)


def fmt(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar=_("PATH"), help=_("Only these files or folders.")),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help=_("Only say which files would change (exit code 1)."))
    ] = False,
    project: ProjectOption = None,
) -> int:
    """Format the data files."""
    root = project_root(project)
    from insek_cli.findings.reporters.plain_report import findings_text
    from insek_cli.findings.reporters.terminal_safe import safe
    from insek_cli.review.format.project_files import find_unformatted, write_formatted

    tidying = find_unformatted(root, paths or [])
    shown = [*tidying.refused, *(tidying.differences if check else [])]
    if shown:
        say_status(findings_text(sorted(shown, key=lambda issue: issue.sort_key)))
    if not check:
        write_formatted(root, tidying)
        for file in tidying.changed:
            say(safe(str(file)))
    for file, count in tidying.with_ids.items():
        say(_ids(safe(str(file)), count, check=check))
    say(_result(len(tidying.changed), tidying.seen, check=check))
    return int(bool(tidying.refused) or (check and bool(tidying.changed)))


def _ids(file: str, count: int, *, check: bool) -> str:
    if check:
        text = ngettext(
            "{file}: {n} goal would get its id.", "{file}: {n} goals would get their ids.", count
        )
    else:
        text = ngettext(
            "{file}: {n} goal has its id now and keeps it, wherever it stands.",
            "{file}: {n} goals have their ids now and keep them, wherever they stand.",
            count,
        )
    return text.format(file=file, n=count)


def _result(changed: int, seen: int, *, check: bool) -> str:
    if check:
        text = ngettext(
            "{n} of {all} files would change.", "{n} of {all} files would change.", seen
        )
    else:
        text = ngettext("{n} of {all} files changed.", "{n} of {all} files changed.", seen)
    return text.format(n=changed, all=seen)
