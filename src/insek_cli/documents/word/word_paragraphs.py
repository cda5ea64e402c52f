"""Paragraph and character styles: pandoc's own become Word's, lists become real list styles."""

from lxml import etree

from insek_cli.documents.word.ooxml import element, format_of, q, set_format, style_id, val_of
from insek_cli.documents.word.word_document import CONTINUED, WordPackage

PANDOC_TEXT = ("FirstParagraph", "Compact", "BodyText")
DEEPEST = 3
QUOTATION = "Zitat"
STEP = 283
"""Twentieths of a point (5 mm) by which a list in a quotation is indented, for each level."""
_INDENT = f"{q('w:pPr')}/{q('w:ind')}"
_NUMBERED = f"{q('w:pPr')}/{q('w:numPr')}"


def restyle_paragraphs(document: WordPackage) -> None:
    """Every paragraph gets a style of the reference document, every list a list style."""
    known = document.style_ids
    body = document.style("Body Text")
    numbers = NumberedLists(document)
    for paragraph in document.paragraphs():
        style = style_id(paragraph)
        is_text = style is None or style in (*PANDOC_TEXT, body)
        if paragraph.find(_NUMBERED) is not None:
            _listed(document, paragraph, numbers, plain=is_text)
        elif is_text or (style not in known and style != "Abschnitt"):
            set_format(paragraph, element("pStyle", val=body))
    _links(document)


class NumberedLists:
    """Numbered lists: each begins anew, with the look of its style."""

    def __init__(self, document: WordPackage) -> None:
        self.document = document
        self.made: dict[tuple[str, str], str] = {}
        used = document.numbering.findall(q("w:num"))
        self.last = max((int(n.get(q("w:numId"), 0)) for n in used), default=0)

    def like(self, style: str, pandoc_list: str) -> str:
        """The id of a list that looks like the style's and belongs to one list of pandoc's."""
        key = (style, pandoc_list)
        if key not in self.made:
            self.last += 1
            self.made[key] = str(self.last)
            number = element(
                "num",
                element("abstractNumId", val=self._look(style)),
                *(
                    element("lvlOverride", element("startOverride", val=start), ilvl=level)
                    for level, start in enumerate(self.document.starts.get(pandoc_list, ["1"]))
                ),
                numId=self.last,
            )
            self.document.numbering.append(number)
        return self.made[key]

    def _look(self, style: str) -> str:
        path = f"w:style[@w:styleId='{style}']/w:pPr/w:numPr/w:numId"
        wanted = val_of(self.document.styles, path)
        for number in self.document.numbering.findall(q("w:num")):
            if number.get(q("w:numId")) == wanted:
                return val_of(number, "w:abstractNumId") or "0"
        return "0"


def _listed(
    document: WordPackage, paragraph: etree._Element, numbers: NumberedLists, *, plain: bool
) -> None:
    identifier = val_of(paragraph, "w:pPr/w:numPr/w:numId") or ""
    level = int(val_of(paragraph, "w:pPr/w:numPr/w:ilvl") or 0)
    properties = format_of(paragraph)
    for old in properties.findall(q("w:numPr")):
        properties.remove(old)
    suffix = f" {min(level + 1, DEEPEST)}" if level else ""
    bulleted = identifier in document.bullets
    if identifier == CONTINUED:
        style = document.style("List Continue" + suffix)
    elif bulleted:
        style = document.style("List Bullet" + suffix)
    else:
        style = document.style("List Number" + suffix)
    quoted = style_id(paragraph) == document.style(QUOTATION)
    if plain:
        set_format(paragraph, element("pStyle", val=style))
    elif not quoted:
        style = style_id(paragraph) or style
    if quoted:
        hanging = identifier != CONTINUED
        set_format(paragraph, _quoted_indent(document, level, hanging=hanging))
    if identifier != CONTINUED if quoted else not bulleted:
        number = numbers.like(style, identifier)
        set_format(
            paragraph, element("numPr", element("ilvl", val=level), element("numId", val=number))
        )


def _quoted_indent(document: WordPackage, level: int, *, hanging: bool) -> etree._Element:
    """An entry stands inside the quotation that it belongs to, not at the margin of its list."""
    name = document.style(QUOTATION)
    own = document.styles.find(f"{q('w:style')}[@{q('w:styleId')}='{name}']/{_INDENT}")
    left = int(own.get(q("w:left"), 0)) if own is not None else 0
    return element("ind", left=left + STEP * (level + 1), hanging=STEP if hanging else 0)


def _links(document: WordPackage) -> None:
    """Links that leave the document look different; links without a goal become text."""
    external = document.style("Verweis extern")
    goals = {mark.get(q("w:name")) for mark in document.body.iter(q("w:bookmarkStart"))}
    for link in list(document.body.iter(q("w:hyperlink"))):
        if link.get(q("r:id")):
            for style in link.iter(q("w:rStyle")):
                style.set(q("w:val"), external)
        elif link.get(q("w:anchor")) not in goals:
            _unlink(link)


def _unlink(link: etree._Element) -> None:
    parent = link.getparent()
    if parent is None:
        return
    for properties in link.iter(q("w:rPr")):
        properties[:] = [child for child in properties if child.tag != q("w:rStyle")]
    place = parent.index(link)
    parent[place : place + 1] = list(link)
