"""The Synopse that councils are used to: old, new and reason side by side, as a Word document.

What goes is struck through, what comes is underlined and bold: never colour alone.
"""

import re
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

from docx import Document as WordDocument
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_UNDERLINE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Cell

from insek_cli.comparison.compare import Change, Comparison, Difference
from insek_cli.comparison.plain import FATES, GROUPS, amounts
from insek_cli.comparison.words import compare as words
from insek_cli.render.docx import archive

WIDTHS = (34, 84, 84, 55)
"""Columns in mm: key, old, new, reason, on A4 across."""
HEADINGS = ("Angabe", "bisher", "neu", "Begründung")


def synopse(found: Comparison, title: str, states: tuple[str, str], stand: date) -> bytes:
    """The Synopse of a comparison; `states` name the old and the new state."""
    document = WordDocument()
    _page(document, title, f"Synopse: {states[0]} – {states[1]}")
    moment = datetime(stand.year, stand.month, stand.day, 12, tzinfo=UTC)
    document.core_properties.created = document.core_properties.modified = moment
    document.add_heading(f"Synopse {title}", level=1)
    document.add_paragraph(f"Bisher: {states[0]}. Neu: {states[1]}. Stand {stand:%d.%m.%Y}.")
    document.add_paragraph("Gestrichenes ist durchgestrichen, Neues unterstrichen und fett.")
    for note in found.notes:
        document.add_paragraph(note)
    for group, name in GROUPS.items():
        if found.of(group):
            document.add_heading(name, level=2)
        for difference in found.of(group):
            _difference(document, difference)
    if found.empty:
        document.add_paragraph("Keine inhaltlichen Änderungen.")
    for money in found.money:
        line = "; ".join(amounts(money.cost, money.funding))
        document.add_paragraph(f"{money.field}: {line}")
    stream = BytesIO()
    document.save(stream)
    return archive.write(_modern(archive.read(stream.getvalue())))


def _modern(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Without the part that only Word 2010 wrote and that the schema does not know."""
    name = b"stylesWithEffects.xml"
    kept = {part: content for part, content in parts.items() if not part.endswith(name.decode())}
    entry = re.compile(rb"<(?:Override|Relationship)\b[^>]*" + re.escape(name) + rb"[^>]*/>")
    for part in ("[Content_Types].xml", "word/_rels/document.xml.rels"):
        kept[part] = entry.sub(b"", kept[part])
    return kept


def _page(document: Document, title: str, subject: str) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin, section.bottom_margin = Mm(20), Mm(16)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Calibri", Pt(10)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "de-DE")
    style.element.get_or_add_rPr().append(language)
    for level in (1, 2, 3):
        heading = document.styles[f"Heading {level}"]
        heading.font.name, heading.font.color.rgb = "Calibri", RGBColor(0x22, 0x30, 0x3A)
        fonts = heading.element.get_or_add_rPr().get_or_add_rFonts()
        for name in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(name), None)
    properties = document.core_properties
    properties.title, properties.subject = f"Synopse {title}", subject
    properties.language, properties.author, properties.comments = "de-DE", title, ""
    _page_number(section.footer.paragraphs[0])


def _page_number(paragraph: Any) -> None:
    for kind, text in (("Seite ", "PAGE"), (" von ", "NUMPAGES")):
        paragraph.add_run(kind)
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), text)
        run = OxmlElement("w:r")
        value = OxmlElement("w:t")
        value.text = "1"
        run.append(value)
        field.append(run)
        paragraph._p.append(field)


def _difference(document: Document, difference: Difference) -> None:
    name = " ".join(filter(None, (difference.id, difference.title)))
    document.add_heading(name or "Angaben zum Konzept", level=3)
    remark = "; ".join((FATES[difference.fate], *difference.moves))
    paragraph = document.add_paragraph(remark)
    paragraph.paragraph_format.keep_with_next = True
    table = document.add_table(rows=1, cols=len(HEADINGS))
    table.style = "Table Grid"
    table.autofit = False
    for cell, text in zip(table.rows[0].cells, HEADINGS, strict=True):
        cell.paragraphs[0].add_run(text).bold = True
    _header_row(table)
    for change in difference.changes:
        _row(table, change, difference.reason)
    for column, width in zip(table.columns, WIDTHS, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, WIDTHS, strict=True):
            cell.width = Mm(width)


def _header_row(table: Table) -> None:
    properties: Any = table.rows[0]._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:tblHeader"))


def _row(table: Table, change: Change, reason: str) -> None:
    cells = table.add_row().cells  # type: ignore[no-untyped-call]
    cells[0].paragraphs[0].add_run(change.title)
    _text(cells[1], change, "old")
    _text(cells[2], change, "new")
    known = reason if change.key.startswith("status") else ""
    cells[3].paragraphs[0].add_run(known or "–")


def _text(cell: _Cell, change: Change, side: str) -> None:
    paragraph = cell.paragraphs[0]
    if not getattr(change, side):
        paragraph.add_run("–")
        return
    for piece in words(change.old, change.new):
        if piece.kind not in ("same", side):
            continue
        run = paragraph.add_run(piece.text)
        if piece.kind == "old":
            run.font.strike = True
        elif piece.kind == "new":
            run.bold = True
            run.font.underline = WD_UNDERLINE.SINGLE
