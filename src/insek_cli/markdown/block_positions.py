"""Where the content of a block stands in the text it was read from."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

_CLOSING = re.compile(r"[ \t]#+[ \t]*$")
_PREFIX = re.compile(r"(?:[ \t>]|[-*+][ \t]|[0-9]{1,9}[.)][ \t])*")
"""What may stand before a row of a table: the marks of quotations and lists around it."""
_PIPE = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True)
class Content:
    """The text of a block; `begins` are the offsets of its lines, `columns` their indents."""

    text: str
    begins: tuple[int, ...]
    columns: tuple[int, ...]
    escaped: bool = False

    @cached_property
    def _starts(self) -> list[int]:
        """Where its lines begin in the content itself."""
        ends = (match.end() for match in re.finditer("\n", self.text))
        return [0, *ends]

    def offset(self, at: int) -> int:
        """The offset in the whole text of an offset in the content."""
        line = bisect_right(self._starts, at) - 1
        within = at - self._starts[line]
        # In a cell each pipe is written with a backslash before it.
        escapes = self.text.count("|", 0, at) if self.escaped else 0
        return self.begins[min(line, len(self.begins) - 1)] + within + escapes


class Lines:
    """The lines of a text and the offsets where they begin."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self.begins = [0]
        for line in self.lines:
            self.begins.append(self.begins[-1] + len(line) + 1)

    def line(self, number: int) -> str:
        """A line by its number from 0, empty past the end."""
        return self.lines[number] if number < len(self.lines) else ""

    def content(self, first: int, text: str, *, heading: bool = False) -> Content:
        """The place of a content whose first line is known: each line of it ends as written."""
        begins, columns = [], []
        for number, part in enumerate(text.split("\n"), first):
            line = self.line(number)
            if heading:
                line = _CLOSING.sub("", line)
            column = max(0, len(line.rstrip()) - len(part.rstrip()))
            begins.append(self.begins[min(number, len(self.lines) - 1)] + column)
            columns.append(column)
        return Content(text, tuple(begins), tuple(columns))

    def cells(self, number: int) -> list[Content]:
        """The cells of a row of a table as they are written, in order, also those too many."""
        line = self.line(number)
        prefix = _PREFIX.match(line)
        at = prefix.end() if prefix else 0
        edges = [at, *(match.end() for match in _PIPE.finditer(line, at)), len(line) + 1]
        cells = [self._cell(number, a, b - 1) for a, b in pairwise(edges)]
        if len(cells) > 1 and not cells[0].text:
            del cells[0]
        if len(cells) > 1 and not cells[-1].text:
            del cells[-1]
        return cells

    def _cell(self, number: int, start: int, end: int) -> Content:
        raw = self.line(number)[start:end]
        column = start + len(raw) - len(raw.lstrip())
        begin = self.begins[min(number, len(self.lines) - 1)] + column
        return Content(raw.strip().replace("\\|", "|"), (begin,), (column,), escaped=True)


def one_line_excerpt(parts: Sequence[str]) -> str:
    """Words of a finding in one line, not longer than a line can show."""
    return " ".join(" ".join(parts).split())[:80]
