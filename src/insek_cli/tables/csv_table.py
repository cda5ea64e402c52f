"""CSV files as offices save them: encoding and separator found out, never guessed past doubt."""

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from insek_cli.tables.import_findings import ImportFindings
from insek_cli.tables.sheet_cells import MAX_COLUMNS, SheetCells

MAX_BYTES = 16 * 1024 * 1024
"""As much as ballots.csv may hold."""
MAX_LINES = 100_000
MAX_CELL = 32_767
"""What a spreadsheet takes too."""
SEPARATORS = (";", ",", "\t", "|")
LOOKED_AT = 60
"""Lines that are looked at for the separator, where the first ones may be no header."""

_UTF16 = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_DECLARED = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)


@dataclass(frozen=True)
class AnswerTable:
    """A header and rows with their line; `sheet` is set when it comes from a workbook."""

    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    line: int = 1
    sheet: SheetCells | None = None

    def place(self, row: int, column: int) -> str:
        """A cell by sheet and reference, or by the name of its column (which counts from 0)."""
        if self.sheet:
            return self.sheet.place(row, column + 1)
        return self.header[column] if column < len(self.header) else ""


def read_csv(path: Path, findings: ImportFindings) -> AnswerTable:
    """The table of a CSV file; refuses what is ambiguous."""
    text = _decoded(path, findings)
    start = 1
    separator = None
    if declared := _DECLARED.match(text):
        separator, text, start = declared[1], text[declared.end() :], 2
    if not text.strip():
        raise findings.refuse("INSEK528")
    separator = separator or _separator(text)
    rows = _split(text, separator, start, findings)
    line, header = rows[0]
    if len(header) > MAX_COLUMNS:
        limit = str(MAX_COLUMNS)
        raise findings.refuse("INSEK521", line, variant="columns", limit=limit)
    return with_unique_columns(
        AnswerTable(tuple(name.strip() for name in header), tuple(rows[1:]), line), findings
    )


def read_csv_sheet(path: Path, findings: ImportFindings) -> tuple[SheetCells, ...]:
    """The cells of a CSV file as a sheet: rows above the header may be shorter than the table."""
    text = _decoded(path, findings)
    start, separator = 1, ""
    if declared := _DECLARED.match(text):
        separator, text, start = declared[1], text[declared.end() :], 2
    if not text.strip():
        raise findings.refuse("INSEK528")
    rows = _cells(text, separator or _common_separator(text), start, findings)
    sheet = SheetCells(path.stem)
    for line, cells in rows:
        if len(cells) > MAX_COLUMNS:
            raise findings.refuse("INSEK521", line, variant="columns", limit=str(MAX_COLUMNS))
        sheet.rows[line] = {column: cell for column, cell in enumerate(cells, 1) if cell}
    return (sheet,)


def from_sheet(sheet: SheetCells, row: int, findings: ImportFindings) -> AnswerTable:
    """The table of a sheet whose header stands in `row`."""
    findings.add(sheet.faults_from(row, findings))
    width = max(sheet.rows[row])
    header = tuple(sheet.cell(row, column) for column in range(1, width + 1))
    rows = tuple(
        (at, tuple(sheet.cell(at, column) for column in range(1, width + 1)))
        for at in sorted(sheet.rows)
        if at > row
    )
    return with_unique_columns(AnswerTable(header, rows, row, sheet), findings)


def with_unique_columns(table: AnswerTable, findings: ImportFindings) -> AnswerTable:
    """The table, if no two columns have one name."""
    seen = Counter(name.casefold() for name in table.header if name)
    for column, name in enumerate(table.header):
        if seen[name.casefold()] > 1:
            details = {"variant": "twice", "name": name}
            place = table.place(table.line, column)
            raise findings.refuse("INSEK525", table.line, column + 1, place, **details)
    return table


def _decoded(path: Path, findings: ImportFindings) -> str:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise findings.refuse("INSEK521", limit=f"{MAX_BYTES // 1024**2} MB")
        with path.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except OSError as error:
        reason = error.strerror or "?"
        raise findings.refuse("INSEK520", variant="unreadable", reason=reason) from error
    if len(raw) > MAX_BYTES:
        raise findings.refuse("INSEK521", limit=f"{MAX_BYTES // 1024**2} MB")
    text = _text(raw)
    if text is None:
        raise findings.refuse("INSEK524", variant="encoding")
    if found := _CONTROL.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise findings.refuse("INSEK524", line, variant="control", name=f"U+{ord(found[0]):04X}")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.count("\n") > MAX_LINES:
        raise findings.refuse("INSEK521", variant="lines", limit=f"{MAX_LINES}")
    return text


def _text(raw: bytes) -> str | None:
    """UTF-8, UTF-16 as spreadsheets save “Unicode text”, or Windows-1252."""
    encodings = ["utf-8-sig", "cp1252"]
    if raw[:2] in _UTF16:
        encodings = ["utf-16"]
    elif raw[1:200:2].count(0) > len(raw[:200]) // 3:
        encodings = ["utf-16-le"]
    for encoding in encodings:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _separator(text: str) -> str:
    """The one that splits the header into most names outside of quotes."""
    header = re.sub(r'"(?:[^"]|"")*"', "", text.lstrip("\n").split("\n", 1)[0])
    return max(SEPARATORS, key=lambda mark: (header.count(mark), -SEPARATORS.index(mark)))


def _common_separator(text: str) -> str:
    """The one that parts most lines into as many cells as each other."""
    lines = re.sub(r'"(?:[^"]|"")*"', "", text).split("\n")[:LOOKED_AT]

    def agreeing(mark: str) -> tuple[int, int]:
        counts = Counter(line.count(mark) for line in lines if mark in line)
        most = max(counts, key=lambda n: (counts[n], n), default=0)
        return counts[most] * most, -SEPARATORS.index(mark)

    return max(SEPARATORS, key=agreeing)


def _split(
    text: str, separator: str, start: int, findings: ImportFindings
) -> list[tuple[int, tuple[str, ...]]]:
    found = _cells(text, separator, start, findings)
    header = found[0][1]
    width = len(header)
    for at, row in found:
        surplus, missing = any(row[width:]), any(header[len(row) :])
        if surplus or missing:
            details = {"count": str(len(row)), "wanted": str(width)}
            findings.report("INSEK524", at, variant="width", **details)
    return [(at, (row + ("",) * width)[:width]) for at, row in found]


def _cells(
    text: str, separator: str, start: int, findings: ImportFindings
) -> list[tuple[int, tuple[str, ...]]]:
    """The rows that are not empty, each with its line."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    found: list[tuple[int, tuple[str, ...]]] = []
    line = start
    try:
        for cells in reader:
            if max(map(len, cells), default=0) > MAX_CELL:
                column = next(n for n, cell in enumerate(cells, 1) if len(cell) > MAX_CELL)
                raise findings.refuse("INSEK521", line, column, variant="cell", limit=f"{MAX_CELL}")
            if any(cell.strip() for cell in cells):
                found.append((line, tuple(cell.strip() for cell in cells)))
            line = reader.line_num + start
    except csv.Error as error:
        raise findings.refuse("INSEK524", line, variant="quotes") from error
    if not found:
        raise findings.refuse("INSEK528")
    return found
