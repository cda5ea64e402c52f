"""Findings about the data, and the two other kinds of trouble.

What the author wrote wrong is an `Issue`: collected, never raised. What the environment lacks is an
`InsekError`: raised, caught once in `cli`. A bug keeps its traceback.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath


class Severity(StrEnum):
    """How much a finding weighs: errors stop a build, warnings only with --strict."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True)
class Position:
    """A place in a file of the project: line and column count from 1; `end` is exclusive."""

    file: PurePosixPath
    line: int = 1
    column: int = 1
    end: int | None = None


@dataclass(frozen=True)
class Issue:
    """One finding: a stable code, where it is, what is wrong and what to do next.

    `key` is the dotted path of the key (`kosten.positionen[0].von`), empty for a whole file.
    `source` is the source line at the position, quoted in reports.
    """

    code: str
    severity: Severity
    position: Position
    key: str
    message: str
    hint: str
    source: str = ""

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Findings are listed by file, line and column."""
        place = self.position
        return (str(place.file), place.line, place.column, self.code, self.message)


@dataclass(frozen=True)
class Judged:
    """What is reported, and what was silenced with its reason."""

    issues: tuple[Issue, ...]
    silenced: tuple[tuple[Issue, str], ...]


class InsekError(Exception):
    """Trouble with the environment or a template: what happened, and what to do next.

    `exit_code` is 2 for usage (no such revision, path or id) and 3 for environment or rendering.
    """

    def __init__(self, message: str, hint: str = "", *, exit_code: int = 3) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.exit_code = exit_code


def stops_build(issues: Iterable[Issue], *, strict: bool) -> bool:
    """Whether the findings stop a build: errors always, warnings with --strict."""
    weights = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(issue.severity in weights for issue in issues)
