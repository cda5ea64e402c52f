"""Lists of a fictitious town as offices keep them, each in another shape."""

import csv
import io
import zipfile
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from docx import Document
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

Rows = Sequence[Sequence[object]]
Make = Callable[[Path], Path]


def put(sheet: Worksheet, rows: Rows, first: int = 1) -> None:
    """Write rows into a sheet; None leaves a cell empty."""
    for number, row in enumerate(rows, first):
        for column, value in enumerate(row, 1):
            if value is not None:
                sheet.cell(number, column, value)


def saved(book: Workbook, folder: Path, name: str = "liste.xlsx") -> Path:
    book.save(folder / name)
    return folder / name


def sections_and_thousands(folder: Path) -> Path:
    """Title rows, sections across the table, amounts in thousands, a sum, a footnote."""
    book = Workbook()
    sheet = book.active
    put(sheet, [["Stadt Musterstadt – Maßnahmenliste zum INSEK"], ["Stand: 12.03.2025"]])
    sheet.merge_cells("A1:I1")
    put(
        sheet,
        [
            ["Lfd. Nr.", "Projekt", "Beschreibung", "Zuständig", "Zeithorizont", "Kosten in T€",
             "Fördertopf", "Priorität", "Bemerkungen"],
            ["Handlungsfeld 1: Wohnen"],
            ["1.1", "Wohnraumagentur", "Eine Anlaufstelle.\n• Beratung\n• Umbau", "Ref. 61, WFK",
             "kurz- bis mittelfristig", 50, "Städtebauförderung (60 %)", "hoch", "im März klären"],
            ["1.2", "Höfe öffnen", "Für Bürger*innen, siehe 2.1", "Grünflächenamt", "2026–2028",
             "ca. 1.250", "Eigenmittel", "A", None],
            ["Handlungsfeld 2: Mobilität"],
            ["2.1", "Radweg Nord", None, "Ref. 66", "ab 2027", 1200.5, "Bund", "mittel", None],
            ["2.2", "Fahrradstraße", None, "noch offen", "nach dem Kanalbau", "nach Aufwand", None,
             None, None],
            [None, "Summe", None, None, None, "=SUM(F6:F10)"],
        ],
        4,
    )  # fmt: skip
    for row in (5, 8):
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=9)
    sheet["A13"] = "* Kosten geschätzt, brutto"
    return saved(book, folder)


def one_sheet_a_field(folder: Path) -> Path:
    """A sheet for each field, and one with a legend; units stand in the number format."""
    book = Workbook()
    legend = book.active
    legend.title = "Legende"
    put(legend, [["A", "sofort"], ["B", "später"]])
    for title, rows in {
        "HF 1 Wohnen": [[1, "Umbauprämie", "Fachbereich Soziales", 250000, date(2026, 5, 1)]],
        "HF 2 Klima": [[1, "Trinkbrunnen", "Stadtwerke", 80500, date(2027, 1, 15)],
                       [2, "Stadtbäume", "Grünflächenamt", 1250000, date(2028, 3, 1)]],
    }.items():  # fmt: skip
        sheet = book.create_sheet(title)
        put(sheet, [["Nr.", "Maßnahme", "Federführung", "Kosten", "Beginn"], *rows])
        for row in range(2, 2 + len(rows)):
            sheet.cell(row, 4).number_format = '#,##0.0,"T€"'
            sheet.cell(row, 5).number_format = "mmm yyyy"
    return saved(book, folder)


def two_rows_of_headings(folder: Path) -> Path:
    """Costs under one heading by kind and year; a column of fields merged downwards."""
    book = Workbook()
    sheet = book.active
    put(
        sheet,
        [
            ["Handlungsfeld", "Nr", "Maßnahmentitel", "Kosten (€)", None, None, "Laufzeit"],
            [None, None, None, "2026", "2027", "Folgekosten jährlich", None],
            ["Mobilität", 1, "Nachtbus", 20000, 30000, 5000, "2026 bis 2027"],
            [None, 2, "Radparkhaus", None, 400000, "offen", "laufend"],
            ["Innenstadt", 3, "Kaufhaus umnutzen", 1000000, 2500000, None, "2026 – 2030"],
        ],
    )
    sheet.merge_cells("A3:A4")
    sheet.merge_cells("D1:F1")
    for column in "ABCG":
        sheet.merge_cells(f"{column}1:{column}2")
    return saved(book, folder)


def semicolons(folder: Path) -> Path:
    """A CSV file in Windows-1252 with a title above, sections, and yearly costs."""
    rows = [
        ["Maßnahmen des Stadtumbaus; Entwurf"],
        [],
        ["Nr.", "Maßnahme", "Akteure", "Zeitraum", "Kosten", "Ort"],
        ["A Zentrum"],
        [
            "A1",
            "Marktplatz",
            "Bauamt; Händlergemeinschaft",
            "mittelfristig",
            "1,2 Mio. €",
            "Markt 1",
        ],
        ["A2", "Leerstandslotse", "WFK", "dauerhaft", "jährlich 5.000 €", "Gesamtstadt"],
        ["B Bahnhof"],
        ["B1", "Vorplatz", "Bauamt", "2027", "50–80 T€", "Bahnhof"],
    ]
    stream = io.StringIO()
    csv.writer(stream, delimiter=";", lineterminator="\r\n").writerows(rows)
    (folder / "liste.csv").write_bytes(stream.getvalue().encode("cp1252"))
    return folder / "liste.csv"


def word_tables(folder: Path) -> Path:
    """A Word file: a heading and a table for each field, with bullets in cells."""
    document = Document()
    for field, rows in {
        "Handlungsfeld 1: Bildung": [("1.1", "Offene Schulhöfe", ("Tore", "Bänke"), "Ref. 40")],
        "Handlungsfeld 2: Sport": [("2.1", "Bolzplatz", ("Belag",), "Ref. 52"),
                                   ("2.2", "Laufstrecke", (), "Verein „Lauf mit“")],
    }.items():  # fmt: skip
        document.add_heading(field)
        table = document.add_table(1, 4)
        headings = ("Nr.", "Maßnahme", "Nächste Schritte", "Verantwortlich")
        for cell, text in zip(table.rows[0].cells, headings, strict=True):
            cell.text = text
        for number, title, steps, lead in rows:
            cells = table.add_row().cells
            cells[0].text, cells[1].text, cells[3].text = number, title, lead
            for step in steps:
                cells[2].add_paragraph(step, style="List Bullet")
    document.save(str(folder / "liste.docx"))
    return folder / "liste.docx"


def our_headings(folder: Path) -> Path:
    """The ten headings of the Maßnahmenliste with machine keys beside them, from outside."""
    book = Workbook()
    sheet = book.active
    put(
        sheet,
        [
            ["Maßnahme", "Beschreibung", "Querverweis bestehende Planung/Konzept",
             "Akteur:innen/Zuständigkeiten", "Prozessgestaltung und Monitoring",
             "Ideen zur Erhöhung der Nachhaltigkeit der Maßnahmen", "Standort", "Kosten",
             "Finanzierung/Förderung", "integrierte Handlungsfelder", "zeitraum.beginn",
             "leuchtturm"],
            ["Nahwärme Altstadt", "Wärme aus dem Fluss.", "Wärmeplan 2024, S. 12\nISEK 2014",
             "Federführung: Stadtwerke; Beteiligte: FB Planung, WoBau\nZielgruppen: Haushalte",
             "- Machbarkeit prüfen\n- Netz bauen", "- Pumpen mit Ökostrom\n- kurze Wege",
             "Altstadt, Gesamtstadt", "Planung 20.000 €, Bau 3 Mio. €", "KfW 432 (beantragt)",
             "HF1, HF3", 2027, "ja"],
            ["Lastenräder", "Verleih an fünf Orten", "keine", "Ref. 61", None, None, "Quartier",
             "gering bis mittel", "offen", "3", None, "nein"],
        ],
    )  # fmt: skip
    return saved(book, folder)


def rows_that_carry_on(folder: Path) -> Path:
    """A measure over several rows, hidden rows and columns, empty rows between."""
    book = Workbook()
    sheet = book.active
    put(
        sheet,
        [
            ["Nr.", "Vorhaben", "Arbeitsschritte", "Notizen", "Amt", "Besonderheiten"],
            [1, "Feuerwache", "Gutachten", "vertraulich", "Amt 37", "Denkmal"],
            [None, None, "Ausschreibung", None, None, None],
            [None, None, "Bau", None, None, None],
            [],
            [2, "Spielplatz", "Beteiligung der Kinder", None, "Amt 51\nAmt 67", None],
            [3, "Bücherbus", "Beschaffung", None, "Amt 41", "nur mit Förderung"],
        ],
    )
    sheet.merge_cells("B2:B4")
    sheet.row_dimensions[7].hidden = True
    sheet.column_dimensions["F"].hidden = True
    return saved(book, folder)


def english_ods(folder: Path) -> Path:
    """An ods file with repeated cells, written by hand."""
    rows = [
        ["Titel", "Handlungsfeld", "Kosten in Mio. €", "Umsetzung bis"],
        ["Brücke", "Verkehr", "1.5", "2030"],
        ["Tunnel", "Verkehr", "12", "31.12.2032"],
    ]
    body = "".join(
        f"<table:table-row>{''.join(map(_ods_cell, row))}"
        '<table:table-cell table:number-columns-repeated="16380"/></table:table-row>'
        for row in rows
    )
    text = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>'
        f'<office:spreadsheet><table:table table:name="Liste">{body}'
        '<table:table-row table:number-rows-repeated="1048570"><table:table-cell/>'
        "</table:table-row></table:table></office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    with zipfile.ZipFile(folder / "liste.ods", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", text)
    return folder / "liste.ods"


def _ods_cell(text: str) -> str:
    if text.replace(".", "").isdecimal() and text.count(".") < 2:
        return (
            f'<table:table-cell office:value-type="float" office:value="{text}">'
            f"<text:p>{text}</text:p></table:table-cell>"
        )
    kind = '<table:table-cell office:value-type="string">'
    return f"{kind}<text:p>{escape(text)}</text:p></table:table-cell>"


SHAPES: dict[str, tuple[Make, int, int]] = {
    "sections": (sections_and_thousands, 4, 2),
    "sheets": (one_sheet_a_field, 3, 2),
    "two-headings": (two_rows_of_headings, 3, 2),
    "csv": (semicolons, 3, 2),
    "word": (word_tables, 3, 2),
    "ours": (our_headings, 2, 2),
    "carry-on": (rows_that_carry_on, 3, 1),
    "ods": (english_ods, 2, 1),
}
"""Each shape with how many measures and fields are in it."""


def table(folder: Path, headings: Iterable[str], rows: Iterable[Sequence[Any]]) -> Path:
    """A plain list."""
    book = Workbook()
    put(book.active, [list(headings), *rows])
    return saved(book, folder)
