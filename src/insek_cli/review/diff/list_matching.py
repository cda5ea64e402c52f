"""Which entry of a list became which: by content, by name, and by likeness where both changed.

Each step is linear in the length of the lists, so that long ones cost no more than their reading.
"""

import re
from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Sequence

from insek_cli.wording.values import ListEntry

LIKE = 0.4
"""Share of common words from which two entries are one that was changed."""
SMALL = 400
"""Pairs of a gap that are all compared; in a larger one only those at the same place are."""
Pairs = dict[int, int]
"""The place in the new list to the place in the old one."""
Place = tuple[int | None, int | None, bool]
"""Old and new place, None where there is none, and whether it moved against the others."""


def matched(old: Sequence[ListEntry], new: Sequence[ListEntry]) -> list[Place]:
    """The entries in the order of the new list; those that went stand where they stood."""
    pairs: Pairs = {}
    _by(lambda item: item.text, old, new, pairs)
    _by(lambda item: item.name, old, new, pairs)
    for theirs, ours in _gaps(len(old), len(new), pairs):
        _by_likeness(old, new, theirs, ours, pairs)
    return list(_ordered(len(old), len(new), pairs))


def _by(
    mark: Callable[[ListEntry], str],
    old: Sequence[ListEntry],
    new: Sequence[ListEntry],
    pairs: Pairs,
) -> None:
    taken = set(pairs.values())
    waiting: dict[str, deque[int]] = defaultdict(deque)
    for place, item in enumerate(old):
        if place not in taken:
            waiting[mark(item)].append(place)
    for place, item in enumerate(new):
        if place not in pairs and mark(item) and waiting.get(mark(item)):
            pairs[place] = waiting[mark(item)].popleft()


def _by_likeness(
    old: Sequence[ListEntry],
    new: Sequence[ListEntry],
    theirs: list[int],
    ours: list[int],
    pairs: Pairs,
) -> None:
    if len(theirs) * len(ours) > SMALL:
        pairs |= {b: a for a, b in zip(theirs, ours, strict=False) if _like(old[a], new[b])}
        return
    begin = 0
    for place in theirs:
        found = next((n for n in range(begin, len(ours)) if _like(old[place], new[ours[n]])), None)
        if found is not None:
            pairs[ours[found]] = place
            begin = found + 1


def _like(one: ListEntry, other: ListEntry) -> bool:
    words, others = (set(re.findall(r"\w+", item.text)) for item in (one, other))
    return 2 * len(words & others) >= LIKE * (len(words) + len(others)) > 0


def _gaps(old: int, new: int, pairs: Pairs) -> list[tuple[list[int], list[int]]]:
    """The places without a partner, old and new, between neighbours that kept their order."""
    taken = set(pairs.values())
    return [
        ([a for a in theirs if a not in taken], [b for b in ours if b not in pairs])
        for theirs, ours, _anchor in _stretches(old, new, pairs)
    ]


def _ordered(old: int, new: int, pairs: Pairs) -> Iterator[Place]:
    taken = set(pairs.values())
    for theirs, ours, anchor in _stretches(old, new, pairs):
        yield from ((place, None, False) for place in theirs if place not in taken)
        yield from ((pairs.get(place), place, place in pairs) for place in ours)
        if anchor:
            yield (*anchor, False)


def _stretches(
    old: int, new: int, pairs: Pairs
) -> Iterator[tuple[range, range, tuple[int, int] | None]]:
    """What stands before each pair that kept its order, and that pair; last what stands behind."""
    begin = start = 0
    for place in kept_order(sorted(pairs), pairs):
        yield range(begin, pairs[place]), range(start, place), (pairs[place], place)
        begin, start = pairs[place] + 1, place + 1
    yield range(begin, old), range(start, new), None


def kept_order(places: Sequence[int], pairs: Pairs) -> list[int]:
    """The most places whose partners stand in the same order (longest increasing run)."""
    ends: list[int] = []
    last: list[int] = []
    before: dict[int, int | None] = {}
    for place in places:
        at = bisect_left(ends, pairs[place])
        before[place] = last[at - 1] if at else None
        ends[at : at + 1] = [pairs[place]]
        last[at : at + 1] = [place]
    found: list[int] = []
    here = last[-1] if last else None
    while here is not None:
        found.append(here)
        here = before[here]
    return found[::-1]
