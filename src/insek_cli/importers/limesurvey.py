"""LimeSurvey: answers in CSV, headed by codes (Q1[1]) or by full texts (Wortlaut [Rang 1])."""

import re

from insek_cli.importers.blocks import Block, Column, Voter, blocks, question
from insek_cli.importers.known import Known
from insek_cli.importers.raw import RawQuestion
from insek_cli.importers.table import Table
from insek_cli.importers.trouble import Trouble

OWN = frozenset({
    "id", "response id", "antwort id", "submitdate", "date submitted", "datum abgeschickt",
    "lastpage", "last page", "letzte seite", "startlanguage", "start language", "seed",
    "zufallsstartwert", "startdate", "datestamp", "date started", "datum gestartet",
    "date last action", "datum letzte aktivität", "startsprache",
})  # fmt: skip
SUBMITTED = frozenset({"submitdate", "date submitted", "datum abgeschickt"})
PARTED = re.compile(r"(.+?)\s*\[([^\[\]]+)\]\s*", re.DOTALL)
NOISE = re.compile(r"other|comment|sonstiges|kommentar", re.IGNORECASE)


def is_limesurvey(header: tuple[str, ...]) -> bool:
    """Whether the header has two of the columns that each export has."""
    return len({_plain(name) for name in header} & OWN) >= 2


def read_limesurvey(table: Table, known: Known, trouble: Trouble) -> tuple[RawQuestion, ...]:
    """The questions with their ballots; only finished answers count, and no name is read."""
    done = next((n for n, h in enumerate(table.header) if _plain(h) in SUBMITTED), None)
    rows = [cells for _, cells in table.rows if done is None or cells[done]]
    digits = len(str(len(rows)))
    voters = [Voter(str(n).zfill(digits), "", cells) for n, cells in enumerate(rows, 1)]
    found = []
    for group in blocks(_columns(table), known):
        place = table.place(table.line, group[0].index)
        found.append(question(Block(group, place, table.line), voters, known, trouble))
    return tuple(found)


def _columns(table: Table) -> list[Column]:
    found = []
    for at, heading in enumerate(table.header):
        parted = PARTED.fullmatch(heading)
        if parted and not NOISE.fullmatch(parted[2]):
            found.append(Column(at, parted[1], parted[2].strip()))
        elif not parted and _plain(heading) not in OWN:
            found.append(Column(at, heading, ""))
    return found


def _plain(heading: str) -> str:
    return re.sub(r"[^\w ]", " ", heading.casefold()).strip()
