"""Findings as plain text: place, what is wrong, the source line with a caret, what to do."""

from collections import defaultdict
from collections.abc import Iterable

from insek_cli.findings import Issue, Severity
from insek_cli.findings.reporters.terminal_safe import safe
from insek_cli.i18n import N_, _

WORDS = {
    Severity.ERROR: N_("Error"),
    Severity.WARNING: N_("Warning"),
    Severity.NOTE: N_("Note"),
}
_WEIGHT = [Severity.NOTE, Severity.WARNING, Severity.ERROR]
TOGETHER = 3
"""So many findings with one code and one hint are shown as a group."""
WIDTH = 100
HINT = 600
"""A hint may list all keys of a measure."""


def findings_text(issues: Iterable[Issue]) -> str:
    """All findings, one block each, with an empty line between two."""
    return "\n".join(_block(issue) for issue in issues)


def findings_by_weight(issues: Iterable[Issue]) -> str:
    """Errors last, where the eye ends; where many have one hint, it stands once behind them."""
    alike: dict[tuple[Severity, str, str], list[Issue]] = defaultdict(list)
    for issue in issues:
        alike[issue.severity, issue.code, issue.hint].append(issue)
    groups = sorted(alike.values(), key=lambda group: _WEIGHT.index(group[0].severity))
    return "\n".join(_group(group) for group in groups)


def _group(issues: list[Issue]) -> str:
    if len(issues) < TOGETHER:
        return findings_text(issues)
    # A glance at the line helps to mend an error; of many notes the place is enough.
    quoted = issues[0].severity is Severity.ERROR
    lines = [line for issue in issues for line in _lines(issue, quoted=quoted)]
    return "\n".join([*lines, *_hint(issues[0])]) + "\n"


def _block(issue: Issue) -> str:
    return "\n".join([*_lines(issue), *_hint(issue)]) + "\n"


def _lines(issue: Issue, *, quoted: bool = True) -> list[str]:
    place = issue.position
    key = f" {safe(issue.key)}:" if issue.key else ":"
    head = f"{safe(str(place.file))}:{place.line}:{place.column}: "
    lines = [f"{head}{_(WORDS[issue.severity])} {issue.code}{key} {safe(issue.message)}"]
    if quoted and issue.source.strip():
        lines += _quote(issue)
    return lines


def _hint(issue: Issue) -> list[str]:
    label = _("Hint")
    return [f"   {label}: {safe(issue.hint, HINT)}"] if issue.hint else []


def _quote(issue: Issue) -> list[str]:
    """The source line, cut around the place, and the caret below; a tab is shown as an arrow."""
    place = issue.position
    start = max(0, place.column - WIDTH // 2) if len(issue.source) > WIDTH else 0
    shown = issue.source[start : start + WIDTH]
    before, rest = shown[: place.column - 1 - start], shown[place.column - 1 - start :]
    marked = rest[: max(1, (place.end or place.column + 1) - place.column)]
    carets = "^" * max(1, len(_visible(marked)))
    number = f"{place.line:>5} | "
    gap = " " * (len(number) - 2) + "| " + " " * len(_visible(before))
    return [f"{number}{_visible(shown)}".rstrip(), f"{gap}{carets}"]


def _visible(text: str) -> str:
    return safe(text.replace("\t", "→"), WIDTH * 10)
