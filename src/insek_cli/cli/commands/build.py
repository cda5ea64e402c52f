"""`insek build`: the documents of a project, once or on every change."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from insek_cli.cli import completion
from insek_cli.cli.console import say, say_error, say_status, say_table, show_progress
from insek_cli.cli.framework import command
from insek_cli.cli.project_options import ProjectOption, one_of, project_root, split_values
from insek_cli.findings import InsekError
from insek_cli.i18n import _

if TYPE_CHECKING:
    from insek_cli.build.request import Outcome, Request

EXAMPLES = _(
    "  insek build                           everything, into build/\n"
    "  insek build --only HF2                one field of action, into build/oeffentlich-hf2/\n"
    "  insek build --only M-014              the Steckbrief of one measure, to hand on\n"
    "  insek build --format docx,xlsx        Word and Excel only\n"
    "  insek build --stage beschluss         a trial: what is missing for the decision?\n"
    "  insek build --profile werkstatt       for the workshop, not for the public\n"
    "  insek build --watch                   again whenever a file changes"
)


FormatsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        "-f",
        metavar="md,docx,pdf,xlsx",
        help=_("Only these formats."),
        autocompletion=completion.complete_words("md", "docx", "pdf", "xlsx"),
    ),
]
OnlyOption = Annotated[
    list[str] | None,
    typer.Option(
        "--only",
        metavar="HF2,M-014,…",
        help=_("Only these fields of action, or the sheets of these measures alone."),
        autocompletion=completion.complete_parts(),
    ),
]
StageOption = Annotated[
    str | None,
    typer.Option(
        "--stage",
        metavar="entwurf|werkstatt|beschluss",
        help=_(
            "How much must be known; without it, what concept.yaml says. The documents of another "
            "stage are a trial, in a folder of their own."
        ),
        autocompletion=completion.complete_words("entwurf", "werkstatt", "beschluss"),
    ),
]
ProfileOption = Annotated[
    str,
    typer.Option(
        "--profile",
        metavar="oeffentlich|rat|werkstatt|intern",
        help=_("Who will read it; anything but oeffentlich goes to its own folder."),
        autocompletion=completion.complete_words("oeffentlich", "rat", "werkstatt", "intern"),
        show_default=False,
    ),
]
OutOption = Annotated[
    Path | None,
    typer.Option("--out", "-o", metavar=_("FOLDER"), help=_("Write here, not into build/.")),
]
StrictOption = Annotated[
    bool, typer.Option("--strict", help=_("Stop at warnings too (exit code 1)."))
]
WatchOption = Annotated[
    bool, typer.Option("--watch", "-w", help=_("Build again whenever a file changes."))
]
TimingsOption = Annotated[
    bool, typer.Option("--timings", help=_("Build in any case, and show what took how long."))
]
UntrustedOption = Annotated[
    bool,
    typer.Option(
        "--untrusted", help=_("Data of strangers: leave the project's own templates unused.")
    ),
]


def add_to(app: typer.Typer) -> None:
    """Declare the command."""
    command(
        app,
        "build",
        _(
            "Check the data and write the documents.\n\nThese are insek.md, insek.docx, insek.pdf "
            "and massnahmenliste.xlsx. Errors in the data stop the build before anything is "
            "written; what is still open does not."
        ),
        examples=EXAMPLES,
    )(build)


def build(
    formats: FormatsOption = None,
    only: OnlyOption = None,
    stage: StageOption = None,
    profile: ProfileOption = "oeffentlich",
    out: OutOption = None,
    strict: StrictOption = False,
    watch: WatchOption = False,
    timings: TimingsOption = False,
    untrusted: UntrustedOption = False,
    project: ProjectOption = None,
) -> int:
    """Build the documents."""
    root = project_root(project)
    from insek_cli.build.document_set import SHEETS
    from insek_cli.build.request import FILES, Request, names_measures
    from insek_cli.models.stages import PROFILES, STAGES

    parts = tuple(part.upper() for part in split_values(only or []))
    files = SHEETS.files if names_measures(parts) else FILES
    request = Request(
        root=root,
        formats=tuple(one_of(f, list(files), "--format") for f in split_values(formats or files)),
        profile=one_of(profile, PROFILES, "--profile"),
        stage=one_of(stage, STAGES, "--stage") if stage else None,
        only=parts,
        out=out.resolve() if out else None,
        strict=strict,
        untrusted=untrusted,
    )
    if watch:
        from insek_cli.cli.build_watch import watch as keep_building

        keep_building(request.root, lambda: _attempt(request, timings=timings))
        return 0
    return build_once(request, timings=timings)


def build_once(request: "Request", *, timings: bool = False) -> int:
    """Build, show the findings and what was written; 1 when findings stopped it.

    With `timings` it is built even when nothing has changed.
    """
    from insek_cli.build.unchanged import recall, remember, request_key
    from insek_cli.cli.build_summary import say_unchanged
    from insek_cli.cli.findings_digest import digest

    name = request_key(request)
    known = None if timings else recall(name)
    outcome = known or _built(request)
    if text := digest(outcome.issues, full=request.strict):
        say_status(text)
    if not outcome.built:
        say_status(_stopped(outcome))
        return 1
    if known:
        say(say_unchanged(outcome))
        return 0
    from insek_cli.cli import build_summary_table
    from insek_cli.timing import recorded_stages

    say_table(build_summary_table.documents_table(outcome))
    if timings:
        say_table(build_summary_table.timings_table(recorded_stages()))
    # Files that changed while they were read belong to the next build.
    if request_key(request) == name:
        remember(name, outcome)
    return 0


def _built(request: "Request") -> "Outcome":
    from insek_cli.timing import stage

    with stage(_("load the engines")):
        from insek_cli.build.produce import produce

    with show_progress() as progress:
        return produce(request, progress)


def _attempt(request: "Request", *, timings: bool) -> None:
    """A build while watching: trouble is shown, the last good documents stay."""
    try:
        build_once(request, timings=timings)
    except InsekError as error:
        say_error(error.message, error.hint)


def _stopped(outcome: "Outcome") -> str:
    from insek_cli.cli.findings_digest import finding_counts

    return _("Nothing was written: {counts}.").format(counts=finding_counts(outcome.issues))
