"""`insek merge`: what came back, into the files."""

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from insek_cli.cli import completion
from insek_cli.cli.console import say, say_status
from insek_cli.cli.framework import command
from insek_cli.cli.project_options import ProjectOption, project_root, split_values
from insek_cli.findings import InsekError
from insek_cli.i18n import _, ngettext

if TYPE_CHECKING:
    from insek_cli.exchange.merge_plan import MergePlan, Project

EXAMPLES = _(
    "  insek merge ref-61.xlsx                              show what would change\n"
    "  insek merge rueck/*.xlsx --write                     several files, in any order\n"
    "  insek merge ref-61.xlsx --take M-014=theirs          decide where both sides differ\n"
    "  insek merge ref-61.xlsx --into aemterrunde           remarks into a round\n"
    "  insek merge insek.docx --into aemterrunde            changes and comments in Word"
)
FilesArgument = Annotated[
    list[Path], typer.Argument(metavar=_("FILE"), help=_("Files that came back."))
]
TakeOption = Annotated[
    list[str] | None,
    typer.Option(
        "--take",
        metavar="ours|theirs|M-014:KEY=…",
        help=_("Who is right where both sides changed the same: for all, or for one key."),
    ),
]
DecisionsOption = Annotated[
    Path | None,
    typer.Option(
        "--decisions", metavar=_("FILE"), help=_("The workbook of contradictions, decided on.")
    ),
]
IntoOption = Annotated[
    str | None,
    typer.Option(
        "--into",
        metavar="aemterrunde",
        help=_("The round of participation that remarks go to; a new one is begun."),
        autocompletion=completion.complete_workshops(),
    ),
]
WriteOption = Annotated[
    bool, typer.Option("--write", help=_("Write without a question; else only show, or ask."))
]


def add_to(app: typer.Typer) -> None:
    """Declare the command."""
    text = _(
        "Merge workbooks and Word documents that came back into the files, key by key.\n\n"
        "Compared is what a file was made from with what it says and with what stands here now. "
        "Only keys that were edited are written. First it shows what would change."
    )
    command(app, "merge", text, examples=EXAMPLES)(merge)


def merge(
    files: FilesArgument,
    take: TakeOption = None,
    decisions: DecisionsOption = None,
    into: IntoOption = None,
    write: WriteOption = False,
    project: ProjectOption = None,
) -> int:
    """Show what came back; write it when asked to."""
    root = project_root(project)
    from insek_cli.cli.merge_preview import show_plan
    from insek_cli.exchange.decision_sheet import with_decided
    from insek_cli.exchange.decisions import read_decisions
    from insek_cli.exchange.merge_plan import open_project, plan_merge
    from insek_cli.exchange.read_return import read_return

    for path in (*files, *([decisions] if decisions else [])):
        if not path.is_file():
            message = _("There is no file {path}.").format(path=path)
            raise InsekError(message, _("Check its name."), exit_code=2)
    if len({path.name.casefold() for path in files}) < len(files):
        message = _("Two files have the same name; nobody could tell whose words are whose.")
        raise InsekError(message, _("Rename one of them."), exit_code=2)
    given = read_decisions(split_values(take or []))
    opened = open_project(root)
    if decisions:
        given = with_decided(given, decisions, opened)
    plan = plan_merge(opened, [read_return(path, opened) for path in files], given, into)
    show_plan(opened, plan)
    if not _ready(opened, plan, files):
        return 1
    return _finish(opened, plan, write=write)


def _ready(project: "Project", plan: "MergePlan", files: list[Path]) -> bool:
    """Tell findings and contradictions; False while they stand in the way."""
    from insek_cli.cli.findings_digest import digest
    from insek_cli.exchange.returned_copies import write_copies

    if text := digest(plan.issues, full=True):
        say_status(text)
    for path, why in write_copies(project, plan, files):
        say_status(f"{path.relative_to(project.root).as_posix()}: {why}")
    if plan.failed:
        say_status(_("Nothing was written."))
    elif plan.conflicts:
        text = ngettext(
            "{n} contradiction is open: decide with --take, or in the workbook with --decisions.",
            "{n} contradictions are open: decide with --take, or in the workbook with --decisions.",
            len(plan.conflicts),
        )
        say_status(text.format(n=len(plan.conflicts)))
        say_status(_("Nothing was written."))
    return not (plan.failed or plan.conflicts)


def _finish(project: "Project", plan: "MergePlan", *, write: bool) -> int:
    from insek_cli.exchange.commit_message import commit_message
    from insek_cli.exchange.merge_plan import write_plan
    from insek_cli.findings.reporters.terminal_safe import safe

    if not plan.contents:
        say(_("Nothing changes."))
        return 0
    count = len(plan.contents)
    if not write and not sys.stdin.isatty():
        text = ngettext(
            "{n} file would be written; do it with --write.",
            "{n} files would be written; do it with --write.",
            count,
        )
        say(text.format(n=count))
        return 0
    if not write:
        text = ngettext("Write {n} file?", "Write {n} files?", count).format(n=count)
        if not typer.confirm(text, default=False, err=True):
            say_status(_("Nothing was written."))
            return 1
    write_plan(project, plan)
    say(ngettext("{n} file written.", "{n} files written.", count).format(n=count))
    say(_("See the change with: insek diff"))
    say(safe(f"git add data && git commit -m {shlex.quote(commit_message(plan))}"))
    return 0
