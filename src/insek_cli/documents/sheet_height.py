"""How high a part of a Steckbrief will be, guessed from its text.

Measuring costs the PDF as much time as setting. The guess says which sheets are so near the end of
their page that they are worth it; nothing is wrong on paper where it is off by some lines.
"""

import re
from dataclasses import dataclass
from math import ceil

_UNSEEN = re.compile(r"\{[^{}\n]*\}|\]\([^()\n]*\)|(?m:^:{3,}.*$)|[\[\]\\]")
"""What the text carries and nobody reads: attributes, addresses, fences, escapes."""
_ELSEWHERE = re.compile(r'(?ms)^::: \{\.nur in="(?![^"]*pdf)[^"]*"\}$.*?^:::$')
"""What only other formats print."""
_CELL = r"^::: zelle\n(?:(?!:::).*\n)+:::\n\s*"
_BESIDE = re.compile(rf"(?m)({_CELL})(?:{_CELL})+")
"""Cells beside each other: a row is as high as its first, which has the words."""
_BLOCKS = re.compile(r"\\\n|\n\s*\n|\n(?=\s*(?:[-*]|\d+[.)]) )")


@dataclass(frozen=True)
class Measure:
    """A column: letters in a line, millimetres of a line, and those between two paragraphs."""

    letters: int
    pitch: float
    gap: float


MEASURES = {
    "haupt": Measure(70, 4.33, 0.8),
    "neben": Measure(38, 3.27, 0.6),
    "gezeichnet": Measure(44, 3.27, 2.6),
}
HEADING, PICTURE, MAP = 6.0, 45.0, 100.0
"""Millimetres of a heading with the distance above it, and of pictures as they usually are."""


def guessed_height(text: str, column: str) -> int:
    """Whole millimetres that a piece of Markdown takes in a column."""
    if "](<bilder/" in text or "](bilder/" in text:
        return int(MAP if column == "haupt" else PICTURE)
    about = MEASURES[column]
    text = _BESIDE.sub(r"\1", _ELSEWHERE.sub("", text))
    headings = len(re.findall(r"(?m)^#+ ", text))
    blocks = (_UNSEEN.sub("", block) for block in _BLOCKS.split(text))
    lengths = [len(" ".join(block.split())) for block in blocks]
    lines = sum(ceil(length / about.letters) for length in lengths)
    gaps = sum(map(bool, lengths)) * about.gap
    return ceil(lines * about.pitch + gaps + headings * (HEADING - about.pitch))
