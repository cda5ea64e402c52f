"""`insek diff`: what changed in the content."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from insek_cli.cli.commands.build import UntrustedOption
from insek_cli.cli.console import say, say_data, say_status
from insek_cli.cli.framework import command
from insek_cli.cli.project_options import ProjectOption, one_of, project_root
from insek_cli.findings import InsekError
from insek_cli.i18n import _

if TYPE_CHECKING:
    from insek_cli.review.diff.two_states import Differing

EXAMPLES = _(
    "  insek diff                             the files against the last commit\n"
    "  insek diff main                        the files against main\n"
    "  insek diff v1..v2 --format docx        a Synopse of two versions for the council\n"
    "  insek diff main --redline              the changed Steckbriefe with tracked changes\n"
    "  insek diff main --format md            a comment for the pull request"
)
FORMATS = ("text", "md", "json", "docx", "html")
FormatOption = Annotated[
    str,
    typer.Option(
        "--format",
        "-f",
        metavar="text|md|json|docx|html",
        help=_("docx is the Synopse: old, new and reason side by side."),
        show_default=False,
    ),
]
ProfileOption = Annotated[
    str | None,
    typer.Option(
        "--profile",
        metavar="oeffentlich|rat|werkstatt|intern",
        help=_("Who will read it; without it intern, and oeffentlich for the Synopse."),
    ),
]

RedlineOption = Annotated[
    bool,
    typer.Option(
        "--redline", help=_("The changed Steckbriefe in Word, with tracked changes to accept.")
    ),
]
ExitCodeOption = Annotated[
    bool, typer.Option("--exit-code", help=_("1 when something changed, as git does."))
]


def add_to(app: typer.Typer) -> None:
    """Declare the command."""
    text = _("Say what changed in the content, whatever moved in the files.")
    command(app, "diff", text, examples=EXAMPLES)(diff)


def diff(
    revisions: Annotated[
        str, typer.Argument(metavar=_("REVISION[..REVISION]"), help=_("HEAD without it."))
    ] = "HEAD",
    format_: FormatOption = "text",
    profile: ProfileOption = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar=_("FILE"), help=_("Write here."))
    ] = None,
    redline: RedlineOption = False,
    untrusted: UntrustedOption = False,
    exit_code: ExitCodeOption = False,
    project: ProjectOption = None,
) -> int:
    """Compare two states."""
    root = project_root(project)
    from insek_cli.build.publish import publish
    from insek_cli.models.stages import PROFILES
    from insek_cli.review.diff.two_states import differing

    kind = "docx" if redline else one_of(format_, FORMATS, "--format")
    usual = "oeffentlich" if kind == "docx" else "intern"
    audience = one_of(profile or usual, PROFILES, "--profile")
    found = differing(root, revisions, audience, document=kind in ("docx", "html"))
    if redline:
        from insek_cli.review.redline.changed_sheets import tracked

        _only_redline(format_)
        content = tracked(root, found, audience, untrusted=untrusted)
    else:
        content = _written(found, kind)
    name = "insek-redline.docx" if redline else "synopse.docx"
    target = out.resolve() if out else root / "build" / name
    if out or kind == "docx":
        publish({target: content})
        say_status(str(target))
    else:
        if kind == "text" and sys.stdout.isatty():
            _painted(found)
        else:
            (say if kind == "text" else say_data)(content.decode())
    return int(exit_code and not found.comparison.empty)


PAINTS = {
    "head": "bold", "added": "bold green", "dropped": "bold red", "changed": "bold yellow",
    "old": "red", "new": "green",
}  # fmt: skip


def _painted(found: "Differing") -> None:
    """In colour; the marks stay, because not everybody sees or copies colours."""
    from rich.console import Console
    from rich.text import Text

    from insek_cli.review.diff.reports import text

    console = Console(highlight=False, markup=False, emoji=False)

    def paint(kind: str, part: str) -> str:
        style = console.get_style(PAINTS[kind]) if kind in PAINTS else None
        return style.render(part) if style else part

    console.print(Text.from_ansi(text(found.comparison, paint)), soft_wrap=True)


def _only_redline(format_: str) -> None:
    if format_.lower() not in ("text", "docx"):
        message = _("--redline is a Word document; it goes with no other --format.")
        raise InsekError(message, exit_code=2)


def _written(found: "Differing", kind: str) -> bytes:
    """The comparison in a format."""
    from insek_cli.review.diff import reports
    from insek_cli.review.diff.html_page import html
    from insek_cli.review.diff.synopse import synopse

    comparison = found.comparison
    match kind:
        case "docx":
            return synopse(found)
        case "html":
            return html(found).encode()
        case "md":
            return reports.markdown(comparison).encode()
        case "json":
            return reports.as_json(comparison).encode()
        case _:
            return reports.text(comparison).encode()
