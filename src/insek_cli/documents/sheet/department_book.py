"""The workbook that a department fills in and sends back: its measures, what is open marked.

What it was made from travels on the hidden sheet `_insek`; `insek merge` reads it back.
"""

from dataclasses import dataclass
from datetime import date

from insek_cli.documents.office_properties import Properties
from insek_cli.documents.sheet import (
    department_guide,
    department_sheets,
    origin_sheet,
    verzeichnisse,
    xlsx_archive,
)
from insek_cli.documents.sheet.book import Book
from insek_cli.documents.sheet.choice_lists import ChoiceLists
from insek_cli.documents.sheet.department_sheets import Asked
from insek_cli.documents.sheet.entry_grid import protect
from insek_cli.models.key_paths import KeyPath
from insek_cli.report.views import MeasureView, Report
from insek_cli.wording.notation import day


@dataclass(frozen=True)
class Inquiry:
    """What is asked of one department.

    `views` are its measures with its part in them, `paths` the keys it may fill in, `due` the day
    on which the workbook is to be back.
    """

    actor: str
    name: str
    views: tuple[tuple[MeasureView, str], ...]
    paths: tuple[KeyPath, ...]
    due: date | None = None


def render(report: Report, inquiry: Inquiry) -> bytes:
    """The workbook; same data, same bytes."""
    book = Book(theme=report.theme)
    book.workbook.remove(book.workbook.worksheets[0])
    lists = ChoiceLists(report)
    asked = Asked(report, inquiry.views, inquiry.paths)
    guide = department_guide.begin(book, report)
    department_sheets.add_sheets(book, asked, lists)
    department_guide.fill(guide, asked, inquiry.name, inquiry.due)
    verzeichnisse.add_sheet(book, report)
    protect(book.workbook[verzeichnisse.TITLE])
    lists.write(book)
    origin_sheet.add_sheet(
        book, report, [view for view, _part in inquiry.views],
        akteur=inquiry.actor, absender=inquiry.name,
        frist=inquiry.due.isoformat() if inquiry.due else "",
        schluessel=" ".join(path.dotted for path in inquiry.paths),
    )  # fmt: skip
    concept = report.concept
    about = f"Rückmeldung von {inquiry.name}, Stand {day(report.stand)}"
    author = concept.auftraggeber or concept.stadt
    title = f"{concept.titel}: Maßnahmen – {inquiry.name}"
    book.describe(Properties(title, about, author, comments=report.auszug))
    return xlsx_archive.write(book, report.stand)
