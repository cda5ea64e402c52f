"""The workbook to decide in: a row for each key on which the sides contradict."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from insek_cli.documents.office_properties import Properties
from insek_cli.documents.sheet import text_metrics, xlsx_archive
from insek_cli.documents.sheet.book import BODY, HEAD, KEYS, NOTE, TITLE, Book
from insek_cli.documents.sheet.entry_grid import FREE, HELD, HIGHEST, OPEN_FILL, protect
from insek_cli.documents.sheet.print_setup import A3, set_up_printing
from insek_cli.report.views import Report

NAME = "Entscheidungen"
OURS = "unser Stand"
KEY_ROW, HEADS, FIRST = 3, 4, 5
HINT = (
    "Je Zeile in der Spalte „Entscheidung“ wählen, was gilt, oder den Wortlaut in „eigener Wert“ "
    "schreiben; dann: insek merge … --decisions mit dieser Datei."
)


@dataclass(frozen=True)
class ConflictRow:
    """A contradiction in words: what it was, what stands in the files, what each file says."""

    measure: str
    key: str
    title: str
    about: str
    base: str
    ours: str
    sides: dict[str, str]


def render(report: Report, rows: Sequence[ConflictRow]) -> bytes:
    """The workbook; same contradictions, same bytes."""
    book = Book(theme=report.theme)
    book.workbook.remove(book.workbook.worksheets[0])
    sheet = book.sheet(NAME)
    files = sorted({name for row in rows for name in row.sides})
    columns = [
        ("massnahme", "Maßnahme", 12.0), ("titel", "Titel", 26.0),
        ("schluessel", "Schlüssel", 22.0),
        ("angabe", "Angabe", 20.0), ("ausgang", "Ausgang", 36.0), ("hier", OURS, 36.0),
        *((f"datei{n}", name, 36.0) for n, name in enumerate(files, 1)),
        ("entscheidung", "Entscheidung", 22.0), ("wert", "eigener Wert", 36.0),
    ]  # fmt: skip
    widths = [width for _, _, width in columns]
    book.banner(sheet, 1, "Widersprüche beim Zusammenführen", TITLE, 26, widths[:4])
    book.put(sheet, 2, 1, HINT, replace(NOTE, wrap=False))
    for place, (key, heading, width) in enumerate(columns, 1):
        book.put(sheet, KEY_ROW, place, key, KEYS)
        book.put(sheet, HEADS, place, heading, HEAD)
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.row_dimensions[KEY_ROW].hidden = True
    sheet.row_dimensions[HEADS].height = 22
    for number, row in enumerate(rows, FIRST):
        texts = [row.measure, row.title, row.key, row.about, row.base, row.ours,
                 *(row.sides.get(name, "") for name in files)]  # fmt: skip
        lines = 1
        for place, text in enumerate(texts, 1):
            book.put(sheet, number, place, text or None, HELD if place < 6 else BODY)
            lines = max(lines, text_metrics.line_count(text, widths[place - 1], BODY.size))
        for place in (len(texts) + 1, len(texts) + 2):
            book.put(sheet, number, place, None, replace(FREE, fill=OPEN_FILL))
        height = lines * text_metrics.line_height(BODY.size) + 6
        sheet.row_dimensions[number].height = min(height, HIGHEST)
    _choices(book, [OURS, *files], get_column_letter(len(columns) - 1), FIRST + len(rows) - 1)
    sheet.freeze_panes = f"E{FIRST}"
    protect(sheet)
    set_up_printing(sheet, report, paper=A3, landscape=True, rows=f"{HEADS}:{HEADS}")
    concept = report.concept
    book.describe(
        Properties("Widersprüche beim Zusammenführen", author=concept.auftraggeber or concept.stadt)
    )
    return xlsx_archive.write(book, report.stand)


def _choices(book: Book, names: Sequence[str], letter: str, last: int) -> None:
    lists = book.sheet("_listen")
    for row, name in enumerate(names, 1):
        book.put(lists, row, 1, name, replace(BODY, line=False, wrap=False))
    lists.sheet_state = "hidden"
    rule = DataValidation(type="list", formula1=f"_listen!$A$1:$A${len(names)}", allow_blank=True)
    rule.add(f"{letter}{FIRST}:{letter}{last}")
    book.workbook[NAME].add_data_validation(rule)
