"""The cover: titles in a size that fits the dark field, logos on the white below it."""

from lxml import etree

from insek_cli.documents.text_fit import largest_size
from insek_cli.documents.word.ooxml import EMU, NAMESPACES, element, q, style_id, text_of
from insek_cli.documents.word.word_document import WordPackage
from insek_cli.documents.word.word_pictures import shrink_to

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
    for paragraph in list(document.body.iterchildren(q("w:p"))):
        if style_id(paragraph) == MARK:
            _hang(paragraph)


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
        _anchor(inline, left)
        left += width + GAP


def _anchor(inline: etree._Element, left: int) -> None:
    """Turn a picture of the line into one of the page (ECMA-376, 20.4.2.3)."""
    anchor = etree.Element(
        q("wp:anchor"), distT="0", distB="0", distL="0", distR="0", simplePos="0",
        relativeHeight="2", behindDoc="0", locked="0", layoutInCell="1", allowOverlap="1",
    )  # fmt: skip
    etree.SubElement(anchor, q("wp:simplePos"), x="0", y="0")
    for name, value in (("positionH", left), ("positionV", TOP)):
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
