"""The sheets of a workbook that came back: where the keys stand, and which row is what."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from insek_cli.exchange.returned import Place
from insek_cli.findings import Position
from insek_cli.models.types import MEASURE_ID
from insek_cli.source.source_file import FORBIDDEN
from insek_cli.tables.import_findings import ImportFindings
from insek_cli.tables.number_formats import is_date
from insek_cli.tables.sheet_cells import SheetCells

SEARCHED = 20
"""Rows in which the keys are looked for: lines may have been put in above them."""
ID, REMARK, NEW = "id", "anmerkung", "neu"
_YEAR = re.compile("[12][0-9]{3}")
LEADS = ("nummer", ID, "rolle", "massnahme", REMARK)


@dataclass
class ReturnSheet:
    """A sheet with a row of keys: `columns` by key; `entries` is the list whose entries it has."""

    sheet: SheetCells
    head: int
    columns: Mapping[str, int]
    findings: ImportFindings
    entries: str = ""
    entry_key: str = ""
    _covered: set[tuple[int, int]] = field(default_factory=set)

    def __post_init__(self) -> None:
        for area in self.sheet.merged:
            rows = range(area.top, min(area.bottom, area.top + 999) + 1)
            columns = range(area.left, min(area.right, area.left + 199) + 1)
            self._covered |= {(row, column) for row in rows for column in columns}
            self._covered.discard((area.top, area.left))

    def rows(self) -> Iterator[int]:
        """The rows below the headings."""
        return (row for row in sorted(self.sheet.rows) if row > self.head + 1)

    def id_of(self, row: int) -> str:
        """The id of the measure of a row; empty for a new one."""
        text = self.sheet.cell(row, self.columns[ID]).strip().upper()
        return "" if text == NEW.upper() else text

    def cell(self, row: int, key: str) -> str:
        """What stands under a key, as people see it: numbers are German, dates ISO."""
        place = row, self.columns[key]
        stored = self.sheet.cell(*place)
        # A year typed where a month stood is shown as a month of 1905.
        if _YEAR.fullmatch(stored) and is_date(self.sheet.formats.get(place, "")):
            return stored
        return clean(self.sheet.german(*place))

    def trouble(self, row: int, key: str) -> tuple[str, str] | None:
        """Why a cell cannot be read: the variant of the finding, and what stands there."""
        place = row, self.columns[key]
        if place in self.sheet.errors:
            return "error", self.sheet.formulas.get(place, "#")
        if place in self.sheet.formulas and not self.sheet.cell(*place):
            return "formula", self.sheet.formulas[place]
        return ("merged", self.sheet.place(*place)) if place in self._covered else None

    def place(self, row: int, key: str) -> Place:
        """A cell as findings name it."""
        column = self.columns[key]
        return Place(Position(self.findings.file, row, column), self.sheet.place(row, column))

    def strangers(self) -> Iterator[tuple[int, str]]:
        """Columns that somebody added, with their headings."""
        taken = {*self.columns.values()}
        for column, heading in sorted(self.sheet.rows.get(self.head + 1, {}).items()):
            used = any(self.sheet.cell(row, column) for row in self.rows())
            if column not in taken and used:
                yield column, heading


def return_sheets(
    sheets: tuple[SheetCells, ...], findings: ImportFindings
) -> Iterator[ReturnSheet]:
    """The sheets that have a row of keys, the hidden ones left out."""
    for sheet in sheets:
        if sheet.title.startswith("_"):
            continue
        for row in sorted(sheet.rows)[:SEARCHED]:
            columns: dict[str, int] = {}
            for column, text in sorted(sheet.rows[row].items()):
                columns.setdefault(text, column)
            if ID in columns and len(columns) > 1 and all(map(_is_key, columns)):
                marked = next((key for key in columns if key.endswith("[]")), "")
                yield ReturnSheet(sheet, row, columns, findings, marked[:-2], marked)
                break


def _is_key(text: str) -> bool:
    return re.fullmatch(r"[a-z_]+(\.[a-z_]+)*(\[\])?", text) is not None


def clean(text: str) -> str:
    """A text without characters that no file may have: what programs leave between the lines."""
    return FORBIDDEN.sub("", re.sub("[\x0b\x0c\u2028\u2029]", "\n", text).replace("\t", " "))


def is_measure(text: str) -> bool:
    """Whether a text has the form of an id of a measure."""
    return re.fullmatch(MEASURE_ID, text) is not None
