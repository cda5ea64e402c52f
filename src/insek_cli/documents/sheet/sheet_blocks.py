"""A sheet written block by block from top to bottom: titles, heading rows, rows of figures."""

from collections.abc import Sequence
from dataclasses import replace

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break

from insek_cli.documents.sheet import text_metrics
from insek_cli.documents.sheet.book import (
    BODY,
    FIGURE,
    HEAD,
    NOTE,
    ROW_LIMIT,
    SECTION,
    SUBTITLE,
    TITLE,
    TOTAL,
    Book,
    CellStyle,
    Value,
)
from insek_cli.documents.sheet.live_figures import Figure, Mark
from insek_cli.documents.sheet.print_setup import A4, PAGE_UNITS, edition
from insek_cli.report.views import FieldHead, Report

HEADS = replace(HEAD, across="right")
NAME = replace(BODY, down="center")
NUMBER = replace(FIGURE, down="center")
STRONG = replace(NUMBER, bold=True)
SUM = replace(TOTAL, down="center")
PAGE_HEIGHT = 490.0
"""Points between the margins of an A4 page across."""
HEADING_ROWS, ROW = 5, 18.0
"""Rows that a block has beside its own, and the points that a row takes."""


class SheetBlocks:
    """Writes a sheet from top to bottom; `row` is the one that is written next, from 1."""

    def __init__(self, book: Book, title: str, widths: Sequence[float]) -> None:
        self.book = book
        self.sheet = book.sheet(title)
        self.widths = widths
        self.row = 1
        self.used = 0.0
        self.room = PAGE_HEIGHT / min(1.0, PAGE_UNITS[A4] / sum(widths))
        for column, width in enumerate(widths, 1):
            self.sheet.column_dimensions[get_column_letter(column)].width = width

    def put(self, column: int, value: Value, look: CellStyle) -> None:
        """A value in the current row."""
        self.book.put(self.sheet, self.row, column, value, look)

    def end(self, height: float | None = None) -> None:
        """Finish the row."""
        if height:
            self.sheet.row_dimensions[self.row].height = min(height, ROW_LIMIT)
        self.used += height or ROW
        self.row += 1

    def title(self, report: Report) -> None:
        """Name of the concept, city, stage and date."""
        parts = (report.concept.stadt, edition(report), report.auszug)
        line = " · ".join(filter(None, parts))
        for text, look, height in ((report.concept.titel, TITLE, 26), (line, SUBTITLE, 16)):
            self.book.banner(self.sheet, self.row, text, look, height, self.widths)
            self.end()

    def new_page(self) -> None:
        """What follows prints on a new page."""
        self.sheet.row_breaks.append(Break(id=self.row - 1))
        self.used = 0.0

    def section(self, title: str, note: str = "", *, rows: int = 0) -> None:
        """A heading with a line below that says what follows; `rows` stay on its page."""
        if self.used + (rows + HEADING_ROWS) * ROW > self.room and rows:
            self.new_page()
        self.end()
        self.put(1, title, SECTION)
        self.end(20)
        if note:
            self.put(1, note, replace(NOTE, wrap=False))
            self.end(15)

    def head(self, texts: Sequence[str], figures: Sequence[str] = ()) -> None:
        """A heading row; headings of figures stand right."""
        looks = [HEAD] * len(texts) + [HEADS] * len(figures)
        self.line([*texts, *figures], looks, extra=8)

    def line(self, cells: Sequence[str], looks: Sequence[CellStyle], extra: float = 5) -> None:
        """A row of texts, as high as they need."""
        height = 0.0
        for column, (text, look) in enumerate(zip(cells, looks, strict=True), 1):
            self.put(column, text, look)
            width = self.widths[column - 1]
            lines = text_metrics.line_count(text, width, look.size, bold=look.bold)
            height = max(height, lines * text_metrics.line_height(look.size) + extra)
        self.end(height)

    def field(self, field: FieldHead) -> None:
        """Mark and title of a field in the first two columns."""
        look = CellStyle(
            bold=True, colour=field.farbe, fill=field.tint, across="center", down="center"
        )
        self.put(1, field.id, look)
        self.put(2, field.titel, NAME)

    def figures(self, figures: Sequence[Figure], strong: int) -> None:
        """Figures from the third column on; the one at `strong` is bold. Ends the row."""
        for place, figure in enumerate(figures):
            look = STRONG if place == strong else NUMBER
            self.figure(place + 3, figure, look)
        self.fit_title()

    def fit_title(self) -> None:
        """Finish a row as high as the text in its second column needs."""
        title = str(self.sheet.cell(self.row, 2).value or "")
        lines = text_metrics.line_count(title, self.widths[1], BODY.size)
        self.end(lines * text_metrics.line_height(BODY.size) + 6)

    def figure(self, column: int, figure: Figure | Mark, look: CellStyle) -> None:
        """A live figure in the current row."""
        self.book.formula(self.sheet, self.row, column, figure.formula, figure.value, look)

    def total(self, rows: Sequence[Sequence[Figure]]) -> None:
        """The sums of the rows just written."""
        if not rows:
            return
        self.put(1, "Summe", replace(SUM, across="left"))
        self.put(2, None, SUM)
        top, bottom = self.row - len(rows), self.row - 1
        for place, column in enumerate(zip(*rows, strict=True), 3):
            letter = get_column_letter(place)
            total = sum(figure.value for figure in column)
            self.figure(place, Figure(f"SUM({letter}{top}:{letter}{bottom})", total), SUM)
        self.end(text_metrics.line_height(BODY.size) + 6)
