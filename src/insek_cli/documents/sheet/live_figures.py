"""Figures over sheet Daten: each as the formula that stays live, with the value it has now."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from insek_cli.documents.sheet.book import Value
from insek_cli.documents.sheet.daten import Grid


@dataclass(frozen=True)
class Condition:
    """A condition on a key: known, still open, or equal to what stands in a cell."""

    key: str
    criterion: str
    equals: Value = None

    def holds(self, value: Value) -> bool:
        """Whether a value meets the condition."""
        if self.criterion == KNOWN:
            return value is not None
        return value is None if self.criterion == EMPTY else value == self.equals


KNOWN, EMPTY = '"<>"', '""'


def is_known(key: str) -> Condition:
    """The condition that a key is known: its cell is not empty."""
    return Condition(key, KNOWN)


def is_unknown(key: str) -> Condition:
    """The condition that a key is not known yet: its cell is empty."""
    return Condition(key, EMPTY)


def is_equal(key: str, cell: str, value: Value) -> Condition:
    """The key has the value that stands in a cell."""
    return Condition(key, cell, value)


@dataclass(frozen=True)
class Figure:
    """A formula and its value."""

    formula: str
    value: float


@dataclass(frozen=True)
class Mark:
    """A formula whose value is a word."""

    formula: str
    value: str


def count_rows(grid: Grid, tests: Sequence[Condition]) -> Figure:
    """How many rows meet all conditions."""
    pairs = ",".join(f"{grid.range(test.key)},{test.criterion}" for test in tests)
    columns = [[test.holds(value) for value in grid.values(test.key)] for test in tests]
    return Figure(f"COUNTIFS({pairs})", sum(map(all, zip(*columns, strict=True))))


def count_complete(
    grid: Grid, tests: Sequence[Condition], groups: Iterable[Sequence[str]]
) -> Figure:
    """How many rows meet all conditions and know at least one key of every group."""
    factors, columns = [], []
    for test in tests:
        # SUMPRODUCT compares without the quotation marks that COUNTIFS wants.
        right = '<>""' if test.criterion == KNOWN else f"={test.criterion}"
        factors.append(f"({grid.range(test.key)}{right})")
        columns.append([test.holds(value) for value in grid.values(test.key)])
    for group in groups:
        some = "+".join(f'({grid.range(key)}<>"")' for key in group)
        factors.append(f"(({some})>0)")
        values = [grid.values(key) for key in group]
        columns.append([any(v is not None for v in row) for row in zip(*values, strict=True)])
    return Figure(f"SUMPRODUCT({'*'.join(factors)})", sum(map(all, zip(*columns, strict=True))))
