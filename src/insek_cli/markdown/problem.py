"""What the allowlist has to say about a text, and where."""

from dataclasses import dataclass
from typing import Literal

ProblemKind = Literal[
    "html",
    "code",
    "quote",
    "rule",
    "heading",
    "heading-empty",
    "heading-gap",
    "image",
    "image-alt",
    "footnote",
    "scheme",
    "link-text",
    "link-title",
    "bare-url",
    "too-deep",
    "brackets",
    "cells",
    "note-heading",
    "note-inside",
    "note-missing",
    "note-often",
    "note-twice",
    "note-unused",
]
"""What is not allowed, or would be lost."""
MarkKind = Literal[
    "attribute",
    "backslash",
    "backtick",
    "box",
    "bullet",
    "caption",
    "entity",
    "fence",
    "heading-space",
    "highlight",
    "link",
    "reference",
    "row",
    "star",
    "strike",
    "table",
]
"""What would be printed with its marks."""


@dataclass(frozen=True)
class Problem:
    """`start` and `end` are offsets in the text; `detail` is what it is about."""

    start: int
    end: int
    kind: ProblemKind | MarkKind
    detail: str
    effectless: bool = False


@dataclass(frozen=True)
class Target:
    """An id of the project that a link leads to, at its place in the text."""

    start: int
    end: int
    id: str
