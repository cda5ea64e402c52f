"""Quotation marks of a typewriter: which belong together, and which stand for inches."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_MARKS = re.compile(r"[„“”\"\n]|\]\([^)\n]*\)")
"""Marks, ends of lines, and addresses of links, in which a title has marks of its own."""
_INCH = re.compile(r"[0-9][ \u00a0\u202f]?\Z")


class QuotedPair(NamedTuple):
    """A text in quotation marks of which one or both are straight: where, and as print sets it."""

    start: int
    end: int
    right: str


def straight_pairs(text: str) -> Iterator[QuotedPair]:
    """Each pair with a straight mark; one that nothing opens or closes is left alone."""
    opened: int | None = None
    marks = [match for match in _MARKS.finditer(text) if len(match.group()) == 1]
    for index, match in enumerate(marks):
        mark, at = match.group(), match.start()
        if mark == "\n":
            # A typographic pair may go over lines; a straight mark that stays open is none.
            opened = opened if opened is not None and text[opened] == "„" else None
        elif mark == "„":
            opened = at
        elif opened is None:
            opened = at if mark == '"' and _may_open(text, at) else None
        elif mark == '"' and _is_inch(text, at, marks[index + 1 : index + 2]):
            continue
        else:
            if '"' in (text[opened], mark):
                yield QuotedPair(opened, at + 1, f"„{text[opened + 1 : at]}“")
            opened = None


def _may_open(text: str, at: int) -> bool:
    """At the beginning of a word, and not behind a number: 27" is a length."""
    before, after = text[max(0, at - 1) : at] or " ", text[at + 1 : at + 2]
    return bool(after.strip()) and not (before.isalnum() or before in ")]“”")


def _is_inch(text: str, at: int, later: list[re.Match[str]]) -> bool:
    """A mark behind a number that does not close, because the next one does."""
    if not later or not _INCH.search(text[max(0, at - 2) : at]):
        return False
    mark = later[0].group()
    return mark in "“”" or (mark == '"' and not _may_open(text, later[0].start()))
