"""`insek check`: what is wrong, where, and what to do."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from insek_cli.cli import completion
from insek_cli.cli.console import say, say_data, say_status
from insek_cli.cli.framework import command
from insek_cli.cli.project_options import ProjectOption, one_of, project_root
from insek_cli.findings import Severity, stops_build
from insek_cli.i18n import _, ngettext

if TYPE_CHECKING:
    from insek_cli.findings import Issue, Judged

LEVELS = [str(severity) for severity in Severity]
EXAMPLES = _(
    "  insek check                                 all findings of all files\n"
    "  insek check data/measures/M-014-x.yaml      those of one file\n"
    "  insek check --changed main --strict         of files changed since main, and all errors\n"
    "  insek check --level error                   errors only\n"
    "  insek check --format github                 as marks in a pull request"
)
PathsArgument = Annotated[
    list[Path] | None,
    typer.Argument(metavar=_("PATH"), help=_("Report findings in these files only.")),
]
FormatOption = Annotated[
    str, typer.Option("--format", "-f", metavar="text|json|github|gitlab|sarif|junit",
                      help=_("How the findings are written."), show_default=False),
]  # fmt: skip
StageOption = Annotated[
    str | None,
    typer.Option(
        "--stage",
        metavar="entwurf|werkstatt|beschluss",
        help=_("How much must be known; without it, what concept.yaml says."),
        autocompletion=completion.complete_words("entwurf", "werkstatt", "beschluss"),
    ),
]
StrictOption = Annotated[bool, typer.Option("--strict", help=_("Warnings fail too (exit code 1)."))]
ChangedOption = Annotated[
    str | None,
    typer.Option(
        "--changed",
        metavar=_("REVISION"),
        help=_("Report findings in files changed since then, and the errors of all files."),
    ),
]
LevelOption = Annotated[
    str, typer.Option("--level", metavar="error|warning|note", show_default=False,
                      help=_("Show findings of this weight and above; all of them count.")),
]  # fmt: skip
SilencedOption = Annotated[
    bool, typer.Option("--show-silenced", help=_("List the silenced findings and the reasons."))
]


def add_to(app: typer.Typer) -> None:
    """Declare the command."""
    text = _("Check the data: every rule, every finding, sorted by file and line.")
    command(app, "check", text, examples=EXAMPLES)(check)


def check(
    paths: PathsArgument = None,
    format_: FormatOption = "text",
    strict: StrictOption = False,
    stage: StageOption = None,
    changed: ChangedOption = None,
    level: LevelOption = "note",
    show_silenced: SilencedOption = False,
    project: ProjectOption = None,
) -> int:
    """Report the findings; 1 when one of them counts."""
    root = project_root(project)
    from insek_cli.build.check_project import check_project, limited_to
    from insek_cli.findings.reporters import sarif
    from insek_cli.findings.reporters.formats import REPORTERS
    from insek_cli.models.stages import STAGES

    name = one_of(format_, list(REPORTERS), "--format")
    wanted = one_of(stage, STAGES, "--stage") if stage else None
    least = one_of(level, LEVELS, "--level")
    everything = check_project(root, wanted)
    outcome = limited_to(everything, root, paths or (), changed)
    enough = LEVELS[: LEVELS.index(least) + 1]
    shown = [issue for issue in outcome.issues if issue.severity in enough]
    text = REPORTERS[name](shown)
    if text:
        (say if name == "text" else say_data)(text)
    if show_silenced:
        _silenced(outcome)
    if name == "text":
        say_status(_summary(everything.issues, outcome.issues, shown))
    elif name == "sarif" and (cut := sarif.cut_notice(shown)):
        say_status(cut)
    return int(stops_build(outcome.issues, strict=strict))


def _silenced(outcome: "Judged") -> None:
    for issue, reason in outcome.silenced:
        place = f"{issue.position.file}:{issue.position.line}"
        message = _("{place}: {code} silenced: {reason}")
        say_status(message.format(place=place, code=issue.code, reason=reason))


def _summary(
    everything: Sequence["Issue"], issues: Sequence["Issue"], shown: Sequence["Issue"]
) -> str:
    """The findings in words, and what is not to be seen above."""
    from insek_cli.cli.findings_digest import finding_counts

    lines = [finding_counts(issues, all_kinds=True) or _("No findings.")]
    if hidden := len(issues) - len(shown):
        text = ngettext("{n} of them is not shown.", "{n} of them are not shown.", hidden)
        lines.append(text.format(n=hidden))
    errors = [sum(i.severity is Severity.ERROR for i in group) for group in (everything, issues)]
    if more := errors[0] - errors[1]:
        text = ngettext("{n} more error in other files.", "{n} more errors in other files.", more)
        lines.append(text.format(n=more))
    return "\n".join(lines)
