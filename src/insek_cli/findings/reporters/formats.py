"""Findings for people and for machines: one function a format, looked up by name."""

from collections.abc import Callable, Sequence

from insek_cli.findings import Issue
from insek_cli.findings.reporters import github, gitlab, junit, plain_report, sarif
from insek_cli.findings.reporters import json as json_

Reporter = Callable[[Sequence[Issue]], str]

REPORTERS: dict[str, Reporter] = {
    "text": plain_report.findings_by_weight,
    "json": json_.findings_json,
    "github": github.findings_github,
    "gitlab": gitlab.findings_gitlab,
    "sarif": sarif.findings_sarif,
    "junit": junit.findings_junit,
}
