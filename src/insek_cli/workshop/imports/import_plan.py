"""What an import would do: shown first, done only when nothing is open."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from insek_cli.findings import Issue, Severity
from insek_cli.models.ballots import BallotRow
from insek_cli.workshop.ballots.option_matching import Match


@dataclass(frozen=True)
class Session:
    """A session that was chosen, and the group and round it was."""

    name: str
    group: str = ""
    round: str = ""


@dataclass(frozen=True)
class Choices:
    """What the user settles. `group` and `round` hold where file and session say nothing."""

    channel: str | None = None
    question: str | None = None
    sessions: tuple[Session, ...] = ()
    group: str = ""
    round: str = ""


@dataclass(frozen=True)
class Recognised:
    """A question of the file that is one of the workshop's, with what its options were read as."""

    place: str
    prompt: str
    question: str
    options: tuple[Match, ...]
    ballots: int
    spoilt: int
    points: int | None


@dataclass(frozen=True)
class ImportPlan:
    """The outcome of reading one file. `ballots` may be stored when it is `ready`."""

    file: PurePosixPath
    source: str
    recognised: tuple[Recognised, ...] = ()
    unrecognised: tuple[tuple[str, str], ...] = ()
    unmatched: tuple[Match, ...] = ()
    ballots: tuple[BallotRow, ...] = ()
    issues: tuple[Issue, ...] = ()

    @property
    def ready(self) -> bool:
        """Whether nothing is open and nothing wrong."""
        wrong = any(issue.severity is Severity.ERROR for issue in self.issues)
        return not wrong and not self.unmatched and bool(self.ballots)

    @property
    def sources(self) -> frozenset[str]:
        """Whose rows the import replaces."""
        return frozenset({self.source, *(row.quelle for row in self.ballots)})
