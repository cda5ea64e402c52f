"""The table of contents: a real field whose result is filled in, so that it shows at once.

Page numbers are not known before Word has laid out the pages, and a wrong number is worse than
none: the entries are links, and the numbers come with the first update (F9, „Felder
aktualisieren“). The document never asks for that update by itself.
"""

from lxml import etree

from insek_cli.documents.word.ooxml import element, q, set_style, style_id, text_of
from insek_cli.documents.word.sections import MARKER
from insek_cli.documents.word.word_document import WordPackage

LEVELS = 3
FIELD = f' TOC \\o "1-{LEVELS}" \\h \\z '
TITLE = "Inhalt"


def fill_contents(document: WordPackage) -> None:
    """Replace the filter's marker by the contents of the document."""
    marker = next((p for p in document.body.iterchildren(q("w:p")) if style_id(p) == MARKER), None)
    if marker is None:
        return
    entries = _entries(document)
    if not entries:
        document.body.remove(marker)
        return
    entries[0][1:1] = [*_field("begin"), _run(element("instrText")), *_field("separate")]
    instruction = next(entries[0].iter(q("w:instrText")))
    instruction.text = FIELD
    instruction.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    entries[-1].extend(_field("end"))
    heading = _paragraph(document.style("TOC Heading"), _words(TITLE))
    document.body.replace(marker, _control(heading, *entries))


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
