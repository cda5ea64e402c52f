"""Sections: chapters upright, the list of measures across, all with header and footer."""

from copy import deepcopy

from lxml import etree

from insek_cli.documents.word.ooxml import (
    element,
    format_of,
    q,
    set_format,
    set_style,
    style_id,
    text_of,
)
from insek_cli.documents.word.word_document import WordPackage

MARKER = "Abschnitt"


def split_sections(document: WordPackage) -> None:
    """Replace the markers of the filter by section ends; the last section stays upright.

    Only a document that begins with a title has a cover.

    The reference document has two: the first gives the upright page, the last the wide one.
    """
    upright, across = document.pages[0], document.pages[-1]
    pages = {"hoch": upright, "quer": across}
    title = document.style("Title")
    first = any(style_id(p) == title for p in document.body.iterchildren(q("w:p")))
    for marker in [p for p in document.body.iterchildren(q("w:p")) if style_id(p) == MARKER]:
        name = text_of(marker)
        if name in pages:
            _end(document, marker, _page(pages[name], cover=first))
            first = False
    for old in document.body.findall(q("w:sectPr")):
        document.body.remove(old)
    document.body.append(_page(upright, cover=first))


def printable_width(page: etree._Element) -> int:
    """The width of a section's text in twentieths of a point."""
    size, margin = page.find(q("w:pgSz")), page.find(q("w:pgMar"))
    if size is None or margin is None:
        return 0
    return (
        int(size.get(q("w:w"), 0))
        - int(margin.get(q("w:left"), 0))
        - int(margin.get(q("w:right"), 0))
    )


def _page(page: etree._Element, *, cover: bool) -> etree._Element:
    made = deepcopy(page)
    for first in made.findall(q("w:titlePg")):
        if not cover:
            made.remove(first)
    return made


def _end(document: WordPackage, marker: etree._Element, page: etree._Element) -> None:
    """A section ends in its last paragraph; after a table Word needs one more."""
    last = marker.getprevious()
    while last is not None and last.tag in (q("w:bookmarkStart"), q("w:bookmarkEnd")):
        last = last.getprevious()
    if last is not None and last.tag == q("w:p") and format_of(last).find(q("w:sectPr")) is None:
        set_format(last, page)
        document.body.remove(marker)
        return
    marker[:] = [element("pPr")]
    set_style(marker, document.style("Abschnittsende"))
    set_format(marker, page)
