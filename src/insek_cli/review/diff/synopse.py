"""The Synopse that councils are used to: old, new and reason side by side, as a Word document.

What goes is struck through, what comes is underlined and bold: never colour alone.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

from docx import Document as WordDocument
from docx.blkcntnr import BlockItemContainer
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_UNDERLINE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Cell

from insek_cli.documents import office_package
from insek_cli.documents.office_properties import LANGUAGE, Properties
from insek_cli.i18n import german
from insek_cli.review.diff import terms
from insek_cli.review.diff.compare import Comparison, Difference
from insek_cli.review.diff.key_changes import Change
from insek_cli.review.diff.two_columns import Side, side
from insek_cli.wording.notation import day

WIDTHS = (34, 84, 84, 55)
"""Columns in mm: key, old, new, reason, on A4 across."""
DARK, LINES = "22303A", "B9C0C5"
KEPT = 3
"""Rows at the beginning of a table that stay together on a page."""
HEADINGS = ("Angabe", "bisher", "neu", "Begründung")


def synopse(found: Comparison, title: str, states: tuple[str, str], stand: date) -> bytes:
    """The Synopse of a comparison; `states` name the old and the new state."""
    document = WordDocument()
    _page(document)
    moment = datetime(stand.year, stand.month, stand.day, 12, tzinfo=UTC)
    subject = f"Synopse: {states[0]} – {states[1]}"
    Properties(f"Synopse {title}", subject, title).write(document.core_properties, moment)
    document.add_heading(f"Synopse {title}", level=1)
    document.add_paragraph(f"Bisher: {states[0]}. Neu: {states[1]}. Stand {day(stand)}.")
    document.add_paragraph("Gestrichenes ist durchgestrichen, Neues unterstrichen und fett.")
    for note in found.notes:
        document.add_paragraph(note)
    for group, name in terms.GROUPS.items():
        if found.of(group):
            document.add_heading(german(name), level=2)
        _append(document, (_difference(document, each) for each in found.of(group)))
    if found.empty:
        document.add_paragraph(german(terms.NOTHING))
    if found.money:
        document.add_heading("Kosten und Förderung", level=2)
    for money in found.money:
        document.add_paragraph(terms.money(money, german))
    _modernise(document)
    return office_package.saved(document)


def _modernise(document: Document) -> None:
    """Without the part that only Word 2010 wrote and that the schema does not know."""
    for name, relation in list(document.part.rels.items()):
        if relation.reltype.endswith("/stylesWithEffects"):
            document.part.drop_rel(name)


def _page(document: Document) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin, section.bottom_margin = Mm(20), Mm(16)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Calibri", Pt(10)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), LANGUAGE)
    style.element.get_or_add_rPr().append(language)
    style.paragraph_format.space_after = Pt(4)
    for level, size in enumerate((20, 14, 11), 1):
        heading = document.styles[f"Heading {level}"]
        heading.font.size = Pt(size)
        heading.font.name, heading.font.color.rgb = "Calibri", RGBColor(0x22, 0x30, 0x3A)
        fonts = heading.element.get_or_add_rPr().get_or_add_rFonts()
        for name in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(name), None)
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


def _append(document: Document, containers: Iterable[BlockItemContainer]) -> None:
    """Add what each holds to the end of the text, where the library would look for the end anew."""
    end = document.element.body[-1]
    for container in containers:
        for block in list(container._element):
            end.addprevious(block)


def _difference(document: Document, difference: Difference) -> BlockItemContainer:
    made = BlockItemContainer(OxmlElement("w:body"), document)  # type: ignore[arg-type]
    made.add_paragraph(terms.name(difference, german), "Heading 3")
    remark = "; ".join(terms.fate(difference, german))
    paragraph = made.add_paragraph(remark)
    paragraph.paragraph_format.keep_with_next = True
    # The reason of a status has a column of its own.
    shown = [change for change in difference.changes if change.key != "status_begruendung"]
    if shown:
        _table(made, shown, difference.reason)
    elif difference.reason:
        made.add_paragraph(f"Begründung: {difference.reason}")
    return made


def _table(parent: BlockItemContainer, changes: list[Change], reason: str) -> None:
    table = parent.add_table(1, len(HEADINGS), Mm(sum(WIDTHS)))
    table.autofit = False
    _look(table)
    for cell, text in zip(table.rows[0].cells, HEADINGS, strict=True):
        run = cell.paragraphs[0].add_run(text)
        run.bold, run.font.color.rgb = True, RGBColor(0xFF, 0xFF, 0xFF)
        _shade(cell)
    _header_row(table)
    for change in changes:
        _row(table, change)
    for number, row in enumerate(table.rows):
        for cell, width in zip(row.cells, WIDTHS, strict=True):
            cell.width = Mm(width)
            form = cell.paragraphs[0].paragraph_format
            form.space_after = Pt(0)
            form.keep_with_next = number < min(KEPT, len(changes))
    for column, width in zip(table.columns, WIDTHS, strict=True):
        column.width = Mm(width)
    _reason(table, reason)


def _look(table: Table) -> None:
    """Lines between the rows, and air in the cells."""
    properties: Any = table._tbl.tblPr
    borders = OxmlElement("w:tblBorders")
    for edge in ("top", "bottom", "insideH"):
        line = OxmlElement(f"w:{edge}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", LINES)):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    margins = OxmlElement("w:tblCellMar")
    for edge, width in (("top", "40"), ("left", "85"), ("bottom", "40"), ("right", "85")):
        margin = OxmlElement(f"w:{edge}")
        margin.set(qn("w:w"), width)
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    place = properties.find(qn("w:tblLook"))
    for part in (borders, margins):
        place.addprevious(part)
    layout = properties.find(qn("w:tblLayout"))
    if layout is not None:
        margins.addprevious(layout)


def _shade(cell: _Cell) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", DARK)):
        shade.set(qn(f"w:{name}"), value)
    properties: Any = cell._tc.get_or_add_tcPr()
    properties.append(shade)


def _header_row(table: Table) -> None:
    properties: Any = table.rows[0]._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:tblHeader"))


def _row(table: Table, change: Change) -> None:
    row = table.add_row()  # type: ignore[no-untyped-call]
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    cells = row.cells
    cells[0].paragraphs[0].add_run(change.title)
    _text(cells[1], change, "old")
    _text(cells[2], change, "new")


def _reason(table: Table, reason: str) -> None:
    """One reason stands beside all changes of a record."""
    last = len(HEADINGS) - 1
    cell = table.cell(1, last).merge(table.cell(len(table.rows) - 1, last))
    cell.paragraphs[0].add_run(reason or "–")


def _text(cell: _Cell, change: Change, which: Side) -> None:
    paragraph = cell.paragraphs[0]
    if not getattr(change, which):
        paragraph.add_run("–")
        return
    for piece in side(change, which):
        run = paragraph.add_run(piece.text)
        if piece.kind == "old":
            run.font.strike = True
        elif piece.kind == "new":
            run.bold = True
            run.font.underline = WD_UNDERLINE.SINGLE
