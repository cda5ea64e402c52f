"""The table of contents: a real field whose result is filled in, so that it shows at once.

Page numbers are not known before Word has laid out the pages, and a wrong number is worse than
none: the entries are links, and the numbers come with the first update (F9, „Felder
aktualisieren“). The document never asks for that update by itself.
"""

from collections import Counter

from lxml import etree

from insek_cli.documents.word.ooxml import element, q, set_format, set_style, style_id, text_of
from insek_cli.documents.word.sections import MARKER
from insek_cli.documents.word.word_document import WordPackage

LEVELS = 3
PAGE, HEIGHTS = 665, (21.5, 13.2, 11.0)
"""Points: the page below its heading, and an entry of each level."""
CLOSER, REST = 6, 20
"""Points that a chapter can give, and all other lines together."""
FIELD = f' TOC \\o "1-{LEVELS}" \\h \\z '
TITLE = "Inhalt"


QUIET = "Zwischentitel"
"""Begins the names of the headings that contents leave out, also when Word updates them: Word
gathers headings by style. They keep their level for those who go from heading to heading."""


def quieten_headings(document: WordPackage) -> None:
    """Keep out of the contents what would stand there again and again."""
    levels = {document.style(f"heading {level}"): level for level in range(2, LEVELS + 1)}
    for style, level in levels.items():
        document.add_style(_quiet_style(style, document.style("Body Text"), level))
    headings = [
        (levels[style], text_of(paragraph), paragraph)
        for paragraph in document.body.iterchildren(q("w:p"))
        if (style := style_id(paragraph) or "") in levels
    ]
    often = Counter((level, words) for level, words, _ in headings)
    for level, words, paragraph in headings:
        if often[level, words] > 1:
            set_style(paragraph, document.style(f"{QUIET} {level}"))


def _quiet_style(heading: str, body: str, level: int) -> etree._Element:
    return element(
        "style",
        element("name", val=f"{QUIET} {level}"),
        element("basedOn", val=heading),
        element("next", val=body),
        element("uiPriority", val=9),
        type="paragraph",
        customStyle="1",
        styleId=f"{QUIET}{level}",
    )


def fill_contents(document: WordPackage) -> None:
    """Replace the filter's marker by the contents of the document."""
    marker = next((p for p in document.body.iterchildren(q("w:p")) if style_id(p) == MARKER), None)
    if marker is None:
        return
    entries = _entries(document)
    if not entries:
        document.body.remove(marker)
        return
    _close_up(document, entries)
    entries[0][1:1] = [*_field("begin"), _run(element("instrText")), *_field("separate")]
    instruction = next(entries[0].iter(q("w:instrText")))
    instruction.text = FIELD
    instruction.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    entries[-1].extend(_field("end"))
    heading = _paragraph(document.style("TOC Heading"), _words(TITLE))
    document.body.replace(marker, _control(heading, *entries))


def _close_up(document: WordPackage, entries: list[etree._Element]) -> None:
    """Where the contents are a little longer than a page, their chapters move closer together.

    The style is changed, not the entries, so that it holds when Word writes them anew.
    """
    names = {document.style(f"toc {level}"): level for level in range(1, LEVELS + 1)}
    levels = [names[style_id(entry) or ""] for entry in entries]
    height = sum(HEIGHTS[level - 1] for level in levels)
    if PAGE < height <= PAGE + levels.count(1) * CLOSER + REST:
        for style in document.styles.iter(q("w:style")):
            level = names.get(style.get(q("w:styleId"), ""))
            if level:
                before = 40 if level == 1 else 0
                set_format(
                    style, element("spacing", before=before, after=0, line=240, lineRule="auto")
                )


def _entries(document: WordPackage) -> list[etree._Element]:
    levels = {document.style(f"heading {level}"): level for level in range(1, LEVELS + 1)}
    free = 1 + max(
        (int(mark.get(q("w:id"), 0)) for mark in document.body.iter(q("w:bookmarkStart"))),
        default=0,
    )
    found: list[etree._Element] = []
    for paragraph in document.body.iterchildren(q("w:p")):
        level = levels.get(style_id(paragraph) or "")
        if level:
            name = f"_Toc{len(found) + 1:08d}"
            _mark(paragraph, name, free + len(found))
            link = element("hyperlink", _words(text_of(paragraph)), anchor=name, history=1)
            found.append(_paragraph(document.style(f"toc {level}"), link))
    return found


def _mark(heading: etree._Element, name: str, identifier: int) -> None:
    heading.insert(1, element("bookmarkStart", id=identifier, name=name))
    heading.append(element("bookmarkEnd", id=identifier))


def _control(*content: etree._Element) -> etree._Element:
    """The block that Word shows as „Automatisches Verzeichnis“, with its button to update."""
    gallery = element("docPartObj")
    gallery.append(element("docPartGallery", val="Table of Contents"))
    gallery.append(element("docPartUnique"))
    return element("sdt", element("sdtPr", gallery), element("sdtContent", *content))


def _paragraph(style: str, *content: etree._Element) -> etree._Element:
    made = element("p", element("pPr"), *content)
    set_style(made, style)
    return made


def _words(words: str) -> etree._Element:
    node = element("t")
    node.text = words
    node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return _run(node)


def _run(node: etree._Element) -> etree._Element:
    return element("r", node)


def _field(kind: str) -> list[etree._Element]:
    return [_run(element("fldChar", fldCharType=kind))]
