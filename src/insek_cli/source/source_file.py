"""One file of the project: its text, its lines, and the findings about it."""

import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from insek_cli.findings import Issue, Position
from insek_cli.findings.codes import finding
from insek_cli.source.nodes import Path, Span, dotted

MAX_FINDINGS = 50

_NEVER = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufdd0-\ufdef\ufff9-\ufffc\ufffe\uffff\ud800-\udfff\ue000-\uf8ff\U000e0000-\U000e0fff"
    "\U000f0000-\U0010ffff"
)
FORBIDDEN = re.compile(f"[{_NEVER}]|(?<![\u2190-\U0001ffff])[\u200c\u200d]")
"""Control, direction, zero-width, private and surrogate characters. The soft hyphen is text, and a
joiner is too, between the parts of an emoji."""
SUSPECT = re.compile(f"[{_NEVER}\u200c\u200d\ufffd]")
"""All that may be forbidden as one set, which is quick to look for: most texts have none of it."""


@dataclass
class Source:
    """The file being read. Issues are gathered here; one broken file does not hide others."""

    file: PurePosixPath
    lines: list[str] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    dropped: int = 0

    def line(self, number: int) -> str:
        """A line of the file, empty past its end."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def position(self, span: Span) -> Position:
        """A span as a place in this file."""
        return Position(self.file, span.line, span.column, span.end)

    def report(
        self, code: str, span: Span | None = None, path: Path = (), /, **values: Any
    ) -> None:
        """Gather a finding; past the limit only their number counts."""
        if len(self.issues) >= MAX_FINDINGS:
            self.dropped += 1
            return
        position = self.position(span or Span(1, 1, 1, 1))
        text = self.line(position.line)
        self.issues.append(finding(code, position, dotted(path), text, **values))

    def close(self) -> list[Issue]:
        """The findings, with a last one when there were more than are shown."""
        if self.dropped:
            position = self.issues[-1].position
            more = finding("INSEK124", position, "", "", count=str(self.dropped))
            self.issues.append(more)
            self.dropped = 0
        return self.issues
