"""A copy of somebody's workbook with the cells marked that hold no value of their key."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.cell.cell import MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.utils import range_boundaries

from insek_cli.documents import office_package
from insek_cli.documents.sheet import xlsx_archive
from insek_cli.documents.sheet.book import argb

FILL = "#ffc9c9"
AUTHOR = "insek"
WIDTH, HEIGHT = 320, 120
"""Pixels of a note."""
MOST_MERGED = 50_000
"""Merged cells of a workbook: the library makes each of them."""
_MERGED = re.compile(rb'<mergeCell ref="([A-Z]{1,3}[0-9]{1,7}(?::[A-Z]{1,3}[0-9]{1,7})?)"')
_TROUBLE = (OSError, BadZipFile, LookupError, ValueError, TypeError, AttributeError)


def marked_copy(path: Path, marks: Iterable[tuple[str, str]]) -> bytes | None:
    """The workbook with a colour and a note at each place: Maßnahmen!F7 and what is wrong there.

    The file has passed the guard of those that are read; None where no copy can be made of it.
    """
    try:
        if _merged_cells(path) > MOST_MERGED:
            return None
        book = load_workbook(path)
        for place, text in marks:
            title, _mark, cell = place.rpartition("!")
            if title in book.sheetnames:
                _mark_cell(book[title], cell, text)
        parts = office_package.parts_of(book)
    except _TROUBLE:
        return None
    xlsx_archive.mend(parts)
    return office_package.write(parts)


def _merged_cells(path: Path) -> int:
    count = 0
    for content in office_package.read(path.read_bytes()).values():
        for reference in _MERGED.findall(content):
            left, top, right, bottom = range_boundaries(reference.decode())
            count += ((right or 0) - (left or 0) + 1) * ((bottom or 0) - (top or 0) + 1)
    return count


def _mark_cell(sheet: Any, place: str, text: str) -> None:
    target = sheet[place]
    if isinstance(target, MergedCell):
        area = next(area for area in sheet.merged_cells.ranges if place in area)
        target = sheet.cell(area.min_row, area.min_col)
    target.fill = PatternFill("solid", fgColor=argb(FILL))
    before = f"{target.comment.text}\n" if target.comment else ""
    target.comment = Comment(f"{before}{text}", AUTHOR, height=HEIGHT, width=WIDTH)
