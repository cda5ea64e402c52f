"""The workbook: its sheets in order, its properties, its bytes."""

from insek_cli.documents.office_properties import Properties
from insek_cli.documents.sheet import (
    abwaegung,
    daten,
    erlaeuterungen,
    felder,
    kofi_sheet,
    liste,
    origin_sheet,
    uebersicht,
    verzeichnisse,
    xlsx_archive,
)
from insek_cli.documents.sheet.book import Book
from insek_cli.documents.sheet.choice_lists import ChoiceLists
from insek_cli.i18n import _
from insek_cli.report.chapters import CHAPTERS
from insek_cli.report.views import Report
from insek_cli.timing import stage
from insek_cli.wording.notation import day


def render(report: Report) -> bytes:
    """The spreadsheet of a report; same report, same bytes."""
    with stage(_("write the spreadsheet")):
        return _write(report)


def render_kofi(report: Report) -> bytes:
    """The overview of costs and financing as a spreadsheet of its own."""
    with stage(_("write the spreadsheet")):
        book = _empty(report)
        kofi_sheet.add_sheet(book, report)
        origin_sheet.add_sheet(book, report)
        book.describe(_properties(report, CHAPTERS["kofi"]))
        return xlsx_archive.write(book, report.stand)


def _empty(report: Report) -> Book:
    book = Book(theme=report.theme)
    book.workbook.remove(book.workbook.worksheets[0])
    return book


def _write(report: Report) -> bytes:
    book = _empty(report)
    lists = ChoiceLists(report)
    printed = liste.add_sheet(book, report)
    grid = daten.add_sheet(book, report, lists)
    felder.add_sheet(book, report)
    uebersicht.add_sheet(book, report, grid)
    kofi_sheet.add_sheet(book, report)
    abwaegung.add_sheet(book, report)
    verzeichnisse.add_sheet(book, report)
    erlaeuterungen.add_sheet(book, report, grid)
    lists.write(book)
    for view, row in zip((*report.massnahmen, *report.anhang), grid.rows, strict=True):
        told = zip(grid.paths, row[len(grid.keys) - len(grid.paths) :], strict=True)
        words = {path.dotted: str(text or "") for path, text in told if path.key.record}
        printed.setdefault(view.daten.id, {}).update(words)
    origin_sheet.add_sheet(book, report, printed=printed)
    book.describe(_properties(report, CHAPTERS["massnahmenliste"]))
    return xlsx_archive.write(book, report.stand)


def _properties(report: Report, name: str) -> Properties:
    concept = report.concept
    title = concept.titel if report.nur_kofi else f"{concept.titel}: {name}"
    return Properties(
        title,
        f"{name}, Stand {day(report.stand)}",
        concept.auftraggeber or concept.stadt,
        comments=report.auszug,
    )
