"""Findings as plain text: place, what is wrong, the source line with a caret, what to do."""

from collections.abc import Iterable

from insek_cli.findings import Issue, Severity
from insek_cli.i18n import N_, _
from insek_cli.reporters.safe import safe

WORDS = {
    Severity.ERROR: N_("Error"),
    Severity.WARNING: N_("Warning"),
    Severity.NOTE: N_("Note"),
}
WIDTH = 100
HINT = 600
"""A hint may list all keys of a measure."""


def findings_text(issues: Iterable[Issue]) -> str:
    """All findings, one block each, with an empty line between two."""
    return "\n".join(_block(issue) for issue in issues)


def _block(issue: Issue) -> str:
    place = issue.position
    key = f" {safe(issue.key)}:" if issue.key else ":"
    head = f"{safe(str(place.file))}:{place.line}:{place.column}: "
    lines = [f"{head}{_(WORDS[issue.severity])} {issue.code}{key} {safe(issue.message)}"]
    if issue.source.strip():
        lines += _quote(issue)
    if issue.hint:
        label = _("Hint")
        lines.append(f"   {label}: {safe(issue.hint, HINT)}")
    return "\n".join(lines) + "\n"


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
