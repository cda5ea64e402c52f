"""Chapters of a document that came back: whether somebody changed what is not taken back."""

from collections import defaultdict
from collections.abc import Iterable

from insek_cli.documents.made_from import words_mark
from insek_cli.exchange.word_rows import Sheet, heading_styles, style_of
from insek_cli.tables.docx_text import PARAGRAPH, ROW, TABLE, Document, outermost, said


def changed_sections(
    document: Document, sheets: Iterable[Sheet], printed: Iterable[tuple[str, str]]
) -> list[str]:
    """The headings below which, or whose words, differ from what was printed."""
    own = {row.element for sheet in sheets for row in sheet.rows}
    titles = {sheet.heading for sheet in sheets}
    headings = heading_styles(document)
    known: dict[str, list[str]] = defaultdict(list)
    for title, mark in printed:
        known[words_mark(title)].append(mark)
    found: list[tuple[str, bool, list[str]]] = []
    for element in outermost(document.element.body, {TABLE, PARAGRAPH}):
        if element.tag == PARAGRAPH and style_of(element) in headings:
            found.append((said(element).strip(), element in titles, []))
        elif found and element.tag == PARAGRAPH:
            found[-1][2].append(said(element))
        elif found:
            rows = (row for row in outermost(element, {ROW}) if row not in own)
            found[-1][2].extend(map(said, rows))
    changed = []
    for title, is_sheet, texts in found:
        marks = known.get(words_mark(title), [])
        if not (is_sheet and not marks) and words_mark(" ".join(texts)) not in marks:
            changed.append(title)
    return changed
