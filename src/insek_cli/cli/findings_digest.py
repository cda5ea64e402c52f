"""The findings of a build, as many as help: errors in full, what is still open as a count."""

from collections import Counter
from collections.abc import Sequence

from insek_cli.findings import Issue, Severity
from insek_cli.findings.reporters.plain_report import findings_by_weight
from insek_cli.i18n import _, ngettext

SHOWN_IN_FULL = 10


def digest(issues: Sequence[Issue], *, full: bool = False) -> str:
    """Errors in full; other findings too while they are few or `full`, else counted by kind."""
    errors = [issue for issue in issues if issue.severity is Severity.ERROR]
    others = [issue for issue in issues if issue.severity is not Severity.ERROR]
    if others and not full:
        from insek_cli.findings.codes.completeness_codes import OPEN

        others = [i for i in others if i.code != OPEN and i.severity is not Severity.NOTE]
    if full or len(others) <= SHOWN_IN_FULL:
        return findings_by_weight([*errors, *others])
    return "\n".join([_by_kind(others), *([findings_by_weight(errors)] if errors else [])])


def finding_counts(issues: Sequence[Issue], *, all_kinds: bool = False) -> str:
    """Findings in words: 2 errors, 5 warnings; notes, which stop nothing, on request."""
    number = Counter(issue.severity for issue in issues)
    errors, warnings, notes = (number[severity] for severity in Severity)
    parts = []
    if errors:
        parts.append(ngettext("{n} error", "{n} errors", errors).format(n=errors))
    if warnings:
        parts.append(ngettext("{n} warning", "{n} warnings", warnings).format(n=warnings))
    if notes and all_kinds:
        parts.append(ngettext("{n} note", "{n} notes", notes).format(n=notes))
    return ", ".join(parts)


def _by_kind(issues: Sequence[Issue]) -> str:
    from insek_cli.findings.codes import CODES

    number = Counter(issue.code for issue in issues)
    lines = [f"{code} {_(CODES[code].title)}: {count}" for code, count in sorted(number.items())]
    hint = _("They are listed one by one with: insek check")
    return "\n".join([*lines, hint])
