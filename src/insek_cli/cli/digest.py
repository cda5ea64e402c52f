"""The findings of a build, as many as help: errors in full, what is still open as a count."""

from collections import Counter
from collections.abc import Sequence

from insek_cli.findings import Issue, Severity
from insek_cli.i18n import _, ngettext
from insek_cli.reporters.text import findings_text

SHOWN_IN_FULL = 10


def digest(issues: Sequence[Issue], *, full: bool = False) -> str:
    """Errors in full; other findings too while they are few or `full`, else counted by kind."""
    errors = [issue for issue in issues if issue.severity is Severity.ERROR]
    others = [issue for issue in issues if issue.severity is not Severity.ERROR]
    if others and not full:
        from insek_cli.codes.completeness import OPEN

        others = [i for i in others if i.code != OPEN and i.severity is not Severity.NOTE]
    if full or len(others) <= SHOWN_IN_FULL:
        wanted = {id(issue) for issue in (*errors, *others)}
        return findings_text(issue for issue in issues if id(issue) in wanted)
    return "\n".join(filter(None, (findings_text(errors), _by_kind(others))))


def counts(issues: Sequence[Issue]) -> str:
    """Errors and warnings in words: 2 errors, 5 warnings."""
    number = Counter(issue.severity for issue in issues)
    errors, warnings = number[Severity.ERROR], number[Severity.WARNING]
    parts = []
    if errors:
        parts.append(ngettext("{n} error", "{n} errors", errors).format(n=errors))
    if warnings:
        parts.append(ngettext("{n} warning", "{n} warnings", warnings).format(n=warnings))
    return ", ".join(parts)


def _by_kind(issues: Sequence[Issue]) -> str:
    from insek_cli.codes import CODES

    number = Counter(issue.code for issue in issues)
    lines = [f"{code} {_(CODES[code].title)}: {count}" for code, count in sorted(number.items())]
    hint = _("They are listed one by one with: insek check")
    return "\n".join([*lines, hint])
