"""The cleaned tree of a Markdown field."""

from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True)
class Text:
    """A run of plain text."""

    text: str


@dataclass(frozen=True)
class Break:
    """A line break; `hard` where the author asked for one."""

    hard: bool


@dataclass(frozen=True)
class Emphasis:
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
    caption: tuple["Inline", ...] = ()


@dataclass(frozen=True)
class Note:
    """A footnote of a chapter, at the place that refers to it."""

    children: tuple["Inline", ...]


Inline = Text | Break | Emphasis | Link | Picture | Note


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
    caption: tuple[Inline, ...] = ()


@dataclass(frozen=True)
class Quote:
    """A quotation of a chapter."""

    blocks: tuple["Block", ...]


Block = Paragraph | Heading | ItemList | Table | Quote


def merge_texts(parts: tuple[Inline, ...]) -> tuple[Inline, ...]:
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
