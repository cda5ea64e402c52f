"""The tree as Markdown of the template dialect, every character of a text escaped."""

from collections.abc import Callable

from insek_cli.markdown.escape import attribute, escape, url
from insek_cli.markdown.tree import (
    Block,
    Break,
    Heading,
    Inline,
    ItemList,
    Link,
    Mark,
    Paragraph,
    Picture,
    Table,
    Text,
)

Anchor = Callable[[str], str]
DEEPEST = 5
"""The deepest heading that the documents have a style for; a chapter's title is the first."""


def markdown(block: Block, anchor: Anchor) -> str:
    """A block; `anchor` turns an id of the project into a link target."""
    match block:
        case Paragraph((Picture(),) as children):
            return f"::: abbildung\n{_inlines(children, anchor)}\n:::"
        case Paragraph(children):
            return _inlines(children, anchor)
        case Heading(level, children):
            return "#" * min(level + 1, DEEPEST) + " " + _inlines(children, anchor)
        case ItemList():
            return _list(block, anchor)
        case Table(rows):
            return _table(rows, anchor)


def _list(block: ItemList, anchor: Anchor) -> str:
    lines: list[str] = []
    for number, item in enumerate(block.items, block.start or 0):
        bullet = "- " if block.start is None else f"{number}{block.delimiter} "
        joint = "\n" if block.tight else "\n\n"
        body = joint.join(markdown(child, anchor) for child in item)
        lines.append(bullet + body.replace("\n", "\n" + " " * len(bullet)))
    return ("\n" if block.tight else "\n\n").join(lines)


def _table(rows: tuple[tuple[tuple[Inline, ...], ...], ...], anchor: Anchor) -> str:
    width = len(rows[0])
    lines = ["::: {.tabelle spalten=" + attribute(" ".join(["1fr"] * width)) + "}"]
    for index, row in enumerate(rows):
        lines.append("::: kopfzeile" if index == 0 else "::: zeile")
        for cell in row:
            lines += ["::: zelle", _inlines(cell, anchor), ":::"]
        lines.append(":::")
    return "\n".join([*lines, ":::"])


def _inlines(children: tuple[Inline, ...], anchor: Anchor) -> str:
    parts: list[str] = []
    before: Inline | None = None
    for child in children:
        # Stars of neighbours would run together; a span says the same.
        if isinstance(child, Mark) and isinstance(before, Mark):
            parts.append(f"[{_inlines(child.children, anchor)}]{{.{child.kind}}}")
        else:
            parts.append(_inline(child, anchor))
        before = child
    return "".join(parts)


def _inline(child: Inline, anchor: Anchor) -> str:
    match child:
        case Text(text):
            return escape(text)
        case Break(hard):
            return "\\\n" if hard else "\n"
        case Mark(kind, children):
            stars = "**" if kind == "fett" else "*"
            return stars + _inlines(children, anchor) + stars
        case Link(target, children):
            goal = target if child.external else anchor(target)
            return f"[{_inlines(children, anchor)}]({url(goal)})"
        case Picture(path, alt):
            return f"![{escape(alt)}]({url('bilder/' + path)})"
