"""Slides of running text, one thought on each, continued where one slide does not hold it."""

from collections.abc import Iterable, Sequence
from itertools import chain

from insek_cli.documents.slides.deck import BODY, SECOND, Deck, add_notes
from insek_cli.documents.text_fit import Block, Para, arrange_columns, one_line
from insek_cli.workshop.results.workshop_views import RemarkView, ThemeView

ARROW = "➔"


def add_divider(deck: Deck, title: str, line: str = "") -> None:
    """A slide that opens a part, once it has another one."""
    deck.divider = f"{ARROW} {title}", line


def add_text(
    deck: Deck,
    title: str,
    rubric: str,
    blocks: Sequence[Block],
    *,
    colour: str | None = None,
    columns: int = 1,
    notes: Sequence[str] = (),
) -> None:
    """Slides with the blocks in one or two columns; `notes` are for who speaks to the first."""
    layout = "Inhalt" if columns == 1 else "Zwei Spalten"
    headline = deck.headline(layout, title)
    if headline != one_line(title):
        blocks = [(Para(title, bold=True),), *blocks]
    width, height = deck.box(layout, BODY)
    size, filled = arrange_columns(blocks, width, height, columns)
    pages = [filled[start : start + columns] for start in range(0, len(filled), columns)]
    for place, page in enumerate(pages, 1):
        count = f" ({place}/{len(pages)})" if len(pages) > 1 else ""
        slide = deck.slide(layout, headline + count, rubric, colour)
        for index, content in zip((BODY, SECOND), page, strict=False):
            deck.write(slide, index, content, size)
        if place == 1:
            add_notes(slide, notes)


def list_items(texts: Iterable[str], level: int = 1) -> list[Block]:
    """List items, each a block of its own."""
    return [(Para(entry, level),) for entry in texts]


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
