"""Findings as workflow commands of GitHub Actions: marks beside the lines of a pull request."""

from collections.abc import Sequence

from insek_cli.findings import Issue, Severity
from insek_cli.findings.reporters.one_line import sentence
from insek_cli.findings.reporters.terminal_safe import safe

KINDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def findings_github(issues: Sequence[Issue]) -> str:
    """One command a finding."""
    return "\n".join(map(_command, issues))


def _command(issue: Issue) -> str:
    place = issue.position
    properties = {
        "file": str(place.file),
        "line": str(place.line),
        "col": str(place.column),
        "title": issue.code,
    }
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{KINDS[issue.severity]} {listed}::{_data(sentence(issue))}"


def _data(text: str) -> str:
    return safe(text, 1000).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
