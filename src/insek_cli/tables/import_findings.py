"""Findings about a file that is being imported."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from insek_cli.findings import Issue, Position, Severity
from insek_cli.findings.codes import finding

MAX_FINDINGS = 50


class UnreadableFile(Exception):  # noqa: N818 -- raised and caught here only: reading cannot go on
    """The file cannot be read any further; why is among the findings."""


@dataclass
class ImportFindings:
    """What was found in one file. Rows and columns count from 1."""

    file: PurePosixPath
    issues: list[Issue] = field(default_factory=list)

    def report(self, code: str, row: int = 1, column: int = 1, key: str = "", /,
               **details: Any) -> None:  # fmt: skip
        """Gather a finding; the first fifty say enough."""
        if len(self.issues) < MAX_FINDINGS:
            self.issues.append(finding(code, Position(self.file, row, column), key, "", **details))

    def refuse(self, code: str, row: int = 1, column: int = 1, key: str = "", /,
               **details: Any) -> UnreadableFile:  # fmt: skip
        """Gather the finding that ends the reading; to be raised."""
        self.report(code, row, column, key, **details)
        return UnreadableFile(code)

    def add(self, issues: Iterable[Issue]) -> None:
        """Gather findings that were made elsewhere."""
        self.issues += list(issues)[: MAX_FINDINGS - len(self.issues)]

    @property
    def failed(self) -> bool:
        """Whether nothing of the file may be taken."""
        return any(issue.severity is Severity.ERROR for issue in self.issues)
