"""Pictures: drawings that Word needs as pixels, sizes within the page, alternative texts."""

import re
from itertools import count
from urllib.parse import unquote

from lxml import etree

from insek_cli.documents.word.ooxml import EMU, NAMESPACES, q, style_id
from insek_cli.documents.word.sections import printable_width
from insek_cli.documents.word.word_document import WordPackage
from insek_cli.documents.word.word_tables import MARGIN

DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
"""The extension by which Office marks a picture that says nothing."""
_DRAWING = re.compile(r"!\[[^\n]*?\]\(<([^>\n]+\.svg)>\)", re.IGNORECASE)
HIGHEST, SMALL, IN_CELL = 150 * EMU, 65 * EMU, 80 * EMU
"""How high a map, any other picture, and one in a table may become."""
TWENTIETH = 635
"""English Metric Units in a twentieth of a point."""


def drawing_paths(text: str) -> list[str]:
    """The paths of the SVG drawings that the Markdown shows."""
    return list(dict.fromkeys(map(unquote, _DRAWING.findall(text))))


def describe_pictures(document: WordPackage) -> None:
    """Number and name every picture, fit it to the page, mark those that are decoration."""
    widest = printable_width(document.pages[0]) * TWENTIETH
    small = document.style("Abbildung klein")
    place = 0
    for place, drawing in enumerate(document.body.iter(q("wp:inline"), q("wp:anchor")), 1):
        paragraph = next(drawing.iterancestors(q("w:p")))
        cell = next(paragraph.iterancestors(q("w:tc")), None)
        if drawing.tag == q("wp:inline"):
            highest = SMALL if style_id(paragraph) == small else HIGHEST
            shrink_to(drawing, widest, highest) if cell is None else _fit(drawing, cell)
        for properties in drawing.iter(q("wp:docPr")):
            properties.set("id", str(place))
            properties.set("name", f"Abbildung {place}")
            properties.attrib.pop("title", None)
            if not properties.get("descr"):
                _decorate(properties)
    _number_headers(document, place + 1)


def _fit(drawing: etree._Element, cell: etree._Element) -> None:
    width = cell.find(f"{q('w:tcPr')}/{q('w:tcW')}")
    inside = int(width.get(q("w:w"), 0)) - 2 * MARGIN if width is not None else 0
    shrink_to(drawing, max(inside, MARGIN) * TWENTIETH, IN_CELL)


def _number_headers(document: WordPackage, first: int) -> None:
    """The numbers of drawings are unique in the whole document."""
    free = count(first)
    for root in (*document.headers, *document.footers):
        for properties in root.iter(q("wp:docPr")):
            properties.set("id", str(next(free)))


def shrink_to(inline: etree._Element, widest: int, highest: int) -> None:
    """Make a picture smaller where it is larger than that (EMU)."""
    # Without these, readers put a distance of their own around the picture.
    for side in "TBLR":
        inline.set(f"dist{side}", "0")
    extent = inline.find("wp:extent", NAMESPACES)
    if extent is None:
        return
    width, height = int(extent.get("cx", 1)), int(extent.get("cy", 1))
    factor = min(1.0, widest / max(width, 1), highest / max(height, 1))
    for size in (extent, *inline.iterfind(".//pic:spPr/a:xfrm/a:ext", PICTURE)):
        size.set("cx", str(int(width * factor)))
        size.set("cy", str(int(height * factor)))


def _decorate(properties: etree._Element) -> None:
    properties.set("descr", "")
    listing = etree.SubElement(properties, q("a:extLst"))
    extension = etree.SubElement(listing, q("a:ext"), uri=DECORATIVE)
    mark = etree.SubElement(extension, q("adec:decorative"), nsmap={"adec": NAMESPACES["adec"]})
    mark.set("val", "1")


PICTURE = {**NAMESPACES, "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture"}
