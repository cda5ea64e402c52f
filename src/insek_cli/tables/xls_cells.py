"""The cells of an xls file, the format that Excel wrote until 2003."""

import struct
from pathlib import Path

import xlrd
from xlrd.biffh import XL_CELL_BOOLEAN, XL_CELL_DATE, XL_CELL_ERROR, XL_CELL_NUMBER, XL_CELL_TEXT
from xlrd.compdoc import CompDocError

from insek_cli.tables.import_findings import ImportFindings
from insek_cli.tables.office_archive import MAX_FILE
from insek_cli.tables.sheet_cells import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, Area, SheetCells

_MACROS = "_VBA_PROJECT".encode("utf-16-le")
_TROUBLE = (xlrd.XLRDError, CompDocError, struct.error, AssertionError, LookupError, ValueError,
            TypeError, AttributeError, ArithmeticError, OSError, MemoryError)  # fmt: skip
"""What a damaged file ends in: the library looks after whole ones only."""


def read_xls(path: Path, findings: ImportFindings) -> tuple[SheetCells, ...]:
    """All sheets in their order; refuses what is damaged, protected, or has macros."""
    content = path.read_bytes() if path.stat().st_size <= MAX_FILE else b""
    if not content:
        raise findings.refuse("INSEK521", limit=f"{MAX_FILE // 1024**2} MB")
    if _MACROS in content:
        raise findings.refuse("INSEK522", 1, 1, "vbaProject", name="vbaProject")
    try:
        with (
            _Silence() as silence,
            xlrd.open_workbook(
                file_contents=content, formatting_info=True, ragged_rows=True, logfile=silence
            ) as book,
        ):
            return tuple(_sheet(book, sheet, findings) for sheet in book.sheets())
    except _TROUBLE as error:
        variant = "old" if "encrypted" in str(error) else "damaged"
        raise findings.refuse("INSEK520", variant=variant) from error


class _Silence:
    """Where the library writes what it wonders about."""

    def __enter__(self) -> "_Silence":
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def write(self, text: str) -> int:
        """Nobody reads it."""
        return len(text)

    def flush(self) -> None:
        """Nothing to do."""


def _sheet(book: xlrd.Book, source: xlrd.sheet.Sheet, findings: ImportFindings) -> SheetCells:
    sheet = SheetCells(source.name, hidden=bool(source.visibility), since_1904=book.datemode == 1)
    cells = sum(source.row_len(row) for row in range(source.nrows))
    if source.nrows > MAX_ROWS or source.ncols > MAX_COLUMNS or cells > MAX_CELLS:
        raise findings.refuse("INSEK521", 1, 1, source.name, variant="cells")
    for row in range(source.nrows):
        for column in range(source.row_len(row)):
            _take(sheet, book, source, row, column)
    for top, bottom, left, right in source.merged_cells:
        sheet.merged.append(Area(top + 1, left + 1, bottom, right))
    sheet.hidden_rows = {row + 1 for row, info in source.rowinfo_map.items() if info.hidden}
    sheet.hidden_columns = {
        column + 1 for column, info in source.colinfo_map.items() if info.hidden
    }
    return sheet


def _take(
    sheet: SheetCells, book: xlrd.Book, source: xlrd.sheet.Sheet, row: int, column: int
) -> None:
    kind, value = source.cell_type(row, column), source.cell_value(row, column)
    if kind in (XL_CELL_NUMBER, XL_CELL_DATE):
        text = str(int(value)) if value == int(value) else repr(value)
        if "." in text:
            sheet.fractions.add((row + 1, column + 1))
        style = book.xf_list[source.cell_xf_index(row, column)]
        code = book.format_map[style.format_key].format_str
        if code not in ("General", "@"):
            sheet.formats[row + 1, column + 1] = code
    elif kind == XL_CELL_TEXT:
        text = str(value).strip()
    elif kind == XL_CELL_BOOLEAN:
        text = "TRUE" if value else "FALSE"
    else:
        if kind == XL_CELL_ERROR:
            sheet.errors.add((row + 1, column + 1))
        return
    if text:
        sheet.rows.setdefault(row + 1, {})[column + 1] = text
