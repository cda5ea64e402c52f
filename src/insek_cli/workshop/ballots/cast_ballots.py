"""From rows to ballots as people cast them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from insek_cli.models.ballots import Ballot

PaperKey = tuple[str, str, str, str]


class Pick(NamedTuple):
    """A choice on a ballot. `weight` is 1 unless a ballot counts for several people."""

    measure: str
    rank: int | None
    weight: int


@dataclass(frozen=True)
class Box:
    """The content of a ballot box: valid ballots with their picks by rank, blank and spoilt."""

    papers: tuple[tuple[Pick, ...], ...]
    blank: int
    spoilt: int


def paper_key(row: Ballot) -> PaperKey:
    """What makes a ballot one: numbers begin anew in each file, group and round."""
    return (row.quelle, row.gruppe, row.runde, row.stimmzettel)


def box(rows: Iterable[Ballot], cap: int) -> Box:
    """Gather ballots. One with more than `cap` picks, or one twice, is spoilt, never mended."""
    papers: dict[PaperKey, list[Pick]] = defaultdict(list)
    blank: dict[PaperKey, int] = {}
    spoilt: dict[PaperKey, int] = {}
    for row in rows:
        key = paper_key(row)
        if row.art == "stimme" and row.massnahme:
            papers[key].append(Pick(row.massnahme, row.rang, row.gewicht))
        elif row.art in ("enthaltung", "ungueltig"):
            kind = blank if row.art == "enthaltung" else spoilt
            kind[key] = kind.get(key, 0) + row.gewicht
    valid = []
    for key in sorted(papers):
        if key in blank or key in spoilt or not _valid(papers[key], cap):
            blank.pop(key, None)
            spoilt.setdefault(key, 1)
        else:
            valid.append(tuple(sorted(papers[key], key=_by_rank)))
    return Box(tuple(valid), sum(blank.values()), sum(spoilt.values()))


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
