"""What the document says about itself: its properties, and the fields that show them."""

from datetime import UTC, datetime

from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from insek_cli.documents.engines.pandoc import document_epoch
from insek_cli.documents.office_properties import CUSTOM, CUSTOM_TYPE, Properties, add_facts
from insek_cli.documents.word.ooxml import q
from insek_cli.documents.word.word_document import WordPackage
from insek_cli.report.chart_data import stage_title
from insek_cli.report.origin import origin
from insek_cli.report.views import Report
from insek_cli.wording.notation import day


def write_properties(document: WordPackage, report: Report) -> None:
    """Write the properties and fill the fields TITLE and SUBJECT of headers and footers."""
    city = report.concept.stadt
    properties = Properties(
        report.concept.titel,
        subject_of(report),
        city,
        keywords=f"INSEK, {city}, Stadtentwicklung",
        comments=f"Revision {report.revision}",
    )
    moment = datetime.fromtimestamp(document_epoch(report.stand), UTC)
    properties.write(document.package.core_properties, moment)
    facts = {
        "Revision": str(report.revision),
        "Stand": day(report.stand),
        "Herkunft": str(origin(report)),
    }
    part = Part(PackURI(CUSTOM), CUSTOM_TYPE, package=document.package)
    add_facts(document.package, part, facts)
    for root in (*document.headers, *document.footers):
        _fill(root, {"TITLE": properties.title, "SUBJECT": properties.subject})


def subject_of(report: Report) -> str:
    """Stage and date, and whether this is an excerpt: what every page says beside the title."""
    stage = f"{stage_title(report)}, Stand {day(report.stand)}"
    return f"{report.auszug} · {stage}" if report.auszug else stage


def _fill(root: etree._Element, results: dict[str, str]) -> None:
    """Set the shown result of each field whose instruction begins with one of these words."""
    wanted: str | None = None
    for node in root.iter(q("w:instrText"), q("w:t"), q("w:fldChar")):
        if node.tag == q("w:instrText"):
            wanted = results.get((node.text or "").strip().partition(" ")[0])
        elif node.tag == q("w:t") and wanted is not None:
            node.text, wanted = wanted, ""
        elif node.get(q("w:fldCharType")) == "end":
            wanted = None
