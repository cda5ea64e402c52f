"""How wide a text is, so that columns and rows show all of it without a spreadsheet program.

Widths are those of Calibri (Carlito has the same), in hundredths of the type size.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

_WIDTHS = {
    24: " \u00a0,.Iijl'‚‘’·",
    28: ":;()-[]`f{}",
    34: "!Jtr°²³",
    39: '"/\\sz',
    43: "Lcx„“”ç",
    46: "?FSkvy|",
    49: "ETYZagäáà",
    51: "#$*+0123456789<=>KPX^_e~–•€§éè×≥≤",
    54: "BCRbdhnopquöüßñµ",
    58: "AVÄ",
    65: "DGHUÜNOQÖ½",
    71: "&…%w",
    83: "mM",
    90: "@W—→",
}
_WIDTH = {character: width / 100 for width, group in _WIDTHS.items() for character in group}
_OTHER = 0.6
_PATH = re.compile(r"(?=\S{15})\S*[/\\?&-]\S")
_MARK = re.compile(r"[/\\?&-]+(?=\S)")
_FULL_WIDTH = 1.05
_BOLD = 1.05
_SLACK = 0.96
"""Programs round to pixels; a text that just fits here would be cut there."""

POINTS_PER_UNIT = 5.25
"""A unit of column width is 7 pixels of 0.75 pt (the digits of Calibri 11)."""
PADDING = 12.0
"""What stays free left and right in a cell with its indent, in points."""


@lru_cache(maxsize=50_000)
def text_width(text: str) -> float:
    """The width of a text in units of the type size."""
    wide = (_FULL_WIDTH if ord(c) > 0x2E7F else _WIDTH.get(c, _OTHER) for c in text)
    return sum(wide)


def column_width(text: str, size: float, *, bold: bool = False) -> float:
    """The column width that shows the text on one line."""
    points = text_width(text) * size * (_BOLD if bold else 1.0)
    return (points / _SLACK + PADDING) / POINTS_PER_UNIT


MOST_LINES = 30.0
"""Taller rows do not outweigh the others: they stay tall whatever their column gets."""
RAGGED = 3.0
"""Units that flush-left lines leave free on average at their end."""


def line_height(size: float) -> float:
    """The height of a line in points, for a type size in points."""
    return round(size * 1.3 + 0.3, 2)


def line_breaks(text: str, width: float, size: float, *, bold: bool = False) -> Iterator[int]:
    """Where each line ends (offsets into the text) in a cell `width` units wide."""
    room = (width * POINTS_PER_UNIT - PADDING) * _SLACK / size / (_BOLD if bold else 1.0)
    start = 0
    for paragraph in text.split("\n"):
        yield from _paragraph(paragraph, max(room, 1.0), start)
        start += len(paragraph) + 1


def _paragraph(text: str, room: float, start: int) -> Iterator[int]:
    used, place = 0.0, start
    for whole in text.split(" "):
        word, wide = whole, text_width(whole)
        if used and used + wide > room:
            yield place
            used = 0.0
        while wide > room:
            kept = _fitting(word, room)
            place += kept
            yield place
            word = word[kept:]
            wide = text_width(word)
        used += wide + _WIDTH[" "]
        place += len(word) + 1
    yield place - 1


def _fitting(word: str, room: float) -> int:
    """How many characters of an overlong word fit on a line, at least one."""
    used = 0.0
    for count, character in enumerate(word):
        used += text_width(character)
        if used > room:
            return max(count, 1)
    return len(word)


def line_count(text: str, width: float, size: float, *, bold: bool = False) -> int:
    """How many lines the text takes in a cell `width` units wide, in any program.

    Some break addresses and paths after a mark, some only where the line is full.
    """
    count = sum(1 for _ in line_breaks(text, width, size, bold=bold))
    if _PATH.search(text):
        apart = _MARK.sub(r"\g<0> ", text)
        count = max(count, sum(1 for _ in line_breaks(apart, width, size, bold=bold)))
    return count


def column_widths(demand: list[list[float]], minimum: list[float], budget: float) -> list[float]:
    """Column widths that keep rows low: the budget goes where rows are tallest.

    `demand` has, by row, the width each cell would take on one line. What no row needs is left.
    """
    widths = list(minimum)
    step = 2.0
    while sum(widths) + step <= budget:
        relief = [0.0] * len(widths)
        for row in demand:
            lines = [need / (width - RAGGED) for need, width in zip(row, widths, strict=True)]
            tallest = max(lines)
            if tallest > 1.0:
                relief[lines.index(tallest)] += min(tallest, MOST_LINES)
        if not any(relief):
            break
        widths[relief.index(max(relief))] += step
    return [round(width, 1) for width in widths]
