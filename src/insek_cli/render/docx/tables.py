"""Tables: fixed widths in the width of their page, repeated headings, rows that stay together."""

from lxml import etree

from insek_cli.render.docx.document import Document
from insek_cli.render.docx.ooxml import element, q, set_style, text, value
from insek_cli.render.docx.sections import text_width

SHORT = 700
"""Characters of the longest cell up to which a row is kept on one page."""
PLAIN, SMALL = ("Tabelle", "Tabellenkopf", "Tabelle Liste"), (
    "Tabelle klein", "Tabelle klein Kopf", "Tabelle klein Liste",
)  # fmt: skip


def shape(document: Document) -> None:
    """Give every table its style, its widths and its rows their properties."""
    pages = _pages(document)
    upright = text_width(document.pages[0])
    for table, page in pages:
        width = text_width(page)
        _widths(document, table, width)
        names = SMALL if width > upright else PLAIN
        for row in table.iterchildren(q("w:tr")):
            _row(document, row, names)


def _pages(document: Document) -> list[tuple[etree._Element, etree._Element]]:
    """Each table with the section it stands in: the next section end after it."""
    found, waiting = [], []
    for child in document.body:
        end = child if child.tag == q("w:sectPr") else child.find(f"{q('w:pPr')}/{q('w:sectPr')}")
        if child.tag == q("w:tbl"):
            waiting.append(child)
        elif end is not None:
            found += [(table, end) for table in waiting]
            waiting = []
    return found


def _widths(document: Document, table: etree._Element, width: int) -> None:
    properties = table.find(q("w:tblPr"))
    columns = list(table.iter(q("w:gridCol")))
    shares = [int(column.get(q("w:w"), 1)) for column in columns]
    sizes = [width * share // sum(shares) for share in shares]
    for column, size in zip(columns, sizes, strict=True):
        column.set(q("w:w"), str(size))
    if properties is not None:
        kept = [child for child in properties if child.tag == q("w:tblLook")]
        properties[:] = [
            element("tblStyle", val=document.style("Table")),
            element("tblW", w=sum(sizes), type="dxa"),
            element("tblLayout", type="fixed"),
            *kept,
        ]
    for row in table.iterchildren(q("w:tr")):
        for cell, size in zip(row.iterchildren(q("w:tc")), sizes, strict=False):
            _cell_width(cell, size)


def _cell_width(cell: etree._Element, size: int) -> None:
    properties = cell.find(q("w:tcPr"))
    if properties is None:
        properties = element("tcPr")
        cell.insert(0, properties)
    properties.insert(0, element("tcW", w=size, type="dxa"))


def _row(document: Document, row: etree._Element, names: tuple[str, str, str]) -> None:
    plain, head, listed = names
    is_head = row.find(f"{q('w:trPr')}/{q('w:tblHeader')}") is not None
    longest = max((len(text(cell)) for cell in row.iterchildren(q("w:tc"))), default=0)
    if is_head or longest <= SHORT:
        properties = row.find(q("w:trPr"))
        if properties is None:
            properties = element("trPr")
            row.insert(0, properties)
        properties.insert(0, element("cantSplit"))
    for paragraph in row.iter(q("w:p")):
        numbered = value(paragraph, "w:pPr/w:numPr/w:numId")
        name = head if is_head else listed if numbered in document.bullets else plain
        set_style(paragraph, document.style(name))
