"""How sure an order is: without any one ballot, and by another rule."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from insek_cli.workshop.ballots.counting_rules import COUNTING_RULES, Paper, places, points, totals
from insek_cli.workshop.ballots.outcome import Rule

FIRST = 5
"""How many places are examined."""

Order = Mapping[str, tuple[int, bool]]
"""The place of each measure, and whether it shares it: to be caught up with is a change too."""


@dataclass(frozen=True)
class Verdict:
    """None: not examined or nothing to compare with. `rows` holds the measures examined."""

    ballots: bool | None
    rule: bool | None
    rows: dict[str, bool]


def examine(papers: tuple[Paper, ...], measures: tuple[str, ...], cap: int, rule: Rule) -> Verdict:
    """Whether the first five keep their places. `rule` is the one the ranking goes by."""
    if not papers:
        return Verdict(None, None, {})
    base = _order(totals(rule, papers, cap), measures)
    without = list(_without_one(papers, measures, cap, rule))
    by_rule = [] if rule == "zustimmung" else _by_rules(papers, measures, cap)
    rows: dict[str, bool] = {}
    for other in (base, *without, *by_rule):
        for measure in measures:
            if _first(base[measure], other[measure]):
                same = base[measure] == other[measure]
                rows[measure] = rows.get(measure, True) and same
    return Verdict(_same(base, without), _same(base, by_rule) if by_rule else None, rows)


def _without_one(
    papers: tuple[Paper, ...], measures: tuple[str, ...], cap: int, rule: Rule
) -> Iterable[Order]:
    sums = totals(rule, papers, cap)
    # Equal ballots leave the same gap: one of each kind is enough.
    for paper in dict.fromkeys(papers):
        rest = sums.copy()
        rest.subtract(points(rule, paper, cap))
        yield _order(rest, measures)


def _by_rules(papers: tuple[Paper, ...], measures: tuple[str, ...], cap: int) -> list[Order]:
    return [_order(totals(rule, papers, cap), measures) for rule in COUNTING_RULES]


def _same(base: Order, others: Iterable[Order]) -> bool:
    return all(
        base[measure] == other[measure]
        for other in others
        for measure in base
        if _first(base[measure], other[measure])
    )


def _order(values: Mapping[str, int], measures: tuple[str, ...]) -> Order:
    place = places(values, measures)
    count = Counter(place.values())
    return {measure: (at, count[at] > 1) for measure, at in place.items()}


def _first(one: tuple[int, bool], other: tuple[int, bool]) -> bool:
    return min(one[0], other[0]) <= FIRST
