"""Columns of one file to questions: what their cells say, whatever the source."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from insek_cli.findings import Issue
from insek_cli.tables.import_findings import ImportFindings
from insek_cli.workshop.imports.known_questions import KnownQuestions
from insek_cli.workshop.imports.rank_encodings import (
    Decoded,
    by_list,
    by_option,
    by_place,
    heading_place,
    split_options,
)
from insek_cli.workshop.imports.raw_ballots import RawBallot, RawQuestion
from insek_cli.workshop.imports.slide_runs import PromptColumn, column_runs, run_readings

Place = Callable[[int, int], str]
"""How a cell is called, by its row (from 1) and its column (from 0)."""


@dataclass(frozen=True)
class Voter:
    """A row of answers and where it stands. `number` is no name."""

    number: str
    session: str
    cells: tuple[str, ...]
    row: int


@dataclass(frozen=True)
class Answers:
    """The answers of one table: its header row, its voters, how its cells are called."""

    header: int
    voters: Sequence[Voter]
    place: Place
    file: PurePosixPath


def read_questions(
    columns: Sequence[PromptColumn],
    answers: Answers,
    known: KnownQuestions,
    findings: ImportFindings,
) -> Iterator[RawQuestion]:
    """The questions of all columns. Where neighbouring columns of one prompt may be one slide or
    several, the question carries the other reading in `parts`."""
    for run in column_runs(columns):
        reading = run_readings(run, known)
        parts = tuple(_question(part, answers, known) for part in reading.parts)
        if reading.doubtful:
            prompt, at = run[0].prompt, answers.place(answers.header, run[0].index)
            findings.report("INSEK530", answers.header, run[0].index + 1, at,
                           variant="slides", prompt=prompt)  # fmt: skip
        elif reading.whole:
            yield replace(_question(run, answers, known), parts=parts)
        else:
            yield from parts


def _question(
    columns: tuple[PromptColumn, ...], answers: Answers, known: KnownQuestions
) -> RawQuestion:
    """The ballots of some columns; what cannot be read is told when the question counts."""
    rows = [[voter.cells[column.index] for column in columns] for voter in answers.voters]
    labels, decoded = _decoded(columns, rows, known)
    row, column = answers.header, columns[0].index
    found = RawQuestion(answers.place(row, column), columns[0].prompt, labels, row=row)
    if decoded.problem:
        return replace(found, issues=tuple(_problem(decoded, columns, answers)))
    ballots = (
        RawBallot(
            voter.number,
            picks,
            "ungueltig" if number in decoded.spoilt else "stimme",
            voter.session,
        )
        for number, (voter, picks) in enumerate(zip(answers.voters, decoded.ballots, strict=True))
        if picks is not None
    )
    return replace(found, ballots=tuple(ballots) if labels else ())


def _decoded(
    columns: Sequence[PromptColumn], rows: Sequence[Sequence[str]], known: KnownQuestions
) -> tuple[tuple[str, ...], Decoded]:
    parts = tuple(column.part for column in columns)
    places = [heading_place(part) for part in parts]
    if all(places) and not known.measures(parts):
        decoded = by_place([at for at in places if at], rows)
        return _named(decoded), decoded
    if len(columns) == 1 and not known.measures(parts):
        return _listed(columns[0], [row[0] for row in rows], known)
    return parts, by_option(parts, rows)


def _listed(
    column: PromptColumn, cells: Sequence[str], known: KnownQuestions
) -> tuple[tuple[str, ...], Decoded]:
    """The lists of a column. What people wrote freely is nobody's business here: it is looked at
    only where it names an option, or where the column is known to hold votes."""
    lists = [split_options(cell, known.resolve) for cell in cells]
    named = tuple(dict.fromkeys(label for labels in lists for label in labels))
    if known.measures(named):
        return named, by_list(cells, lists, known.ranked)
    filled = next((at for at, cell in enumerate(cells) if cell.strip()), None)
    if known.asking(column.prompt) and filled is not None:
        return (), Decoded(problem="unread", at=(filled, 0))
    return (), Decoded(tuple(None for _ in cells))


def _named(decoded: Decoded) -> tuple[str, ...]:
    picks = (label for ballot in decoded.ballots for _, label in ballot or ())
    return tuple(dict.fromkeys(picks))


def _problem(
    decoded: Decoded, columns: Sequence[PromptColumn], answers: Answers
) -> Iterator[Issue]:
    """Where the reading failed: at a cell, or at the heading when it is about all of them."""
    voter, column = decoded.at or (None, 0)
    row = answers.header if voter is None else answers.voters[voter].row
    index = columns[column].index
    code, variant = {
        "order": ("INSEK532", ""), "scale": ("INSEK526", "scale"),
        "number": ("INSEK526", "rank"), "unread": ("INSEK526", "unread"),
    }[decoded.problem or "order"]  # fmt: skip
    aside = ImportFindings(answers.file)
    aside.report(
        code, row, index + 1, answers.place(row, index), variant=variant, value=decoded.value
    )
    yield from aside.issues
