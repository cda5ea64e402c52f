"""`insek verify`: where a document comes from, and whether it still is what it was built as."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from insek_cli.cli.console import say, show_progress
from insek_cli.cli.framework import command
from insek_cli.cli.project_options import ProjectOption, project_root
from insek_cli.findings.reporters.terminal_safe import safe
from insek_cli.i18n import _, ngettext

if TYPE_CHECKING:
    from insek_cli.review.verification import Verdict

EXAMPLES = _(
    "  insek verify build/insek.pdf           is it what its revision builds?\n"
    "  insek verify Eingang/*.docx            what came back from the departments"
)
FilesArgument = Annotated[
    list[Path], typer.Argument(metavar=_("FILE"), help=_("Documents that insek has built."))
]


def add_to(app: typer.Typer) -> None:
    """Declare the command."""
    text = _(
        "Say from which revision a document comes.\n\nThe document is built again from that "
        "revision and compared byte by byte. Exit code 1 when one differs."
    )
    command(app, "verify", text, examples=EXAMPLES)(verify)


def verify(files: FilesArgument, project: ProjectOption = None) -> int:
    """Judge the documents."""
    root = project_root(project)
    from insek_cli.review.verification import Same
    from insek_cli.review.verification import verify_documents as judge

    with show_progress() as progress:
        progress(_("Building again"))
        verdicts = judge(root, files)
    say("\n\n".join(_text(verdict) for verdict in verdicts))
    return int(any(verdict.same is Same.NO for verdict in verdicts))


def _text(verdict: "Verdict") -> str:
    lines = [safe(str(verdict.path))]
    origin = verdict.origin
    if origin:
        place = origin.revision[:7] if origin.revision else "–"
        lines.append(_("  revision: {name}").format(name=place))
        about = [origin.dokument, origin.profil, origin.stufe, *origin.felder]
        lines.append(_("  document: {about}").format(about=", ".join(about)))
        lines.append(_("  tools: {tools}").format(tools=", ".join(origin.werkzeuge)))
    lines.append(_("  as built from it: {answer}").format(answer=_answer(verdict)))
    if age := _age(verdict):
        lines.append(_("  data since then: {age}").format(age=age))
    return "\n".join(lines)


def _answer(verdict: "Verdict") -> str:
    words = {"yes": _("yes"), "no": _("no, it was changed"), "unknown": _("cannot be told")}
    answer = words[verdict.same.value]
    return f"{answer}: {safe(verdict.reason)}" if verdict.reason else answer


def _age(verdict: "Verdict") -> str:
    if verdict.behind is None:
        return ""
    parts = []
    if verdict.behind:
        number = verdict.behind
        parts.append(ngettext("{n} newer commit", "{n} newer commits", number).format(n=number))
    if verdict.edited:
        parts.append(_("changes that are not committed"))
    return ", ".join(parts) or _("unchanged")
