"""Two texts word by word: what stayed, what went, what came."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal

MOST = 500_000
"""Pairs of equal words: two pages have some 20,000 of them, 512 KiB of one word 10 ** 10."""
_SENTENCE = re.compile(r"[^.!?\n]*[.!?\n]+\s*|[^.!?\n]+$")
ISLAND = 6
"""Letters of a word that is not worth standing alone between two changes."""
Kind = Literal["same", "old", "new"]
_NUMBER = (
    r"\bM-[0-9]{3,9}\b|"
    r"(?:(?<!\S)[-−+])?\w*[0-9](?:[.,:/][0-9]+|[\u00a0\u202f][0-9]{3}\b)+"
    r"|[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?\b|(?<!\S)[-−+][0-9]\w*"
)
"""Amounts, dates, times and numbers of goals: half of one says something else."""
_TOKEN = re.compile(rf"({_NUMBER}|\w+|[^\w\s]|^)(\s*)")
"""A word, number or sign and the space behind it; at the beginning perhaps space alone."""
_FIGURE = re.compile(rf"(?:{_NUMBER}|[0-9]+)[\s€%°]*")


@dataclass(frozen=True)
class Piece:
    """A stretch of text that is in both, in the old one or in the new one."""

    kind: Kind
    text: str


def compare_words(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces in reading order; the old ones and the same ones make up the old text."""
    if old == new:
        return (Piece("same", old),) if old else ()
    return tuple(_joined(united(_told(old, new))))


def _told(old: str, new: str) -> Iterator[Piece]:
    """Word by word, long texts sentence by sentence before, and what is beyond that as a whole."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    if _likely([word for word, _ in before], [word for word, _ in after]):
        yield from _pieces(before, after)
        return
    sides = _SENTENCE.findall(old), _SENTENCE.findall(new)
    if 1 in map(len, sides) or not _likely(*sides):
        yield from _change(old, new)
        return
    for tag, a, b, c, d in SequenceMatcher(None, *sides, autojunk=False).get_opcodes():
        one, other = "".join(sides[0][a:b]), "".join(sides[1][c:d])
        if tag == "equal":
            yield Piece("same", one)
        elif (one, other) == (old, new):
            yield from _change(old, new)
        else:
            yield from _told(one, other)


def _likely(before: list[str], after: list[str]) -> bool:
    """Whether two rows are compared in no time: the pairs of equal parts are what costs it."""
    there = Counter(after)
    return sum(count * there[part] for part, count in Counter(before).items()) <= MOST


def _pieces(before: list[tuple[str, str]], after: list[tuple[str, str]]) -> Iterator[Piece]:
    """Words are matched without the space behind them: it is everywhere, and says nothing."""
    words = [word for word, _ in before], [word for word, _ in after]
    matcher = SequenceMatcher(None, *words, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            for (word, gap), (_, other) in zip(before[a:b], after[c:d], strict=True):
                yield Piece("same", word)
                yield from [Piece("same", gap)] if gap == other else _change(gap, other)
        else:
            yield from _exchanged(*("".join(map("".join, x)) for x in (before[a:b], after[c:d])))


def _exchanged(old: str, new: str) -> Iterator[Piece]:
    """The same space behind both stays where it is."""
    gap, other = (part[len(part.rstrip()) :] for part in (old, new))
    if gap and gap == other:
        yield from _change(old.rstrip(), new.rstrip())
        yield Piece("same", gap)
    else:
        yield from _change(old, new)


def united(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Neighbours of one kind are one piece; an empty one is none."""
    for kind, parts in groupby(pieces, key=lambda piece: piece.kind):
        if text := "".join(part.text for part in parts):
            yield Piece(kind, text)


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """A short word or a space between two changes belongs to them: islands are hard to read.

    What stands beside a number stays: two amounts never become one change.
    """
    old = new = ""
    listed = list(pieces)
    for place, piece in enumerate(listed):
        between = bool(old or new) and place + 1 < len(listed)
        if between and piece.kind == "same":
            ahead = listed[place + 1].text
            between = not any(_FIGURE.fullmatch(part) for part in (old, new, ahead))
        if piece.kind == "same" and not (between and len(piece.text.strip()) <= ISLAND):
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
