"""Sheet Verzeichnisse: what the ids in sheet Daten stand for."""

from collections.abc import Iterator
from operator import attrgetter

from openpyxl.utils import get_column_letter

from insek_cli.documents.sheet import text_metrics
from insek_cli.documents.sheet.book import BODY, HEAD, OPEN, ROW_LIMIT, Book
from insek_cli.documents.sheet.cell_values import in_words
from insek_cli.documents.sheet.print_setup import A4, set_up_printing
from insek_cli.models.base import Model
from insek_cli.models.key_paths import flattened
from insek_cli.models.keys import keys
from insek_cli.models.record_kinds import REGISTERS
from insek_cli.profiles import visible
from insek_cli.report.open_marks import open_mark
from insek_cli.report.views import Report
from insek_cli.wording.sorting import german_key

TITLE = "Verzeichnisse"
HEADINGS = ("Verzeichnis", "Kennung", "Name", "Weitere Angaben")
WIDTHS = (20.0, 30.0, 60.0, 58.0)


def add_sheet(book: Book, report: Report) -> None:
    """Write the sheet: what the ids in sheet Daten stand for, register by register."""
    sheet = book.sheet(TITLE)
    for column, (heading, width) in enumerate(zip(HEADINGS, WIDTHS, strict=True), 1):
        book.put(sheet, 1, column, heading, HEAD)
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.row_dimensions[1].height = 22
    row, mark = 1, open_mark(report) or "–"
    for row, cells in enumerate(_rows(report), 2):
        lines = 1
        for column, (value, width) in enumerate(zip(cells, WIDTHS, strict=True), 1):
            look = BODY if value else OPEN
            book.put(sheet, row, column, value or mark, look)
            lines = max(lines, text_metrics.line_count(value or "", width, BODY.size))
        height = lines * text_metrics.line_height(BODY.size) + 5
        sheet.row_dimensions[row].height = min(height, ROW_LIMIT)
    book.table(sheet, "tbl_verzeichnisse", f"A1:D{max(row, 2)}", list(HEADINGS))
    sheet.freeze_panes = "A2"
    set_up_printing(sheet, report, paper=A4, landscape=True, rows="1:1")


Row = tuple[str, str, str | None, str | None]


def _rows(report: Report) -> Iterator[Row]:
    for register in REGISTERS.values():
        # The entries in the order of the dictionary, led by their first two keys.
        first, second = [attrgetter(key.name) for key in keys(register.model)[:2]]
        name = attrgetter(register.label[-1])
        entries = report.catalog.registers.get(register.file, ())
        for entry in sorted(entries, key=lambda each: german_key(name(each))):
            yield _row(register.title, first(entry), second(entry), entry, report)


def _row(
    register: str, identifier: str, name: str | None, record: Model, report: Report
) -> tuple[str, str, str | None, str | None]:
    seen = visible(record, report.profil)
    rest = [
        f"{path.title}: {in_words(path, seen, path.of(seen), {})}"
        for path in flattened(type(record), report.profil)
        if path.of(seen) not in (None, identifier, name)
    ]
    return register, identifier, name, "; ".join(rest) or "–"
