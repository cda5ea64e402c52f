"""How sheets print: paper, repeated headings, and what stands above and below."""

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
TITLE, EXCERPT, EDITION = 42, 72, 44
"""Characters of data in the parts of a header.

Excel takes 255 for all three together with what says how they look, and repairs what is longer.
"""


def set_up_printing(
    sheet: Worksheet, report: Report, *, paper: int = A4, landscape: bool = False,
    rows: str | None = None, columns: str | None = None, one_page_wide: bool = True,
) -> None:  # fmt: skip
    """Set paper, margins, repeated rows and columns, header and footer."""
    sheet.page_setup.paperSize = paper
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    if one_page_wide:
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.page_setup.fitToWidth = 1
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
