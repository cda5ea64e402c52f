"""The tally form: a sheet for each question, to count dots or hands by table and round."""

from dataclasses import replace

from openpyxl.packaging.core import DocumentProperties
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from insek_cli.render.kit.sheets import when
from insek_cli.render.xlsx import archive, metrics
from insek_cli.render.xlsx.book import (
    BODY,
    FIGURE,
    HEAD,
    LABEL,
    NOTE,
    SUBTITLE,
    TITLE,
    TOTAL,
    Book,
)
from insek_cli.render.xlsx.page import set_up
from insek_cli.report.kit import Ballot, Card, Kit

FILE = "strichliste.xlsx"
COLUMNS = (("massnahme", 12), ("punkte", 9), ("nummer", 10), ("wortlaut", 52), ("striche", 56))
"""Heading and width; the first two are those of a file with sticky dots."""
ENTRIES = ("Gruppe oder Tisch", "Runde", "Personen")
FIRST_ENTRY = 4
TABLE = FIRST_ENTRY + len(ENTRIES) + 1
NAME_LIMIT = 31
"""Characters of a sheet's name."""
FILL_IN = replace(FIGURE, fill="#fff8e1", size=11, down="center")
CELL = replace(BODY, size=10, down="center")


def tally_form(kit: Kit) -> dict[str, bytes]:
    """The workbook; no file while no question has options."""
    ballots = [ballot for ballot in kit.stimmzettel if ballot.karten]
    if not ballots:
        return {}
    book = Book()
    book.workbook.remove(book.workbook.worksheets[0])
    for ballot in ballots:
        _sheet(book, kit, ballot)
    book.workbook.properties = DocumentProperties(
        title=f"Strichliste – {kit.werkstatt.titel}",
        creator=kit.report.concept.auftraggeber or kit.report.concept.stadt,
        language="de-DE",
    )
    return {FILE: archive.write(book, kit.report.stand)}


def _sheet(book: Book, kit: Kit, ballot: Ballot) -> None:
    sheet = book.sheet(ballot.frage.id[:NAME_LIMIT])
    for place, (_, width) in enumerate(COLUMNS, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    _head(book, sheet, kit, ballot)
    for place, (heading, _) in enumerate(COLUMNS, 1):
        book.put(sheet, TABLE, place, heading, HEAD)
    for row, card in enumerate(ballot.karten, TABLE + 1):
        _row(book, sheet, row, card)
    last = TABLE + len(ballot.karten)
    book.put(sheet, last + 1, 1, "Summe", TOTAL)
    book.formula(sheet, last + 1, 2, f"SUM(B{TABLE + 1}:B{last})", 0, TOTAL)
    _whole_numbers(sheet, f"B{TABLE + 1}:B{last}")
    sheet.freeze_panes = f"A{TABLE + 1}"
    set_up(sheet, kit.report, landscape=True, rows=f"{TABLE}:{TABLE}")


def _head(book: Book, sheet: Worksheet, kit: Kit, ballot: Ballot) -> None:
    field = f"Handlungsfeld {ballot.feld.name}" if ballot.feld else ballot.frage.wortlaut
    cap = ballot.frage.max_auswahl
    said = f"{cap} je Person" if cap else "noch offen"
    book.put(sheet, 1, 1, f"Strichliste: {field}", TITLE)
    line = " · ".join(filter(None, (kit.werkstatt.titel, when(kit.werkstatt))))
    book.put(sheet, 2, 1, f"{line} · {ballot.frage.wortlaut} Höchstens: {said}", SUBTITLE)
    for row, entry in enumerate(ENTRIES, FIRST_ENTRY):
        book.put(sheet, row, 1, entry, replace(LABEL, wrap=False, line=False))
        book.put(sheet, row, 3, None, replace(FILL_IN, number_format="@", across="left"))
    hint = "Ein Blatt je Tisch und Runde: dieses Blatt kopieren und neu benennen."
    book.put(sheet, FIRST_ENTRY, 4, hint, replace(NOTE, wrap=False))
    sheet.row_dimensions[1].height = 26
    sheet.row_dimensions[2].height = 18


def _row(book: Book, sheet: Worksheet, row: int, card: Card) -> None:
    field = card.feld
    mark = replace(CELL, bold=True, colour=field.farbe, fill=field.tint, across="center")
    values = (card.kennung, None, card.nummer, card.wortlaut, None)
    looks = (CELL, FILL_IN, mark, CELL, CELL)
    for column, (value, look) in enumerate(zip(values, looks, strict=True), 1):
        book.put(sheet, row, column, value, look)
    lines = metrics.line_count(card.wortlaut, COLUMNS[3][1], CELL.size)
    sheet.row_dimensions[row].height = max(24.0, lines * metrics.line_height(CELL.size) + 6)


def _whole_numbers(sheet: Worksheet, cells: str) -> None:
    rule = DataValidation(type="whole", operator="between", formula1="-9999", formula2="9999")
    rule.errorTitle = "Keine ganze Zahl"
    rule.error = "Bitte eine ganze Zahl eintragen; eine negative berichtigt eine frühere."
    rule.showErrorMessage = True
    rule.add(cells)
    sheet.add_data_validation(rule)
