"""The process as stations on a line, row by row, in the order they came."""

from collections.abc import Sequence

from pptx.enum.shapes import MSO_SHAPE
from pptx.slide import Slide
from pptx.util import Pt

from insek_cli.documents.slides.deck import Deck
from insek_cli.documents.slides.slide_cards import LAYOUT, area, emu
from insek_cli.documents.slides.slide_paragraphs import fill_frame, slide_colour
from insek_cli.documents.text_fit import LINE, Para, one_line, wrapped_line_count

ACROSS, MOST = 4, 12
"""Stations in a row, and on a slide."""
SIZE, SMALL = 16, 14
DOT, GAP = 14.0, 14.0
"""Points: a station's mark, and the distance from its text to the next."""


def add_stations(deck: Deck, title: str, rubric: str, stations: Sequence[tuple[str, str]]) -> bool:
    """Write names, each with what is known of when, on one slide; False when they do not fit."""
    left, top, width, height = area(deck)
    rows = [stations[start : start + ACROSS] for start in range(0, len(stations), ACROSS)]
    wide, high = width / ACROSS, height / max(1, len(rows))
    if len(stations) > MOST or not all(_fits(*one, wide, high) for one in stations):
        return False
    slide = deck.slide(LAYOUT, title, rubric)
    for down, row in enumerate(rows):
        y = top + down * high
        last = down == len(rows) - 1
        length = (len(row) - 1) * wide + DOT if last else width
        _shape(deck, slide, MSO_SHAPE.RECTANGLE, (left, y + DOT / 2 - 1, length, 2.0), "Linie")
        for across, (name, when) in enumerate(row):
            x = left + across * wide
            _shape(deck, slide, MSO_SHAPE.OVAL, (x, y, DOT, DOT), "Station")
            _words(slide, name, when, (x, y + DOT + 6, wide - GAP, high - DOT - 6))
    return True


def _fits(name: str, when: str, wide: float, high: float) -> bool:
    lines = wrapped_line_count(one_line(name), wide - GAP, SIZE, bold=True) * SIZE
    lines += wrapped_line_count(one_line(when), wide - GAP, SMALL) * SMALL if when else 0
    return lines * LINE + DOT + 12 <= high


def _shape(deck: Deck, slide: Slide, kind: MSO_SHAPE, box: tuple[float, ...], name: str) -> None:
    shape = slide.shapes.add_shape(kind, *emu(box))
    shape.name = name
    shape.shadow.inherit = False
    shape.fill.solid()
    shape.fill.fore_color.rgb = slide_colour(deck.ground)
    shape.line.fill.background()


def _words(slide: Slide, name: str, when: str, box: tuple[float, ...]) -> None:
    shape = slide.shapes.add_textbox(*emu(box))
    shape.name = one_line(name)[:60]
    frame = shape.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    fill_frame(frame, [(Para(name, bold=True),), *([(Para(when),)] if when else [])], SIZE)
    for paragraph in frame.paragraphs[1:]:
        for run in paragraph.runs:
            run.font.size = Pt(SMALL)
