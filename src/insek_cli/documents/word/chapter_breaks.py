"""Where chapters begin a page: not where they would leave the one before nearly empty.

Word alone knows how high a text becomes; here it is estimated from its length. An estimate that is
wrong costs no more than a chapter that begins in the middle of a page.
"""

from collections.abc import Iterator
from math import ceil

from lxml import etree

from insek_cli.documents.word.ooxml import (
    EMU,
    element,
    format_of,
    q,
    set_format,
    style_id,
    text_of,
)
from insek_cli.documents.word.word_document import WordPackage

WIDTH, LINE, PAGE = 9524, 95, 46
"""The width of a page in twentieths of a point, its characters in a line, its lines."""
MILLIMETRES = 5.0
"""The height of a line."""
HEADING = 2.5
SHORT, FULL, SPARSE, BRIM = 14, 32, 12, 43
"""Lines up to which a chapter may go on, up to which it may fill its page, to which a page is too
empty to end, and from which on a chapter may spill over to the next by a few."""
APART = 800
"""Twentieths of a point before a chapter that begins within a page."""

Block = etree._Element
_BREAK, _SECTION = q("w:pageBreakBefore"), q("w:sectPr")


def join_short_chapters(document: WordPackage) -> None:
    """Take the page break from a chapter where it or the end of the one before is short."""
    used: float = 0
    first = True
    for chapter in list(_chapters(document)):
        lines = sum(map(_lines, chapter))
        short = lines <= SHORT and used + lines <= FULL
        if not first and (short or used <= SPARSE or used >= BRIM):
            no_break, space = element("pageBreakBefore", val=0), element("spacing", before=APART)
            set_format(chapter[0], no_break, space)
            used += lines
        else:
            used = lines
        used = used % PAGE or PAGE
        first = any(block.find(f"{q('w:pPr')}/{_SECTION}") is not None for block in chapter)


def _chapters(document: WordPackage) -> Iterator[list[Block]]:
    """The blocks from one that begins a page to the next."""
    breaking = {
        style.get(q("w:styleId"))
        for style in document.styles.iter(q("w:style"))
        if style.find(f"{q('w:pPr')}/{_BREAK}") is not None
    }
    found: list[Block] = []
    for block in document.body.iterchildren(q("w:p"), q("w:tbl")):
        begins = block.tag == q("w:p") and (
            style_id(block) in breaking or format_of(block).find(_BREAK) is not None
        )
        if begins and found:
            yield found
        if begins:
            found = []
        if begins or found:
            found.append(block)
    if found:
        yield found


def _lines(block: Block, width: int = WIDTH) -> float:
    """The height of a paragraph or table in lines of text."""
    if block.tag == q("w:tbl"):
        return sum(map(_row_lines, block.iterchildren(q("w:tr"))))
    drawn = sum(int(extent.get("cy", 0)) for extent in block.iter(q("wp:extent")))
    heading = HEADING if block.find(f"{q('w:pPr')}/{q('w:keepNext')}") is not None else 0.4
    return ceil(len(text_of(block)) / (LINE * width / WIDTH)) + heading + drawn / EMU / MILLIMETRES


def _row_lines(row: Block) -> float:
    heights = [0.0]
    for cell in row.iterchildren(q("w:tc")):
        size = cell.find(f"{q('w:tcPr')}/{q('w:tcW')}")
        width = int(size.get(q("w:w"), WIDTH)) if size is not None else WIDTH
        heights.append(sum(_lines(block, width) for block in cell.iter(q("w:p"))))
    return max(heights)
