"""Rows of ballots.csv: from cells to a ballot and back, and the one order they are written in."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from insek_cli.models.ballots import BALLOT_COLUMNS, BallotRow

Fault = tuple[str, str]
"""A column and what is wrong with its cell: a variant of INSEK503."""

_NUMBER = re.compile(r"-?[0-9]{1,7}\Z")


def parse_row(cells: Mapping[str, str]) -> tuple[BallotRow | None, list[Fault]]:
    """The ballot of a row, or what is wrong with it."""
    values: dict[str, Any] = {
        name: " ".join(cells.get(name, "").split()) for name in BALLOT_COLUMNS
    }
    faults: list[Fault] = []
    for name in ("rang", "gewicht"):
        text = values.pop(name)
        if text and not _NUMBER.match(text):
            faults.append((name, "number"))
        elif text:
            values[name] = int(text)
    values["massnahme"] = values["massnahme"] or None
    try:
        ballot = BallotRow.model_validate(values)
    except ValidationError as error:
        return None, [*faults, *map(_fault, error.errors(include_url=False))]
    faults += _of_kind(ballot)
    return (None, faults) if faults else (ballot, [])


def _fault(detail: Any) -> Fault:
    column = str(detail["loc"][0])
    if column == "art":
        return column, "choice"
    if column in ("rang", "gewicht"):
        return column, "number"
    return column, "form" if detail.get("input") else "empty"


def _of_kind(ballot: BallotRow) -> Iterator[Fault]:
    """Which cells a row of this kind must fill, and which it must leave empty."""
    votes = ballot.art in ("stimme", "summe")
    if votes and ballot.massnahme is None:
        yield "massnahme", "empty"
    if not votes and ballot.massnahme is not None:
        yield "massnahme", "filled"
    if not votes and ballot.rang is not None:
        yield "rang", "filled"
    if ballot.art == "stimme" and not ballot.stimmzettel:
        yield "stimmzettel", "empty"
    if ballot.art == "summe" and ballot.stimmzettel:
        yield "stimmzettel", "filled"
    if ballot.art != "summe" and ballot.gewicht < 1:
        yield "gewicht", "number"


def canonical_rows(ballots: Iterable[BallotRow]) -> tuple[BallotRow, ...]:
    """The rows in the order of the file: by source, question, group, round, ballot and rank."""
    return tuple(sorted(ballots, key=_order))


def _order(row: BallotRow) -> tuple[Any, ...]:
    where = (row.quelle, row.kanal, _natural(row.frage), _natural(row.gruppe), _natural(row.runde))
    what = (row.rang or 0, row.massnahme or "", -row.gewicht)
    return (*where, _natural(row.stimmzettel), row.art, *what)


def _natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """2 before 10, whatever stands before it; the text itself decides between 1 and 01."""
    parts = re.split(r"([0-9]{1,18})", text)
    key = tuple((1, int(p), "") if p[:1].isdecimal() else (0, 0, p) for p in parts if p)
    return (*key, (0, 0, text))


def ballots_csv(ballots: Iterable[BallotRow]) -> str:
    """The text of ballots.csv: canonical order, LF."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\n")
    writer.writerow(BALLOT_COLUMNS)
    for row in canonical_rows(ballots):
        writer.writerow(["" if cell is None else cell for cell in row.model_dump().values()])
    return stream.getvalue()
