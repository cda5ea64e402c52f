"""Sheet Daten: one column a key of the model; and a sheet for each list of records."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from insek_cli.documents.sheet import text_metrics
from insek_cli.documents.sheet.book import BODY, HEAD, KEYS, ROW_LIMIT, Book, CellStyle, Value
from insek_cli.documents.sheet.cell_values import cell, is_measured
from insek_cli.documents.sheet.choice_lists import ChoiceLists
from insek_cli.documents.sheet.print_setup import A3, set_up_printing
from insek_cli.models.base import Model
from insek_cli.models.key_paths import KeyPath, flattened
from insek_cli.models.measure import Measure
from insek_cli.report.views import MeasureView, Report
from insek_cli.wording.record_names import record_names

TITLE = "Daten"
NUMBER = "nummer"
FIRST = 3
"""The first row of data: keys stand in row 1, headings in row 2."""
SIZE = BODY.size
MOST_LINES, WIDEST = 16, 110.0
"""Lines that a column is widened for, up to that many units: rows stay low, and no text is cut."""
NUMBER_HEAD = replace(HEAD, across="center")


@dataclass(frozen=True)
class Grid:
    """What stands in the sheet, for the formulas that count in it."""

    sheet: str
    keys: tuple[str, ...]
    paths: tuple[KeyPath, ...]
    rows: tuple[tuple[Value, ...], ...]
    lists: Mapping[str, "Grid"] = field(default_factory=dict)
    """The sheets of lists of records, by the path of the list."""

    def range(self, key: str) -> str:
        """The cells of a key, as formulas name them."""
        letter = get_column_letter(self.keys.index(key) + 1)
        last = FIRST - 1 + max(len(self.rows), 1)
        return f"{_quoted(self.sheet)}!${letter}${FIRST}:${letter}${last}"

    def values(self, key: str) -> list[Value]:
        """The values of a key, a row each."""
        place = self.keys.index(key)
        return [row[place] for row in self.rows]


def _quoted(sheet: str) -> str:
    """A sheet's name as formulas write it."""
    return f"'{sheet}'" if " " in sheet else sheet


def add_sheet(book: Book, report: Report, lists: ChoiceLists) -> Grid:
    """Write the sheet and those of the lists that hold figures."""
    views = (*report.massnahmen, *report.anhang)
    found = flattened(Measure, report.profil)
    lead: tuple[Lead, ...] = (("Nr.", NUMBER, lambda view, _place: view.nummer),)
    rows: list[Row] = [(view, view.daten, 0) for view in views]
    grid = _table(book, report, lists, TITLE, lead, found, rows)
    lists_: dict[str, Grid] = {}
    for path in found:
        record = path.key.record
        if record is None:
            continue
        below = flattened(record, report.profil)
        items = [(v, item, n) for v in views for n, item in enumerate(path.of(v.daten) or (), 1)]
        if items and (path.column or any(is_measured(part.key) for part in below)):
            title = _title(book, path)
            lists_[path.dotted] = _table(book, report, lists, title, item_lead(path), below, items)
    return replace(grid, lists=lists_)


def _title(book: Book, path: KeyPath) -> str:
    """A sheet name that is free and that the programs allow: 31 characters, none of []:*?/\\."""
    taken = {name.casefold() for name in book.workbook.sheetnames}
    names = (
        re.sub(r"[\[\]:*?/\\]", " ", f"{TITLE} {name}")[:31].strip()
        for name in (path.keys[0].title, path.title, path.dotted)
    )
    return next(name for name in names if name.casefold() not in taken)


def distinct(headings: Iterable[str], keys: Iterable[str]) -> list[str]:
    """Headings of a table differ, also without regard to case; else the file needs repair."""
    found: dict[str, str] = {}
    for heading, key in zip(headings, keys, strict=True):
        text = f"{heading} ({key})" if heading.casefold() in found else heading
        found[text.casefold()] = text
    return list(found.values())


Lead = tuple[str, str, Callable[[MeasureView, int], Value]]
Row = tuple[MeasureView, Model, int]
"""A measure, the record whose keys are shown, and the place of that in its list, from 1."""


def item_lead(path: KeyPath) -> tuple[Lead, ...]:
    """What leads the rows of a list: the measure, and the place by which an entry is known."""
    return (
        ("Nr.", NUMBER, lambda view, _place: view.nummer),
        ("Kennung", "id", lambda view, _place: view.daten.id),
        ("Maßnahme", "massnahme", lambda view, _place: view.kurz),
        ("Eintrag", entry_key(path.dotted), lambda _view, place: place),
    )


def entry_key(dotted: str) -> str:
    """What heads the places of entries: it says which list the sheet holds."""
    return f"{dotted}[]"


def _table(
    book: Book, report: Report, lists: ChoiceLists, title: str, lead: Sequence[Lead],
    found: tuple[KeyPath, ...], rows: Sequence[Row],
) -> Grid:  # fmt: skip
    sheet = book.sheet(title)
    keys = (*(key for _, key, _ in lead), *(path.dotted for path in found))
    titles = (*(heading for heading, _, _ in lead), *(path.title for path in found))
    headings = distinct(titles, keys)
    content = []
    names = record_names(report.catalog)
    for view, record, place in rows:
        leading = [(get(view, place), "General") for _, _, get in lead]
        content.append((view, [*leading, *(cell(path, record, names) for path in found)]))
    widths = [
        _width(headings[place], [cells[place] for _, cells in content])
        for place in range(len(keys))
    ]
    _head(book, sheet, keys, headings, widths)
    for row, (view, cells) in enumerate(content, FIRST):
        _row(book, sheet, row, view, cells, widths)
    last = FIRST - 1 + max(len(rows), 1)
    lists.validate(sheet, found, len(lead) + 1, FIRST, last)
    end = f"{get_column_letter(len(keys))}{last}"
    book.table(sheet, _name(title), f"A{FIRST - 1}:{end}", headings)
    book.digit_texts[title] = f"A{FIRST}:A{last}"
    sheet.freeze_panes = f"D{FIRST}"
    set_up_printing(sheet, report, paper=A3, landscape=True, rows=f"1:{FIRST - 1}",
           columns="A:C", widths=widths)  # fmt: skip
    return Grid(title, keys, found, tuple(tuple(v for v, _ in cells) for _, cells in content))


def _name(title: str) -> str:
    """A table's name: like a variable, one word and ASCII."""
    return "tbl_" + "".join(c if c.isascii() and c.isalnum() else "_" for c in title.lower())


def _head(
    book: Book, sheet: Worksheet, keys: Sequence[str], headings: list[str], widths: list[float]
) -> None:
    lines = 1
    for column, (key, heading, width) in enumerate(zip(keys, headings, widths, strict=True), 1):
        book.put(sheet, 1, column, key, KEYS)
        book.put(sheet, 2, column, heading, HEAD if column > 1 else NUMBER_HEAD)
        sheet.column_dimensions[get_column_letter(column)].width = width
        lines = max(lines, text_metrics.line_count(heading, width - 2.6, SIZE, bold=True))
    sheet.row_dimensions[1].height = 14
    sheet.row_dimensions[2].height = lines * text_metrics.line_height(SIZE) + 8


def _row(
    book: Book, sheet: Worksheet, row: int, view: MeasureView,
    cells: list[tuple[Value, str]], widths: list[float],
) -> None:  # fmt: skip
    lines = 1
    for column, ((value, form), width) in enumerate(zip(cells, widths, strict=True), 1):
        if isinstance(value, str) and len(value) > width / 2:
            lines = max(lines, text_metrics.line_count(value, width, SIZE))
        book.put(sheet, row, column, value, _look(form, isinstance(value, (str, type(None)))))
    mark = CellStyle(bold=True, colour=view.feld.farbe, fill=view.feld.tint, across="center")
    book.put(sheet, row, 1, view.nummer, mark)
    sheet.row_dimensions[row].height = min(lines * text_metrics.line_height(SIZE) + 5, ROW_LIMIT)


@cache
def _look(number_format: str, text: bool) -> CellStyle:
    return CellStyle(number_format=number_format, across="left" if text else "right")


def _width(heading: str, cells: list[tuple[Value, str]]) -> float:
    """Wide enough for the longest word of the heading and, up to a limit, for the text."""
    head = max(text_metrics.column_width(word, SIZE, bold=True) for word in heading.split()) + 2.6
    longest = max(
        (text_metrics.column_width(_shown(value), SIZE) for value, _ in cells), default=0.0
    )
    comfortable = longest if longest <= 24 else min(24 + longest / 12, 60)
    width = max(9.0 if heading != "Nr." else 6.5, head, comfortable + 1)
    texts = [value for value, _ in cells if isinstance(value, str) and len(value) > width * 4]
    while width < WIDEST and any(
        text_metrics.line_count(text, width, SIZE) > MOST_LINES for text in texts
    ):
        width = min(width + 10, WIDEST)
    return width


def _shown(value: Any) -> str:
    if isinstance(value, str):
        return max(value.split("\n"), key=len)
    return "" if value is None else "00.000.000 €"
