"""The printed sheets of a workshop: data as JSON beside a Typst template of its own."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from insek_cli.documents import pdf
from insek_cli.documents.look_data import look_data
from insek_cli.documents.templates import TemplateSet
from insek_cli.markdown import typography
from insek_cli.models.workshop import Workshop
from insek_cli.wording.notation import days
from insek_cli.workshop.kit.kit import Kit

FOLDER = "typst"
_SPACES = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True)
class PrintedSheet:
    """A sheet to print: file name, template, title of the document, data of its own."""

    file: str
    template: str
    titel: str
    daten: dict[str, Any]


def typeset_sheet(sheet: PrintedSheet, kit: Kit, templates: TemplateSet, folder: Path) -> bytes:
    """The sheet as PDF; `folder` is private to it."""
    folder.mkdir()
    for name, path in templates.all(FOLDER).items():
        (folder / name).write_bytes(path.read_bytes())
    data = json.dumps(typographic(common_data(kit) | _own(sheet)), ensure_ascii=False)
    (folder / "daten.json").write_text(data, encoding="utf-8")
    return pdf.compile_main(folder / sheet.template, kit.report.stand)


def _own(sheet: PrintedSheet) -> dict[str, Any]:
    return {"blatt": sheet.titel, **sheet.daten}


def common_data(kit: Kit) -> dict[str, Any]:
    """What every sheet knows: the workshop, the concept, the fields with their colours."""
    facts = look_data(kit.report)
    return {
        "offen": facts["offen"],
        "konzept": facts["titel"],
        "stadt": facts["stadt"],
        "stand": facts["stand"],
        "farben": facts["farben"],
        "felder": facts["felder"],
        "werkstatt": kit.werkstatt.titel,
        "wann": workshop_date(kit.werkstatt),
        "ort": kit.werkstatt.ort or "",
    }


def workshop_date(workshop: Workshop) -> str:
    """Day or days and hour of a workshop; empty when the day is not known."""
    if workshop.datum is None:
        return ""
    when = days(workshop.datum, workshop.ende)
    if workshop.ende and workshop.ende != workshop.datum:
        return when
    return f"{when}, {workshop.beginn_uhrzeit} Uhr" if workshop.beginn_uhrzeit else when


def typographic(value: Any) -> Any:
    """The data in one line a text, with no-break spaces where German typography wants them."""
    if isinstance(value, str):
        return typography(_SPACES.sub(" ", value).strip())
    if isinstance(value, dict):
        return {key: typographic(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [typographic(item) for item in value]
    return value
