"""Markdown in data: read once against an allowlist, handed on as canonical text.

`parse_markdown` reads CommonMark; what the allowlist does not know is a problem with its line, so
nothing vanishes silently. `ParsedText.markdown()` is text for pandoc's commonmark reader with every
character escaped; `ParsedText.plain()` is text for spreadsheets and comparisons.
"""

from insek_cli.markdown.escape import attribute_value, escape, link_target, typography
from insek_cli.markdown.parsed_text import ParsedText
from insek_cli.markdown.problem import Problem, Target
from insek_cli.markdown.reader import Parsed, parse_markdown

__all__ = [
    "Parsed",
    "ParsedText",
    "Problem",
    "Target",
    "attribute_value",
    "escape",
    "link_target",
    "parse_markdown",
    "typography",
]
