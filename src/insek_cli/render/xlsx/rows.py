"""The rows of a spreadsheet as lines of text, so that git can show what changed in it."""

from collections.abc import Iterator
from pathlib import Path
from zipfile import BadZipFile

from openpyxl import load_workbook

from insek_cli.findings import InsekError
from insek_cli.i18n import _

LINE_END = " ⏎ "


def rows(path: Path) -> Iterator[str]:
    """A line for each filled row of each visible sheet: sheet, key of the row, cells."""
    try:
        book = load_workbook(path, data_only=True)
    except (OSError, BadZipFile, KeyError, ValueError) as error:
        message = _("{name} is no readable spreadsheet.").format(name=path.name)
        raise InsekError(message, exit_code=2) from error
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            continue
        for row in sheet.iter_rows(values_only=True):
            cells = [_cell(value) for value in row]
            if any(cells):
                yield f"{sheet.title}: " + " | ".join(cells).rstrip(" |")


def _cell(value: object) -> str:
    return "" if value is None else str(value).strip().replace("\n", LINE_END)
