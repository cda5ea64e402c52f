"""Two texts word by word: what stayed, what went, what came."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Kind = Literal["same", "old", "new"]
_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True)
class Piece:
    """A stretch of text that is in both, in the old one or in the new one."""

    kind: Kind
    text: str


def compare(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces in reading order; the old ones and the same ones make up the old text."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    return tuple(_joined(_pieces(before, after)))


def _pieces(before: list[str], after: list[str]) -> Iterator[Piece]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            yield Piece("same", "".join(before[a:b]))
        else:
            yield Piece("old", "".join(before[a:b]))
            yield Piece("new", "".join(after[c:d]))


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """A lone space between two changes belongs to them: single words are hard to read."""
    old = new = ""
    for piece in pieces:
        if piece.kind == "same" and not (piece.text.isspace() and (old or new)):
            yield from _change(old, new)
            old = new = ""
            yield piece
        else:
            old += piece.text if piece.kind != "new" else ""
            new += piece.text if piece.kind != "old" else ""
    yield from _change(old, new)


def _change(old: str, new: str) -> Iterator[Piece]:
    if old:
        yield Piece("old", old)
    if new:
        yield Piece("new", new)
