"""Texts that the allowlist cannot object to, told without reading them as Markdown."""

import re

from insek_cli.markdown.problem import Target
from insek_cli.models.types import FIELD_ID, GOAL_ID, MEASURE_ID

_MARKS = re.compile(
    r"[<`\[~\t|]|\]\(| {4}|\\(?![a-zA-Z0-9\n])|&[#\w]+;|==|\{[.#]|(?<![^\W_])[*_]|[*_](?![^\W_])"
)
"""What begins HTML, code, links, images, tables and footnotes, and indents that may be code; and
stars and low lines outside words."""
_LINES = re.compile(
    r"""(?: \ {0,3} (?:(?:[-*+]|[0-9]{1,9}[.)])\ )?      # at most one list mark in a line
        (?![-*+_=\#>:|$•‣▪●◦○■□►▶➢✓✔❖·–—]|[0-9]{1,9}[.)]|\s) # no rule, heading, quote or list
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
_BULLET = re.compile(r" {0,3}\* ")
_ADDRESS = re.compile(r"https?:|www\.")
_EMPHASIS = re.compile(
    r"(?<![\w*\\])(\*{1,2})(\w(?:[^*\n\\`<\[]{0,300}[\w.:!?)])?)\1(?=[\s.,;:!?)]|\Z)"
)
"""Words that are set off: they count as words."""


def skim(text: str) -> list[Target] | None:
    """The ids that links lead to, with their places, as `parse` finds them, and no problem else.

    None only means: look closer.
    """
    targets: list[Target] = []

    def words(link: re.Match[str]) -> str:
        if _ADDRESS.search(link[1]):
            return link[0]
        if link[2]:
            targets.append(Target(*link.span(2), link[2]))
        return link[1]

    rest = _EMPHASIS.sub(r"\2", _LINK.sub(words, text))
    lines = rest.split("\n")
    if not all(_LINES.match(line) for line in lines):
        return None
    return None if any(_MARKS.search(_BULLET.sub("", line)) for line in lines) else targets
