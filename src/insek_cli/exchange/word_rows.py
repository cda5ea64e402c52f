"""The Steckbriefe of a document that came back: which table is whose, which row is about what."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from insek_cli.exchange.word_origin_read import WordOrigin
from insek_cli.tables.docx_text import CELL, PARAGRAPH, ROW, TABLE, Document, outermost, qn, said
from insek_cli.tables.office_text import flat

LIKE = 0.8
"""Share of common letters from which a heading or label is taken for one that is known."""
_NAME = re.compile(r"M_([0-9]{3,9})__([a-z_]+(?:__[0-9]+)?)")
_NUMBERED = re.compile(r"\s*(?:[0-9]+\.[0-9]+|M-[0-9]{3,9})\s+")


@dataclass(frozen=True)
class Row:
    """A row of a Steckbrief: the label and cell beside it, and the element of the row."""

    measure: str
    key: str
    label: str
    cell: Any
    element: Any

    @property
    def name(self) -> str:
        """The key as people write it: M-001:kosten."""
        return f"{self.measure}:{self.key}"


@dataclass(frozen=True)
class Sheet:
    """A Steckbrief: its heading, its table and the rows that are known.

    `likely` tells that it was recognised by heading and labels, for its marks are lost.
    """

    measure: str
    title: str
    heading: Any
    table: Any
    rows: tuple[Row, ...]
    likely: bool = False


def sheets_of(document: Document, origin: WordOrigin) -> list[Sheet]:
    """The Steckbriefe in their order; of one that stands there twice the first."""
    headings = heading_styles(document)
    found: dict[str, Sheet] = {}
    above: Any = None
    for element in outermost(document.element.body, {TABLE, PARAGRAPH}):
        if element.tag == PARAGRAPH:
            above = element if style_of(element) in headings else above
            continue
        sheet = _sheet(element, above, origin)
        if sheet:
            found.setdefault(sheet.measure, sheet)
    return [*found.values()]


def heading_styles(document: Document) -> set[str]:
    """The ids of the styles of headings down to the third level; programs translate ids."""
    names = {f"heading {level}" for level in range(1, 4)}
    return {s.style_id for s in document.styles if (s.name or "").casefold() in names}


def style_of(paragraph: Any) -> str:
    """The id of the style of a paragraph."""
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return "" if style is None else str(style.get(qn("w:val"), ""))


def _sheet(table: Any, above: Any, origin: WordOrigin) -> Sheet | None:
    title = "" if above is None else _NUMBERED.sub("", said(above).strip(), count=1)
    rows = tuple(_marked(table))
    if rows:
        own = tuple(row for row in rows if row.measure == rows[0].measure)
        return Sheet(rows[0].measure, title, above, table, own)
    measure = nearest(title, origin.titles)
    rows = tuple(_labelled(table, measure, origin)) if measure else ()
    return Sheet(measure, title, above, table, rows, likely=True) if rows else None


def _pairs(table: Any) -> Iterator[tuple[Any, Any, Any]]:
    for row in outermost(table, {ROW}):
        cells = [*outermost(row, {CELL})]
        gone = row.find(f"{qn('w:trPr')}/{qn('w:del')}") is not None
        if len(cells) == 2 and not gone:
            yield row, cells[0], cells[1]


def _marked(table: Any) -> Iterator[Row]:
    for row, label, cell in _pairs(table):
        names = (mark.get(qn("w:name"), "") for mark in label.iter(qn("w:bookmarkStart")))
        if name := next(filter(None, map(_NAME.fullmatch, names)), None):
            key = name[2].replace("__", ".")
            yield Row(f"M-{name[1]}", key, said(label).strip(), cell, row)


def _labelled(table: Any, measure: str, origin: WordOrigin) -> Iterator[Row]:
    labels = {key: row.label for key, row in origin.rows_of(measure).items()}
    for row, label, cell in _pairs(table):
        words = said(label).strip()
        if key := nearest(words, labels):
            yield Row(measure, key, words, cell, row)


def nearest(words: str, known: Mapping[str, str]) -> str:
    """The key of the text that is the same, or the one alone that is much alike; empty for none."""
    wanted = flat(words).casefold()
    same = [key for key, text in known.items() if flat(text).casefold() == wanted]
    if not wanted or len(same) > 1:
        return ""
    if same:
        return same[0]
    ratio = {
        key: SequenceMatcher(None, wanted, flat(text).casefold(), autojunk=False).ratio()
        for key, text in known.items()
    }
    near = sorted((key for key in ratio if ratio[key] >= LIKE), key=lambda key: -ratio[key])
    alone = len(near) == 1 or (near and ratio[near[0]] - ratio[near[1]] > 0.05)
    return near[0] if alone else ""
