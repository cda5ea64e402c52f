"""`insek new`: a measure or a field of action with the next free id."""

from pathlib import Path, PurePosixPath
from typing import Annotated

import typer

from insek_cli.cli import completion
from insek_cli.cli.console import say, say_status
from insek_cli.cli.framework import command, command_group
from insek_cli.cli.project_options import ProjectOption, given_day, one_of, project_root
from insek_cli.findings import InsekError, Severity
from insek_cli.i18n import _

MEASURE_EXAMPLES = _(
    '  insek new measure "Offene Schulhöfe" --field HF1   data/measures/M-043-….yaml'
)
FIELD_EXAMPLES = _('  insek new field "Mobilität"                        data/fields/HF5.yaml')

WORKSHOP_EXAMPLES = _(
    '  insek new workshop "Maßnahmenwerkstatt"           data/workshops/massnahmenwerkstatt/'
)
REGISTER_EXAMPLES = _(
    "  insek new register plans                          data/registers/plans.yaml"
)

MONITORING_EXAMPLES = _(
    "  insek new monitoring 2026-12-31                   data/monitoring/2026-12-31.yaml"
)

TitleArgument = Annotated[
    str, typer.Argument(metavar=_("TITLE"), help=_("The title, in quotation marks."))
]


def add_to(app: typer.Typer) -> None:
    """Declare the commands."""
    text = _("Add a measure, a field of action, a workshop, a register or a report.")
    examples = (
        MEASURE_EXAMPLES,
        FIELD_EXAMPLES,
        WORKSHOP_EXAMPLES,
        REGISTER_EXAMPLES,
        MONITORING_EXAMPLES,
    )
    new = command_group("new", text, examples="\n".join(examples))
    text = _("Add a measure.\n\nThe file offers every key as a comment, with what belongs there.")
    command(new, "measure", text, examples=MEASURE_EXAMPLES)(measure)
    text = _("Add a field of action.\n\nThe file offers every key as a comment.")
    command(new, "field", text, examples=FIELD_EXAMPLES)(field)
    text = _(
        "Add a workshop.\n\nIts files offer every key as a comment: workshop.yaml for who, when "
        "and what was asked, remarks.yaml for what was said."
    )
    command(new, "workshop", text, examples=WORKSHOP_EXAMPLES)(workshop)
    text = _("Begin a register.\n\nThe file has one entry as an example, with every key offered.")
    command(new, "register", text, examples=REGISTER_EXAMPLES)(register)
    text = _(
        "Begin a report on how far the measures are.\n\nThe file lists the measures and offers "
        "every key of an entry. What it says is printed by: insek monitoring report"
    )
    command(new, "monitoring", text, examples=MONITORING_EXAMPLES)(monitoring)
    app.add_typer(new)


def measure(
    title: TitleArgument,
    field: Annotated[
        str | None,
        typer.Option(
            "--field",
            metavar="HF2",
            help=_("The field of action it belongs to."),
            autocompletion=completion.complete_fields(),
        ),
    ] = None,
    goal: Annotated[
        list[str] | None,
        typer.Option(
            "--goal",
            metavar="HF2.1",
            help=_("A goal or Unterziel it serves; several times for more."),
            autocompletion=completion.complete_goals(),
        ),
    ] = None,
    project: ProjectOption = None,
) -> int:
    """Write the file of a new measure."""
    root = project_root(project)
    from insek_cli.project.new_record import new_measure

    known = _goals(root)
    own = _known_field(root, field)
    goals = [_known_goal(name, known) for name in goal or ()]
    near = {id_: said for id_, said in known.items() if id_.startswith(f"{own}.")}
    return _written(root, dict([new_measure(root, title, own, goals, near)]))


def field(title: TitleArgument, project: ProjectOption = None) -> int:
    """Write the file of a new field of action."""
    root = project_root(project)
    from insek_cli.project.new_record import new_field

    return _written(root, dict([new_field(root, title)]))


def workshop(
    title: TitleArgument,
    date: Annotated[
        str | None, typer.Option("--date", metavar="2026-05-14", help=_("The day it takes place."))
    ] = None,
    project: ProjectOption = None,
) -> int:
    """Write the files of a new workshop."""
    root = project_root(project)
    from insek_cli.project.new_record import new_workshop

    return _written(root, new_workshop(title, date))


def monitoring(
    day: Annotated[
        str | None,
        typer.Argument(
            metavar="2026-12-31",
            help=_("The day it is about; without it today."),
            show_default=False,
        ),
    ] = None,
    project: ProjectOption = None,
) -> int:
    """Write the file of a new report on the measures."""
    root = project_root(project)
    from insek_cli.cli.today import today
    from insek_cli.project.new_record import new_monitoring
    from insek_cli.source import assemble, load_project

    catalog = assemble(load_project(root))
    known = {m.id: m.titel for m in catalog.in_order if m.active}
    date = given_day(day, _("Day")) or today()
    return _written(root, dict([new_monitoring(date, known)]))


def register(
    name: Annotated[
        str,
        typer.Argument(
            metavar=_("REGISTER"), help=_("plans, actors, programmes, districts or abbreviations.")
        ),
    ],
    project: ProjectOption = None,
) -> int:
    """Write the file of a register that is not there yet."""
    root = project_root(project)
    from insek_cli.models.record_kinds import REGISTERS
    from insek_cli.project.new_record import register_text

    found = REGISTERS[one_of(name, list(REGISTERS), _("REGISTER"))]
    return _written(root, {PurePosixPath(found.place): register_text(found)})


def _known_field(root: Path, name: str | None) -> str:
    from insek_cli.findings.suggest import did_you_mean
    from insek_cli.source import load_project

    fields = {record.model.id: record.model.titel for record in load_project(root).fields}
    if name and name.upper() in fields:
        return name.upper()
    message = _("There is no field of action {id}.").format(id=name)
    if name is None:
        message = _("Which field of action? Name it with --field.")
    guess = did_you_mean(name or "", fields)
    known = [f"{id_} {title}" for id_, title in fields.items()]
    lines = [guess or _("Known:"), *known] if known else [_("Add one with: insek new field")]
    raise InsekError(message, "\n".join(lines), exit_code=2)


def _goals(root: Path) -> dict[str, str]:
    """Number and title of each goal by its id."""
    from insek_cli.source import assemble, load_project

    goals = assemble(load_project(root)).goals
    return {id_: f"Z {placed.number} {placed.goal.titel}" for id_, placed in goals.items()}


def _known_goal(name: str, known: dict[str, str]) -> str:
    """The id of a goal that is named by its id or its number."""
    by_number = {said.split()[1]: id_ for id_, said in known.items()}
    id_ = name.upper() if name.upper() in known else by_number.get(name.upper().strip("Z "))
    if id_:
        return id_
    message = _("There is no goal {id}.").format(id=name)
    lines = [_("Known:"), *(f"{each} {said}" for each, said in known.items())]
    raise InsekError(message, "\n".join(lines) if known else "", exit_code=2)


def _written(root: Path, texts: dict[PurePosixPath, str]) -> int:
    """Write the files, check them as a build would, say where they are."""
    from insek_cli.cli.build_summary import path_from_here
    from insek_cli.findings.reporters.plain_report import findings_text
    from insek_cli.findings.reporters.terminal_safe import safe
    from insek_cli.project.write_new import write_new_files
    from insek_cli.source import load_project

    write_new_files(root, {path: text.encode() for path, text in texts.items()})
    for path in texts:
        say(safe(path_from_here(root / path)))
    loaded = load_project(root)
    own = [issue for issue in loaded.issues if issue.position.file in texts]
    if own:
        say_status(findings_text(own))
    return int(any(issue.severity is Severity.ERROR for issue in own))
