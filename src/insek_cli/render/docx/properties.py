"""What the document says about itself: its properties, and the fields that show them."""

from datetime import UTC, datetime
from xml.sax.saxutils import escape

from insek_cli.render import custom
from insek_cli.render.docx.document import Document
from insek_cli.render.docx.ooxml import parse, q, serialise
from insek_cli.render.pandoc import epoch
from insek_cli.report.charts import STAGE_TITLES
from insek_cli.report.origin import origin
from insek_cli.report.views import Report

CORE, ROOT = "docProps/core.xml", "_rels/.rels"
_CORE = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties \
xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\
<dc:title>{title}</dc:title><dc:subject>{subject}</dc:subject><dc:creator>{city}</dc:creator>\
<cp:keywords>INSEK, {city}, Stadtentwicklung</cp:keywords>\
<dc:description>Revision {revision}</dc:description><cp:lastModifiedBy>{city}</cp:lastModifiedBy>\
<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>\
<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified>\
<dc:language>de-DE</dc:language></cp:coreProperties>"""


def describe(document: Document, report: Report) -> None:
    """Write the properties and fill the fields TITLE and SUBJECT of headers and footers."""
    title, subject = report.concept.titel, subject_of(report)
    moment = datetime.fromtimestamp(epoch(report.stand), UTC)
    words = {
        "title": title,
        "subject": subject,
        "city": report.concept.stadt,
        "revision": str(report.revision),
        "moment": f"{moment:%Y-%m-%dT%H:%M:%SZ}",
    }
    safe = {key: escape(text) for key, text in words.items()}
    document.parts[CORE] = _CORE.format(**safe).encode()
    facts = {
        "Revision": words["revision"],
        "Stand": f"{report.stand:%d.%m.%Y}",
        "Herkunft": str(origin(report)),
    }
    _custom(document, facts)
    for name in document.parts:
        if name.startswith(("word/header", "word/footer")):
            document.parts[name] = _filled(
                document.parts[name], {"TITLE": title, "SUBJECT": subject}
            )


def subject_of(report: Report) -> str:
    """Stage and date, and whether this is an excerpt: what every page says beside the title."""
    stage = f"{STAGE_TITLES[report.stufe]}, Stand {report.stand:%d.%m.%Y}"
    return f"{report.auszug} · {stage}" if report.auszug else stage


def _custom(document: Document, facts: dict[str, str]) -> None:
    document.parts[custom.PART] = custom.properties(facts)
    document.declare(custom.PART, custom.TYPE)
    root = parse(document.parts[ROOT])
    if not any(relation.get("Type") == custom.RELATION for relation in root):
        root.append(
            root.makeelement(
                q("rel:Relationship"), Id="rIdCustom", Type=custom.RELATION, Target=custom.PART
            )
        )
        document.parts[ROOT] = serialise(root)


def _filled(part: bytes, results: dict[str, str]) -> bytes:
    """Set the shown result of each field whose instruction begins with one of these words."""
    root = parse(part)
    wanted: str | None = None
    for node in root.iter(q("w:instrText"), q("w:t"), q("w:fldChar")):
        if node.tag == q("w:instrText"):
            wanted = results.get((node.text or "").strip().partition(" ")[0])
        elif node.tag == q("w:t") and wanted is not None:
            node.text, wanted = wanted, ""
        elif node.get(q("w:fldCharType")) == "end":
            wanted = None
    return serialise(root)
