"""The results of a workshop as a spreadsheet: one table of all figures."""

from openpyxl.utils import get_column_letter

from insek_cli.catalog import Catalog
from insek_cli.documents.office_properties import Properties
from insek_cli.documents.sheet import xlsx_archive
from insek_cli.documents.sheet.book import BODY, FIGURE, HEAD, Book
from insek_cli.report.theme import theme
from insek_cli.workshop.ballots import WorkshopResult
from insek_cli.workshop.results.vote_records import HEADINGS, cell_words, vote_records

WIDE = {"titel": 48, "regel": 60, "kanal": 14, "grundlage": 13, "gruppe": 14}
SHEET = "Ergebnisse"


def render_result_sheet(result: WorkshopResult, catalog: Catalog) -> bytes:
    """The bytes of the file, dated as the concept is."""
    book = Book(theme=theme(catalog.concept))
    book.workbook.remove(book.workbook.worksheets[0])
    sheet = book.sheet(SHEET)
    rows = list(vote_records(result, catalog))
    for column, name in enumerate(HEADINGS, 1):
        book.put(sheet, 1, column, name, HEAD)
        sheet.column_dimensions[get_column_letter(column)].width = WIDE.get(name, 12)
    for place, record in enumerate(rows, 2):
        for column, name in enumerate(HEADINGS, 1):
            value = cell_words(record, name)
            book.put(sheet, place, column, value, BODY if isinstance(value, str) else FIGURE)
    if rows:
        last = f"{get_column_letter(len(HEADINGS))}{len(rows) + 1}"
        book.table(sheet, SHEET, f"A1:{last}", list(HEADINGS))
    sheet.freeze_panes = "A2"
    title = f"{catalog.concept.titel}: Ergebnisse {result.slug}"
    book.describe(Properties(title, author=catalog.concept.stadt))
    return xlsx_archive.write(book, catalog.concept.stand)
