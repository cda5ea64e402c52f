"""Findings as SARIF 2.1.0 (OASIS), for code scanning."""

import json
from collections.abc import Sequence
from urllib.parse import quote

from insek_cli import __version__
from insek_cli.findings import Issue, Severity
from insek_cli.findings.codes import CODES, Code
from insek_cli.findings.codes.reference_page import code_entry
from insek_cli.findings.reporters.one_line import sentence
from insek_cli.i18n import _

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
LIMIT = 5000
"""Results of a run that GitHub's code scanning shows; it refuses a run with more than 25,000
(docs.github.com, “SARIF results exceed one or more limits”)."""
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def findings_sarif(issues: Sequence[Issue]) -> str:
    """One run with the rules that were met and a result for each finding, up to the limit."""
    notice = cut_notice(issues)
    issues = _heaviest(issues)
    codes = sorted({issue.code for issue in issues})
    driver = {
        "name": "insek",
        "semanticVersion": __version__,
        "rules": [_rule(CODES[code]) for code in codes],
    }
    results = [_result(issue, codes.index(issue.code)) for issue in issues]
    notices = [{"level": "warning", "message": {"text": notice}}] if notice else []
    run = {
        "tool": {"driver": driver},
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": notices}],
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    whole = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(whole, ensure_ascii=False, indent=2)


def cut_notice(issues: Sequence[Issue]) -> str:
    """What is said when some findings are left out; empty when all are in."""
    left = len(issues) - LIMIT
    if left <= 0:
        return ""
    text = _(
        "GitHub shows {limit} findings: {left} of {n} are left out, the less severe ones first. "
        "All are listed with: insek check"
    )
    return text.format(limit=LIMIT, left=left, n=len(issues))


def _heaviest(issues: Sequence[Issue]) -> list[Issue]:
    """As many as are shown, errors before warnings before notes; their order stays."""
    order = [*Severity]
    ranked = sorted(range(len(issues)), key=lambda place: order.index(issues[place].severity))
    return [issues[place] for place in sorted(ranked[:LIMIT])]


def _rule(code: Code) -> dict[str, object]:
    # Code scanning shows the help beside each finding and asks for all three texts.
    title, help_ = _(code.title), code_entry(code)
    return {
        "id": code.code,
        "shortDescription": {"text": title},
        "fullDescription": {"text": title},
        "help": {"text": help_, "markdown": help_},
        "defaultConfiguration": {"level": LEVELS[code.severity]},
    }


def _result(issue: Issue, rule: int) -> dict[str, object]:
    place = issue.position
    region: dict[str, int] = {"startLine": place.line, "startColumn": place.column}
    if place.end is not None and place.end > place.column:
        region["endColumn"] = place.end
    location = {
        "artifactLocation": {"uri": quote(str(place.file)), "uriBaseId": "%SRCROOT%"},
        "region": region,
    }
    return {
        "ruleId": issue.code,
        "ruleIndex": rule,
        "level": LEVELS[issue.severity],
        "message": {"text": sentence(issue)},
        "locations": [{"physicalLocation": location}],
    }
