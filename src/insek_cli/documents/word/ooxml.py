"""Words of WordprocessingML (ECMA-376 part 1) and the few operations on its trees."""

import re
from functools import cache
from typing import Final

from lxml import etree

NAMESPACES: Final = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
}
EMU: Final = 36000
"""English Metric Units in a millimetre."""

# The order that CT_PPr prescribes.
_PARAGRAPH_ORDER = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
    "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
    "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd",
    "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc",
    "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr",
    "sectPr", "pPrChange",
)  # fmt: skip
_PLACE = {name: place for place, name in enumerate(_PARAGRAPH_ORDER)}


@cache
def q(name: str) -> str:
    """`w:p` → `{http://…/main}p`."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def element(name: str, /, *children: etree._Element, **attributes: str | int) -> etree._Element:
    """An element of the w namespace; attributes are of the same namespace."""
    made = etree.Element(q(f"w:{name}"))
    for key, value in attributes.items():
        made.set(q(f"w:{key}"), str(value))
    made.extend(children)
    return made


def parse_part(xml: bytes) -> etree._Element:
    """The root of a part; raises XMLSyntaxError for what is no XML."""
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, remove_blank_text=False))


def part_bytes(root: etree._Element) -> bytes:
    """The bytes of a part in UTF-8, with the declaration that Word expects."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def val_of(parent: etree._Element, path: str) -> str | None:
    """The w:val of a descendant such as `w:pPr/w:pStyle`."""
    found = parent.find(_clark(path))
    return None if found is None else found.get(_VALUE)


@cache
def _clark(path: str) -> str:
    """The path with whole names: a search with prefixes takes three times as long."""
    return re.sub(r"\bw:", f"{{{NAMESPACES['w']}}}", path)


_VALUE = q("w:val")


_PROPERTIES, _STYLE = q("w:pPr"), q("w:pStyle")


def style_id(paragraph: etree._Element) -> str | None:
    """The id of a paragraph's style; the schema puts it first, so nothing is searched."""
    if len(paragraph) and paragraph[0].tag == _PROPERTIES and len(paragraph[0]):
        first = paragraph[0][0]
        return first.get(_VALUE) if first.tag == _STYLE else None
    return None


def text_of(parent: etree._Element) -> str:
    """The text of a paragraph or cell: of its runs one after the other."""
    return "".join(node.text or "" for node in parent.iter(q("w:t")))


def format_of(paragraph: etree._Element) -> etree._Element:
    """The paragraph's properties, made where there are none."""
    found = paragraph.find(q("w:pPr"))
    if found is None:
        found = element("pPr")
        paragraph.insert(0, found)
    return found


def set_format(paragraph: etree._Element, *properties: etree._Element) -> None:
    """Put properties into a paragraph in the order of the schema, over those of the same name."""
    target = format_of(paragraph)
    given = {new.tag for new in properties}
    for old in [child for child in target if child.tag in given]:
        target.remove(old)
    for new in properties:
        target.append(new)
    target[:] = sorted(target, key=lambda child: _PLACE[_local(child)])


def set_style(paragraph: etree._Element, identifier: str) -> None:
    """Give a paragraph its style."""
    set_format(paragraph, element("pStyle", val=identifier))


def _local(child: etree._Element) -> str:
    return etree.QName(child).localname
