"""The rows of a table as lines of text, so that git can show what changed in it."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any
from zipfile import BadZipFile

from openpyxl import load_workbook

from insek_cli.findings import InsekError
from insek_cli.i18n import _
from insek_cli.workshop.imports.csv_table import read_csv
from insek_cli.workshop.imports.import_findings import ImportFindings, UnreadableFile
from insek_cli.workshop.imports.xlsx_guard import Archive

LINE_END = " ⏎ "
SPREADSHEETS = (".xlsx", ".xlsm")
TEXTS = (".csv", ".tsv", ".txt")
MAX_CELLS = 2_000_000
"""Cells of a sheet, the empty ones before the last among them."""


def workbook_rows(path: Path) -> Iterator[str]:
    """A line for each filled row: sheet, key of the row, cells; of each visible sheet of a
    spreadsheet, or of a CSV file. Raises InsekError for what is neither, or not safe to read."""
    ending = path.suffix.casefold()
    if ending not in (*SPREADSHEETS, *TEXTS):
        message = _("{name} is no table that can be read.").format(name=path.name)
        raise InsekError(
            message, _("Read are .xlsx and .csv; save it as one of them."), exit_code=2
        )
    trouble = ImportFindings(PurePosixPath(path.name))
    try:
        if ending in SPREADSHEETS:
            Archive(path, trouble)
            yield from _sheets(path)
        else:
            table = read_csv(path, trouble)
            for cells in (table.header, *(cells for _line, cells in table.rows)):
                yield " | ".join(map(_cell, cells)).rstrip(" |")
    except UnreadableFile as error:
        raise _refusal(path, trouble) from error


def _sheets(path: Path) -> Iterator[str]:
    try:
        # Read row by row: a declared dimension may be false, and merged cells without end.
        book = load_workbook(path, read_only=True, data_only=True)
        for sheet in book.worksheets:
            if sheet.sheet_state == "visible":
                yield from _lines(sheet, path)
        book.close()
    except (OSError, BadZipFile, LookupError, ValueError, TypeError, AttributeError) as error:
        message = _("{name} is no readable spreadsheet.").format(name=path.name)
        hint = _("Open it in a spreadsheet program and save it anew.")
        raise InsekError(message, hint, exit_code=2) from error


def _lines(sheet: Any, path: Path) -> Iterator[str]:
    sheet.reset_dimensions()
    seen = 0
    for row in sheet.iter_rows(values_only=True):
        seen += len(row) + 1
        if seen > MAX_CELLS:
            message = _("{name}: the sheet “{sheet}” has cells far from all others.")
            hint = _("Delete what does not belong to the table.")
            raise InsekError(message.format(name=path.name, sheet=sheet.title), hint, exit_code=2)
        cells = [_cell(value) for value in row]
        if any(cells):
            yield f"{sheet.title}: " + " | ".join(cells).rstrip(" |")


def _refusal(path: Path, trouble: ImportFindings) -> InsekError:
    issue = trouble.issues[-1]
    return InsekError(f"{path.name}: {issue.message}", issue.hint, exit_code=2)


def _cell(value: object) -> str:
    return "" if value is None else str(value).strip().replace("\n", LINE_END)
