"""Markdown in data: read once against an allowlist, handed on as canonical text.

`parse` reads CommonMark; what the allowlist does not know is a problem with its line, so nothing
vanishes silently. `Document.markdown()` is text for pandoc's commonmark reader with every character
escaped; `Document.plain()` is text for spreadsheets and comparisons.
"""

from insek_cli.markdown.escape import attribute, escape, typography, url
from insek_cli.markdown.parsed_text import Document
from insek_cli.markdown.problem import Problem, Target
from insek_cli.markdown.reader import Parsed, parse
from insek_cli.markdown.skim import skim

__all__ = [
    "Document",
    "Parsed",
    "Problem",
    "Target",
    "attribute",
    "escape",
    "parse",
    "skim",
    "typography",
    "url",
]
