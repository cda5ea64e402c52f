"""A change as the two columns that Synopse, page and comment print: what went, what came."""

from collections.abc import Iterator
from itertools import groupby
from typing import Literal

from insek_cli.i18n import N_, german
from insek_cli.review.diff.key_changes import Change, Entry
from insek_cli.review.diff.word_diff import Piece, compare_words, united
from insek_cli.wording.values import SEPARATOR

Side = Literal["old", "new"]
MOVED = N_(" (moved)")
LEFT_OUT = "…"
LINE, BULLET = "\n", "– "
"""Where each entry has lines of its own, something must say where one begins."""


def side(change: Change, which: Side, separator: str = LINE, *, brief: bool = False) -> list[Piece]:
    """The pieces of one side in reading order: `same` ones, and those only this side has.

    `separator` parts the entries of a list; with `brief` those that stayed are left out.
    """
    if not change.entries:
        return list(_value(change, which))
    found: list[Piece] = []
    for stayed, entries in groupby(_in_order(change, which), key=_stayed):
        for entry in entries:
            found += [Piece("same", separator)] if found else []
            if brief and stayed:
                found.append(Piece("same", LEFT_OUT))
                break
            if separator == LINE and len(change.entries) > 1:
                found.append(Piece("same" if all(entry.places) else which, BULLET))
            found += _entry(entry, which)
    return list(united(found))


def _stayed(entry: Entry) -> bool:
    return entry.fate == "same" and not entry.moved


def _in_order(change: Change, which: Side) -> list[Entry]:
    at = ("old", "new").index(which)
    placed = [(entry.places[at] or 0, entry) for entry in change.entries if entry.places[at]]
    return [entry for _place, entry in sorted(placed, key=lambda pair: pair[0])]


def _value(change: Change, which: Side) -> Iterator[Piece]:
    if change.whole and change.old != change.new:
        if text := getattr(change, which):
            yield Piece(which, text)
        return
    pieces = compare_words(change.old, change.new)
    yield from (piece for piece in pieces if piece.kind in ("same", which))


def _entry(entry: Entry, which: Side) -> Iterator[Piece]:
    if entry.parts and not (entry.phrased and entry.old != entry.new):
        yield from _record(entry, which)
    else:
        pieces = compare_words(entry.old, entry.new)
        yield from (piece for piece in pieces if piece.kind in ("same", which))
    if entry.moved and which == "new":
        yield Piece("new", german(MOVED))


def _record(entry: Entry, which: Side) -> Iterator[Piece]:
    """The keys of a record behind each other; the name of a key that is new is new as well."""
    first = True
    for part in entry.parts:
        if not getattr(part, which):
            continue
        label = f"{part.title}: " if part.title else ""
        head = ("" if first else ", ") + label
        if head:
            yield Piece("same" if part.old and part.new else which, head)
        yield from side(part, which, SEPARATOR)
        first = False
