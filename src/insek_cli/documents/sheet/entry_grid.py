"""A protected sheet to fill in: a hidden row of keys, headings, what is known, room for more."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from openpyxl.formatting.rule import Rule
from openpyxl.styles import PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from insek_cli.documents.sheet import text_metrics
from insek_cli.documents.sheet.book import (
    BODY,
    HEAD,
    KEYS,
    Book,
    CellStyle,
    Value,
    argb,
)
from insek_cli.documents.sheet.cell_values import GENERAL, cell, number_format
from insek_cli.documents.sheet.choice_lists import ChoiceLists, explain
from insek_cli.documents.sheet.daten import distinct
from insek_cli.documents.sheet.print_setup import A3, set_up_printing
from insek_cli.models.base import Model
from insek_cli.models.key_paths import KeyPath
from insek_cli.models.types import Zeitpunkt
from insek_cli.report.colour import GREY, SLATE
from insek_cli.report.views import Report
from insek_cli.wording.values import Names

HEADS, FIRST = 2, 3
"""The row of headings, and the first of data; keys stand hidden in row 1."""
OPEN_FILL, REMARK_TONE = "#fff3bf", "#6b4f1d"
HELD = replace(BODY, colour=GREY, fill="#f3f4f5")
FREE = replace(BODY, locked=False)
HIGHEST, LOWEST = 220.0, 20.0
"""Points of a row."""
NARROW, MIDDLE, WIDE, WIDEST = 13.0, 20.0, 30.0, 64.0
Column = tuple[str, str, float]
"""Heading, key and least width."""


class Grid:
    """The sheet as it is written; `paths` are the keys to fill in, behind the lead columns."""

    def __init__(
        self, book: Book, report: Report, sheet: Worksheet, paths: Sequence[KeyPath]
    ) -> None:
        self.book, self.report, self.sheet, self.paths = book, report, sheet, paths
        self.widths: list[float] = []
        self.start = 1

    def letter(self, path: KeyPath) -> str:
        """The column of a key."""
        return get_column_letter(self.start + list(self.paths).index(path))

    def heads(self, lead: Sequence[Column], behind: Sequence[Column]) -> None:
        """Keys and headings; no two headings of a sheet are the same."""
        self.start = len(lead) + 1
        columns = [*lead, *((p.title, p.dotted, _width(p)) for p in self.paths), *behind]
        headings = distinct([title for title, _, _ in columns], [key for _, key, _ in columns])
        lines = 1
        for place, ((_, key, least), heading) in enumerate(zip(columns, headings, strict=True), 1):
            width = max(least, _longest_word(heading) + 0.6)
            tone = REMARK_TONE if key == "anmerkung" else SLATE
            self.book.put(self.sheet, 1, place, key, KEYS)
            self.book.put(self.sheet, HEADS, place, heading, replace(HEAD, colour=tone, rule=tone))
            self.sheet.column_dimensions[get_column_letter(place)].width = width
            self.widths.append(width)
            lines = max(lines, text_metrics.line_count(heading, width, HEAD.size, bold=True))
        self.sheet.row_dimensions[1].hidden = True
        height = lines * text_metrics.line_height(HEAD.size) + 10
        self.sheet.row_dimensions[HEADS].height = height

    def row(
        self, row: int, lead: Iterable[Value], looks: Iterable[CellStyle], record: Model | None,
        names: Names, behind: Iterable[tuple[Value, CellStyle]],
    ) -> None:  # fmt: skip
        """What is known of a record, and room for what is not."""
        cells = list(zip(lead, looks, strict=True))
        cells += [self._cell(path, record, names) for path in self.paths]
        lines = 1
        for place, (value, look) in enumerate((*cells, *behind), 1):
            self.book.put(self.sheet, row, place, value, look)
            if isinstance(value, str):
                width = self.widths[place - 1]
                lines = max(lines, text_metrics.line_count(value, width, look.size, bold=look.bold))
        height = lines * text_metrics.line_height(BODY.size) + 6
        self.sheet.row_dimensions[row].height = max(min(height, HIGHEST), LOWEST)

    def _cell(self, path: KeyPath, record: Model | None, names: Names) -> tuple[Value, CellStyle]:
        value, form = cell(path, record, names) if record else (None, number_format(path.key))
        plain = isinstance(value, str) or (value is None and form == GENERAL)
        look = replace(FREE, number_format=form, across="left" if plain else "right")
        return None if value == "" else value, look

    def finish(self, lists: ChoiceLists, last: int) -> None:
        """Drop-downs, figures, filters, protection and print; `last` is the last row."""
        sheet = self.sheet
        lists.validate(sheet, self.paths, self.start, FIRST, last)
        for path in self.paths:
            if path.key.base in (int, float):
                sheet.add_data_validation(_figures(path, self.letter(path), last))
        sheet.auto_filter.ref = f"A{HEADS}:{get_column_letter(len(self.widths))}{last}"
        sheet.freeze_panes = f"{get_column_letter(self.start)}{FIRST}"
        protect(sheet)
        set_up_printing(
            sheet, self.report, paper=A3, landscape=True, rows=f"{HEADS}:{HEADS}",
            columns="A:C", widths=self.widths,
        )  # fmt: skip

    def mark_open(self, cells: str, empty: str) -> None:
        """Colour cells as long as a formula, written for the first of them, holds."""
        fill = PatternFill("solid", bgColor=argb(OPEN_FILL))
        rule = Rule(type="expression", dxf=DifferentialStyle(fill=fill), formula=[empty])
        self.sheet.conditional_formatting.add(cells, rule)


def protect(sheet: Worksheet) -> None:
    """Locked cells stay; widths, heights, filters and looks are everybody's own. No password:
    it keeps slips off, and nobody out."""
    sheet.protection.enable()
    for name in ("formatCells", "formatColumns", "formatRows", "sort", "autoFilter"):
        setattr(sheet.protection, name, False)


def _figures(path: KeyPath, letter: str, last: int) -> DataValidation:
    whole = path.key.base is int
    rule = DataValidation(
        type="whole" if whole else "decimal", operator="between",
        formula1="-1000000000000", formula2="1000000000000", allow_blank=True,
    )  # fmt: skip
    rule.showErrorMessage = True
    rule.errorTitle = "Keine Zahl"
    rule.error = "Bitte nur Ziffern; was unsicher ist, gehört in die Erläuterung."
    explain(rule, path)
    rule.add(f"{letter}{FIRST}:{letter}{last}")
    return rule


def _longest_word(text: str) -> float:
    return max(text_metrics.column_width(word, HEAD.size, bold=True) for word in text.split())


def _width(path: KeyPath) -> float:
    key = path.key
    if key.markdown:
        return WIDEST
    if key.base in (int, float, bool, Zeitpunkt) or (key.choices and not key.many):
        return NARROW
    return MIDDLE if key.refers or key.choices else WIDE
