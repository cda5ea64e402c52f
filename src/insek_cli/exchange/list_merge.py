"""Lists of three states entry by entry: edited, dropped, added and moved ones of both sides."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from insek_cli.review.diff.list_matching import matched
from insek_cli.wording.values import ListEntry

MergeItem = Callable[[Any, Any, Any], Any]
"""Base, theirs and ours of one entry to what becomes of it; None drops it."""
Places = dict[int, int]
"""The place of an entry in the base to its place on a side."""


def merged_items(
    base: list[Any], theirs: list[Any], ours: list[Any], merge: MergeItem, *, first: bool
) -> tuple[list[Any], bool]:
    """The entries of all sides, and whether both put them in orders that contradict.

    `first` says that their order counts then. What both sides add at one place stands there sorted,
    so that it is the same whoever came first.
    """
    places = _places(base, theirs), _places(base, ours)
    kept: dict[int, Any] = {}
    for number, item in enumerate(base):
        sides = (
            side[where[number]] if number in where else None
            for side, where in zip((theirs, ours), places, strict=True)
        )
        if (value := merge(item, *sides)) is not None:
            kept[number] = value
    order, disordered = _order(kept, *places, first=first)
    added = [_added(side, where, kept) for side, where in zip((theirs, ours), places, strict=True)]
    found: list[Any] = []
    for anchor in (None, *order):
        found += [] if anchor is None else [kept[anchor]]
        found += _together(*(side.get(anchor, []) for side in added))
    return list(_without_repeats(found, theirs, ours)), disordered


def _places(base: list[Any], side: list[Any]) -> Places:
    pairs = matched([*map(_item, base)], [*map(_item, side)])
    return {old: new for old, new, _moved in pairs if old is not None and new is not None}


def _item(value: Any) -> ListEntry:
    """An entry as it is compared: a record is known by its first key, an id only by itself."""
    if isinstance(value, dict):
        texts = [*map(str, value.values()), ""]
        return ListEntry(texts[0], " ".join(texts))
    text = str(value)
    return ListEntry(text, text if " " in text else text.replace("-", "_"))


def _order(
    kept: Iterable[int], theirs: Places, ours: Places, *, first: bool
) -> tuple[list[int], bool]:
    """The places of the base in the order of the side that changed it."""
    both = sorted(number for number in kept if number in theirs and number in ours)
    moved = [sorted(both, key=side.__getitem__) for side in (theirs, ours)]
    disordered = moved[0] != moved[1] and both not in moved
    lead = theirs if (first if disordered else moved[1] == both) else ours
    order = sorted((number for number in kept if number in lead), key=lead.__getitem__)
    for number in sorted(set(kept) - set(order)):
        # What only the other side still has stands behind what stood before it.
        before = [n for n in order if n < number]
        order.insert(order.index(before[-1]) + 1 if before else 0, number)
    return order, disordered


def _added(side: list[Any], places: Places, kept: dict[int, Any]) -> dict[int | None, list[Any]]:
    """What a side added, by the entry of the base that it stands behind."""
    olds = {new: old for old, new in places.items()}
    found: dict[int | None, list[Any]] = {}
    anchor: int | None = None
    for place, item in enumerate(side):
        if place not in olds:
            found.setdefault(anchor, []).append(item)
        elif olds[place] in kept:
            anchor = olds[place]
    return found


def _together(theirs: list[Any], ours: list[Any]) -> list[Any]:
    if not theirs or not ours or theirs == ours:
        return theirs or ours
    union = Counter(map(mark, theirs)) | Counter(map(mark, ours))
    return [json.loads(text) for text in sorted(union.elements())]


def _without_repeats(items: list[Any], theirs: list[Any], ours: list[Any]) -> Iterator[Any]:
    """What both sides added at different places stands once."""
    allowed = Counter(map(mark, theirs)) | Counter(map(mark, ours))
    seen: Counter[str] = Counter()
    for item in items:
        text = mark(item)
        seen[text] += 1
        if text not in allowed or seen[text] <= allowed[text]:
            yield item


def mark(value: Any) -> str:
    """What tells values apart and gives them an order."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
