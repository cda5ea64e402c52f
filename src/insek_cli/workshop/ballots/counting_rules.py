"""How ballots become figures. Whole numbers throughout, so that a tie is a tie."""

from collections import Counter
from collections.abc import Iterable, Mapping

from insek_cli.workshop.ballots.cast_ballots import Pick
from insek_cli.workshop.ballots.outcome import Rule

CastBallot = tuple[Pick, ...]

COUNTING_RULES: tuple[Rule, ...] = ("zustimmung", "borda", "borda_schrumpfend")
"""The rules an order is tested against. The mean rank is not among them: it does not count how
many ballots name a measure, so that one first place beats twenty seconds."""


def ballot_points(rule: Rule, ballot: CastBallot, cap: int) -> Counter[str]:
    """What one ballot gives to each measure.

    borda: the first place of a list of `cap` gives `cap` points, each further place one less.
    borda_schrumpfend: the first place gives as many points as the ballot has picks.
    """
    given: Counter[str] = Counter()
    for place, pick in enumerate(ballot, 1):
        if rule == "zustimmung":
            given[pick.measure] += pick.weight
        elif rule == "borda":
            given[pick.measure] += pick.weight * (cap + 1 - (pick.rank or place))
        else:
            given[pick.measure] += pick.weight * (len(ballot) + 1 - place)
    return given


def total_points(rule: Rule, ballots: Iterable[CastBallot], cap: int) -> Counter[str]:
    """Points of each measure over all ballots; measures without any are absent."""
    sums: Counter[str] = Counter()
    for ballot in ballots:
        sums.update(ballot_points(rule, ballot, cap))
    return sums


def mean_ranks(ballots: Iterable[CastBallot]) -> dict[str, tuple[float, int]]:
    """Mean rank of each measure that is ranked at all, and the number of ballots behind it."""
    ranks: Counter[str] = Counter()
    weights: Counter[str] = Counter()
    count: Counter[str] = Counter()
    for ballot in ballots:
        for pick in ballot:
            ranks[pick.measure] += pick.weight * (pick.rank or 0)
            weights[pick.measure] += pick.weight
            count[pick.measure] += 1
    return {m: (ranks[m] / weights[m], count[m]) for m in ranks if weights[m]}


def all_ranked(ballots: Iterable[CastBallot]) -> bool:
    """Whether every pick carries a rank, so that Borda and mean rank mean something."""
    return all(pick.rank is not None for ballot in ballots for pick in ballot)


def shared_places(values: Mapping[str, int], measures: Iterable[str]) -> dict[str, int]:
    """The place of each measure: 1 + how many stand before it, so equals share a place."""
    known = {measure: values.get(measure, 0) for measure in measures}
    count = Counter(known.values())
    place, at = 1, dict[int, int]()
    for value in sorted(count, reverse=True):
        at[value] = place
        place += count[value]
    return {measure: at[value] for measure, value in known.items()}
