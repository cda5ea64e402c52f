"""Slides of running text, one thought on each, continued where one slide does not hold it."""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

from insek_cli.documents.slides.deck import BODY, SECOND, Deck, add_notes
from insek_cli.documents.text_fit import DENSE, SIZES, Block, Para, arrange_columns, one_line
from insek_cli.workshop.results.workshop_views import RemarkView, ThemeView

ARROW, COLUMNS = "➔", "Zwei Spalten"
FEW = 4
"""Slides of a part, with the one that opens it, at which it does without that."""


def add_divider(deck: Deck, title: str, line: str = "") -> None:
    """What follows is a part; a slide opens it, where it has several."""
    end_part(deck)
    deck.divider = f"{ARROW} {title}", line


def end_part(deck: Deck) -> None:
    """Take away the slide that opened a part of few slides."""
    entries: Any = deck.presentation.slides._sldIdLst
    if deck.opening is not None and len(entries) - deck.opening <= FEW:
        entry = entries[deck.opening]
        deck.presentation.part.drop_rel(entry.rId)
        entries.remove(entry)
        # The next slide is named after their number: two parts would have one name.
        deck.presentation.part.rename_slide_parts([each.rId for each in entries])
    deck.opening = None


def add_text(
    deck: Deck,
    title: str,
    rubric: str,
    blocks: Sequence[Block],
    *,
    colour: str | None = None,
    columns: int = 1,
    sizes: Sequence[float] = SIZES,
    notes: Sequence[str] = (),
) -> None:
    """Slides with the blocks in one or two columns; `notes` are for who speaks to the first."""
    layout = "Inhalt" if columns == 1 else COLUMNS
    headline = deck.headline(layout, title)
    if headline != one_line(title):
        blocks = [(Para(title, bold=True),), *blocks]
    width, height = deck.box(layout, BODY)
    size, filled = arrange_columns(blocks, width, height, columns, sizes)
    pages = [filled[start : start + columns] for start in range(0, len(filled), columns)]
    for place, page in enumerate(pages, 1):
        count = f" ({place}/{len(pages)})" if len(pages) > 1 else ""
        slide = deck.slide(layout, headline + count, rubric, colour)
        for index, content in zip((BODY, SECOND), page, strict=False):
            deck.write(slide, index, content, size)
        if place == 1:
            add_notes(slide, notes)


def add_beside(
    deck: Deck, title: str, rubric: str, halves: tuple[list[Block], list[Block]],
    notes: Sequence[str] = (),
) -> bool:  # fmt: skip
    """Two texts side by side on one slide; False where one is too long for its half."""
    width, height = deck.box(COLUMNS, BODY)
    arranged = [arrange_columns(half, width, height, sizes=DENSE) for half in halves]
    if any(len(filled) > 1 for _, filled in arranged):
        return False
    slide = deck.slide(COLUMNS, title, rubric)
    size = min(size for size, _ in arranged)
    for index, half in zip((BODY, SECOND), halves, strict=True):
        deck.write(slide, index, half, size)
    add_notes(slide, notes)
    return True


def listed(title: str, names: Sequence[str]) -> tuple[str, ...]:
    """Lines for the notes: a title and what belongs to it; none without that."""
    return (title, *(f"– {name}" for name in names)) if names else ()


def numbered_items(texts: Iterable[str]) -> list[Block]:
    """A numbered list."""
    return [(Para(entry, number=place),) for place, entry in enumerate(texts, 1)]


def theme_items(views: Iterable[ThemeView]) -> list[Block]:
    """Each theme with its remarks and, where they are answered, the answers."""
    blocks: list[Block] = []
    for theme in views:
        said = [_said(remark) for remark in theme.anmerkungen]
        if theme.titel:
            lead = Para(f"Thema {theme.titel}", heading=True)
            blocks.append((lead, *chain.from_iterable(said)))
        else:
            blocks += said
    return blocks


def _said(remark: RemarkView) -> Block:
    text = Para(remark.daten.text, 1)
    if not remark.erwiderung:
        return (text,)
    return text, Para(remark.erwiderung, 2, italic=True)
