"""A text in quotation marks whose closing mark is missing: it runs on to the next such mark."""

import re
from collections.abc import Iterator

from insek_cli.source.nodes import Span
from insek_cli.source.syntax_slips import Slip

_CLOSED = {'"': re.compile(r'(?<!\\)"'), "'": re.compile("'")}
_NOTHING_MORE = re.compile(r"\s*(?:[,\]}].*|\s#.*)?$")
_BLOCK = re.compile(r"[:-]\s+[|>][-+0-9]*\s*(?:#.*)?$")
_VALUE = re.compile(r"^\s*(?:- +)*(?:[^:#]+:\s+)?")


def run_on_quote(lines: list[str], at: int) -> Slip | None:
    """The mark that opens a text which ends, at a line or before, in a mark meant for another."""
    for number in _outside_blocks(lines[: at - 1]):
        line = lines[number - 1]
        value = _VALUE.match(line)
        begins = value.end() if value else 0
        mark, rest = line[begins : begins + 1], line[begins + 1 :]
        if mark not in _CLOSED or _CLOSED[mark].search(rest):
            continue
        for below in range(number + 1, min(at, len(lines)) + 1):
            if end := _CLOSED[mark].search(lines[below - 1]):
                if not _NOTHING_MORE.match(lines[below - 1], end.end()):
                    span = Span(number, begins + 1, number, begins + 2)
                    return Slip("INSEK101", "late", span, {"end": str(below)})
                break
    return None


def _outside_blocks(lines: list[str]) -> Iterator[int]:
    """The numbers of the lines that are no part of a text after | or >."""
    outer: int | None = None
    for number, text in enumerate(lines, 1):
        indent = len(text) - len(text.lstrip())
        if outer is None or (text.strip() and indent <= outer):
            outer = indent if _BLOCK.search(text) else None
            yield number
