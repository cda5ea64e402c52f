"""`insek remark add`: what was said, written down the evening after."""

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Annotated

import typer

from insek_cli.cli import completion
from insek_cli.cli.console import say, say_status
from insek_cli.cli.framework import command, command_group
from insek_cli.cli.project_options import ProjectOption, project_root, split_values
from insek_cli.cli.workshop_report import SlugArgument
from insek_cli.findings import InsekError
from insek_cli.i18n import _
from insek_cli.limits import read_bounded

if TYPE_CHECKING:
    from insek_cli.catalog import Catalog, WorkshopRecord

EXAMPLES = _(
    "  insek remark add massnahmenwerkstatt --field HF2 --measure M-014 "
    '"Mall auch für Schulen öffnen."'
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


def add_to(app: typer.Typer) -> None:
    """Declare the group with its command."""
    remark = command_group(
        "remark", _("Write down what was said in a workshop."), examples=EXAMPLES
    )
    text = _("Add a remark to the file of a workshop.\n\nIt gets the next free id.")
    command(remark, "add", text, examples=EXAMPLES)(add_remark)
    app.add_typer(remark)


def add_remark(
    slug: SlugArgument,
    text: TextArgument,
    field: FieldOption = None,
    measure: MeasuresOption = None,
    theme: ThemeOption = None,
    project: ProjectOption = None,
) -> int:
    """Write the remark behind the others."""
    root = project_root(project)
    from insek_cli.build.find_workshop import find_workshop
    from insek_cli.build.publish import publish
    from insek_cli.cli.read_data import load_catalog
    from insek_cli.project.new_record import clean_title
    from insek_cli.project.remark_file import next_id, with_remark

    catalog = load_catalog(root)
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
    raw = read_bounded(target) if target.is_file() else None
    given = {key: value for key, value in given.items() if value}
    publish({target: with_remark(raw, path, given)})
    say(f"{path}: {given['id']}")
    return 0


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
