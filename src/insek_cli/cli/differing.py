"""`insek diff`: what changed in the content."""

from pathlib import Path
from typing import Annotated

import typer

from insek_cli.cli.console import report, say, say_data
from insek_cli.cli.framework import command
from insek_cli.cli.project import ProjectOption, one_of, project_root
from insek_cli.i18n import _

EXAMPLES = _(
    "  insek diff                             the files against the last commit\n"
    "  insek diff main                        the files against main\n"
    "  insek diff v1..v2 --format docx        a Synopse of two versions for the council\n"
    "  insek diff main --format md            a comment for the pull request"
)
FORMATS = ("text", "md", "json", "docx")
FormatOption = Annotated[
    str,
    typer.Option(
        "--format",
        "-f",
        metavar="text|md|json|docx",
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


def add_to(app: typer.Typer) -> None:
    """Declare the command."""
    text = _("Say what changed in the content, whatever moved in the files.")
    command(app, "diff", text, examples=EXAMPLES)(diff)


def diff(
    revisions: Annotated[
        str, typer.Argument(metavar=_("[REVISION[..REVISION]]"), help=_("HEAD without it."))
    ] = "HEAD",
    format_: FormatOption = "text",
    profile: ProfileOption = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar=_("FILE"), help=_("Write here."))
    ] = None,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help=_("1 when something changed, as git does."))
    ] = False,
    project: ProjectOption = None,
) -> int:
    """Compare two states."""
    root = project_root(project)
    from insek_cli.comparison import plain
    from insek_cli.models.base import PROFILES
    from insek_cli.pipeline.differing import differing

    kind = one_of(format_, FORMATS, "--format")
    audience = one_of(
        profile or ("oeffentlich" if kind == "docx" else "intern"), PROFILES, "--profile"
    )
    found = differing(root, revisions, audience)
    if kind == "docx":
        from insek_cli.pipeline.outputs import publish
        from insek_cli.render.synopse import synopse

        concept = found.catalog.concept
        target = out.resolve() if out else root / "build" / "synopse.docx"
        content = synopse(found.comparison, concept.titel, found.states, concept.stand)
        publish({target: content})
        report(str(target))
    else:
        writers = {"text": plain.text, "md": plain.markdown, "json": plain.as_json}
        text = writers[kind](found.comparison)
        if out:
            from insek_cli.pipeline.outputs import publish

            publish({out.resolve(): f"{text}\n".encode()})
        else:
            (say if kind == "text" else say_data)(text)
    return int(exit_code and not found.comparison.empty)
