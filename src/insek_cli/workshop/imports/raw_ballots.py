"""What every source is read into: questions with ballots and sums, options as they are written."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Literal

from insek_cli.findings import Issue
from insek_cli.models.ballots import BallotRow

RawKind = Literal["stimme", "enthaltung", "ungueltig"]


@dataclass(frozen=True)
class RawBallot:
    """A ballot. `number` tells ballots of a file apart and names nobody."""

    number: str
    picks: tuple[tuple[int | None, str], ...] = ()
    kind: RawKind = "stimme"
    session: str = ""


@dataclass(frozen=True)
class RawSum:
    """Points for an option, from dots, hands or an export without ballots."""

    label: str
    points: int
    group: str = ""
    round: str = ""
    session: str = ""


@dataclass(frozen=True)
class RawQuestion:
    """A question of the file. `place` says where it stands, `question` is its id if it has one.

    `labels` are the options in the order of the file, as far as the file lists them; `row` is the
    row of its heading. `parts` is another reading: what stands here may be several questions.
    `issues` say why the votes cannot be read; they are told when the question counts.
    """

    place: str
    prompt: str
    labels: tuple[str, ...]
    ballots: tuple[RawBallot, ...] = ()
    sums: tuple[RawSum, ...] = ()
    question: str | None = None
    row: int = 1
    parts: tuple["RawQuestion", ...] = ()
    issues: tuple[Issue, ...] = ()

    @property
    def voted(self) -> bool:
        """Whether anybody voted here, be it readable or not."""
        return bool(self.ballots or self.sums or self.issues)


@dataclass(frozen=True)
class RawFile:
    """A file that was read. `sessions` are those with votes; `ballots` are ready rows."""

    file: PurePosixPath
    source: str
    channel: str
    sessions: tuple[str, ...] = ()
    questions: tuple[RawQuestion, ...] = ()
    ballots: tuple[BallotRow, ...] = ()
    people: int | None = None
    issues: tuple[Issue, ...] = field(default=())


def with_parts(questions: Iterable[RawQuestion]) -> list[RawQuestion]:
    """The questions and, behind them, those that each may be read as instead."""
    every = list(questions)
    return [*every, *(part for question in every for part in question.parts)]


def sessions_of(questions: Iterable[RawQuestion]) -> tuple[str, ...]:
    """The sessions in which anybody voted, 2 before 10."""
    every = with_parts(questions)
    names = {ballot.session for question in every for ballot in question.ballots}
    names |= {one.session for question in every for one in question.sums}
    return tuple(sorted(names, key=lambda name: (len(name), name)))
