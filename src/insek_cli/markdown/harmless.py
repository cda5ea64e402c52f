"""Texts that the allowlist cannot object to, told without reading them as Markdown."""

import re

_MARKS = re.compile(r"[<`\[~\\\t]| {4}")
"""What begins HTML, code, links, images and footnotes, and indents that may be code."""
_LINES = re.compile(
    r"""(?: \ {0,3} (?:(?:[-*+]|[0-9]{1,9}[.)])\ )?      # at most one list mark in a line
        (?![-*+_=\#>:|]|[0-9]{1,9}[.)](?:\s|\Z)|\s) [^\n]+   # no rule, heading, quote or list
        | \ {0,3} )? \Z""",
    re.VERBOSE,
)
_NESTING = 20
"""So few marks of emphasis cannot nest too deep."""


def harmless(text: str) -> bool:
    """Whether `parse` finds neither problem nor link to an id; False only means: look closer."""
    if _MARKS.search(text) or text.count("*") + text.count("_") > _NESTING:
        return False
    return all(_LINES.match(line) for line in text.split("\n"))
