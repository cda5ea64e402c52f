"""Native tables, split over as many slides as their rows need."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from lxml import etree
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from insek_cli.documents.slides.deck import BODY, Deck
from insek_cli.documents.slides.slide_paragraphs import fill_frame, slide_colour
from insek_cli.documents.text_fit import LINE, Para, lowest_height, one_line, wrapped_line_count

LAYOUT = "Tabelle"
SIZES = (18, 16, 14, 12)
"""Type sizes in points: the largest that needs no more slides than the last."""
PADDING = 5.0
"""Points that stay free left and right in a cell."""
ABOVE = 0.25
"""What stays free above and below, in units of the type size."""
NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
HAIRLINE = "B4BCC2"

Row = Sequence[str]


@dataclass(frozen=True)
class SlideTable:
    """A table: shares of the width by column; `last` sets the last row off as a total."""

    title: str
    rubric: str
    headings: Row
    rows: Sequence[Row]
    shares: Sequence[float]
    colour: str | None = None
    last: bool = False
    figures: frozenset[int] = frozenset()
    """Columns that are set flush right."""


def add_table(deck: Deck, table: SlideTable) -> None:
    """Write the table on one or more slides, each with the heading row."""
    width, height = deck.box(LAYOUT, BODY)
    widths = [width * share / sum(table.shares) for share in table.shares]
    headline = deck.headline(LAYOUT, table.title)
    fewest = len(_split(table, widths, height, SIZES[-1]))
    size = next(s for s in SIZES if len(_split(table, widths, height, s)) == fewest)
    parts = _split(table, widths, height, size)
    for place, rows in enumerate(parts, 1):
        count = f" ({place}/{len(parts)})" if len(parts) > 1 else ""
        slide = deck.slide(LAYOUT, headline + count, table.rubric, table.colour)
        frame = deck.placeholder(slide, BODY).insert_table(len(rows) + 1, len(table.headings))
        frame._element.nvGraphicFramePr.cNvPr.set("name", f"Tabelle {place}")
        words = f"Tabelle mit {len(rows)} Zeilen: {', '.join(table.headings)}"
        frame._element.nvGraphicFramePr.cNvPr.set("descr", words)
        total = table.last and place == len(parts)
        _fill(frame.table, table, rows, widths, size, total=total)


def _split(
    table: SlideTable, widths: Sequence[float], height: float, size: float
) -> list[list[Row]]:
    """The rows by slide, about equally many where several are needed."""
    room = height - _height(table.headings, widths, size, bold=True)
    count = len(_packed(table.rows, widths, room, size))
    least = lowest_height(room, lambda high: len(_packed(table.rows, widths, high, size)) <= count)
    return _packed(table.rows, widths, least, size)


def _packed(
    rows: Sequence[Row], widths: Sequence[float], room: float, size: float
) -> list[list[Row]]:
    parts: list[list[Row]] = [[]]
    used = 0.0
    for row in rows:
        need = _height(row, widths, size)
        if parts[-1] and used + need > room:
            parts.append([])
            used = 0.0
        parts[-1].append(row)
        used += need
    return parts


def _height(row: Row, widths: Sequence[float], size: float, *, bold: bool = False) -> float:
    """Height of a row in points."""
    count = max(
        wrapped_line_count(one_line(text), width - 2 * PADDING, size, bold=bold)
        for text, width in zip(row, widths, strict=True)
    )
    return count * size * LINE + 2 * ABOVE * size


def _fill(
    table: Any, data: SlideTable, rows: list[Row], widths: list[float], size: float, *, total: bool
) -> None:
    table._tbl.tblPr.find(qn("a:tableStyleId")).text = NO_STYLE
    table.horz_banding = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Emu(round(width * 12700))
    for place, row in enumerate([data.headings, *rows]):
        head = place == 0
        table.rows[place].height = Pt(_height(row, widths, size, bold=head))
        for column, text in enumerate(row):
            cell = table.cell(place, column)
            bold = head or (total and place == len(rows))
            ground = data.colour if head else None
            _cell(cell, text, size, bold=bold, ground=ground, head=head)
            if column in data.figures:
                cell.text_frame.paragraphs[0].alignment = PP_ALIGN.RIGHT


def _cell(cell: Any, text: str, size: float, *, bold: bool, ground: str | None, head: bool) -> None:
    cell.margin_left = cell.margin_right = Pt(PADDING)
    cell.margin_top = cell.margin_bottom = Pt(ABOVE * size)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE if head else MSO_ANCHOR.TOP
    fill_frame(
        cell.text_frame, [(Para(text, bold=bold, colour="#ffffff" if head else None),)], size
    )
    if head:
        cell.fill.solid()
        if ground:
            cell.fill.fore_color.rgb = slide_colour(ground)
        else:
            cell.fill.fore_color.theme_color = MSO_THEME_COLOR.TEXT_2
    else:
        _underline(cell._tc.get_or_add_tcPr())


def _underline(properties: Any, side: Literal["a:lnB"] = "a:lnB") -> None:
    line = etree.SubElement(properties, qn(side), w="9525", cap="flat", cmpd="sng", algn="ctr")
    solid = etree.SubElement(line, qn("a:solidFill"))
    etree.SubElement(solid, qn("a:srgbClr"), val=HAIRLINE)
