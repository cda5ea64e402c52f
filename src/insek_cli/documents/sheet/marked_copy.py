"""A copy of somebody's workbook with the cells marked that hold no value of their key."""

from collections.abc import Iterable
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from insek_cli.documents import office_package
from insek_cli.documents.sheet import xlsx_archive
from insek_cli.documents.sheet.book import argb

FILL = "#ffc9c9"
AUTHOR = "insek"
WIDTH, HEIGHT = 320, 120
"""Pixels of a note."""


def marked_copy(path: Path, marks: Iterable[tuple[str, str]]) -> bytes:
    """The workbook with a colour and a note at each place: Maßnahmen!F7 and what is wrong there.

    The file has passed the guard of those that are read.
    """
    book = load_workbook(path)
    for place, text in marks:
        title, _mark, cell = place.rpartition("!")
        if title not in book.sheetnames:
            continue
        target = book[title][cell]
        target.fill = PatternFill("solid", fgColor=argb(FILL))
        before = f"{target.comment.text}\n" if target.comment else ""
        target.comment = Comment(f"{before}{text}", AUTHOR, height=HEIGHT, width=WIDTH)
    parts = office_package.parts_of(book)
    xlsx_archive.mend(parts)
    return office_package.write(parts)
