"""What a source of votes is: how its files are recognised and what is read from them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from insek_cli.models.ballots import BallotRow
from insek_cli.tables.csv_table import AnswerTable
from insek_cli.tables.import_findings import ImportFindings
from insek_cli.tables.sheet_cells import SheetCells
from insek_cli.workshop.imports.known_questions import KnownQuestions
from insek_cli.workshop.imports.raw_ballots import RawQuestion


@dataclass(frozen=True)
class Votes:
    """What was read: questions with their ballots, ready rows of ballots.csv, how many people.

    `sessions` are those in which anybody voted, where the source knows sessions.
    """

    questions: tuple[RawQuestion, ...] = ()
    ballots: tuple[BallotRow, ...] = ()
    people: int | None = None
    sessions: tuple[str, ...] = ()


@dataclass(frozen=True)
class TableSource:
    """One table, in a CSV file or on a sheet, known by the names of its columns.

    Sources are tried by their `order`: what asks more of a header stands before what asks less.
    `channel` is a slug for `kanal`, empty where the rows say it. `read` is given the table, the
    name of the file, the questions of the workshop, and the findings to add to.
    """

    order: int
    channel: str
    fits: Callable[[tuple[str, ...]], bool]
    read: Callable[[AnswerTable, str, KnownQuestions, ImportFindings], Votes]


@dataclass(frozen=True)
class WorkbookSource:
    """Several sheets that belong together; `read` gives None for sheets of another source."""

    order: int
    channel: str
    read: Callable[[Sequence[SheetCells], KnownQuestions, ImportFindings], Votes | None]
