"""The fields' colours, from the data: character styles, heading bands, tinted number cells."""

import re

from lxml import etree

from insek_cli.documents.word.field_styles import add_styles, borders, edge, hex_of, shade
from insek_cli.documents.word.ooxml import (
    EMU,
    NAMESPACES,
    element,
    parse_part,
    part_bytes,
    q,
    set_format,
    val_of,
)
from insek_cli.documents.word.word_document import WordPackage
from insek_cli.report.theme import Theme
from insek_cli.report.views import FieldHead, Report


def paint_fields(document: WordPackage, report: Report) -> None:
    """Colour what belongs to a field: number or name always stand beside the colour."""
    _recolour(document, report.theme)
    heads = _heads(report)
    for head in heads.values():
        add_styles(document, head)
    _headings(document, report, heads)
    _cells(document, heads)
    _cover(document, [field.kopf for field in report.felder])


def _recolour(document: WordPackage, theme: Theme) -> None:
    """The city's colours in the place of the house's, in styles and above and below the text."""
    for root in (document.styles, *document.headers, *document.footers):
        for node in root.iter(etree.Element):
            for key, code in node.items():
                if _COLOUR.fullmatch(code):
                    node.set(key, hex_of(theme.own(f"#{code.lower()}")))


BETWEEN, BETWEEN_SHORT = 560, 360
"""Twentieths of a point before a Steckbrief and a short form: they follow each other, so that none
leaves a page nearly empty."""
_COLOUR = re.compile("[0-9A-Fa-f]{6}")


def _heads(report: Report) -> dict[str, FieldHead]:
    heads = {field.kopf.id: field.kopf for field in report.felder}
    for view in (*report.massnahmen, *report.anhang):
        heads.update({head.id: head for head in view.felder})
        heads[view.feld.id] = view.feld
    return dict(sorted(heads.items()))


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
            before = BETWEEN_SHORT if view.kurzform else BETWEEN
            set_format(heading, element("spacing", before=before, after=0))
        elif name in chapters:
            _filled(heading, chapters[name])
            _sized(heading, size=36)
            set_format(
                heading, element("pageBreakBefore"), element("spacing", before=160, after=200)
            )


def _sized(heading: etree._Element, *, size: int) -> None:
    _runs(heading, element("sz", val=size), element("szCs", val=size))


def _filled(heading: etree._Element, head: FieldHead) -> None:
    """A band in the colour of the field, white its text; the border is the padding."""
    sides = {side: 8 if side in ("top", "bottom") else 11 for side in _SIDES}
    lines = (element(side, **edge(head.farbe, space)) for side, space in sides.items())
    set_format(
        heading,
        element("pBdr", *lines),
        shade(head.farbe),
        element("ind", left=228, right=228),
    )
    _runs(heading, element("color", val="FFFFFF"))


_SIDES = ("top", "left", "bottom", "right")


def _tinted(paragraph: etree._Element, head: FieldHead) -> None:
    """A band in the tint of the field, its colour beside it; the border is the padding."""
    set_format(paragraph, borders(head, 8), shade(head.tint), element("ind", left=300))


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
            properties.insert(1, shade(numbers[name].tint))


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
        colour.set("val", hex_of(head.farbe))
    for properties in bar.iter(q("wp:docPr")):
        properties.set("name", f"Feldfarbe {head.id}")
    paragraph.append(bar)
