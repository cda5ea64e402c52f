"""Sheet Abwägung: what was said, the answer, the reason, and what was changed."""

from collections.abc import Iterator

from openpyxl.utils import get_column_letter

from insek_cli.documents.sheet import text_metrics
from insek_cli.documents.sheet.book import BODY, HEAD, OPEN, ROW_LIMIT, Book
from insek_cli.documents.sheet.print_setup import A4, set_up_printing
from insek_cli.markdown import typography
from insek_cli.report.views import Report
from insek_cli.wording.text import plain
from insek_cli.workshop.results.workshop_views import RemarkView

TITLE = "Abwägung"
COLUMNS = {
    "Kennung": 16.0,
    "Veranstaltung": 20.0,
    "Handlungsfeld": 14.0,
    "Thema": 22.0,
    "Anmerkung": 52.0,
    "Maßnahmen": 28.0,
    "Antwort": 16.0,
    "Begründung": 44.0,
    "Geändert am": 13.0,
}
"""Headings with their widths."""
NOTHING = "–"


def add_sheet(book: Book, report: Report) -> None:
    """Write the sheet, where there are remarks."""
    rows = list(_rows(report))
    if not rows:
        return
    sheet = book.sheet(TITLE)
    for column, (heading, width) in enumerate(COLUMNS.items(), 1):
        book.put(sheet, 1, column, heading, HEAD)
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.row_dimensions[1].height = 22
    for row, cells in enumerate(rows, 2):
        lines = 1
        for column, (value, width) in enumerate(zip(cells, COLUMNS.values(), strict=True), 1):
            look = OPEN if value == NOTHING else BODY
            book.put(sheet, row, column, value, look)
            lines = max(lines, text_metrics.line_count(value, width, BODY.size))
        height = lines * text_metrics.line_height(BODY.size) + 5
        sheet.row_dimensions[row].height = min(height, ROW_LIMIT)
    last = get_column_letter(len(COLUMNS))
    book.table(sheet, "tbl_abwaegung", f"A1:{last}{len(rows) + 1}", list(COLUMNS))
    sheet.freeze_panes = "A2"
    set_up_printing(sheet, report, paper=A4, landscape=True, rows="1:1")


def _rows(report: Report) -> Iterator[list[str]]:
    for workshop in report.werkstaetten:
        for field in workshop.felder:
            head = field.feld.id if field.feld else ""
            for theme in field.themen:
                for remark in theme.anmerkungen:
                    yield [cell or NOTHING for cell in _cells(remark, head)]


def _cells(remark: RemarkView, field: str) -> Iterator[str]:
    data = remark.daten
    yield data.id
    yield remark.veranstaltung
    yield field
    yield data.thema or ""
    yield typography(" ".join(data.text.split()))
    yield "\n".join(plain((run,)) for run in remark.massnahmen)
    yield remark.antwort or ""
    yield data.begruendung or ""
    yield str(data.geaendert_am) if data.geaendert_am else ""
