"""From rows to ballots as people cast them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from insek_cli.models.ballots import BallotRow

BallotKey = tuple[str, str, str, str]


class Pick(NamedTuple):
    """A choice on a ballot. `weight` is 1 unless a ballot counts for several people."""

    measure: str
    rank: int | None
    weight: int


@dataclass(frozen=True)
class BallotBox:
    """The content of a ballot box: valid ballots with their picks by rank, blank and spoilt."""

    ballots: tuple[tuple[Pick, ...], ...]
    blank: int
    spoilt: int


def ballot_key(row: BallotRow) -> BallotKey:
    """What makes a ballot one: numbers begin anew in each file, group and round."""
    return (row.quelle, row.gruppe, row.runde, row.stimmzettel)


def ballot_box(rows: Iterable[BallotRow], cap: int) -> BallotBox:
    """Gather ballots. One with more than `cap` picks, or one twice, is spoilt, never mended."""
    ballots: dict[BallotKey, list[Pick]] = defaultdict(list)
    blank: dict[BallotKey, int] = {}
    spoilt: dict[BallotKey, int] = {}
    for row in rows:
        key = ballot_key(row)
        if row.art == "stimme" and row.massnahme:
            ballots[key].append(Pick(row.massnahme, row.rang, row.gewicht))
        elif row.art in ("enthaltung", "ungueltig"):
            kind = blank if row.art == "enthaltung" else spoilt
            kind[key] = kind.get(key, 0) + row.gewicht
    valid = []
    for key in sorted(ballots):
        if key in blank or key in spoilt or not _valid(ballots[key], cap):
            blank.pop(key, None)
            spoilt.setdefault(key, 1)
        else:
            valid.append(tuple(sorted(ballots[key], key=_by_rank)))
    return BallotBox(tuple(valid), sum(blank.values()), sum(spoilt.values()))


def _valid(picks: list[Pick], cap: int) -> bool:
    measures = {pick.measure for pick in picks}
    ranks = [pick.rank for pick in picks if pick.rank is not None]
    return (
        len(picks) <= cap
        and len(measures) == len(picks)
        and len(set(ranks)) == len(ranks)
        and max(ranks, default=1) <= cap
    )


def _by_rank(pick: Pick) -> tuple[int, str]:
    return (pick.rank or 0, pick.measure)
