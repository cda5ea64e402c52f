"""The cleaned tree of a Markdown field and its two spellings."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Literal

from insek_cli.markdown.escape import attribute, escape, typography, url


@dataclass(frozen=True)
class Text:
    """A run of plain text."""

    text: str


@dataclass(frozen=True)
class Break:
    """A line break; `hard` where the author asked for one."""

    hard: bool


@dataclass(frozen=True)
class Mark:
    """Emphasis (`kursiv`) or strong emphasis (`fett`)."""

    kind: Literal["kursiv", "fett"]
    children: tuple["Inline", ...]


@dataclass(frozen=True)
class Link:
    """A link to an address or to an id of the project."""

    target: str
    children: tuple["Inline", ...]

    @property
    def external(self) -> bool:
        """Whether the target is an address rather than an id of the project."""
        return ":" in self.target


@dataclass(frozen=True)
class Picture:
    """An image of a chapter, named by its path under data/bilder/."""

    path: str
    alt: str
    place: tuple[int, int] = field(default=(0, 0), compare=False)
    """Where its path stands in the text, as offsets."""


Inline = Text | Break | Mark | Link | Picture


@dataclass(frozen=True)
class Paragraph:
    """A paragraph."""

    children: tuple[Inline, ...]


@dataclass(frozen=True)
class Heading:
    """A heading of a chapter; level 1 is the highest inside it."""

    level: int
    children: tuple[Inline, ...]


@dataclass(frozen=True)
class ItemList:
    """A list; `start` is None for bullets, else the first number; `delimiter` is . or )."""

    start: int | None
    delimiter: str
    tight: bool
    items: tuple[tuple["Block", ...], ...]


@dataclass(frozen=True)
class Table:
    """A table: the first row is the header; `aligned` says links, mitte or rechts per column."""

    rows: tuple[tuple[tuple[Inline, ...], ...], ...]
    aligned: tuple[str, ...] = ()


Block = Paragraph | Heading | ItemList | Table


@dataclass(frozen=True)
class Document:
    """A parsed Markdown text, safe to hand on."""

    blocks: tuple[Block, ...]

    def markdown(self, anchor: Callable[[str], str] = lambda target: target) -> str:
        """Canonical Markdown; `anchor` turns an id of the project into a link target."""
        return "\n\n".join(_block(block, anchor) for block in self.blocks)

    def plain(self) -> str:
        """Text for a spreadsheet cell: a line a paragraph or list item."""
        return "\n".join(line for block in self.blocks for line in _plain_block(block, ""))

    def pictures(self) -> Iterator[Picture]:
        """Every image, wherever it stands."""
        return _pictures(self)


Anchor = Callable[[str], str]
DEEPEST = 5
"""The deepest heading that the documents have a style for; a chapter's title is the first."""
_BLANK = " \n\u00a0\u00ad"


def worded(children: tuple[Inline, ...]) -> bool:
    """Whether something is to be read, and not only seen in a picture."""
    texts = (part for part in children if not isinstance(part, Picture))
    return any(
        worded(part.children)
        if isinstance(part, Mark | Link)
        else _plain_inline(part).strip(_BLANK)
        for part in texts
    )


def _pictures(part: object) -> Iterator[Picture]:
    if isinstance(part, Picture):
        yield part
    elif isinstance(part, tuple):
        for item in part:
            yield from _pictures(item)
    elif is_dataclass(part) and not isinstance(part, type):
        for item in fields(part):
            yield from _pictures(getattr(part, item.name))


def merged(parts: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """The same with neighbouring texts as one: no break may look as if a word ended there."""
    found: list[Inline] = []
    run: list[str] = []
    for part in parts:
        if isinstance(part, Text):
            run.append(part.text)
            continue
        if run:
            found.append(Text("".join(run)))
            run = []
        found.append(part)
    return (*found, Text("".join(run))) if run else tuple(found)


def _block(block: Block, anchor: Anchor) -> str:
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
        body = joint.join(_block(child, anchor) for child in item)
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


def _plain_block(block: Block, indent: str) -> list[str]:
    match block:
        case Paragraph(children) | Heading(_, children):
            return [indent + line for line in _plain(children).split("\n")]
        case ItemList():
            return _plain_list(block, indent)
        case Table(rows):
            return [indent + " | ".join(_plain(cell) for cell in row) for row in rows]


def _plain_list(block: ItemList, indent: str) -> list[str]:
    lines: list[str] = []
    for number, item in enumerate(block.items, block.start or 0):
        bullet = "– " if block.start is None else f"{number}{block.delimiter} "
        inner = [line for child in item for line in _plain_block(child, "")]
        lines += [
            indent + (bullet if i == 0 else " " * len(bullet)) + line
            for i, line in enumerate(inner or [""])
        ]
    return lines


def _plain(children: tuple[Inline, ...]) -> str:
    return typography("".join(_plain_inline(child) for child in children))


def _plain_inline(child: Inline) -> str:
    match child:
        case Text(text):
            return text
        case Break(hard):
            return "\n" if hard else " "
        case Mark(_, children):
            return "".join(_plain_inline(inner) for inner in children)
        case Link(target, children):
            text = "".join(_plain_inline(inner) for inner in children)
            shown = target.removeprefix("mailto:")
            return text if not child.external or shown in text else f"{text} ({shown})"
        case Picture(_, alt):
            return alt
