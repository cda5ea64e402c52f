"""The rows of a table as lines of text, so that git can show what changed in it."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from insek_cli.findings import InsekError
from insek_cli.i18n import _
from insek_cli.tables.csv_table import read_csv
from insek_cli.tables.import_findings import ImportFindings, UnreadableFile
from insek_cli.tables.sheet_cells import SheetCells
from insek_cli.tables.xlsx_cells import read_workbook

LINE_END = " ⏎ "
SPREADSHEETS = (".xlsx", ".xlsm")
TEXTS = (".csv", ".tsv", ".txt")


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
            for sheet in read_workbook(path, trouble):
                if not sheet.hidden:
                    yield from _lines(sheet)
        else:
            table = read_csv(path, trouble)
            for cells in (table.header, *(cells for _line, cells in table.rows)):
                yield " | ".join(map(_cell, cells)).rstrip(" |")
    except UnreadableFile as error:
        raise _refusal(path, trouble) from error


def _lines(sheet: SheetCells) -> Iterator[str]:
    for row in sorted(sheet.rows):
        last = max(sheet.rows[row])
        cells = (_cell(sheet.shown(row, column)) for column in range(1, last + 1))
        yield f"{sheet.title}: " + " | ".join(cells)


def _refusal(path: Path, trouble: ImportFindings) -> InsekError:
    issue = trouble.issues[-1]
    return InsekError(f"{path.name}: {issue.message}", issue.hint, exit_code=2)


def _cell(text: str) -> str:
    return text.strip().replace("\n", LINE_END)
