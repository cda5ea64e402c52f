"""How much text a slide holds: heights are computed, so that text is split instead of shrunk."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from insek_cli.documents.sheet import text_metrics
from insek_cli.markdown import typography

LINE = 1.22
"""Height of a line of Calibri in units of the type size."""
SIZES = (24, 20, 18, 16)
"""Type sizes of running text in points, the largest first; below the last one text is split."""
DENSE = (20, 18, 16, 14)
"""Those of slides with much to say in columns."""
INDENT = 22.5
"""Points that a list item is set in, as in the template."""


@dataclass(frozen=True)
class Para:
    """A paragraph: `level` 0 is text, 1 and 2 are list items; `number` counts a numbered list."""

    text: str
    level: int = 0
    bold: bool = False
    """Set in bold; a heading is so anyway."""
    heading: bool = False
    """Names what the block is about: said again where the block goes on on another slide."""
    italic: bool = False
    number: int | None = None
    colour: str | None = None
    apart: bool = False
    """Begins a group that has no heading."""

    @property
    def strong(self) -> bool:
        """Whether the paragraph is set in bold."""
        return self.bold or self.heading

    def height(self, width: float, size: float) -> float:
        """Height in points in a box `width` points wide, with the space before it."""
        indent = INDENT * max(self.level, 1 if self.number else 0)
        return (
            wrapped_line_count(self.text, width - indent, size, bold=self.strong) * size * LINE
            + self.before
        )

    @property
    def before(self) -> float:
        """Space before the paragraph in points."""
        if self.apart:
            return 18.0
        return 4.0 if self.level or self.number else 8.0


Block = tuple[Para, ...]
"""Paragraphs of one thought; the first may be its heading."""


def one_line(text: str) -> str:
    """Text in one line, with the no-break spaces of German typography."""
    return typography(" ".join(text.split()))


def wrapped_line_count(text: str, width: float, size: float, *, bold: bool = False) -> int:
    """How many lines a text takes in a box `width` points wide."""
    units = (width + text_metrics.PADDING) / text_metrics.POINTS_PER_UNIT
    return text_metrics.line_count(text, units, size, bold=bold)


def largest_size(
    text: str, width: float, height: float, sizes: Sequence[float], *, bold: bool
) -> float:
    """The largest of the sizes at which the text fits, at best without a word divided.

    The last one when none does.
    """
    fitting = [
        s for s in sizes if wrapped_line_count(text, width, s, bold=bold) * s * LINE <= height
    ]
    words = text.split()
    whole = [
        s for s in fitting if all(wrapped_line_count(w, width, s, bold=bold) == 1 for w in words)
    ]
    return (*whole, *fitting, sizes[-1])[0]


def shorten(text: str, fits: Callable[[str], bool]) -> str:
    """As many whole words of a text as fit, of a single word as many letters."""
    if fits(text):
        return text
    words = text.split(" ")
    for count in range(len(words) - 1, 0, -1):
        if fits(shown := " ".join(words[:count]) + " …"):
            return shown
    letters = range(len(words[0]), 1, -1)
    return next((s for n in letters if fits(s := words[0][:n] + "…")), words[0][:1] + "…")


def arrange_columns(
    blocks: Sequence[Block],
    width: float,
    height: float,
    columns: int = 1,
    sizes: Sequence[float] = SIZES,
) -> tuple[float, list[list[Block]]]:
    """The type size and the content of each column, `columns` of them to a slide.

    As few slides as the smallest size needs, at the largest size that needs no more, and about
    equally high.
    """
    wanted = -(-len(pack_columns(blocks, width, height, sizes[-1])) // columns) * columns
    size = next(s for s in sizes if len(pack_columns(blocks, width, height, s)) <= wanted)
    least = lowest_height(
        height, lambda room: len(pack_columns(blocks, width, room, size)) <= wanted
    )
    return size, pack_columns(blocks, width, least, size)


def lowest_height(height: float, fits: Callable[[float], bool]) -> float:
    """The lowest height at which `fits` holds, to 4 points; it holds at `height`."""
    low, high = height / 8, height
    while high - low > 4:
        middle = (low + high) / 2
        low, high = (low, middle) if fits(middle) else (middle, high)
    return high


def pack_columns(
    blocks: Iterable[Block], width: float, height: float, size: float
) -> list[list[Block]]:
    """Blocks in columns that are not higher than `height`; what is taller than one is split."""
    columns: list[list[Block]] = [[]]
    used = 0.0
    for block in blocks:
        for part in _parts(block, width, height, size):
            need = sum(para.height(width, size) for para in part)
            if columns[-1] and used + need > height:
                columns.append([])
                used = 0.0
            columns[-1].append(part)
            used += need
    return columns


def _parts(block: Block, width: float, height: float, size: float) -> Iterable[Block]:
    """The block, in pieces when it is taller than a column; each begins with its heading."""
    if sum(para.height(width, size) for para in block) <= height or not block:
        yield block
        return
    first = block[0].height(width, size) if block[0].heading else 0.0
    # A heading that takes much of a column is said once: it would leave no room for the text.
    lead = block[:1] if 0 < first <= height / 3 and len(block) > 1 else ()
    first = first if lead else 0.0
    part, used = list(lead), first
    for para in block[len(lead) :]:
        for piece in _pieces(para, width, height - first, size):
            need = piece.height(width, size)
            if len(part) > len(lead) and used + need > height:
                yield tuple(part)
                part, used = list(lead), first
            part.append(piece)
            used += need
    yield tuple(part)


def _pieces(para: Para, width: float, height: float, size: float) -> Iterable[Para]:
    """The paragraph, cut at words when it alone is taller than a column."""
    words, taken = para.text.split(" "), list[str]()
    if para.height(width, size) <= height:
        yield para
        return
    for word in words:
        longer = replace(para, text=" ".join([*taken, word]))
        if taken and longer.height(width, size) > height:
            yield replace(para, text=" ".join(taken) + " …")
            taken = []
        taken.append(word)
    yield replace(para, text=" ".join(taken))
