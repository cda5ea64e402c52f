"""Three states of a value into one: what it was, what they made of it, what it is here now.

Values are plain data as the files hold them: texts, numbers, lists, records as dicts; None is what
is not known. Only who changed something counts: a side that left a value alone has no say in it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

from insek_cli.exchange.list_merge import merged_items
from insek_cli.wording.sentences import sentence_pieces

Side = Literal["theirs", "ours"]


@dataclass(frozen=True)
class Merged:
    """The value of all sides. In a `conflict` it holds the side that was preferred, or nothing."""

    value: Any
    conflict: bool = False


def merge(base: Any, theirs: Any, ours: Any, prefer: Side | None = None) -> Merged:
    """The value with the changes of both sides; `prefer` decides where they contradict.

    Lists are merged entry by entry, records key by key, texts sentence by sentence, so that a
    decision takes nothing from the other side but what contradicts.
    """
    if theirs in (base, ours):
        return Merged(ours)
    if ours == base:
        return Merged(theirs)
    sides = (base, theirs, ours)
    if all(isinstance(side, list | None) for side in sides):
        return _lists(base or [], theirs or [], ours or [], prefer)
    if all(isinstance(side, dict) for side in sides):
        return _records(base, theirs, ours, prefer)
    if all(isinstance(side, str) for side in sides):
        return _texts(base, theirs, ours, prefer)
    return _conflict(theirs, ours, prefer)


def _conflict(theirs: Any, ours: Any, prefer: Side | None) -> Merged:
    return Merged({"theirs": theirs, "ours": ours}.get(prefer or ""), conflict=True)


def _records(
    base: dict[str, Any], theirs: dict[str, Any], ours: dict[str, Any], prefer: Side | None
) -> Merged:
    names = dict.fromkeys((*base, *ours, *theirs))
    found = {
        name: merge(base.get(name), theirs.get(name), ours.get(name), prefer) for name in names
    }
    known = {name: each.value for name, each in found.items() if each.value is not None}
    return Merged(known or None, any(each.conflict for each in found.values()))


def _lists(base: list[Any], theirs: list[Any], ours: list[Any], prefer: Side | None) -> Merged:
    conflicts: list[bool] = []

    def item(was: Any, one: Any, other: Any) -> Any:
        found = merge(was, one, other, prefer)
        conflicts.append(found.conflict)
        return found.value

    items, disordered = merged_items(base, theirs, ours, item, first=prefer == "theirs")
    return Merged(items or None, disordered or any(conflicts))


def _texts(base: str, theirs: str, ours: str, prefer: Side | None) -> Merged:
    parts: list[str] = []
    conflict = False
    for was, one, other in stretches(*map(_tokens, (base, theirs, ours))):
        if one in (was, other):
            parts += other
        elif other == was:
            parts += one
        else:
            conflict = True
            parts += one if prefer == "theirs" else other
    text = "".join(parts)
    return Merged(text if prefer or not conflict else None, conflict)


def _tokens(text: str) -> list[str]:
    """Sentences, and what stands between them: a sentence more changes none before it."""
    found = []
    for line in text.splitlines(keepends=True):
        for piece in sentence_pieces(line):
            words = piece.rstrip()
            found += [part for part in (words, piece[len(words) :]) if part]
    return found


Stretch = tuple[Sequence[str], Sequence[str], Sequence[str]]


def stretches(base: list[str], one: list[str], other: list[str]) -> list[Stretch]:
    """The parts of three rows that belong together: those all have, and those between them."""
    found: list[Stretch] = []
    in_one, in_other = _places(base, one), _places(base, other)
    was = first = second = 0
    for place in sorted(in_one.keys() & in_other.keys()):
        found.append((base[was:place], one[first : in_one[place]], other[second : in_other[place]]))
        found.append((base[place : place + 1],) * 3)
        was, first, second = place + 1, in_one[place] + 1, in_other[place] + 1
    return [*found, (base[was:], one[first:], other[second:])]


def _places(base: list[str], side: list[str]) -> dict[int, int]:
    blocks = SequenceMatcher(None, base, side, autojunk=False).get_matching_blocks()
    return {block.a + n: block.b + n for block in blocks for n in range(block.size)}
