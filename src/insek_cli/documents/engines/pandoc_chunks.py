"""The Markdown of a report in pieces that pandoc turns into the same text alone as together.

A fenced block that stands in no other, such as a Steckbrief, is a piece, and so is what stands
between two. Pieces whose result is known are not converted again; the others go through pandoc
together, in two processes side by side when they are long.
"""

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor

_CUT = "insekschnittstelle"
"""A word that stands alone in a paragraph between two pieces; no filter changes an ordinary one."""
_FENCE = re.compile(r"^(:{3,}|`{3,}|~{3,})(.*)\n", re.MULTILINE)
_DEFINITION = re.compile(r"^[ >]*\[[^\]]+\]:", re.MULTILINE)
"""What a template may define in one piece and use in another."""

SIDE_BY_SIDE = 2
"""Processes at once: the PDF waits for this text, and more would hold up other documents."""
SMALL = 20_000
"""Characters that are not worth a process of their own."""

Convert = Callable[[str], str]
Share = list[tuple[str, str]]
"""Pieces by their hash."""


class Chunks:
    """Results by the hash of what they were made from; `used` holds those of this run."""

    def __init__(self, known: Mapping[str, str] | None = None) -> None:
        self.known = known or {}
        self.used: dict[str, str] = {}

    def convert(self, text: str, convert: Convert, about: bytes) -> tuple[str, ...]:
        """The text converted, in pieces that together are the whole, with empty lines between.

        `about` is all that decides the result besides the text.
        """
        if _CUT in text or _DEFINITION.search(text):
            return (convert(text),)
        pieces = _pieces(text)
        names = [hashlib.sha256(about + piece.encode()).hexdigest() for piece in pieces]
        fresh = {n: p for n, p in zip(names, pieces, strict=True) if n not in self.known}
        self.used = {name: self.known[name] for name in names if name in self.known}
        shares = _shares(list(fresh.items()))
        with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
            for made in pool.map(lambda share: _converted(share, convert), shares):
                self.used |= made
        return tuple(filter(None, (self.used[name] for name in names)))


def split_parts(text: str, size: int) -> list[str]:
    """The text in parts of little more than `size` characters, each a document of its own."""
    if _DEFINITION.search(text):
        return [text]
    found: list[list[str]] = [[]]
    length = 0
    for piece in _pieces(text):
        if length > size:
            found.append([])
            length = 0
        found[-1].append(piece)
        length += len(piece)
    return ["\n\n".join(pieces) + "\n" for pieces in found]


def _converted(share: Share, convert: Convert) -> dict[str, str]:
    made = convert(f"\n\n{_CUT}\n\n".join(piece for _name, piece in share)).split(f"{_CUT}\n")
    names = (name for name, _piece in share)
    return dict(zip(names, (part.strip("\n") for part in made), strict=True))


def _shares(fresh: Share) -> list[Share]:
    """The pieces in their order, in as many parts of like length as are worth a process each."""
    whole = sum(len(piece) for _name, piece in fresh)
    number = min(SIDE_BY_SIDE, whole // SMALL + 1)
    shares: list[Share] = [[] for _part in range(number)]
    done = 0
    for name, piece in fresh:
        shares[min(done * number // max(whole, 1), number - 1)].append((name, piece))
        done += len(piece)
    return [share for share in shares if share]


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
