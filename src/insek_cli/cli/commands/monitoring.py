"""`insek monitoring`: how far the measures are."""

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
from insek_cli.cli.framework import command, command_group
from insek_cli.cli.project_options import (
    ProjectOption,
    given_day,
    one_of,
    project_root,
    split_values,
)
from insek_cli.i18n import _

EXAMPLES = _(
    "  insek monitoring report                     the newest report, every format, into build/\n"
    "  insek monitoring report --date 2025-12-31   that of a day\n"
    "  insek monitoring report --format pdf,pptx   to read and to present"
)
FormatsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        "-f",
        metavar="md,docx,pdf,xlsx,pptx",
        help=_("Only these formats."),
        autocompletion=completion.complete_words("md", "docx", "pdf", "xlsx", "pptx"),
    ),
]
DateOption = Annotated[
    str | None,
    typer.Option(
        "--date",
        metavar="2025-12-31",
        help=_("The day of the report; without it the newest in data/monitoring/."),
    ),
]
SilentOption = Annotated[
    int,
    typer.Option(
        "--silent-after",
        metavar=_("MONTHS"),
        min=1,
        max=1200,
        help=_("After how many months without news a measure counts as silent."),
    ),
]


def add_to(app: typer.Typer) -> None:
    """Declare the commands."""
    group = command_group("monitoring", _("Tell how far the measures are."), examples=EXAMPLES)
    text = _(
        "Write the report on how far the measures are.\n\nLights and status by field of action, "
        "what has changed since the report before, every measure with its news, indicators and "
        "spending, and which are silent: from data/monitoring/."
    )
    command(group, "report", text, examples=EXAMPLES)(report)
    app.add_typer(group)


def report(
    formats: FormatsOption = None,
    day: DateOption = None,
    silent_after: SilentOption = 12,
    stage: StageOption = None,
    profile: ProfileOption = "oeffentlich",
    out: OutOption = None,
    strict: StrictOption = False,
    untrusted: UntrustedOption = False,
    project: ProjectOption = None,
) -> int:
    """Write the report."""
    root = project_root(project)
    from insek_cli.build.document_set import IMPLEMENTATION
    from insek_cli.build.request import Request
    from insek_cli.models.stages import PROFILES, STAGES
    from insek_cli.report.occasion import Occasion

    known = list(IMPLEMENTATION.files)
    request = Request(
        root=root,
        formats=tuple(one_of(f, known, "--format") for f in split_values(formats or known)),
        profile=one_of(profile, PROFILES, "--profile"),
        stage=one_of(stage, STAGES, "--stage") if stage else None,
        out=out.resolve() if out else None,
        strict=strict,
        umsetzung=Occasion(given_day(day, "--date"), silent_after),
        untrusted=untrusted,
    )
    return build_once(request)
