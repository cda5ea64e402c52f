"""How rankings and choices are written into cells, and what they mean."""

import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from typing import Literal

Picks = tuple[tuple[int | None, str], ...]
Problem = Literal["scale", "order", "number", "unread"]
Resolve = Callable[[str], str | None]

PLACE = re.compile(
    r"#?\s*(?:(?:rank(?:ing)?|rang|platz|place|position|priorität|wahl|choice)\s*#?)?\s*"
    r"([0-9]{1,2})(?:st|nd|rd|th|ter|\.)?\s*"
    r"(?:rank|rang|platz|place|position|priorität|wahl|choice)?",
    re.IGNORECASE,
)
"""The heading of a column that holds what stands at a place: 1, 1st, Rank 1, 2. Platz."""

MARKS = frozenset({"x", "✓", "✔", "true", "wahr", "yes", "ja", "y", "j", "checked", "ausgewählt"})
NO_MARKS = frozenset({"0", "false", "falsch", "no", "nein", "n"})
NOTHING = frozenset({"", "-", "–", "n/a"})

_ENUMERATED = re.compile(r"\s*([0-9]{1,2})[.):]\s+\S")
_SEPARATORS = ("\n", ";", "|", ">", ",")
MAX_LIST = 200
"""Options of one list; no question offers as many."""


@dataclass(frozen=True)
class Decoded:
    """Picks by ballot (None: did not vote; empty: handed in blank), and what stands against reading
    them: `at` is the ballot and the column where, counted from 0."""

    ballots: tuple[Picks | None, ...] = ()
    spoilt: frozenset[int] = frozenset()
    problem: Problem | None = None
    value: str = ""
    at: tuple[int, int] | None = None


def heading_place(heading: str) -> int | None:
    """The place a heading names, if it names one."""
    found = PLACE.fullmatch(heading.strip())
    return int(found[1]) if found else None


def by_option(labels: Sequence[str], rows: Iterable[Sequence[str]]) -> Decoded:
    """A column for each option, with ranks or marks in it."""
    cells = [[_meaning(c, label) for c, label in zip(row, labels, strict=True)] for row in rows]
    values = [value for row in cells for value in row if value]
    for at, row in enumerate(cells):
        for column, value in enumerate(row):
            if isinstance(value, str):
                return Decoded(problem="number", value=value, at=(at, column))
    if set(values) <= {1}:
        return Decoded(tuple(_marked(labels, row) for row in cells))
    voted = [n for n, row in enumerate(cells) if any(row)]
    spoilt = frozenset(n for n in voted if not _clean(cells[n], len(labels)))
    if len(spoilt) * 2 > len(voted):
        return Decoded(problem="scale")
    return Decoded(tuple(_ranked(labels, row) for row in cells), spoilt)


def _meaning(cell: str, label: str) -> int | str | None:
    """A rank, 1 for a mark, 0 for none, None for nothing; the text itself otherwise."""
    text = cell.strip().casefold()
    if text in NOTHING:
        return None
    if text in NO_MARKS:
        return 0
    if text in MARKS or text == label.strip().casefold():
        return 1
    return int(text) if re.fullmatch(r"[0-9]{1,4}", text) else cell


def _clean(row: Sequence[int | str | None], options: int) -> bool:
    ranks = [int(value) for value in row if value]
    return len(set(ranks)) == len(ranks) and max(ranks) <= options


def _marked(labels: Sequence[str], row: Sequence[int | str | None]) -> Picks | None:
    if all(value is None for value in row):
        return None
    return tuple((None, label) for label, v in zip(labels, row, strict=True) if v)


def _ranked(labels: Sequence[str], row: Sequence[int | str | None]) -> Picks | None:
    if all(value is None for value in row):
        return None
    return tuple(sorted((int(v), label) for label, v in zip(labels, row, strict=True) if v))


def by_place(places: Sequence[int], rows: Iterable[Sequence[str]]) -> Decoded:
    """A column for each place, with options in it."""
    ballots, spoilt = [], set()
    for number, row in enumerate(rows):
        picks = [(at, cell.strip()) for at, cell in zip(places, row, strict=True) if cell.strip()]
        ballots.append(tuple(sorted(picks)) or None)
        if len({label for _, label in picks}) < len(picks):
            spoilt.add(number)
    return Decoded(tuple(ballots), frozenset(spoilt))


def by_list(cells: Sequence[str], lists: Sequence[list[str]], ranked: bool | None) -> Decoded:
    """One cell a ballot: an option, or several in a list, as `split` takes it apart."""
    if ranked is None:
        ranked = _is_ranking(cells, lists)
    if ranked is None:
        return Decoded(problem="order")
    ballots = (
        tuple((at if ranked else None, label) for at, label in enumerate(labels, 1)) or None
        for labels in lists
    )
    spoilt = {n for n, labels in enumerate(lists) if len(set(labels)) < len(labels)}
    return Decoded(tuple(ballots), frozenset(spoilt))


def _is_ranking(cells: Sequence[str], lists: Sequence[list[str]]) -> bool | None:
    """Numbers, or ballots that no single order agrees with, make it a ranking.

    Lists that all keep one order may just repeat the order in which the options were shown.
    """
    several = [(cell, labels) for cell, labels in zip(cells, lists, strict=True) if labels[1:]]
    if not several:
        return False
    if all(_ENUMERATED.match(cell) for cell, _ in several):
        return True
    order: TopologicalSorter[str] = TopologicalSorter()
    for _, labels in several:
        for first, second in pairwise(labels):
            order.add(second, first)
    try:
        order.prepare()
    except CycleError:
        return True
    return None


def split_options(cell: str, resolve: Resolve) -> list[str]:
    """The options of a list; options may contain the separator themselves."""
    text = cell.strip()
    if not text:
        return []
    if any(text.count(mark) > MAX_LIST for mark in _SEPARATORS):
        return [text]
    if text.startswith("["):
        try:
            return [str(item).strip() for item in json.loads(text)]
        except (ValueError, TypeError, RecursionError):
            pass
    if resolve(text):
        return [text]
    ways = [_joined(text, mark, resolve) for mark in _SEPARATORS if mark in text]
    best = max(ways, key=lambda way: sum(resolve(p) is not None for p in way) / len(way),
               default=[text])  # fmt: skip
    return best if any(resolve(part) for part in best) else [text]


def _joined(text: str, mark: str, resolve: Resolve) -> list[str]:
    """Parts between separators, put together again where only the whole is an option."""
    pieces = [piece for piece in text.split(mark) if piece.strip()]
    found: list[str] = []
    while pieces:
        for end in range(min(len(pieces), 8), 0, -1):
            part = mark.join(pieces[:end]).strip()
            if end == 1 or resolve(part):
                found.append(part)
                del pieces[:end]
                break
    return found or [text]
