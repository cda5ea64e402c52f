"""The tree as plain text, and whether there is any."""

import re

from insek_cli.markdown.escape import typography
from insek_cli.markdown.tree import (
    Block,
    Break,
    Emphasis,
    Heading,
    Inline,
    ItemList,
    Link,
    Note,
    Paragraph,
    Picture,
    Quote,
    Table,
    Text,
)
from insek_cli.models.types import SEEN


def seen(text: str) -> bool:
    """Whether print shows something of a text."""
    return re.search(SEEN, text) is not None


def has_words(children: tuple[Inline, ...]) -> bool:
    """Whether something is to be read, and not only seen in a picture."""
    texts = (part for part in children if not isinstance(part, Picture | Note))
    return any(
        has_words(part.children) if isinstance(part, Emphasis | Link) else seen(_plain_inline(part))
        for part in texts
    )


def block_lines(block: Block, indent: str) -> list[str]:
    """A line for a paragraph, an item of a list or a row of a table."""
    match block:
        case Paragraph(children) | Heading(_, children):
            return [indent + line for line in paragraph_words(children).split("\n")]
        case ItemList():
            return _plain_list(block, indent)
        case Table(rows, _, caption):
            told = [paragraph_words(caption)] if caption else []
            cells = [" | ".join(paragraph_words(cell) for cell in row) for row in rows]
            return [indent + line for line in (*cells, *told)]
        case Quote(blocks):
            return [line for child in blocks for line in block_lines(child, indent)]


def _plain_list(block: ItemList, indent: str) -> list[str]:
    lines: list[str] = []
    for number, item in enumerate(block.items, block.start or 0):
        bullet = "– " if block.start is None else f"{number}{block.delimiter} "
        inner = [line for child in item for line in block_lines(child, "")]
        lines += [
            indent + (bullet if i == 0 else " " * len(bullet)) + line
            for i, line in enumerate(inner or [""])
        ]
    return lines


def paragraph_words(children: tuple[Inline, ...]) -> str:
    """The words of a paragraph; an address follows the text of its link."""
    return typography("".join(_plain_inline(child) for child in children))


def _plain_inline(child: Inline) -> str:
    match child:
        case Text(text):
            return text
        case Break(hard):
            return "\n" if hard else " "
        case Emphasis(_, children):
            return "".join(_plain_inline(inner) for inner in children)
        case Link(target, children):
            text = "".join(_plain_inline(inner) for inner in children)
            shown = re.sub("^(?:mailto:|http://(?=www))", "", target)
            return text if not child.external or shown in text else f"{text} ({shown})"
        case Note(children):
            return f" ({paragraph_words(children)})"
        case Picture(_, alt):
            return alt
