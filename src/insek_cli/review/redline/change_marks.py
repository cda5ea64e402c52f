"""The marks of a tracked change: on runs, on the ends of paragraphs, on the rows of tables."""

from collections.abc import Iterator
from itertools import count
from typing import Literal

from lxml import etree

from insek_cli.documents.word.ooxml import element, format_of, q, set_format

Change = Literal["ins", "del"]
_BOOKMARKS = (q("w:bookmarkStart"), q("w:bookmarkEnd"))


class Marks:
    """Author and date (ISO 8601, UTC) of all changes, and their ids: unique in the document."""

    def __init__(self, author: str, moment: str, first: int) -> None:
        self.author = author
        self.moment = moment
        self._ids = count(first)

    def mark(self, change: Change, *content: etree._Element) -> etree._Element:
        """The mark of one change around its content."""
        return element(change, *content, id=next(self._ids), author=self.author, date=self.moment)

    def block(self, change: Change, block: etree._Element) -> None:
        """Mark a paragraph, or a table row by row, as inserted or deleted."""
        for row in block.iter(q("w:tr")):
            properties = row.find(q("w:trPr"))
            if properties is None:
                # A mark alone is no content for it (ISO/IEC 29500-1, CT_TrPr).
                properties = element("trPr", element("cantSplit", val="off"))
                row.insert(0, properties)
            properties.append(self.mark(change))
        for paragraph in block.iter(q("w:p")):
            self.end(change, paragraph)
            for run in list(paragraph.iter(q("w:r"))):
                self.run(change, run)

    def row(self, change: Change, row: etree._Element) -> None:
        """Mark a row of a table."""
        self.block(change, row)

    def end(self, change: Change, paragraph: etree._Element) -> None:
        """Mark the end of a paragraph: without it, accepting would leave an empty line."""
        properties = format_of(paragraph).find(q("w:rPr"))
        if properties is None:
            properties = element("rPr")
            set_format(paragraph, properties)
        properties.insert(0, self.mark(change))

    def run(self, change: Change, run: etree._Element) -> None:
        """Put the mark around a run, where it stands."""
        parent = run.getparent()
        if parent is None:
            return
        place = parent.index(run)
        tail, run.tail = run.tail, None
        parent.remove(run)
        if change == "del":
            deleted(run)
        marked = self.mark(change, run)
        marked.tail = tail
        parent.insert(place, marked)


def deleted(run: etree._Element) -> None:
    """Text of a deleted run has an element of its own; drawings of the old state are left out."""
    for node in list(run):
        if node.tag == q("w:t"):
            node.tag = q("w:delText")
        elif node.tag == q("w:drawing"):
            run.remove(node)


def without_links(block: etree._Element) -> etree._Element:
    """A part of the old state without links, bookmarks and sections, which the new one keeps."""
    for node in list(_unwanted(block)):
        parent = node.getparent()
        if parent is None:
            continue
        place = parent.index(node)
        parent[place : place + 1] = list(node) if node.tag == q("w:hyperlink") else []
    return block


def _unwanted(block: etree._Element) -> Iterator[etree._Element]:
    yield from block.iter(q("w:hyperlink"), q("w:sectPr"), *_BOOKMARKS)
