"""Two sequences side by side: what is the same, what was changed, what went and what came."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

T = TypeVar("T")
Pair = tuple[T | None, T | None]
"""Old and new; None where the other state has nothing."""


def align(
    old: Sequence[T],
    new: Sequence[T],
    same: Callable[[T], Hashable],
    similar: Callable[[T, T], bool],
) -> Iterator[Pair[T]]:
    """Pairs in reading order; those with equal `same` first, then those that are `similar`."""
    matcher = SequenceMatcher(None, [same(x) for x in old], [same(x) for x in new], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            yield from zip(old[a:b], new[c:d], strict=True)
        else:
            yield from _likeness(old[a:b], new[c:d], similar)


def _likeness(
    old: Sequence[T], new: Sequence[T], similar: Callable[[T, T], bool]
) -> Iterator[Pair[T]]:
    """Each old part with the next new one like it; what has no match stands alone."""
    begin = 0
    for part in old:
        match = next((n for n in range(begin, len(new)) if similar(part, new[n])), None)
        if match is None:
            yield part, None
            continue
        yield from ((None, other) for other in new[begin:match])
        yield part, new[match]
        begin = match + 1
    yield from ((None, other) for other in new[begin:])
