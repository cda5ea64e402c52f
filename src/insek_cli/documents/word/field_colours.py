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


def _headings(document: WordPackage, report: Report, heads: dict[str, FieldHead]) -> None:
    """Find the headings by their bookmarks: hf1, m-003."""
    measures = {view.anker: view for view in report.massnahmen}
    flowing = _flowing(report)
    chapters = {head.anker: head for head in heads.values()}
    for mark in document.body.iterchildren(q("w:bookmarkStart")):
        name = mark.get(q("w:name"), "")
        heading = next(mark.itersiblings(q("w:p")), None)
        if heading is None:
            continue
        if name in measures:
            view = measures[name]
            size = 26 if view.kurzform else 34
            _band(heading, view.feld, size=size, new_page=name not in flowing)
            meta = heading.getnext()
            if meta is not None and style_id(meta) == document.style("Steckbrief Angaben"):
                _tinted(meta, view.feld)
        elif name in chapters:
            _band(heading, chapters[name], size=36)


def _flowing(report: Report) -> set[str]:
    """Measures in short form that go on where the field or another short form ended."""
    return {
        view.anker
        for field in report.felder
        for place, run in enumerate(field.folgen)
        for number, view in enumerate(run)
        if view.kurzform and (number > 0 or place == 0)
    }


def _band(heading: etree._Element, head: FieldHead, *, size: int, new_page: bool = True) -> None:
    _tinted(heading, head)
    if new_page:
        set_format(heading, element("pageBreakBefore"))
    else:
        set_format(heading, element("spacing", before=480))
    _runs(heading, element("sz", val=size), element("szCs", val=size))


def _tinted(paragraph: etree._Element, head: FieldHead) -> None:
    """Neighbours with the same borders become one band; the tint's own border is the padding."""
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
