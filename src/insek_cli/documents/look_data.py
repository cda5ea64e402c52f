"""What the look of a PDF needs to know besides the text, as data for Typst."""

from collections.abc import Sequence
from dataclasses import dataclass

from insek_cli.report.chart_data import stage_title
from insek_cli.report.open_marks import open_mark
from insek_cli.report.origin import origin
from insek_cli.report.views import FieldHead, MeasureView, Report
from insek_cli.wording.notation import day


@dataclass(frozen=True)
class Attachment:
    """A file inside the PDF (PDF/A-3, ISO 19005-3: with type, description and relationship)."""

    name: str
    content: bytes
    mime: str
    description: str


def look_data(report: Report, attachments: Sequence[Attachment] = ()) -> dict[str, object]:
    """What the look needs to know besides the text: title, dates, field colours, figures."""
    concept = report.concept
    heads = [_head(field.kopf) for field in report.felder]
    catalog_heads = {head["id"]: head for head in heads}
    for view in (*report.massnahmen, *report.anhang):
        for head in view.felder:
            catalog_heads.setdefault(head.id, _head(head))
    return {
        "titel": concept.titel,
        "untertitel": concept.untertitel or "",
        "stadt": concept.stadt,
        "stufe": stage_title(report),
        "stand": day(report.stand),
        "revision": str(report.revision),
        "herkunft": str(origin(report)),
        "auszug": report.auszug,
        "offen": open_mark(report),
        "farben": report.theme.roles,
        "felder": catalog_heads,
        "kacheln": [_tile(view) for view in report.massnahmen],
        "diagramme": report.diagramme,
        "zeitplan": report.zeitplan.daten,
        "kosten": {table.name: table.daten for table in report.kosten.tafeln},
        "anlagen": [
            {"datei": file.name, "art": file.mime, "beschreibung": file.description}
            for file in attachments
        ],
    }


def _head(head: FieldHead) -> dict[str, object]:
    return {
        "id": head.id,
        "nummer": head.nummer,
        "titel": head.titel,
        "farbe": head.farbe,
        "tint": head.tint,
    }


def _tile(view: MeasureView) -> dict[str, object]:
    """What the drawing of the cover knows of a measure."""
    return {"felder": [head.id for head in view.felder], "leuchtturm": view.daten.leuchtturm}
