"""Texts that the allowlist cannot object to, told without reading them as Markdown."""

import re

from insek_cli.models.types import FIELD_ID, GOAL_ID, MEASURE_ID

_MARKS = re.compile(r"[<`\[~\t]| {4}|\\(?![a-zA-Z0-9\n])")
"""What begins HTML, code, links, images and footnotes, and indents that may be code."""
_LINES = re.compile(
    r"""(?: \ {0,3} (?:(?:[-*+]|[0-9]{1,9}[.)])\ )?      # at most one list mark in a line
        (?:\*{1,2}(?=\w)                                # emphasis, or
        |  (?![-*+_=\#>:|]|[0-9]{1,9}[.)](?:\s|\Z)|\s)) # no rule, heading, quote or list
        [^\n]+
        | \ {0,3} )? \Z""",
    re.VERBOSE,
)
_IDS = "|".join(pattern.strip("^$") for pattern in (FIELD_ID, GOAL_ID, MEASURE_ID))
# Bounded, so that a text of brackets alone is passed in a moment.
_LINK = re.compile(
    r"(?<!!)\[(\w[\w .,:;/()–-]{0,200})\]"
    rf"\((?:(?:https?://|mailto:)[a-zA-Z0-9./?=&%\#~:+,;@_-]{{1,400}}|({_IDS}))\)"
)
"""A link that shows words and leads to an address or an id: it counts as its words."""
_ADDRESS = re.compile(r"https?:|www\.")
_BLOCK = re.compile(r"\n(?=\n| {0,3}(?:[-*+]|[0-9]{1,9}[.)]) )")
"""Emphasis ends with its paragraph or item."""
_NESTING = 20
"""So few marks of emphasis cannot nest too deep."""


def skim(text: str) -> list[tuple[int, str]] | None:
    """The ids that links lead to, with their lines, as `parse` finds them, and no problem else.

    None only means: look closer.
    """
    targets: list[tuple[int, str]] = []

    def words(link: re.Match[str]) -> str:
        if _ADDRESS.search(link[1]):
            return link[0]
        if link[2]:
            targets.append((text.count("\n", 0, link.start()) + 1, link[2]))
        return link[1]

    rest = _LINK.sub(words, text)
    if _MARKS.search(rest) or any(map(_nested, _BLOCK.split(rest))):
        return None
    return targets if all(_LINES.match(line) for line in rest.split("\n")) else None


def _nested(block: str) -> bool:
    return block.count("*") + block.count("_") > _NESTING
