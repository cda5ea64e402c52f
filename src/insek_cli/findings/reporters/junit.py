"""Findings as JUnit XML: a test case for each file with findings, failed by its errors."""

from collections.abc import Sequence
from html import escape
from itertools import groupby

from insek_cli.findings import Issue, Severity
from insek_cli.findings.reporters.one_line import sentence
from insek_cli.findings.reporters.plain_report import findings_text
from insek_cli.findings.reporters.terminal_safe import safe


def findings_junit(issues: Sequence[Issue]) -> str:
    """One suite; errors are failures, other findings go to the output of the case."""
    cases = [
        _case(file, list(found))
        for file, found in groupby(issues, key=lambda issue: str(issue.position.file))
    ]
    failures = sum("<failure" in case for case in cases)
    counts = f'tests="{max(1, len(cases))}" failures="{failures}" errors="0"'
    body = "\n".join(cases) or '  <testcase classname="insek" name="check"/>'
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return (
        f'{head}\n<testsuites {counts}>\n<testsuite name="insek check" {counts}>\n'
        f"{body}\n</testsuite>\n</testsuites>"
    )


def _case(file: str, issues: list[Issue]) -> str:
    errors = [issue for issue in issues if issue.severity is Severity.ERROR]
    others = [issue for issue in issues if issue.severity is not Severity.ERROR]
    lines = [f'  <testcase classname="insek" name="{escape(safe(file))}">']
    if errors:
        message = escape(f"{errors[0].code} {sentence(errors[0])}")
        text = escape(findings_text(errors), quote=False)
        lines.append(f'    <failure message="{message}">{text}</failure>')
    if others:
        text = escape(findings_text(others), quote=False)
        lines.append(f"    <system-out>{text}</system-out>")
    return "\n".join([*lines, "  </testcase>"])
