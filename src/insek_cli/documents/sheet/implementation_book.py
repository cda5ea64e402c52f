"""The spreadsheet `umsetzungsbericht.xlsx`: figures that stay live, and the rows they count."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from openpyxl.utils import get_column_letter

from insek_cli.documents.office_properties import Properties
from insek_cli.documents.sheet import origin_sheet, text_metrics, xlsx_archive
from insek_cli.documents.sheet.book import BODY, FIGURE, HEAD, ROW_LIMIT, Book, CellStyle, Value
from insek_cli.documents.sheet.live_figures import Figure
from insek_cli.documents.sheet.print_setup import A4, set_up_printing
from insek_cli.documents.sheet.sheet_blocks import SheetBlocks
from insek_cli.i18n import _
from insek_cli.report.implementation_views import (
    Implementation,
    Progress,
)
from insek_cli.report.views import Report
from insek_cli.timing import stage
from insek_cli.wording.lights import light_text, light_word, status_word
from insek_cli.wording.notation import day

OVERVIEW, STATES, VALUES, MONEY = "Überblick", "Stand", "Indikatoren", "Ausgaben"
DAY = replace(BODY, number_format="DD.MM.YYYY", wrap=False)
EURO = replace(FIGURE, number_format="#,##0 €")
DECIMAL = replace(FIGURE, number_format="#,##0.##")
YEAR = replace(FIGURE, number_format="0")
Row = Sequence[Value]


@dataclass(frozen=True)
class Column:
    """A column of rows: its heading, how wide it is, how its cells look."""

    heading: str
    width: float
    look: CellStyle = BODY


MEASURE = (
    Column("Nr.", 8),
    Column("Kennung", 9),
    Column("Handlungsfeld", 9),
    Column("Maßnahme", 42),
)
"""The columns that begin every row."""
STATE_COLUMNS = (
    *MEASURE,
    Column("Status", 15),
    Column("Ampel", 14),
    Column("Stand", 60),
    Column("Grund", 46),
    Column("gemeldet von", 24),
    Column("Meldung vom", 12, DAY),
)
INTERNAL = Column("Intern", 46)
VALUE_COLUMNS = (
    *MEASURE,
    Column("Indikator", 40),
    Column("Einheit", 18),
    Column("Jahr", 8, YEAR),
    Column("Wert", 12, DECIMAL),
    Column("Ausgangswert", 13, DECIMAL),
    Column("Zielwert", 12, DECIMAL),
    Column("Ziel bis", 9, YEAR),
)
MONEY_COLUMNS = (
    *MEASURE,
    Column("Jahr", 8, YEAR),
    Column("geplant", 16, EURO),
    Column("ausgegeben", 16, EURO),
)


def render_implementation(report: Report, found: Implementation) -> bytes:
    """The bytes of the file; same report, same bytes."""
    with stage(_("write the spreadsheet")):
        book = Book(theme=report.theme)
        book.workbook.remove(book.workbook.worksheets[0])
        _overview(book, report, found)
        internal = any(each.meldung and each.meldung.intern for each in found.staende)
        columns = (*STATE_COLUMNS, INTERNAL) if internal else STATE_COLUMNS
        _rows(book, report, STATES, columns, [_state(e)[: len(columns)] for e in found.staende])
        _rows(book, report, VALUES, VALUE_COLUMNS, list(_values(found)))
        _rows(book, report, MONEY, MONEY_COLUMNS, list(_money(found)))
        origin_sheet.add_sheet(book, report)
        concept = report.concept
        book.describe(
            Properties(
                concept.titel,
                f"{found.titel}, Stichtag {day(found.stichtag)}",
                concept.auftraggeber or concept.stadt,
                comments=report.auszug,
            )
        )
        return xlsx_archive.write(book, report.stand)


def _lead(state: Progress) -> tuple[Value, ...]:
    measure = state.massnahme
    return measure.nummer, measure.daten.id, measure.feld.id, measure.daten.titel


def _state(state: Progress) -> Row:
    news = state.meldung
    said = (news.stand, news.begruendung) if news else (None, None)
    reported = (state.gemeldet_von or None, state.vom, news.intern if news else None)
    return (*_lead(state), status_word(state.status), light_word(state.licht), *said, *reported)


def _values(found: Implementation) -> Iterator[Row]:
    """A row for each value, and one without for an indicator that has none."""
    for state in found.staende:
        for each in state.indikatoren:
            aim = (each.ausgang, each.ziel, each.bis)
            for value in each.werte:
                yield *_lead(state), each.name, each.einheit, value.jahr, value.wert, *aim
            if not each.werte:
                yield *_lead(state), each.name, each.einheit, None, None, *aim


def _money(found: Implementation) -> Iterator[Row]:
    for state in found.staende:
        for year in state.jahre:
            yield *_lead(state), year.jahr, year.geplant, year.ausgegeben


def _rows(
    book: Book, report: Report, title: str, columns: Sequence[Column], rows: Sequence[Row]
) -> None:
    """A sheet that is one table; without rows there is none."""
    if not rows:
        return
    sheet = book.sheet(title)
    for place, column in enumerate(columns, 1):
        book.put(sheet, 1, place, column.heading, HEAD)
        sheet.column_dimensions[get_column_letter(place)].width = column.width
    sheet.row_dimensions[1].height = 30
    for number, row in enumerate(rows, 2):
        lines = 1
        for place, (column, value) in enumerate(zip(columns, row, strict=True), 1):
            book.put(sheet, number, place, value, column.look)
            text = value if isinstance(value, str) else ""
            lines = max(lines, text_metrics.line_count(text, column.width, column.look.size))
        height = lines * text_metrics.line_height(BODY.size) + 5
        sheet.row_dimensions[number].height = min(height, ROW_LIMIT)
    last = get_column_letter(len(columns))
    reference = f"A1:{last}{len(rows) + 1}"
    book.table(sheet, f"tbl_{title.lower()}", reference, [each.heading for each in columns])
    book.digit_texts[title] = f"A2:A{len(rows) + 1}"
    sheet.freeze_panes = "E2"
    set_up_printing(sheet, report, paper=A4, landscape=True, rows="1:1")


def _overview(book: Book, report: Report, found: Implementation) -> None:
    """Figures by field and year; each is a formula over the rows of the other sheets."""
    figures = max(len(found.felder) + 1, 3)
    blocks = SheetBlocks(book, OVERVIEW, (5.0, 40.0, *[13.5] * figures))
    blocks.title(report)
    lights = [(light_text(light), light_word(light)) for light, _count in found.lichter]
    _counts(blocks, found, "Ampel", "F", lights)
    states = [(status_word(status),) * 2 for status, _count in found.stati]
    _counts(blocks, found, "Status", "E", states)
    if found.jahre:
        blocks.new_page()
        _years(blocks, found)
    set_up_printing(blocks.sheet, report, paper=A4, landscape=True)


def _counts(
    blocks: SheetBlocks,
    found: Implementation,
    title: Literal["Ampel", "Status"],
    letter: Literal["E", "F"],
    words: Sequence[tuple[str, str]],
) -> None:
    """How many measures of each field have a light or status; `letter` is its column in Stand."""
    blocks.section(f"{title} nach Handlungsfeld", f"Gezählt werden die Zeilen des Blatts {STATES}.")
    fields = [field.kopf.id for field in found.felder]
    blocks.head(("", title), (*fields, "gesamt"))
    last = len(found.staende) + 1
    rows = []
    for shown, word in words:
        same = [
            s for s in found.staende if word == (s.lichtwort if letter == "F" else s.statuswort)
        ]
        own = f'{STATES}!${letter}$2:${letter}${last},"{word}"'
        figures = [
            Figure(
                f'COUNTIFS({own},{STATES}!$C$2:$C${last},"{field}")',
                sum(s.massnahme.feld.id == field for s in same),
            )
            for field in fields
        ]
        figures.append(Figure(f"COUNTIFS({own})", len(same)))
        blocks.put(2, shown, BODY)
        blocks.figures(figures, strong=len(fields))
        rows.append(figures)
    blocks.total(rows)


def _years(blocks: SheetBlocks, found: Implementation) -> None:
    """What was planned and spent by year, summed over the rows of sheet Ausgaben."""
    blocks.section(
        "Geplant und ausgegeben", "In Euro; geplant ist, was einmalige Kosten für ein Jahr nennen."
    )
    blocks.head(("", "Jahr"), ("geplant", "ausgegeben"))
    rows = list(_money(found))
    last = len(rows) + 1
    sums = []
    for year in sorted({int(str(row[4])) for row in rows}):
        figures = []
        for letter, place in (("F", 5), ("G", 6)):
            known = [row[place] for row in rows if row[4] == year]
            formula = f"SUMIFS({MONEY}!${letter}$2:${letter}${last},{MONEY}!$E$2:$E${last},{year})"
            figures.append(Figure(formula, sum(int(str(each or 0)) for each in known)))
        blocks.put(2, str(year), BODY)
        blocks.figures(figures, strong=1)
        sums.append(figures)
    blocks.total(sums)
