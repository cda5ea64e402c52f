"""The neutral format: the columns of ballots.csv, in any order, options as they are written."""

from collections import defaultdict

from insek_cli.models.ballots import BALLOT_COLUMNS, BallotRow
from insek_cli.tables.csv_table import AnswerTable
from insek_cli.tables.import_findings import ImportFindings
from insek_cli.workshop.ballots.ballot_rows import parse_row
from insek_cli.workshop.imports.known_questions import KnownQuestions
from insek_cli.workshop.imports.raw_ballots import RawQuestion
from insek_cli.workshop.imports.vote_source import TableSource, Votes

REQUIRED = ("frage", "art", "massnahme")
ENOUGH = 6


def is_neutral(header: tuple[str, ...]) -> bool:
    """Whether most of the columns are those of ballots.csv."""
    return len({name.casefold() for name in header} & set(BALLOT_COLUMNS)) >= ENOUGH


def read_neutral(
    table: AnswerTable, source: str, known: KnownQuestions, findings: ImportFindings
) -> Votes:
    """Rows whose option is known, and questions with the other options.

    `source` stands in for an empty `quelle`, so that the rows can be replaced later.
    """
    header = [name.casefold() for name in table.header]
    for name in BALLOT_COLUMNS:
        if name not in header:
            raise findings.refuse("INSEK525", table.line, name=name)
    ballots: list[BallotRow] = []
    open_: dict[str, dict[str, None]] = defaultdict(dict)
    for line, cells in table.rows:
        values = {name: cell for name, cell in zip(header, cells, strict=True) if name}
        values["quelle"] = values["quelle"] or source
        label = values["massnahme"]
        id_ = known.resolve(label) if label else ""
        # A row is checked even when its option is not known yet: with an id that stands in.
        ballot, faults = parse_row({**values, "massnahme": id_ or ("M-000" if label else "")})
        for column, variant in faults:
            at = header.index(column)
            place = table.place(line, at)
            details = {"variant": variant, "value": values[column], "column": column}
            findings.report("INSEK503", line, at + 1, place, **details)
        if ballot and label and not id_:
            open_[ballot.frage][label] = None
        elif ballot:
            ballots.append(ballot)
    questions = (
        RawQuestion(name, name, (*labels,), question=name) for name, labels in open_.items()
    )
    return Votes(tuple(questions), tuple(ballots))


SOURCE = TableSource(30, "", is_neutral, read_neutral)
