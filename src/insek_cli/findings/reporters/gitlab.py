"""Findings as a Code Quality report of GitLab (a subset of the Code Climate format)."""

import hashlib
import json
from collections import Counter
from collections.abc import Sequence

from insek_cli.findings import Issue, Severity
from insek_cli.findings.reporters.one_line import sentence
from insek_cli.findings.reporters.terminal_safe import safe

SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def findings_gitlab(issues: Sequence[Issue]) -> str:
    """An array; the fingerprint stays when lines move, so that GitLab knows a finding again."""
    seen: Counter[str] = Counter()
    entries = []
    for issue in issues:
        base = f"{issue.code}|{issue.position.file}|{issue.key}|{issue.message}"
        seen[base] += 1
        entries.append(_entry(issue, f"{base}|{seen[base]}"))
    return json.dumps(entries, ensure_ascii=False, indent=2)


def _entry(issue: Issue, identity: str) -> dict[str, object]:
    return {
        "type": "issue",
        "check_name": issue.code,
        "description": sentence(issue),
        "categories": ["Style"],
        "severity": SEVERITIES[issue.severity],
        "fingerprint": hashlib.sha256(identity.encode("utf-8", "replace")).hexdigest(),
        "location": {
            "path": safe(str(issue.position.file)),
            "lines": {"begin": issue.position.line},
        },
    }
