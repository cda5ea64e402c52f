"""How a Synopse looks in Word: A4 across, the city's colours, lines between rows, no dark bars."""

from typing import Any

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph

from insek_cli.documents.office_properties import LANGUAGE
from insek_cli.report.theme import Theme

FONT = "Calibri"
PAGE, MARGIN, FOOT = (297, 210), 20, 16
"""In mm; `MARGIN` at three sides, `FOOT` below."""
WIDTH = PAGE[0] - 2 * MARGIN
LINES = "B9C0C5"
LABEL, BODY = 8, 10
HEADINGS = (20, 14, 11)
"""Points of the three levels."""


def set_up(document: Document, theme: Theme, footer: str) -> None:
    """Paper, styles in the colours of the theme, and `footer` with the number of the page."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = (Mm(side) for side in PAGE)
    section.left_margin = section.right_margin = section.top_margin = Mm(MARGIN)
    section.bottom_margin, section.footer_distance = Mm(FOOT), Mm(8)
    style = document.styles["Normal"]
    style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(BODY), rgb(theme.text)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), LANGUAGE)
    style.element.get_or_add_rPr().append(language)
    style.paragraph_format.space_after = Pt(4)
    for level, size in enumerate(HEADINGS, 1):
        heading = document.styles[f"Heading {level}"]
        heading.font.size = Pt(size)
        heading.font.name, heading.font.color.rgb = FONT, rgb(theme.akzent)
        fonts = heading.element.get_or_add_rPr().get_or_add_rFonts()
        for name in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(name), None)
    _foot(section.footer.paragraphs[0], theme, footer)


def rgb(colour: str) -> RGBColor:
    """#9a3324 as Word's own."""
    return RGBColor.from_string(colour[1:].upper())


def plain_table(parent: Any, columns: tuple[float, ...]) -> Table:
    """A table of one row with these widths in mm, lines between its rows and air in its cells."""
    table: Table = parent.add_table(1, len(columns), Mm(sum(columns)))
    table.alignment = WD_TABLE_ALIGNMENT.LEFT
    table.autofit = False
    _look(table)
    for column, width in zip(table.columns, columns, strict=True):
        column.width = Mm(width)
    return table


def head_row(table: Table, headings: tuple[str, ...], theme: Theme) -> None:
    """Headings in the city's colour over a rule of it, repeated on each page."""
    row = table.rows[0]
    for cell, text in zip(row.cells, headings, strict=True):
        run = cell.paragraphs[0].add_run(text)
        run.bold, run.font.size, run.font.color.rgb = True, Pt(LABEL), rgb(theme.akzent)
        borders = OxmlElement("w:tcBorders")
        borders.append(_line("bottom", theme.akzent[1:].upper(), 12))
        properties: Any = cell._tc.get_or_add_tcPr()
        properties.append(borders)
    _mark(row, "w:tblHeader")
    unbroken(row)


def unbroken(row: _Row) -> None:
    """The row stands on one page."""
    _mark(row, "w:cantSplit")


def fit(table: Table) -> None:
    """Give each cell the width of its column: LibreOffice goes by cells."""
    widths = [column.width for column in table.columns]
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.space_after = Pt(0)


def _mark(row: _Row, name: str) -> None:
    properties: Any = row._tr.get_or_add_trPr()
    if properties.find(qn(name)) is None:
        properties.append(OxmlElement(name))


def _look(table: Table) -> None:
    properties: Any = table._tbl.tblPr
    borders = OxmlElement("w:tblBorders")
    for edge in ("bottom", "insideH"):
        borders.append(_line(edge, LINES, 4))
    margins = OxmlElement("w:tblCellMar")
    for edge, width in (("top", "40"), ("left", "0"), ("bottom", "40"), ("right", "140")):
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


def _line(edge: str, colour: str, eighths: int) -> Any:
    line = OxmlElement(f"w:{edge}")
    named = (("val", "single"), ("sz", str(eighths)), ("space", "0"), ("color", colour))
    for name, value in named:
        line.set(qn(f"w:{name}"), value)
    return line


def _foot(paragraph: Paragraph, theme: Theme, text: str) -> None:
    paragraph.style.paragraph_format.tab_stops.clear_all()  # type: ignore[union-attr]
    paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(f"{text}\t")
    element: Any = paragraph._p
    for words, name in (("Seite ", "PAGE"), (" von ", "NUMPAGES")):
        paragraph.add_run(words)
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), name)
        run, value = OxmlElement("w:r"), OxmlElement("w:t")
        value.text = "1"
        run.append(value)
        field.append(run)
        element.append(field)
    paragraph.style.font.size = Pt(LABEL)  # type: ignore[union-attr]
    paragraph.style.font.color.rgb = rgb(theme.grau)  # type: ignore[union-attr]
