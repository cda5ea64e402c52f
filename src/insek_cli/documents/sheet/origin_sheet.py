"""Hidden sheet _insek: from which data the file was built, so that it can be read back later.

Rows may be sorted and filtered, so each is known by what travels with it: its number or id.
"""

import hashlib

from insek_cli.documents.sheet.book import HEAD, Book, CellStyle
from insek_cli.report.origin import origin
from insek_cli.report.views import MeasureView, Report

TITLE = "_insek"
FORMAT = 1
"""Raised when the layout of the sheets changes, so that a reader knows what it has before it."""
PLAIN = CellStyle(line=False, wrap=False)


def add_sheet(book: Book, report: Report) -> None:
    """Write the hidden sheet: revision, stage and profile, then a fingerprint for each measure."""
    sheet = book.sheet(TITLE)
    facts = (
        ("format", str(FORMAT)),
        ("revision", report.revision.commit or ""),
        ("geaendert", "ja" if report.revision.changed else "nein"),
        ("stand", report.stand.isoformat()),
        ("stufe", report.stufe),
        ("profil", report.profil),
        ("felder", " ".join(field.kopf.id for field in report.felder)),
        ("herkunft", str(origin(report))),
    )
    for row, pair in enumerate(facts, 1):
        for column, text in enumerate(pair, 1):
            book.put(sheet, row, column, text, PLAIN)
    top = len(facts) + 2
    for column, heading in enumerate(("zeile", "nummer", "id", "fingerabdruck"), 1):
        book.put(sheet, top, column, heading, HEAD)
    for place, view in enumerate((*report.massnahmen, *report.anhang), 1):
        cells = (place, view.nummer, view.daten.id, measure_fingerprint(view))
        for column, value in enumerate(cells, 1):
            book.put(sheet, top + place, column, value, PLAIN)
    for letter, width in zip("ABCD", (12, 12, 14, 24), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.sheet_state = "hidden"


def measure_fingerprint(view: MeasureView) -> str:
    """Tells whether a measure has changed since the file was built; of visible keys only."""
    return hashlib.sha256(view.daten.model_dump_json().encode()).hexdigest()[:16]
