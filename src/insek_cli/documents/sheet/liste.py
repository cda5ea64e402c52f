"""Sheet Maßnahmenliste: the ten columns, to print on A3 and to read."""

from dataclasses import replace
from itertools import accumulate

from openpyxl.cell.rich_text import CellRichText
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from insek_cli.documents.sheet import text_metrics
from insek_cli.documents.sheet.book import BODY, HEAD, OPEN, ROW_LIMIT, Book, CellStyle
from insek_cli.documents.sheet.print_setup import A3, set_up_printing
from insek_cli.models.base import COLUMNS
from insek_cli.models.measure import BESCHREIBUNG, KOSTEN, MASSNAHME, PROZESS, STANDORT
from insek_cli.report.open_marks import open_mark
from insek_cli.report.views import MeasureView, Report
from insek_cli.wording.text import LabelledLines, plain

TITLE = "Maßnahmenliste"
NUMBER = "Nr."
NUMBER_WIDTH = 6.5
BUDGET = 244.0 - NUMBER_WIDTH
"""216 units fill an A3 page (400 mm between the margins); with these, 9 pt print as 8 pt."""
LEAST, MORE_OR_LESS = 15.0, {
    MASSNAHME: 18.0, BESCHREIBUNG: 36.0, PROZESS: 18.0, STANDORT: 13.0, KOSTEN: 14.0,
}  # fmt: skip
"""Units that a column takes even when it holds little."""
MOST_OF_A_WORD = 26.0
REFERENCE = " … vollständig in Blatt „Daten“"
SIZE = BODY.size
NUMBER_HEAD = replace(HEAD, across="center")
NAME = replace(BODY, bold=True)

Part = tuple[str, CellStyle]
Parts = list[Part]


def add_sheet(book: Book, report: Report) -> dict[str, dict[str, str]]:
    """Write the sheet: a row for each numbered measure, as high as its fullest cell.

    Gives back what stands in it, by id and heading.
    """
    sheet = book.sheet(TITLE)
    mark = open_mark(report) or "–"
    rows = [[_parts(fact, column, mark) for column, fact in enumerate(view.zeile)]
            for view in report.massnahmen]  # fmt: skip
    widths = _widths([[_text(parts) for parts in row] for row in rows])
    _head(book, sheet, widths)
    for place, (view, row) in enumerate(zip(report.massnahmen, rows, strict=True), 2):
        _row(book, sheet, place, view, row, widths)
    last = max(len(rows), 1) + 1
    end = f"{get_column_letter(len(COLUMNS) + 1)}{last}"
    book.table(sheet, "tbl_massnahmenliste", f"A1:{end}", [NUMBER, *COLUMNS])
    book.digit_texts[TITLE] = f"A2:A{last}"
    sheet.freeze_panes = "B2"
    set_up_printing(sheet, report, paper=A3, landscape=True, rows="1:1")
    return {
        view.daten.id: {
            f"{TITLE}.{column}": str(sheet.cell(row, column).value)
            for column in range(2, len(COLUMNS) + 2)
        }
        for row, view in enumerate(report.massnahmen, 2)
    }


def _head(book: Book, sheet: Worksheet, widths: list[float]) -> None:
    lines = 1
    for column, (heading, width) in enumerate(
        zip((NUMBER, *COLUMNS), (NUMBER_WIDTH, *widths), strict=True), 1
    ):
        book.put(sheet, 1, column, heading, HEAD if column > 1 else NUMBER_HEAD)
        sheet.column_dimensions[get_column_letter(column)].width = width
        room = width - FILTER_BUTTON
        lines = max(lines, text_metrics.line_count(heading, room, SIZE, bold=True))
    sheet.row_dimensions[1].height = lines * text_metrics.line_height(SIZE) + 8


FILTER_BUTTON = 2.2
"""Units that the filter button covers in a heading."""


def _row(
    book: Book, sheet: Worksheet, row: int, view: MeasureView, cells: list[Parts],
    widths: list[float],
) -> None:  # fmt: skip
    mark = CellStyle(
        bold=True, colour=view.feld.farbe, fill=view.feld.tint, across="center", wrap=False
    )
    book.put(sheet, row, 1, view.nummer, mark)
    lines = 1
    for column, (content, width) in enumerate(zip(cells, widths, strict=True), 2):
        bold = all(look.bold for _, look in content)
        parts = _fitted(content, width, bold=bold)
        lines = max(lines, text_metrics.line_count(_text(parts), width, SIZE, bold=bold))
        book.put(sheet, row, column, *_value(book, parts))
    sheet.row_dimensions[row].height = min(lines * text_metrics.line_height(SIZE) + 4, ROW_LIMIT)


def _parts(fact: LabelledLines, column: int, mark: str) -> Parts:
    """The lines of a fact, or the mark where there is none; what leads a line is set off."""
    if not fact.lines:
        return [(mark, OPEN)]
    parts: Parts = []
    for content in fact.lines:
        text = plain(content)
        if parts:
            parts.append(("\n", BODY))
        if fact.listed:
            parts.append(("• ", BODY))
        lead = len(content[0].text) if content and content[0].strong else 0
        parts += [(text[:lead], NAME), (text[lead:], NAME if column == 0 else BODY)]
    return [(text, look) for text, look in parts if text]


def _text(parts: Parts) -> str:
    return "".join(text for text, _ in parts)


def _value(book: Book, parts: Parts) -> tuple[str | CellRichText, CellStyle]:
    looks = {look for _, look in parts}
    if len(looks) <= 1:
        return _text(parts), looks.pop() if looks else BODY
    return book.rich(_joined(parts)), BODY


def _joined(parts: Parts) -> Parts:
    """Neighbours of one look become one stretch."""
    joined: Parts = []
    for text, look in parts:
        if joined and joined[-1][1] == look:
            joined[-1] = (joined[-1][0] + text, look)
        else:
            joined.append((text, look))
    return joined


def _fitted(parts: Parts, width: float, *, bold: bool) -> Parts:
    """The parts, cut where the row would pass the height a program allows."""
    most = int((ROW_LIMIT - 5) / text_metrics.line_height(SIZE))
    text = _text(parts)
    ends = list(text_metrics.line_breaks(text, width, SIZE, bold=bold))
    if len(ends) <= most:
        return parts
    # Two lines are kept for the reference, which is longer than narrow columns are wide.
    kept = text[: ends[most - 1 - text_metrics.line_count(REFERENCE, width, SIZE)]]
    room = len(kept.rstrip(" \n•"))
    starts = [0, *accumulate(len(part) for part, _ in parts)]
    cut = [(part[: max(room - start, 0)], look)
           for (part, look), start in zip(parts, starts, strict=False)]  # fmt: skip
    return [*((part, look) for part, look in cut if part), (REFERENCE, OPEN)]


def _widths(rows: list[list[str]]) -> list[float]:
    minimum = []
    for column, heading in enumerate(COLUMNS):
        longest = max(text_metrics.column_width(word, SIZE, bold=True) for word in heading.split())
        content = max((_longest_word(row[column]) for row in rows), default=0.0)
        least = MORE_OR_LESS.get(heading, LEAST)
        minimum.append(max(least, longest + FILTER_BUTTON, min(content, MOST_OF_A_WORD)))
    demand = [[_demand(text) for text in row] for row in rows]
    return text_metrics.column_widths(demand, minimum, BUDGET)


def _longest_word(text: str) -> float:
    return max((text_metrics.column_width(word, SIZE) for word in text.split()), default=0.0)


def _demand(text: str) -> float:
    """The width of all lines set end to end; a line that ends early costs half a column."""
    return text_metrics.column_width(text.replace("\n", " "), SIZE) + 8.0 * text.count("\n")
