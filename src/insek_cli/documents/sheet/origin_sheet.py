"""Hidden sheet _insek: from which data the file was built, so that it can be read back later.

Rows may be sorted and filtered, so each is known by what travels with it: its number or id. The
values a row was made from stand here as well: what came back is compared with them.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence

from openpyxl.worksheet.worksheet import Worksheet

from insek_cli.documents import made_from
from insek_cli.documents.sheet.book import HEAD, Book, CellStyle, Value
from insek_cli.models.plain_data import plain_data
from insek_cli.report.views import MeasureView, Report
from insek_cli.tables.office_text import flat

TITLE = "_insek"
FORMAT = 2
"""Raised when the layout of the sheets changes, so that a reader knows what it has before it."""
PLAIN = CellStyle(line=False, wrap=False)


MOST = 16_000
"""Characters of a cell: a measure that says more takes several."""
HEAD_ROW = ("zeile", "nummer", "id", "fingerabdruck", "gelesen", "werte")


def add_sheet(
    book: Book,
    report: Report,
    views: Sequence[MeasureView] | None = None,
    printed: Mapping[str, Mapping[str, str]] | None = None,
    **facts: str,
) -> None:
    """Write the hidden sheet: revision, stage and profile, then the values of each measure.

    `views` are the measures of the file, without them all of the report; `printed` are by
    id the texts that the file only prints, each with a name, and `facts` what else is to be known.
    """
    sheet = book.sheet(TITLE)
    known = {"format": str(FORMAT), **made_from.facts(report), **facts}
    for row, pair in enumerate(known.items(), 1):
        for column, text in enumerate(pair, 1):
            book.put(sheet, row, column, text, PLAIN)
    top = len(known) + 2
    for column, heading in enumerate(HEAD_ROW, 1):
        book.put(sheet, top, column, heading, HEAD)
    whole = (*report.massnahmen, *report.anhang) if views is None else views
    for place, view in enumerate(whole, 1):
        texts = (printed or {}).get(view.daten.id, {})
        marks = " ".join(f"{name}={text_mark(text)}" for name, text in texts.items())
        _row(book, sheet, top + place, place, view, marks)
    for letter, width in zip("ABCDEF", (12, 12, 14, 24, 24, 60), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.sheet_state = "hidden"


def _row(book: Book, sheet: Worksheet, row: int, place: int, view: MeasureView, marks: str) -> None:
    values = json.dumps(plain_data(view.daten), ensure_ascii=False, separators=(",", ":"))
    lead = (view.nummer, view.daten.id, values_mark(values), marks)
    cells: tuple[Value, ...] = (place, *lead, *_parts(values))
    for column, value in enumerate(cells, 1):
        book.put(sheet, row, column, value, PLAIN)


def _parts(text: str) -> Iterator[str]:
    """A long text in parts that a cell holds; none begins or ends with a space, which gets lost."""
    while len(text) > MOST:
        end = MOST
        while " " in text[end - 1 : end + 1]:
            end -= 1
        yield text[:end]
        text = text[end:]
    yield text


def values_mark(values: str) -> str:
    """Tells whether the values of a measure are those that were written."""
    return hashlib.sha256(values.encode()).hexdigest()[:16]


def text_mark(text: str) -> str:
    """Tells whether somebody edited a text that is only printed; programs may save it anew."""
    return hashlib.sha256(flat(text).encode()).hexdigest()[:8]
