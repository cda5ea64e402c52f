"""How sure an order is: without any one ballot, and by another rule."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from insek_cli.workshop.ballots.counting_rules import (
    COUNTING_RULES,
    CastBallot,
    ballot_points,
    shared_places,
    total_points,
)
from insek_cli.workshop.ballots.outcome import Rule

FIRST = 5
"""How many places are examined."""

Order = Mapping[str, tuple[int, bool]]
"""The place of each measure, and whether it shares it: to be caught up with is a change too."""


@dataclass(frozen=True)
class Robustness:
    """None: not examined or nothing to compare with. `rows` holds the measures examined."""

    ballots: bool | None
    rule: bool | None
    rows: dict[str, bool]


def robustness(
    ballots: tuple[CastBallot, ...], measures: tuple[str, ...], cap: int, rule: Rule
) -> Robustness:
    """Whether the first five keep their places. `rule` is the one the ranking goes by."""
    if not ballots:
        return Robustness(None, None, {})
    base = _order(total_points(rule, ballots, cap), measures)
    without = list(_without_one(ballots, measures, cap, rule))
    by_rule = [] if rule == "zustimmung" else _by_rules(ballots, measures, cap)
    rows: dict[str, bool] = {}
    for other in (base, *without, *by_rule):
        for measure in measures:
            if _first(base[measure], other[measure]):
                same = base[measure] == other[measure]
                rows[measure] = rows.get(measure, True) and same
    return Robustness(_same(base, without), _same(base, by_rule) if by_rule else None, rows)


def _without_one(
    ballots: tuple[CastBallot, ...], measures: tuple[str, ...], cap: int, rule: Rule
) -> Iterable[Order]:
    sums = total_points(rule, ballots, cap)
    # Equal ballots leave the same gap: one of each kind is enough.
    for ballot in dict.fromkeys(ballots):
        rest = sums.copy()
        rest.subtract(ballot_points(rule, ballot, cap))
        yield _order(rest, measures)


def _by_rules(ballots: tuple[CastBallot, ...], measures: tuple[str, ...], cap: int) -> list[Order]:
    return [_order(total_points(rule, ballots, cap), measures) for rule in COUNTING_RULES]


def _same(base: Order, others: Iterable[Order]) -> bool:
    return all(
        base[measure] == other[measure]
        for other in others
        for measure in base
        if _first(base[measure], other[measure])
    )


def _order(values: Mapping[str, int], measures: tuple[str, ...]) -> Order:
    place = shared_places(values, measures)
    count = Counter(place.values())
    return {measure: (at, count[at] > 1) for measure, at in place.items()}


def _first(one: tuple[int, bool], other: tuple[int, bool]) -> bool:
    return min(one[0], other[0]) <= FIRST
