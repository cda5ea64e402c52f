"""Findings as JSON: a list of objects with the keys of a finding, in the order of the text."""

import json
from collections.abc import Sequence

from insek_cli.findings import Issue
from insek_cli.findings.reporters.terminal_safe import safe


def findings_json(issues: Sequence[Issue]) -> str:
    """An array; `line`, `column` and `end` count from 1, `end` is exclusive or null."""
    return json.dumps([_entry(issue) for issue in issues], ensure_ascii=False, indent=2)


def _entry(issue: Issue) -> dict[str, object]:
    place = issue.position
    return {
        "code": issue.code,
        "severity": str(issue.severity),
        "file": safe(str(place.file)),
        "line": place.line,
        "column": place.column,
        "end": place.end,
        "key": safe(issue.key),
        "message": safe(issue.message),
        "hint": safe(issue.hint),
    }
