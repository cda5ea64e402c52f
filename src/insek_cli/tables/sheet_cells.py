"""The cells of one sheet as text, and what else is known of them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from insek_cli.findings import Issue
from insek_cli.tables.import_findings import ImportFindings
from insek_cli.tables.number_formats import shown

MAX_ROWS = 50_000
MAX_COLUMNS = 2_000
MAX_CELLS = 500_000


class Fault(NamedTuple):
    """A cell, or an area of merged ones, that is no plain value; it matters from `last` down."""

    variant: str
    row: int
    column: int
    reference: str
    value: str
    last: int


class Area(NamedTuple):
    """Merged cells, from the upper left one that holds the text."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass
class SheetCells:
    """A sheet. Rows and columns count from 1; only cells that are not empty are kept.

    - `rows` are the texts as stored: a date of a spreadsheet is a number there.
    - `fractions` are the places of numbers with a part behind the point, `formats` the number
      formats of those that have one, `formulas` what cells are computed by; their text is the value
      that was computed last.
    - `errors` are the places of #REF! and the like, which have no text.
    - `faults` say what a reader who takes plain values only must refuse.
    """

    title: str
    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    fractions: set[tuple[int, int]] = field(default_factory=set)
    formats: dict[tuple[int, int], str] = field(default_factory=dict)
    formulas: dict[tuple[int, int], str] = field(default_factory=dict)
    merged: list[Area] = field(default_factory=list)
    errors: set[tuple[int, int]] = field(default_factory=set)
    hidden: bool = False
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)
    since_1904: bool = False

    def cell(self, row: int, column: int) -> str:
        """The text of a cell as stored, stripped; empty where there is none."""
        return self.rows.get(row, {}).get(column, "")

    def shown(self, row: int, column: int) -> str:
        """The text of a cell as people see it: dates as 2026-05-14, 60 %, 250 T€."""
        text = self.cell(row, column)
        code = self.formats.get((row, column))
        return shown(text, code, since_1904=self.since_1904) if code and text else text

    def german(self, row: int, column: int) -> str:
        """The text of a cell as people see it, fractions behind a comma: 1.5 is 1,5.

        In a text 1.500 are thousands; a number is no text.
        """
        text = self.cell(row, column)
        if code := self.formats.get((row, column)):
            return shown(text, code, since_1904=self.since_1904, comma=True) if text else text
        return text.replace(".", ",") if (row, column) in self.fractions else text

    def place(self, row: int, column: int) -> str:
        """A cell as people name it: Voters!C7."""
        return f"{self.title}!{column_letters(column)}{row}"

    def faults_from(self, row: int, findings: ImportFindings) -> Iterator[Issue]:
        """What is wrong from a row on, for who takes plain values only."""
        for fault in self.faults:
            if fault.last >= row:
                aside = ImportFindings(findings.file)
                key = f"{self.title}!{fault.reference}"
                details = {"variant": fault.variant, "value": fault.value}
                aside.report("INSEK523", fault.row, fault.column, key, **details)
                yield from aside.issues


def column_number(name: str) -> int:
    """A → 1, AA → 27."""
    value = 0
    for letter in name:
        value = value * 26 + ord(letter) - ord("A") + 1
    return value


def column_letters(column: int) -> str:
    """1 → A, 27 → AA."""
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(ord("A") + rest) + text
    return text
