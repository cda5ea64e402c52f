"""Tables: fixed widths in the width of their page, repeated headings, rows that stay together."""

from dataclasses import dataclass

from lxml import etree

from insek_cli.documents.word.ooxml import (
    element,
    format_of,
    q,
    set_format,
    set_style,
    style_id,
    text_of,
    val_of,
)
from insek_cli.documents.word.sections import printable_width
from insek_cli.documents.word.word_document import WordPackage

SHORT = 700
"""Characters of the longest cell up to which a row is kept on one page."""
NARROW = 480
"""Twentieths of a point up to which a column (a mark, a number) has no margins inside."""
MARGIN = 113
"""Twentieths of a point between the side of a cell of a Steckbrief and what it holds."""
GAP = 200
"""Twentieths of a point between a table and the text after it."""

_SPACING = q("w:spacing")


@dataclass(frozen=True)
class TableStyles:
    """The names of the styles of a table and of the paragraphs in it."""

    table: str
    plain: str
    head: str
    listed: str


USUAL = TableStyles("Table", "Tabelle", "Tabellenkopf", "Tabelle Liste")
WIDE = TableStyles("Tabelle breit", "Tabelle klein", "Tabelle klein Kopf", "Tabelle klein Liste")


SHEET = "Steckbrief "
"""Begins the names of the styles of Steckbriefe, one for each field."""


def sheet_style(field: str) -> str:
    """The id of the style of a field's Steckbriefe."""
    return (SHEET + field).replace(" ", "")


def style_tables(document: WordPackage) -> None:
    """Give every table its style, its widths and its rows their properties."""
    upright = printable_width(document.pages[0])
    headings = {document.style(f"heading {level}") for level in range(1, 6)}
    for table, page in _pages(document):
        width = printable_width(page)
        look = WIDE if width > upright else USUAL
        own = val_of(table, "w:tblPr/w:tblStyle") or ""
        if own.startswith(SHEET):
            sizes = _widths(table, width)
            _properties(sheet_style(own.removeprefix(SHEET)), table, sizes)
            _sheet(document, table)
            for inner in table.iterfind(f".//{q('w:tc')}/{q('w:tbl')}"):
                _grid(document, inner, USUAL, sizes[-1] - 2 * MARGIN)
        else:
            _grid(document, table, look, width)
            _gap(table, headings)


def _grid(document: WordPackage, table: etree._Element, look: TableStyles, width: int) -> None:
    _properties(document.style(look.table), table, _widths(table, width))
    rows = list(table.iterchildren(q("w:tr")))
    for row in rows:
        _row(document, row, look)
    _start(rows)


def _pages(document: WordPackage) -> list[tuple[etree._Element, etree._Element]]:
    """Each table with the section it stands in: the next section end after it."""
    found, waiting = [], []
    last = f"{q('w:pPr')}/{q('w:sectPr')}"
    for child in document.body:
        end = child if child.tag == q("w:sectPr") else child.find(last)
        if child.tag == q("w:tbl"):
            waiting.append(child)
        elif end is not None:
            found += [(table, end) for table in waiting]
            waiting = []
    return found


def _widths(table: etree._Element, width: int) -> list[int]:
    columns = list(table.iter(q("w:gridCol")))
    shares = [int(column.get(q("w:w"), 1)) for column in columns]
    sizes = [width * share // sum(shares) for share in shares]
    for column, size in zip(columns, sizes, strict=True):
        column.set(q("w:w"), str(size))
    return sizes


def _properties(style: str, table: etree._Element, sizes: list[int]) -> None:
    properties = table.find(q("w:tblPr"))
    if properties is not None:
        kept = [child for child in properties if child.tag == q("w:tblLook")]
        properties[:] = [
            element("tblStyle", val=style),
            element("tblW", w=sum(sizes), type="dxa"),
            element("tblLayout", type="fixed"),
            *kept,
        ]
    for row in table.iterchildren(q("w:tr")):
        for cell, size in zip(row.iterchildren(q("w:tc")), sizes, strict=False):
            format_ = _first(cell, "tcPr")
            format_.insert(0, element("tcW", w=size, type="dxa"))
            if size <= NARROW:
                sides = (element(side, w=0, type="dxa") for side in ("left", "right"))
                format_.append(element("tcMar", *sides))


def _sheet(document: WordPackage, table: etree._Element) -> None:
    """Rows of a Steckbrief: a page ends between them, else between paragraphs of a long one."""
    for look in table.iterfind(f"{q('w:tblPr')}/{q('w:tblLook')}"):
        look.set(q("w:firstColumn"), "1")
        look.set(q("w:val"), "00A0")
    rows = list(table.iterchildren(q("w:tr")))
    facts = document.style("Steckbrief Angaben")
    for number, row in enumerate(rows):
        longest = max((len(text_of(cell)) for cell in row.iterchildren(q("w:tc"))), default=0)
        if longest <= SHORT:
            _first(row, "trPr").insert(0, element("cantSplit"))
        for paragraph in row.iter(q("w:p")):
            if number == 0:
                set_style(paragraph, facts)
            if number <= 1 < len(rows):
                set_format(paragraph, element("keepNext"))
            if longest > SHORT:
                set_format(paragraph, element("keepLines"))


def _row(document: WordPackage, row: etree._Element, look: TableStyles) -> None:
    is_head = row.find(f"{q('w:trPr')}/{q('w:tblHeader')}") is not None
    longest = max((len(text_of(cell)) for cell in row.iterchildren(q("w:tc"))), default=0)
    if is_head or longest <= SHORT:
        _first(row, "trPr").insert(0, element("cantSplit"))
    for paragraph in row.iter(q("w:p")):
        numbered = val_of(paragraph, "w:pPr/w:numPr/w:numId")
        listed = look.listed if numbered in document.bullets else look.plain
        set_style(paragraph, document.style(look.head if is_head else listed))
        if is_head:
            _lighten(paragraph)


def _lighten(paragraph: etree._Element) -> None:
    """On the dark ground of a head a link has the colour of its text and a line below."""
    for link in paragraph.iter(q("w:hyperlink")):
        for style in list(link.iter(q("w:rStyle"))):
            if (properties := style.getparent()) is not None:
                properties.remove(style)
                properties.append(element("u", val="single"))


def _start(rows: list[etree._Element]) -> None:
    """A table does not begin with a single row at the foot of a page."""
    for row in rows[1:2] if len(rows) > 2 else ():
        for paragraph in row.iter(q("w:p")):
            set_format(paragraph, element("keepNext"))


def _gap(table: etree._Element, headings: set[str]) -> None:
    """Tables know no space after them, so the text that follows brings it."""
    following = next(table.itersiblings(q("w:p"), q("w:tbl")), None)
    if following is None or following.tag != q("w:p"):
        return
    is_heading = style_id(following) in headings
    if not is_heading and format_of(following).find(_SPACING) is None:
        set_format(following, element("spacing", before=GAP))


def _first(parent: etree._Element, name: str) -> etree._Element:
    found = parent.find(q(f"w:{name}"))
    if found is None:
        found = element(name)
        parent.insert(0, found)
    return found
