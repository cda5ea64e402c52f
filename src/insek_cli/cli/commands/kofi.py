"""`insek kofi`: the overview of costs and financing alone, as a paper for the council."""

from typing import Annotated

import typer

from insek_cli.cli import completion
from insek_cli.cli.commands.build import (
    OutOption,
    ProfileOption,
    StrictOption,
    UntrustedOption,
    build_once,
)
from insek_cli.cli.framework import command
from insek_cli.cli.project_options import ProjectOption, one_of, project_root, split_values
from insek_cli.i18n import _

EXAMPLES = _(
    "  insek kofi                 kofi.pdf and kofi.xlsx, into build/\n"
    "  insek kofi --only HF2      one field of action\n"
    "  insek kofi --format docx   for Word"
)
USUAL = ("pdf", "xlsx")
OnlyOption = Annotated[
    list[str] | None,
    typer.Option(
        "--only",
        metavar="HF2,…",
        help=_("Only these fields of action."),
        autocompletion=completion.complete_fields(),
    ),
]
FormatsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        "-f",
        metavar="md,docx,pdf,xlsx",
        help=_("Only these formats; without it PDF and Excel."),
        autocompletion=completion.complete_words("md", "docx", "pdf", "xlsx"),
    ),
]


def add_to(app: typer.Typer) -> None:
    """Declare the command."""
    text = _(
        "Write the overview of costs and financing alone.\n\nMeasures with costs, sources and gap, "
        "by year, source, payer and group (§ 149 BauGB): a paper for the council, and a workbook "
        "whose sums are formulas."
    )
    command(app, "kofi", text, examples=EXAMPLES)(kofi)


def kofi(
    formats: FormatsOption = None,
    only: OnlyOption = None,
    profile: ProfileOption = "oeffentlich",
    out: OutOption = None,
    strict: StrictOption = False,
    untrusted: UntrustedOption = False,
    project: ProjectOption = None,
) -> int:
    """Write the overview."""
    root = project_root(project)
    from insek_cli.build.document_set import KOFI
    from insek_cli.build.request import Request
    from insek_cli.models.stages import PROFILES

    wanted = split_values(formats or list(USUAL))
    request = Request(
        root=root,
        formats=tuple(one_of(each, list(KOFI.files), "--format") for each in wanted),
        profile=one_of(profile, PROFILES, "--profile"),
        only=tuple(part.upper() for part in split_values(only or [])),
        out=out.resolve() if out else None,
        strict=strict,
        kofi=True,
        untrusted=untrusted,
    )
    return build_once(request)
