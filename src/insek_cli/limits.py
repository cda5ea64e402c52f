"""What one command takes in at most: whatever a stranger sends, the work has an end.

Sizes are looked at before anything is read: what is too large costs no more than a look. What still
computes without end is ended; the engines have limits of their own (insek_cli.documents.engines).
"""

from pathlib import Path

KIB, MIB = 1024, 1024**2

TEXT = 512 * KIB
"""Bytes of one file of YAML, one chapter."""
BALLOTS = 16 * MIB
"""Bytes of one file of votes: an online survey with ten thousand ballots fits."""
TEXTS = 64 * MIB
"""Bytes of all of them together: ten times what 1,000 filled-in measures have."""
PROPERTY = 255
"""Characters of a property of an Office file: python-docx and python-pptx refuse more."""
ENTRIES = 50_000
"""Files and folders that are looked at, each time anew."""

IMAGE, DRAWING = 64 * MIB, 8 * MIB
"""Bytes of one photograph or map, and of one drawing (SVG)."""
IMAGES, DRAWINGS = 1024 * MIB, 32 * MIB
"""Bytes of all of them together."""
PIXELS = 64_000_000
"""Of one image: an A2 map at 300 dots per inch has 35 million, the largest telephones 50."""
ALL_PIXELS = 2_000_000_000
"""Of all images together: 230 full pages at 300 dots per inch."""

ELEMENTS = 200_000
"""Shapes of one drawing, counted again wherever `use` repeats them; comments apart."""
DASHES = 1_000_000
"""Dashes of one drawing: they take five seconds to draw, a map of dashed borders has 50,000."""
ATTRIBUTES = 200
"""Of one shape."""
HASHED = 512 * MIB
"""Bytes whose content decides whether anything changed; of what is more, size and time count."""
REVISION = 512 * MIB
"""Bytes of all files of one revision that are read from git."""
LISTING = 16 * MIB
"""Bytes in which git names them: a hundred thousand files."""


COMPUTING = 900.0
"""Seconds that one command computes itself, on all cores together."""


def read_bounded(path: Path, most: int = TEXT) -> bytes:
    """The bytes of a file, one more than `most` at most: then whoever decodes them says so."""
    with path.open("rb") as stream:
        return stream.read(most + 1)


class Budget:
    """Counts down what may still be taken in; once it is used up, nothing more may."""

    def __init__(self, most: int) -> None:
        self.left = most

    def take(self, amount: int) -> bool:
        """Whether so much is left."""
        self.left -= amount
        return self.left >= 0
