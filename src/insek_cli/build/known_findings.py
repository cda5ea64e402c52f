"""Findings as plain data and back: how they are kept between two runs."""

from pathlib import PurePosixPath
from typing import Any

from insek_cli.findings import Issue, Judged, Position, Severity


def findings_data(found: Judged) -> dict[str, Any]:
    """The findings as JSON takes them."""
    return {
        "issues": [_plain(issue) for issue in found.issues],
        "silenced": [[_plain(issue), reason] for issue, reason in found.silenced],
    }


def judged_from(kept: dict[str, Any]) -> Judged:
    """The findings that `plain` was given."""
    return Judged(
        tuple(_issue(values) for values in kept["issues"]),
        tuple((_issue(values), reason) for values, reason in kept["silenced"]),
    )


def _plain(issue: Issue) -> list[Any]:
    place = issue.position
    return [
        issue.code, issue.severity.value, str(place.file), place.line, place.column, place.end,
        issue.key, issue.message, issue.hint, issue.source,
    ]  # fmt: skip


def _issue(values: list[Any]) -> Issue:
    code, severity, file, line, column, end, *words = values
    place = Position(PurePosixPath(file), line, column, end)
    return Issue(code, Severity(severity), place, *words)
