"""The cells of a sheet as people read them: merged ones taken together, signs nobody sees gone."""

import re
from dataclasses import dataclass, field
from unicodedata import normalize

from insek_cli.source.source_file import FORBIDDEN
from insek_cli.tables.sheet_cells import Area, SheetCells

_BREAKS = re.compile("\r\n|\r|\x0b|\x0c|\u2028|\u2029|\x85")
MOST_MERGED = 200_000
"""Merged cells of a sheet that are looked at."""


def clean(text: str) -> str:
    """A text in NFC without control signs; every word stays."""
    plain = _BREAKS.sub("\n", text.replace("_x000D_", ""))
    plain = FORBIDDEN.sub("", normalize("NFC", plain).replace("\t", " "))
    lines = (" ".join(line.split(" ")).rstrip() for line in plain.split("\n"))
    return "\n".join(lines).strip()


@dataclass
class Grid:
    """The texts of a sheet by row and column, and the merged area that begins in a cell."""

    sheet: SheetCells
    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    areas: dict[tuple[int, int], Area] = field(default_factory=dict)
    covered: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)

    def width(self, row: int, column: int) -> int:
        """How many columns a cell spans."""
        area = self.areas.get((row, column))
        return area.right - area.left + 1 if area else 1

    def covering(self, row: int, column: int) -> tuple[int, int]:
        """Where the text of a cell stands: in itself, or where its merged area begins."""
        return self.covered.get((row, column), (row, column))


def grid_of(sheet: SheetCells) -> Grid:
    """The grid of a sheet."""
    grid = Grid(sheet)
    for row in sorted(sheet.rows):
        texts = {column: clean(sheet.german(row, column)) for column in sorted(sheet.rows[row])}
        if filled := {column: text for column, text in texts.items() if text}:
            grid.rows[row] = filled
    for area in sheet.merged:
        size = (area.bottom - area.top + 1) * (area.right - area.left + 1)
        if 1 < size <= MOST_MERGED - len(grid.covered) and area.top in grid.rows:
            grid.areas[area.top, area.left] = area
            grid.covered |= {
                (row, column): (area.top, area.left)
                for row in range(area.top, area.bottom + 1)
                for column in range(area.left, area.right + 1)
            }
    return grid
