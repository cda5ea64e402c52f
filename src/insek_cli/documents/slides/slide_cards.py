"""A few thoughts side by side, each in the colour of its field."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.slide import Slide
from pptx.util import Emu, Pt

from insek_cli.documents.slides.deck import BODY, Deck
from insek_cli.documents.slides.slide_paragraphs import fill_frame, slide_colour
from insek_cli.documents.text_fit import LINE, Block, Para, one_line, wrapped_line_count
from insek_cli.report.colour import WHITE

LAYOUT = "Nur Titel"
SIZES = (24, 20, 18, 16)
SMALLER = 2
"""Points by which the lines are smaller than the heading."""
GAP, INSET = 18.0, 16.0


@dataclass(frozen=True)
class SlideCard:
    """A heading and lines below it on a coloured ground, which must hold white text."""

    title: str
    texts: tuple[str, ...]
    colour: str


def add_cards(
    deck: Deck, title: str, rubric: str, cards: Sequence[SlideCard], below: Sequence[str] = ()
) -> bool:
    """Write the cards on one slide, `below` them sentences; False when they do not fit."""
    left, top, width, height = area(deck)
    foot = sum(wrapped_line_count(one_line(t), width, 20, bold=True) * 20 * LINE + 8 for t in below)
    across = 2 if len(cards) <= 4 else 3
    down = -(-len(cards) // across)
    wide = (width - GAP * (across - 1)) / across
    high = (height - (foot + GAP if below else 0) - GAP * (down - 1)) / down
    size = next((s for s in SIZES if all(_fits(card, wide, high, s) for card in cards)), None)
    if size is None or not cards:
        return False
    slide = deck.slide(LAYOUT, title, rubric)
    for place, card in enumerate(cards):
        x = left + (place % across) * (wide + GAP)
        y = top + (place // across) * (high + GAP)
        _card(slide, card, (x, y, wide, high), size)
    if below:
        _sentences(slide, below, (left, top + height - foot, width, foot))
    return True


def area(deck: Deck) -> tuple[float, float, float, float]:
    """Where the text of a slide would stand, in points."""
    body = deck.frame("Inhalt", BODY)
    return body.left / Pt(1), body.top / Pt(1), body.width / Pt(1), body.height / Pt(1)


def _fits(card: SlideCard, wide: float, high: float, size: float) -> bool:
    room = wide - 2 * INSET
    need = wrapped_line_count(one_line(card.title), room, size, bold=True) * size * LINE
    small = size - SMALLER
    need += sum(wrapped_line_count(one_line(t), room, small) * small * LINE + 6 for t in card.texts)
    return need + 2 * INSET <= high


def _card(slide: Slide, card: SlideCard, box: tuple[float, ...], size: float) -> None:
    shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *emu(box))
    shape.name = f"Karte {one_line(card.title)[:60]}"
    shape.shadow.inherit = False
    shape.fill.solid()
    shape.fill.fore_color.rgb = slide_colour(card.colour)
    shape.line.fill.background()
    frame = _frame(shape, INSET)
    title: Block = (Para(card.title, bold=True, colour=WHITE),)
    fill_frame(frame, [title, *((Para(t, colour=WHITE),) for t in card.texts)], size)
    for paragraph in frame.paragraphs:
        paragraph.alignment = PP_ALIGN.LEFT
    for paragraph in frame.paragraphs[1:]:
        paragraph.space_before = Pt(6)
        for run in paragraph.runs:
            run.font.size = Pt(size - SMALLER)


def _sentences(slide: Slide, texts: Sequence[str], box: tuple[float, ...]) -> None:
    shape = slide.shapes.add_textbox(*emu(box))
    shape.name = "Satz"
    fill_frame(_frame(shape, 0), [(Para(t, bold=True),) for t in texts], 20)


def _frame(shape: Any, inset: float) -> Any:
    frame = shape.text_frame
    frame.word_wrap = True
    frame.vertical_anchor = MSO_ANCHOR.TOP
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Pt(inset)
    return frame


def emu(box: tuple[float, ...]) -> tuple[Emu, Emu, Emu, Emu]:
    x, y, width, height = (Emu(round(value * 12700)) for value in box)
    return x, y, width, height
