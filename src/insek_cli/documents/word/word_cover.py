"""The cover: titles that fit the dark field, below it logos and the title image."""

from lxml import etree

from insek_cli.documents.text_fit import largest_size
from insek_cli.documents.word.ooxml import EMU, NAMESPACES, element, q, style_id, text_of
from insek_cli.documents.word.word_document import WordPackage
from insek_cli.documents.word.word_pictures import PICTURE, shrink_to

WIDTH = 476.0
"""Points between the margins."""
FIELDS = {
    "Title": (150.0, (40, 34, 28, 24, 20, 17, 14, 11), True),
    "Subtitle": (90.0, (17, 14, 12, 10), False),
    "Stufe": (60.0, (14, 12, 10), True),
}
"""By style: the height there is in points, the sizes in points, and whether it is bold."""
MARK = "Logo"
"""The style that the filter gives to the paragraph of the logos."""
LEFT, TOP, GAP = 22 * EMU, 183 * EMU, 8 * EMU
LOGO_WIDTH, LOGO_HEIGHT = 70 * EMU, 22 * EMU
IMAGE = "Titelbild"
"""The style that the filter gives to the paragraph of the title image."""
PAGE_WIDTH, PAGE_HEIGHT = 210 * EMU, 297 * EMU
BELOW_FIELD, BELOW_LOGOS = 172 * EMU, 212 * EMU
"""Where the title image begins, to the lower edge of the page."""
WHOLE = 100_000
"""What a picture is cut by is told in thousandths of a percent (ECMA-376, 20.1.10.41)."""


def arrange_cover(document: WordPackage) -> None:
    """Fit the titles and hang up the logos, while their paragraphs still carry the mark."""
    for name, (height, sizes, bold) in FIELDS.items():
        style = document.style(name)
        for paragraph in document.body.iterchildren(q("w:p")):
            if style_id(paragraph) == style:
                _size(
                    paragraph,
                    largest_size(text_of(paragraph), WIDTH, height, sizes, bold=bold),
                    sizes[0],
                )
    paragraphs = {style_id(each): each for each in document.body.iterchildren(q("w:p"))}
    if MARK in paragraphs:
        _hang(paragraphs[MARK])
    if IMAGE in paragraphs:
        _fill(paragraphs[IMAGE], BELOW_LOGOS if MARK in paragraphs else BELOW_FIELD)


def _size(paragraph: etree._Element, size: float, usual: float) -> None:
    if size == usual:
        return
    half = round(size * 2)
    for run in paragraph.iter(q("w:r")):
        properties = run.find(q("w:rPr"))
        if properties is None:
            properties = element("rPr")
            run.insert(0, properties)
        properties.extend((element("sz", val=half), element("szCs", val=half)))


def _hang(paragraph: etree._Element) -> None:
    """Set the logos side by side at a place of the page, whatever the titles need above."""
    left = LEFT
    for inline in list(paragraph.iter(q("wp:inline"))):
        shrink_to(inline, LOGO_WIDTH, LOGO_HEIGHT)
        extent = inline.find("wp:extent", NAMESPACES)
        width = int(extent.get("cx", 0)) if extent is not None else 0
        _anchor(inline, left, TOP)
        left += width + GAP


def _fill(paragraph: etree._Element, top: int) -> None:
    """Set the title image over the width of the page, cut to what is left of its height."""
    for inline in list(paragraph.iter(q("wp:inline"))):
        extent = inline.find("wp:extent", NAMESPACES)
        wide, high = (int(extent.get(key, 1)) if extent is not None else 1 for key in ("cx", "cy"))
        shown = PAGE_WIDTH / (PAGE_HEIGHT - top)
        across = max(0.0, 1 - shown * high / max(wide, 1)) / 2
        down = max(0.0, 1 - wide / shown / max(high, 1)) / 2
        for blip in inline.iter(q("a:blip")):
            sides = {"l": across, "t": down, "r": across, "b": down}
            cut = etree.Element(q("a:srcRect"))
            for side, part in sides.items():
                cut.set(side, str(round(part * WHOLE)))
            blip.addnext(cut)
        for size in (extent, *inline.iterfind(".//pic:spPr/a:xfrm/a:ext", PICTURE)):
            if size is not None:
                size.set("cx", str(PAGE_WIDTH))
                size.set("cy", str(PAGE_HEIGHT - top))
        _anchor(inline, 0, top)


def _anchor(inline: etree._Element, left: int, top: int) -> None:
    """Turn a picture of the line into one of the page (ECMA-376, 20.4.2.3)."""
    anchor = etree.Element(
        q("wp:anchor"), distT="0", distB="0", distL="0", distR="0", simplePos="0",
        relativeHeight="2", behindDoc="0", locked="0", layoutInCell="1", allowOverlap="1",
    )  # fmt: skip
    etree.SubElement(anchor, q("wp:simplePos"), x="0", y="0")
    for name, value in (("positionH", left), ("positionV", top)):
        position = etree.SubElement(anchor, q(f"wp:{name}"), relativeFrom="page")
        etree.SubElement(position, q("wp:posOffset")).text = str(value)
    parts = {etree.QName(child).localname: child for child in inline}
    anchor.extend(parts[name] for name in ("extent", "effectExtent") if name in parts)
    etree.SubElement(anchor, q("wp:wrapNone"))
    for name in ("docPr", "cNvGraphicFramePr", "graphic"):
        if name in parts:
            anchor.append(parts[name])
    parent = inline.getparent()
    if parent is not None:
        parent.replace(inline, anchor)
