"""`insek workshop report`: the documentation of a workshop."""

from typing import Annotated

import typer

from insek_cli.cli import completion
from insek_cli.cli.commands.build import (
    OutOption,
    ProfileOption,
    StageOption,
    StrictOption,
    UntrustedOption,
    build_once,
)
from insek_cli.cli.framework import command
from insek_cli.cli.project_options import ProjectOption, one_of, project_root, split_values
from insek_cli.i18n import _

EXAMPLES = _(
    "  insek workshop report massnahmenwerkstatt                everything, into build/\n"
    "  insek workshop report massnahmenwerkstatt --format pptx  the slides only"
)
SlugArgument = Annotated[
    str,
    typer.Argument(
        metavar=_("WORKSHOP"),
        help=_("The workshop: its folder in data/workshops/."),
        autocompletion=completion.complete_workshops(),
    ),
]
FormatsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        "-f",
        metavar="md,docx,pdf,pptx",
        help=_("Only these formats."),
        autocompletion=completion.complete_words("md", "docx", "pdf", "pptx"),
    ),
]


def add_to(app: typer.Typer) -> None:
    """Declare the command."""
    text = _(
        "Write the documentation of a workshop.\n\nParticipants, programme, process, charter, "
        "fields of action, list of measures, what was said and voted, and the outlook: as "
        "Markdown, Word, PDF and slides. Where no votes are at hand, it says so."
    )
    command(app, "report", text, examples=EXAMPLES)(report)


def report(
    slug: SlugArgument,
    formats: FormatsOption = None,
    stage: StageOption = None,
    profile: ProfileOption = "oeffentlich",
    out: OutOption = None,
    strict: StrictOption = False,
    untrusted: UntrustedOption = False,
    project: ProjectOption = None,
) -> int:
    """Write the documentation."""
    root = project_root(project)
    from insek_cli.build.document_set import DOCUMENTATION
    from insek_cli.build.request import Request
    from insek_cli.models.stages import PROFILES, STAGES

    known = list(DOCUMENTATION.files)
    request = Request(
        root=root,
        formats=tuple(one_of(f, known, "--format") for f in split_values(formats or known)),
        profile=one_of(profile, PROFILES, "--profile"),
        stage=one_of(stage, STAGES, "--stage") if stage else None,
        out=out.resolve() if out else None,
        strict=strict,
        workshop=slug,
        untrusted=untrusted,
    )
    return build_once(request)
