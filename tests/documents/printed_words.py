"""Where the words of a PDF stand, as poppler reads them, and which have left their place."""

import re
import subprocess
from dataclasses import dataclass
from html import unescape
from itertools import combinations
from pathlib import Path

MM = 72 / 25.4
"""Points in a millimetre."""
_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
_WORD = re.compile(
    r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>'
)


@dataclass(frozen=True)
class Word:
    """A word and its box in points, from the upper left corner of its page."""

    left: float
    top: float
    right: float
    bottom: float
    text: str

    def covers(self, other: "Word") -> bool:
        """Whether the two are printed over each other.

        Boxes of neighbouring lines touch; that of a large figure reaches far below it.
        """
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        low, tall = sorted((self.bottom - self.top, other.bottom - other.top))
        return wide > 1 and high > 0.6 * low and tall < 2 * low


@dataclass(frozen=True)
class Page:
    """A page with its words; lengths are points."""

    width: float
    height: float
    words: tuple[Word, ...]

    def outside(self, left: float, right: float) -> list[str]:
        """Words beyond the margins (mm), but for the field's number on the tab at the edge."""
        edge = self.width - right * MM
        beyond = [w for w in self.words if w.left < left * MM - 1 or w.right > edge + 1]
        return [w.text for w in beyond if not (w.left > edge and w.text.isdecimal())]

    def collisions(self) -> list[tuple[str, str]]:
        """Words that are printed over each other: one of them has left its column."""
        return [(a.text, b.text) for a, b in combinations(self.words, 2) if a.covers(b)]


def pages(pdf: Path) -> list[Page]:
    """The pages of a PDF."""
    command = ["pdftotext", "-bbox", str(pdf), "-"]
    told = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout
    return [_page(*found.groups()) for found in _PAGE.finditer(told)]


def _page(width: str, height: str, inside: str) -> Page:
    words = tuple(
        Word(*map(float, found.groups()[:4]), unescape(found[5]))
        for found in _WORD.finditer(inside)
    )
    return Page(float(width), float(height), words)
