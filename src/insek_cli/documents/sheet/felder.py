"""Sheet Handlungsfelder: Leitsatz, goals with the measures that serve them, strategies."""

from collections.abc import Iterator

from openpyxl.utils import get_column_letter

from insek_cli.documents.sheet import text_metrics
from insek_cli.documents.sheet.book import BODY, HEAD, OPEN, ROW_LIMIT, Book, CellStyle
from insek_cli.documents.sheet.print_setup import A4, set_up_printing
from insek_cli.report.open_marks import open_mark
from insek_cli.report.views import FieldView, GoalView, Report

TITLE = "Handlungsfelder"
HEADINGS = ("Handlungsfeld", "Titel", "Art", "Nr.", "Text", "Maßnahmen")
WIDTHS = (15.0, 38.0, 16.0, 9.0, 68.0, 44.0)
NO_MEASURE = "noch keine Maßnahme"

Row = tuple[str, str, str | None, str | None]
"""Kind, number, text and measures; None for the last two means: still open, does not apply."""


def add_sheet(book: Book, report: Report) -> None:
    """Write the sheet, a block for each field in the order of the report."""
    sheet = book.sheet(TITLE)
    for column, (heading, width) in enumerate(zip(HEADINGS, WIDTHS, strict=True), 1):
        book.put(sheet, 1, column, heading, HEAD)
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.row_dimensions[1].height = 22
    row, mark = 1, open_mark(report)
    for field in report.felder:
        for entry in _rows(field):
            if entry[2] or mark:
                row += 1
                _write(book, row, field, entry, mark)
    last = max(row, 2)
    book.table(sheet, "tbl_handlungsfelder", f"A1:F{last}", list(HEADINGS))
    book.digit_texts[TITLE] = f"D2:D{last}"
    sheet.freeze_panes = "B2"
    set_up_printing(sheet, report, paper=A4, landscape=True, rows="1:1")


def _write(book: Book, row: int, field: FieldView, entry: Row, unknown: str) -> None:
    sheet = book.workbook[TITLE]
    kind, number, text, measures = entry
    mark = CellStyle(bold=True, colour=field.kopf.farbe, fill=field.kopf.tint, across="center")
    strong = CellStyle(bold=kind in ("Leitsatz", "Ziel"))
    text_look = strong if text else OPEN
    measure_look = OPEN if measures == NO_MEASURE else BODY
    cells = (
        (field.kopf.id, mark),
        (field.kopf.titel, BODY),
        (kind, BODY),
        (number, BODY),
        (text or unknown, text_look),
        (measures, measure_look),
    )
    lines = 1
    for column, ((value, look), width) in enumerate(zip(cells, WIDTHS, strict=True), 1):
        book.put(sheet, row, column, value or None, look)
        lines = max(lines, text_metrics.line_count(value or "", width, look.size, bold=look.bold))
    height = lines * text_metrics.line_height(BODY.size) + 5
    sheet.row_dimensions[row].height = min(height, ROW_LIMIT)


def _rows(field: FieldView) -> Iterator[Row]:
    data = field.daten
    yield "Leitsatz", "", data.leitsatz, None
    if not field.ziele:
        yield "Ziel", "", None, None
    for goal in field.ziele:
        yield "Ziel", f"Z {goal.nummer}", goal.titel, _measures(goal)
        for part in goal.unterziele:
            yield "Unterziel", f"Z {part.nummer}", part.titel, _measures(part)
    for strategy in data.strategien or (None,):
        yield "Strategie", "", strategy, None
    for layer in data.grundlagen:
        yield "Kartengrundlage", "", layer, None


def _measures(goal: GoalView) -> str:
    if goal.massnahmen:
        return "\n".join(run.text for run in goal.massnahmen)
    return "" if goal.bedient else NO_MEASURE
