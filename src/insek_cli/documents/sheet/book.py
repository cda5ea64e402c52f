"""The workbook being written: looks, cells, live figures with their values, page set-up."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.packaging.core import DocumentProperties
from openpyxl.styles import Alignment, Border, Color, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.table import Table, TableColumn
from openpyxl.worksheet.worksheet import Worksheet

from insek_cli.documents.office_properties import LANGUAGE, Properties
from insek_cli.documents.sheet import text_metrics
from insek_cli.report.colour import GREY, INK, SLATE, tint
from insek_cli.report.theme import Theme

FONT = "Calibri"
HAIRLINE = "#b4bcc2"
TEXT_LIMIT = 32_767
"""Characters (UTF-16 units) that a cell holds."""
ROW_LIMIT = 409.0
"""Points that a row may be high."""

Value = str | int | float | date | None


@dataclass(frozen=True)
class CellStyle:
    """How a cell looks; colours as #rrggbb, size in points."""

    size: float = 9
    bold: bool = False
    italic: bool = False
    colour: str = INK
    fill: str | None = None
    line: bool = True
    rule: str | None = None
    """The colour of a heavier line below, as under a heading row."""
    across: Literal["left", "center", "right"] = "left"
    down: Literal["top", "center", "bottom"] = "top"
    wrap: bool = True
    number_format: str = "General"
    literal: bool = False
    """The text begins like a formula and is none."""
    locked: bool = True
    """Whether a protected sheet keeps the cell as it is."""


BODY = CellStyle()
OPEN = CellStyle(italic=True, colour=GREY)
HEAD = CellStyle(bold=True, colour=SLATE, rule=SLATE, down="bottom")
KEYS = CellStyle(size=8, colour=GREY, line=False, wrap=False)
TITLE = CellStyle(size=16, bold=True, line=False, wrap=False)
SUBTITLE = CellStyle(size=10, colour=GREY, line=False, wrap=False)
SECTION = CellStyle(size=11, bold=True, colour=SLATE, line=False, wrap=False)
NOTE = CellStyle(colour=GREY, line=False)
LABEL = CellStyle(bold=True, colour=GREY)
FIGURE = CellStyle(across="right", number_format="#,##0", wrap=False)
TOTAL = replace(FIGURE, bold=True, fill=tint(SLATE))


def cell_text(text: str) -> str:
    """Text that the format can hold, read back as the same characters.

    `_x0041_` is the format's own escape, so what looks like one is escaped; what XML cannot carry
    becomes U+FFFD; what a cell cannot hold ends with a mark that says so.
    """
    if len(text) < TEXT_LIMIT // 2 and not _SUSPECT.search(text):
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _UNFIT.sub("\ufffd", text)
    text = _ESCAPE.sub("_x005F_", text)
    return text if _length(text) <= TEXT_LIMIT else _cut(text)


_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SUSPECT = re.compile(_UNFIT.pattern + "|\r|_x")
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_CUT_MARK = " … [gekürzt; vollständig in der Datei der Maßnahme]"


def _length(text: str) -> int:
    return len(text) + sum(1 for c in text if c > "\uffff") if len(text) * 2 > TEXT_LIMIT else 0


def _cut(text: str) -> str:
    room = (TEXT_LIMIT - len(_CUT_MARK)) * 2
    return text.encode("utf-16-le")[:room].decode("utf-16-le", "ignore") + _CUT_MARK


def argb(colour: str) -> str:
    """#9a3324 → FF9A3324."""
    return "FF" + colour[1:].upper()


@dataclass
class Book:
    """A workbook with what openpyxl cannot hold: values of formulas, and texts of digits."""

    workbook: Workbook = field(default_factory=Workbook)
    figures: dict[str, dict[str, float | str]] = field(default_factory=dict)
    """Value of each formula, by sheet and cell."""
    digit_texts: dict[str, str] = field(default_factory=dict)
    """Range of texts like 1.10 by sheet, which the program need not warn about."""
    theme: Theme = field(default_factory=Theme)
    _styles: dict[CellStyle, Any] = field(default_factory=dict)

    def sheet(self, title: str) -> Worksheet:
        """A new sheet; the grid is off, borders carry the rows."""
        sheet: Worksheet = self.workbook.create_sheet(title)
        sheet.sheet_view.showGridLines = False
        sheet.sheet_properties.tabColor = argb(self.theme.own(SLATE))
        return sheet

    def put(
        self, sheet: Worksheet, row: int, column: int, value: Value | CellRichText, look: CellStyle
    ) -> None:
        """Write a value; text stays text, whatever it begins with."""
        cell = sheet.cell(row, column)
        cell.value = cell_text(value) if isinstance(value, str) else value
        if isinstance(value, (str, CellRichText)):
            cell.data_type = "s"
            if str(value)[:1] in ("=", "+", "-", "@", "\t", "'"):
                look = replace(look, literal=True)
        self._dress(sheet, cell, look)

    def banner(
        self, sheet: Worksheet, row: int, text: str, look: CellStyle, height: float,
        widths: Sequence[float],
    ) -> None:  # fmt: skip
        """A line over all columns; where it is wider than they are, it takes several."""
        needed = text_metrics.line_count(text, sum(widths), look.size, bold=look.bold)
        self.put(sheet, row, 1, text, replace(look, wrap=needed > 1))
        if needed > 1:
            sheet.merge_cells(f"A{row}:{get_column_letter(len(widths))}{row}")
            height = min(needed * text_metrics.line_height(look.size) + 6, ROW_LIMIT)
        sheet.row_dimensions[row].height = height

    def rich(self, parts: list[tuple[str, CellStyle]]) -> CellRichText:
        """Stretches of text, each with its own look."""
        text = CellRichText()
        for words, look in parts:
            colour = Color(argb(self.theme.own(look.colour)))
            font = InlineFont(rFont=FONT, sz=look.size, b=look.bold, i=look.italic, color=colour)
            text.append(TextBlock(font, cell_text(words)))
        return text

    def formula(
        self,
        sheet: Worksheet,
        row: int,
        column: int,
        formula: str,
        value: float | str,
        look: CellStyle,
    ) -> None:
        """Write a formula with the value it has now."""
        cell = sheet.cell(row, column)
        cell.value = "=" + formula
        self.figures.setdefault(sheet.title, {})[cell.coordinate] = value
        self._dress(sheet, cell, look)

    def _dress(self, sheet: Worksheet, cell: Any, look: CellStyle) -> None:
        # One style array a look, shared: setting fonts cell by cell takes most of a build's time.
        style = self._styles.get(look)
        if style is None:
            own = self._own(look)
            style = self._styles[look] = _style(sheet, own)
        cell._style = style

    def describe(self, properties: Properties) -> None:
        """Say what the file is; its date is given when it is written."""
        self.workbook.properties = DocumentProperties(
            title=properties.title,
            subject=properties.subject or None,
            creator=properties.author,
            description=properties.comments or None,
            language=LANGUAGE,
        )

    def _own(self, look: CellStyle) -> CellStyle:
        fill = self.theme.own(look.fill) if look.fill else None
        rule = self.theme.own(look.rule) if look.rule else None
        return replace(look, colour=self.theme.own(look.colour), fill=fill, rule=rule)

    def table(self, sheet: Worksheet, name: str, reference: str, headings: list[str]) -> None:
        """Make a range a table: filter buttons, and column headers that are read out."""
        table = Table(displayName=name, ref=reference)
        table.autoFilter = AutoFilter(ref=reference)
        table.tableColumns = [
            TableColumn(id=place, name=heading) for place, heading in enumerate(headings, 1)
        ]
        sheet.add_table(table)


def _style(sheet: Worksheet, look: CellStyle) -> Any:
    cell: Any = Cell(sheet, row=1, column=1)
    cell.font = Font(
        name=FONT, size=look.size, bold=look.bold, italic=look.italic, color=argb(look.colour)
    )
    # Without lines between the columns, what keeps their texts apart is an indent.
    indent = 1 if look.line and look.across != "center" else 0
    cell.alignment = Alignment(
        horizontal=look.across, vertical=look.down, wrap_text=look.wrap, indent=indent
    )
    cell.number_format = look.number_format
    if look.fill:
        cell.fill = PatternFill("solid", fgColor=argb(look.fill))
    if look.rule:
        cell.border = Border(bottom=Side("medium", color=argb(look.rule)))
    elif look.line:
        cell.border = Border(bottom=Side("thin", color=argb(HAIRLINE)))
    if look.literal:
        cell.quotePrefix = True
    if not look.locked:
        cell.protection = Protection(locked=False)
    return cell._style
