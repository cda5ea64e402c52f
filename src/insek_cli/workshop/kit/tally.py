"""The tally form: one table to count dots or hands in, which `insek votes import` reads back.

One table and no formula in it: the import reads the first table of a workbook and only values.
"""

from dataclasses import replace

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from insek_cli.documents.office_properties import Properties
from insek_cli.documents.sheet import text_metrics, xlsx_archive
from insek_cli.documents.sheet.book import BODY, FIGURE, HEAD, NOTE, SUBTITLE, TITLE, TOTAL, Book
from insek_cli.documents.sheet.print_setup import set_up_printing
from insek_cli.workshop.kit.kit import Kit, MeasureCard, PaperBallot
from insek_cli.workshop.kit.printed_sheets import workshop_date

FILE = "strichliste.xlsx"
SHEET = "Strichliste"
COLUMNS = (
    ("frage", 9),
    ("nummer", 9),
    ("massnahme", 11),
    ("wortlaut", 42),
    ("gruppe", 13),
    ("runde", 9),
    ("striche", 30),
    ("punkte", 9),
    ("personen", 10),
)
"""Heading and width; the headings are those that the import knows."""
PLACE = {name: number for number, (name, _) in enumerate(COLUMNS, 1)}
HEADER = 4
HINT = (
    "Je Tisch und Runde die Zeilen der Frage kopieren, „gruppe“ und „runde“ ausfüllen. "
    "Wo niemand stimmte, 0 eintragen; „personen“ einmal je Tisch und Runde."
)
CELL = replace(BODY, size=10, down="center")
ENTRY = replace(CELL, fill="#fff8e1")
WHOLE = replace(FIGURE, fill="#fff8e1", size=11, down="center")


def tally_form(kit: Kit) -> dict[str, bytes]:
    """The workbook; no file while no question has options."""
    ballots = [ballot for ballot in kit.stimmzettel if ballot.karten]
    if not ballots:
        return {}
    book = Book(theme=kit.report.theme)
    book.workbook.remove(book.workbook.worksheets[0])
    sheet = book.sheet(SHEET)
    last = _table(book, sheet, ballots)
    _head(book, sheet, kit, last)
    sheet.freeze_panes = f"A{HEADER + 1}"
    set_up_printing(sheet, kit.report, landscape=True, rows=f"{HEADER}:{HEADER}")
    concept = kit.report.concept
    title = f"Strichliste – {kit.werkstatt.titel}"
    book.describe(Properties(title, author=concept.auftraggeber or concept.stadt))
    return {FILE: xlsx_archive.write(book, kit.report.stand)}


def _head(book: Book, sheet: Worksheet, kit: Kit, last: int) -> None:
    line = " · ".join(filter(None, (kit.werkstatt.titel, workshop_date(kit.werkstatt))))
    widths = [sheet.column_dimensions[get_column_letter(n)].width for n in PLACE.values()]
    book.banner(sheet, 1, f"Strichliste – {line}", TITLE, 26, widths)
    book.put(sheet, 2, 1, HINT, replace(NOTE, wrap=False))
    book.put(sheet, 3, 1, "Punkte zusammen", SUBTITLE)
    letter = get_column_letter(PLACE["punkte"])
    total = f"SUM({letter}{HEADER + 1}:{letter}{last})"
    book.formula(sheet, 3, PLACE["punkte"], total, 0, TOTAL)
    for row, height in ((2, 18), (3, 18)):
        sheet.row_dimensions[row].height = height


def _table(book: Book, sheet: Worksheet, ballots: list[PaperBallot]) -> int:
    """The rows, each question on a page of its own; gives back the last row."""
    for place, (heading, width) in enumerate(COLUMNS, 1):
        book.put(sheet, HEADER, place, heading, HEAD)
        sheet.column_dimensions[get_column_letter(place)].width = width
    row = HEADER
    for ballot in ballots:
        if row > HEADER:
            sheet.row_breaks.append(Break(id=row))
        for card in ballot.karten:
            row += 1
            _row(book, sheet, row, ballot.frage.id, card)
    _whole_numbers(sheet, "punkte", row)
    _whole_numbers(sheet, "personen", row)
    return row


def _row(book: Book, sheet: Worksheet, row: int, question: str, card: MeasureCard) -> None:
    field = card.feld
    mark = replace(CELL, bold=True, colour=field.farbe, fill=field.tint, across="center")
    known = {"frage": question, "massnahme": card.kennung, "wortlaut": card.wortlaut}
    for place, (name, _) in enumerate(COLUMNS, 1):
        if name == "nummer":
            book.put(sheet, row, place, card.nummer, mark)
        elif name in ("punkte", "personen"):
            book.put(sheet, row, place, None, WHOLE)
        else:
            look = ENTRY if name in ("gruppe", "runde") else CELL
            book.put(sheet, row, place, known.get(name), look)
    width = COLUMNS[PLACE["wortlaut"] - 1][1]
    lines = text_metrics.line_count(card.wortlaut, width, CELL.size)
    sheet.row_dimensions[row].height = max(24.0, lines * text_metrics.line_height(CELL.size) + 6)


def _whole_numbers(sheet: Worksheet, column: str, last: int) -> None:
    rule = DataValidation(type="whole", operator="between", formula1="-9999", formula2="9999")
    rule.errorTitle = "Keine ganze Zahl"
    rule.error = "Bitte eine ganze Zahl eintragen; eine negative berichtigt eine frühere."
    rule.showErrorMessage = True
    letter = get_column_letter(PLACE[column])
    rule.add(f"{letter}{HEADER + 1}:{letter}{last}")
    sheet.add_data_validation(rule)
