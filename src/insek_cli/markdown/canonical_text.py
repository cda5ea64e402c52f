"""The tree as Markdown of the template dialect, every character of a text escaped."""

from collections.abc import Callable

from insek_cli.markdown.escape import attribute_value, escape, link_target
from insek_cli.markdown.heading_levels import DEEPEST
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

Anchor = Callable[[str], str]


def block_markdown(block: Block, anchor: Anchor) -> str:
    """A block; `anchor` turns an id of the project into a link target."""
    match block:
        case Paragraph((Picture() as picture,)):
            shown = f"::: abbildung\n{_inline(picture, anchor)}\n:::"
            return shown + _caption(picture.caption, anchor)
        case Paragraph(children):
            return _inlines(children, anchor)
        case Heading(level, children):
            return "#" * min(level + 1, DEEPEST) + " " + _inlines(children, anchor)
        case ItemList():
            return _list(block, anchor)
        case Table():
            return _table(block, anchor) + _caption(block.caption, anchor)
        case Quote(blocks):
            inner = "\n\n".join(block_markdown(child, anchor) for child in blocks)
            return "> " + inner.replace("\n", "\n> ")


def _caption(children: tuple[Inline, ...], anchor: Anchor) -> str:
    if not children:
        return ""
    return f"\n\n::: bildunterschrift\n{_inlines(children, anchor)}\n:::"


def _list(block: ItemList, anchor: Anchor) -> str:
    lines: list[str] = []
    for number, item in enumerate(block.items, block.start or 0):
        bullet = "- " if block.start is None else f"{number}{block.delimiter} "
        joint = "\n" if block.tight else "\n\n"
        body = joint.join(block_markdown(child, anchor) for child in item)
        lines.append(bullet + body.replace("\n", "\n" + " " * len(bullet)))
    return ("\n" if block.tight else "\n\n").join(lines)


def _table(table: Table, anchor: Anchor) -> str:
    columns = attribute_value(" ".join(["1fr"] * len(table.rows[0])))
    sides = " ".join(side or "links" for side in table.aligned)
    aligned = f" ausrichtung={attribute_value(sides)}" if any(table.aligned) else ""
    # What is repeated on each page is an artifact of the PDF, and has no links.
    once = ' einmal="ja"' if any(map(_leads, table.rows[0])) else ""
    lines = ['::: {.tabelle art="text" spalten=' + columns + aligned + once + "}"]
    for index, row in enumerate(table.rows):
        lines.append("::: kopfzeile" if index == 0 else "::: zeile")
        for cell in row:
            lines += ["::: zelle", _inlines(cell, anchor), ":::"]
        lines.append(":::")
    return "\n".join([*lines, ":::"])


def _leads(children: tuple[Inline, ...]) -> bool:
    return any(
        isinstance(child, Link | Note) or (isinstance(child, Emphasis) and _leads(child.children))
        for child in children
    )


def _inlines(children: tuple[Inline, ...], anchor: Anchor) -> str:
    parts: list[str] = []
    before: Inline | None = None
    for child in children:
        # Stars of neighbours would run together; a span says the same.
        if isinstance(child, Emphasis) and isinstance(before, Emphasis):
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
        case Emphasis(kind, children):
            stars = "**" if kind == "fett" else "*"
            return stars + _inlines(children, anchor) + stars
        case Link(target, children):
            goal = target if child.external else anchor(target)
            return f"[{_inlines(children, anchor)}]({link_target(goal)})"
        case Note(inner):
            return f"[{_inlines(inner, anchor)}]{{.fussnote}}"
        case Picture(path, alt):
            return f"![{escape(alt)}]({link_target('bilder/' + path)})"
