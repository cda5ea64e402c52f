"""How sheets print: paper, repeated headings, and what stands above and below."""

from collections.abc import Sequence
from math import ceil
from typing import Any

from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from insek_cli.report.chart_data import stage_word
from insek_cli.report.views import Report
from insek_cli.wording.notation import day

A3, A4 = 8, 9
INCH = 25.4
PAGE_UNITS = {A3: 216.0, A4: 149.0}
"""Units of column width between the margins of a page across, at full size."""
SMALLEST = 0.78
"""How small print may get: 9 pt become 7."""
REPEATED = 3
"""Columns that each page repeats, where a sheet has several beside each other."""
TITLE, EXCERPT, EDITION = 42, 72, 44
"""Characters of data in the parts of a header.

Excel takes 255 for all three together with what says how they look, and repairs what is longer.
"""


def set_up_printing(
    sheet: Worksheet, report: Report, *, paper: int = A4, landscape: bool = False,
    rows: str | None = None, columns: str | None = None, widths: Sequence[float] = (),
) -> None:  # fmt: skip
    """Set paper, margins, repeated rows and columns, header and footer.

    The columns fit on one page, or on as many as `widths` (units) need to stay readable.
    """
    sheet.page_setup.paperSize = paper
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToWidth = pages_wide(widths, PAGE_UNITS[paper]) if widths else 1
    sheet.page_setup.fitToHeight = 0
    grey = report.theme.grau
    side, head = 10 / INCH, 17 / INCH
    sheet.page_margins = PageMargins(side, side, head, head, header=8 / INCH, footer=8 / INCH)
    sheet.print_title_rows = rows
    sheet.print_title_cols = columns
    sheet.oddHeader = HeaderFooterItem(
        left=_part(_text(report.concept.titel, TITLE), grey),
        center=_part(_text(report.auszug, EXCERPT), grey),
        right=_part(_text(edition(report), EDITION), grey),
    )
    sheet.oddFooter = HeaderFooterItem(left=_part("&A", grey), right=_part("Seite &P von &N", grey))


def pages_wide(widths: Sequence[float], room: float) -> int:
    """Pages beside each other on which columns print no smaller than is readable.

    The first REPEATED columns stand on each page; `room` and widths are units.
    """
    repeated = sum(widths[:REPEATED])
    readable = room / SMALLEST
    return max(1, ceil((sum(widths) - repeated) / max(readable - repeated, readable / 4)))


def edition(report: Report) -> str:
    """Stage and date, as printed on every page."""
    return f"{stage_word(report)}, Stand {day(report.stand)}"


def _part(text: str, colour: str) -> Any:
    return _HeaderFooterPart(text, size=8, font="Calibri,Regular", color=colour[1:].upper())


def _text(text: str, most: int) -> str:
    words = " ".join(text.split())
    short = words if len(words) <= most else words[: most - 1] + "…"
    while len(short) + short.count("&") > most:
        short = short[:-2] + "…"
    return short.replace("&", "&&")
