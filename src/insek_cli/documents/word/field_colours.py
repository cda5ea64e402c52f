"""The fields' colours, from the data: character styles, heading bands, tinted number cells."""

import re
from collections.abc import Iterator

from lxml import etree

from insek_cli.documents.word.ooxml import (
    EMU,
    NAMESPACES,
    element,
    parse_part,
    part_bytes,
    q,
    set_format,
    style_id,
    val_of,
)
from insek_cli.documents.word.word_document import WordPackage
from insek_cli.documents.word.word_tables import MARGIN, SHEET, sheet_style
from insek_cli.report.theme import Theme
from insek_cli.report.views import FieldHead, Report


def paint_fields(document: WordPackage, report: Report) -> None:
    """Colour what belongs to a field: number or name always stand beside the colour."""
    _recolour(document, report.theme)
    heads = _heads(report)
    for head in heads.values():
        for style in _styles(document, head):
            document.add_style(style)
        document.add_style(_card(document, head))
        document.add_style(_sheet(document, head))
    _headings(document, report, heads)
    _cells(document, heads)
    _cover(document, [field.kopf for field in report.felder])


def _recolour(document: WordPackage, theme: Theme) -> None:
    """The city's colours in the place of the house's, in styles and above and below the text."""
    for root in (document.styles, *document.headers, *document.footers):
        for node in root.iter(etree.Element):
            for key, code in node.items():
                if _COLOUR.fullmatch(code):
                    node.set(key, _hex(theme.own(f"#{code.lower()}")))


RULE = "C3C8CC"
"""The colour of a hair line."""
MARGINS = {"top": 68, "left": MARGIN, "bottom": 28, "right": MARGIN}
"""Twentieths of a point around the text of a cell in a Steckbrief."""
BETWEEN = 560
"""Twentieths of a point before a Steckbrief: they follow each other, so that none leaves a page
nearly empty."""
_COLOUR = re.compile("[0-9A-Fa-f]{6}")


def _heads(report: Report) -> dict[str, FieldHead]:
    heads = {field.kopf.id: field.kopf for field in report.felder}
    for view in (*report.massnahmen, *report.anhang):
        heads.update({head.id: head for head in view.felder})
        heads[view.feld.id] = view.feld
    return dict(sorted(heads.items()))


def _hex(colour: str) -> str:
    return colour.removeprefix("#").upper()


def _shade(colour: str) -> etree._Element:
    return element("shd", val="clear", color="auto", fill=_hex(colour))


def _styles(document: WordPackage, head: FieldHead) -> Iterator[etree._Element]:
    colour = element("color", val=_hex(head.farbe))
    frame = _edge(head.farbe, 0)
    yield _style(document, "Nummer", head, colour)
    yield _style(document, "Marke", head, element("bdr", **frame), _shade(head.farbe))
    yield _style(
        document, "Marke weitere", head,
        element("color", val=_hex(head.farbe)), element("bdr", **frame), _shade(head.tint),
    )  # fmt: skip


def _style(
    document: WordPackage, base: str, head: FieldHead, *properties: etree._Element
) -> etree._Element:
    name = f"{base} {head.id}"
    return element(
        "style",
        element("name", val=name),
        element("basedOn", val=document.style(base)),
        element("uiPriority", val=31),
        element("rPr", *properties),
        type="character",
        customStyle="1",
        styleId=name.replace(" ", ""),
    )


def _card(document: WordPackage, head: FieldHead) -> etree._Element:
    name = f"Feldkarte {head.id}"
    return element(
        "style",
        element("name", val=name),
        element("basedOn", val=document.style("Feldkarte")),
        element("uiPriority", val=31),
        element("pPr", _borders(head, 6), _shade(head.tint)),
        type="paragraph",
        customStyle="1",
        styleId=name.replace(" ", ""),
    )


def _sheet(document: WordPackage, head: FieldHead) -> etree._Element:
    """Steckbriefe: lines between the rows, the heading row and the labels in the field's tint."""
    line = {"val": "single", "sz": 4, "space": 0, "color": RULE}
    close = {"val": "single", "sz": 8, "space": 0, "color": _hex(head.farbe)}
    return element(
        "style",
        element("name", val=f"{SHEET}{head.id}"),
        element("basedOn", val=document.style("Normal Table")),
        element("uiPriority", val=40),
        element(
            "tblPr",
            element("tblBorders", element("bottom", **close), element("insideH", **line)),
            element(
                "tblCellMar",
                *(element(side, w=width, type="dxa") for side, width in MARGINS.items()),
            ),
        ),
        _condition("firstRow", head),
        _condition("firstCol", head),
        type="table",
        customStyle="1",
        styleId=sheet_style(head.id),
    )


def _condition(part: str, head: FieldHead) -> etree._Element:
    return element("tblStylePr", element("tcPr", _shade(head.tint)), type=part)


def _headings(document: WordPackage, report: Report, heads: dict[str, FieldHead]) -> None:
    """Find the headings by their bookmarks: hf1, m-003."""
    measures = {view.anker: view for view in report.massnahmen}
    chapters = {head.anker: head for head in heads.values()}
    for mark in document.body.iterchildren(q("w:bookmarkStart")):
        name = mark.get(q("w:name"), "")
        heading = next(mark.itersiblings(q("w:p")), None)
        if heading is None:
            continue
        if name in measures:
            view = measures[name]
            if view.kurzform:
                _tinted(heading, view.feld)
            else:
                _filled(heading, view.feld)
            _sized(heading, size=26 if view.kurzform else 34)
            set_format(heading, element("spacing", before=BETWEEN, after=0))
        elif name in chapters:
            _filled(heading, chapters[name])
            _sized(heading, size=36)
            set_format(heading, element("pageBreakBefore"), element("spacing", before=160, after=200))


def _sized(heading: etree._Element, *, size: int) -> None:
    _runs(heading, element("sz", val=size), element("szCs", val=size))


def _filled(heading: etree._Element, head: FieldHead) -> None:
    """A band in the colour of the field, white its text; the border is the padding."""
    sides = {side: 8 if side in ("top", "bottom") else 11 for side in _SIDES}
    borders = (element(side, **_edge(head.farbe, space)) for side, space in sides.items())
    set_format(
        heading,
        element("pBdr", *borders),
        _shade(head.farbe),
        element("ind", left=228, right=228),
    )
    _runs(heading, element("color", val="FFFFFF"))


_SIDES = ("top", "left", "bottom", "right")


def _tinted(paragraph: etree._Element, head: FieldHead) -> None:
    """A band in the tint of the field, its colour beside it; the border is the padding."""
    borders = _borders(head, 8)
    indent = element("ind", left=300)
    set_format(paragraph, borders, _shade(head.tint), indent)


def _borders(head: FieldHead, space: int) -> etree._Element:
    edge = _edge(head.tint, space)
    return element(
        "pBdr",
        element("top", **edge),
        element("left", val="single", sz=48, space=10, color=_hex(head.farbe)),
        element("bottom", **edge),
    )


def _edge(colour: str, space: int) -> dict[str, str | int]:
    return {"val": "single", "sz": 4, "space": space, "color": _hex(colour)}


def _runs(paragraph: etree._Element, *properties: etree._Element) -> None:
    for run in paragraph.iter(q("w:r")):
        target = run.find(q("w:rPr"))
        if target is None:
            target = element("rPr")
            run.insert(0, target)
        for item in properties:
            target.append(element(etree.QName(item).localname, val=item.get(q("w:val"), "")))


def _cells(document: WordPackage, heads: dict[str, FieldHead]) -> None:
    numbers = {f"Nummer{head.id}": head for head in heads.values()}
    for cell in document.body.iter(q("w:tc")):
        name = val_of(cell, "w:p/w:r/w:rPr/w:rStyle")
        properties = cell.find(q("w:tcPr"))
        if name in numbers and properties is not None:
            properties.insert(1, _shade(numbers[name].tint))


def _cover(document: WordPackage, fields: list[FieldHead]) -> None:
    """The bar named „Feldfarbe“ in the reference's first header becomes one bar for each field."""
    for root in document.headers:
        bar = root.find(".//wp:anchor/wp:docPr[@name='Feldfarbe']/../../../../..", NAMESPACES)
        if bar is not None and bar.tag == q("w:r"):
            _bars(bar, fields)


def _bars(bar: etree._Element, fields: list[FieldHead]) -> None:
    paragraph = bar.getparent()
    extent = bar.find(".//wp:extent", NAMESPACES)
    offset = bar.find(".//wp:positionH/wp:posOffset", NAMESPACES)
    if paragraph is None or extent is None or offset is None or not fields:
        return
    gap = 4 * EMU
    left, whole = int(offset.text or 0), int(extent.get("cx", 0))
    width = (whole - gap * (len(fields) - 1)) // len(fields)
    pattern = part_bytes(bar)
    for place, head in enumerate(fields):
        _draw(paragraph, parse_part(pattern), left + place * (width + gap), width, head)
    paragraph.remove(bar)


def _draw(
    paragraph: etree._Element, bar: etree._Element, left: int, width: int, head: FieldHead
) -> None:  # fmt: skip
    for offset in bar.iterfind(".//wp:positionH/wp:posOffset", NAMESPACES):
        offset.text = str(left)
    for extent in bar.iter(q("wp:extent"), q("a:ext")):
        if extent.get("cx"):
            extent.set("cx", str(width))
    for colour in bar.iter(q("a:srgbClr")):
        colour.set("val", _hex(head.farbe))
    for properties in bar.iter(q("wp:docPr")):
        properties.set("name", f"Feldfarbe {head.id}")
    paragraph.append(bar)
