"""`insek remark add` and `insek remarks`: what was said, for the evening after."""

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Annotated

import typer

from insek_cli.cli import completion
from insek_cli.cli.console import say, say_status, say_table
from insek_cli.cli.framework import command, command_group
from insek_cli.cli.project_options import ProjectOption, project_root, split_values
from insek_cli.cli.workshop_report import SlugArgument
from insek_cli.findings import InsekError
from insek_cli.i18n import _, ngettext

if TYPE_CHECKING:
    from insek_cli.catalog import Catalog, WorkshopRecord

ADD_EXAMPLES = _(
    "  insek remark add massnahmenwerkstatt --field HF2 --measure M-014 "
    '"Mall auch für Schulen öffnen."'
)
LIST_EXAMPLES = _(
    "  insek remarks                               all remarks of all workshops\n"
    "  insek remarks massnahmenwerkstatt --open    those of one that lack an answer"
)
TextArgument = Annotated[
    str, typer.Argument(metavar=_("TEXT"), help=_("The remark, in quotation marks."))
]
FieldOption = Annotated[
    str | None,
    typer.Option(
        "--field",
        metavar="HF2",
        help=_("The field of action it was made on; else that of the measure."),
        autocompletion=completion.complete_fields(),
    ),
]
MeasuresOption = Annotated[
    list[str] | None,
    typer.Option(
        "--measure",
        metavar="M-014,…",
        help=_("The measures it is about, by id or by printed number."),
        autocompletion=completion.complete_measures(),
    ),
]
ThemeOption = Annotated[
    str | None, typer.Option("--theme", metavar=_("THEME"), help=_("The theme it belongs to."))
]
OpenOption = Annotated[bool, typer.Option("--open", help=_("Only those without an answer."))]
OneSlugArgument = Annotated[
    str | None,
    typer.Argument(
        metavar=_("WORKSHOP"),
        help=_("Only this workshop."),
        autocompletion=completion.complete_workshops(),
    ),
]


def add_to(app: typer.Typer) -> None:
    """Declare the commands."""
    remark = command_group(
        "remark", _("Write down what was said in a workshop."), examples=ADD_EXAMPLES
    )
    text = _("Add a remark to the file of a workshop.\n\nIt gets the next free id.")
    command(remark, "add", text, examples=ADD_EXAMPLES)(add)
    app.add_typer(remark)
    text = _("List the remarks of the workshops with their answers.")
    command(app, "remarks", text, examples=LIST_EXAMPLES)(remarks)


def add(
    slug: SlugArgument,
    text: TextArgument,
    field: FieldOption = None,
    measure: MeasuresOption = None,
    theme: ThemeOption = None,
    project: ProjectOption = None,
) -> int:
    """Write the remark behind the others."""
    root = project_root(project)
    catalog = _catalog(root)
    from insek_cli.build.find_workshop import find_workshop
    from insek_cli.build.publish import publish
    from insek_cli.project.new_record import clean_title
    from insek_cli.project.remark_file import next_id, with_remark

    record = find_workshop(root, catalog, slug)
    about = [_measure(catalog, record, name) for name in split_values(measure or [])]
    main = catalog.measure[about[0]].handlungsfeld if about else None
    asked = _field(catalog, field) if field else main
    given = {
        "id": next_id(record.remarks, asked, about),
        "handlungsfeld": asked,
        "thema": clean_title(theme) if theme else None,
        "text": clean_title(text),
        "massnahmen": tuple(about),
    }
    path = PurePosixPath("data", "workshops", slug, "remarks.yaml")
    target = root / path
    raw = target.read_bytes() if target.is_file() else None
    given = {key: value for key, value in given.items() if value}
    publish({target: with_remark(raw, path, given)})
    say(f"{path}: {given['id']}")
    return 0


def _catalog(root: Path) -> "Catalog":
    from insek_cli.source import load_project
    from insek_cli.source.to_catalog import assemble

    return assemble(load_project(root))


def _measure(catalog: "Catalog", record: "WorkshopRecord", name: str) -> str:
    """The id that is meant. A number is the one on the cards of this workshop, else today's."""
    from insek_cli.cli.measure_argument import find_measure
    from insek_cli.findings.reporters.terminal_safe import safe

    printed = {option.nummer: option.id for option in record.optionen}
    id_ = printed.get(name.strip(), "")
    found = catalog.measure.get(id_) or find_measure(name, catalog)
    if name.strip().upper() != found.id:
        say_status(f"{safe(name)}: {found.id} {safe(found.titel)}")
    return found.id


def _field(catalog: "Catalog", name: str) -> str:
    if name.upper() in catalog.field:
        return name.upper()
    message = _("There is no field of action {id}.").format(id=name)
    return _unknown(message, name, list(catalog.field))


def _unknown(message: str, name: str, known: list[str]) -> str:
    from insek_cli.findings.suggest import did_you_mean

    hint = did_you_mean(name.upper(), known) or _("insek list shows what there is.")
    raise InsekError(message, hint, exit_code=2)


def remarks(
    slug: OneSlugArgument = None, only_open: OpenOption = False, project: ProjectOption = None
) -> int:
    """Show the remarks as a table for each workshop."""
    root = project_root(project)
    catalog = _catalog(root)
    from insek_cli.build.find_workshop import find_workshop
    from insek_cli.cli.remarks_table import remarks_table
    from insek_cli.findings.reporters.terminal_safe import safe

    records = [find_workshop(root, catalog, slug)] if slug else catalog.workshops
    total = 0
    for record in records:
        chosen = [r for r in record.remarks if not only_open or r.antwort == "offen"]
        if chosen:
            say(safe(record.workshop.titel))
            say_table(remarks_table(chosen))
        total += len(chosen)
    say_status(ngettext("{n} remark", "{n} remarks", total).format(n=total))
    return 0
