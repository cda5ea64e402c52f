"""The Markdown of a report in pieces that pandoc turns into the same text alone as together.

A fenced block that stands in no other, such as a Steckbrief, is a piece, and so is what stands
between two. Pieces whose result is known are not converted again; the others go through pandoc at
once.
"""

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping

_CUT = "insekschnittstelle"
"""A word that stands alone in a paragraph between two pieces."""
_FENCE = re.compile(r"^(:{3,}|`{3,}|~{3,})(.*)\n", re.MULTILINE)
_DEFINITION = re.compile(r"^[ >]*\[[^\]]+\]:", re.MULTILINE)
"""What a template may define in one piece and use in another."""

Convert = Callable[[str], str]


class Chunks:
    """Results by the hash of what they were made from; `used` holds those of this run."""

    def __init__(self, known: Mapping[str, str] | None = None) -> None:
        self.known = known or {}
        self.used: dict[str, str] = {}

    def convert(self, text: str, convert: Convert, about: bytes) -> str:
        """The text converted; `about` is all that decides the result besides the text."""
        if _CUT in text or _DEFINITION.search(text):
            return convert(text)
        pieces = _pieces(text)
        names = [hashlib.sha256(about + piece.encode()).hexdigest() for piece in pieces]
        fresh = {n: p for n, p in zip(names, pieces, strict=True) if n not in self.known}
        self.used = {name: self.known[name] for name in names if name in self.known}
        if fresh:
            made = convert(f"\n\n{_CUT}\n\n".join(fresh.values())).split(f"{_CUT}\n")
            self.used |= dict(zip(fresh, (part.strip("\n") for part in made), strict=True))
        return "\n\n".join(filter(None, (self.used[name] for name in names))) + "\n"


def _pieces(text: str) -> list[str]:
    """The pieces in order; together they are the text but for empty lines."""
    borders, begin = [*_borders(text), len(text)], 0
    pieces = []
    for border in borders:
        if piece := text[begin:border].strip("\n"):
            pieces.append(piece)
        begin = border
    return pieces


def _borders(text: str) -> Iterator[int]:
    """Where an outermost fenced block begins or ends; none where fences do not match."""
    borders: list[int] = []
    fences: list[str] = []
    for match in _FENCE.finditer(text):
        fence, rest = match.groups()
        within = fences[-1] if fences else ""
        if not rest.strip() and within and fence.startswith(within):
            fences.pop()
            if not fences:
                borders.append(match.end())
        elif not within.startswith(("`", "~")):
            if not fences:
                borders.append(match.start())
            fences.append(fence)
    if not fences:
        yield from borders
