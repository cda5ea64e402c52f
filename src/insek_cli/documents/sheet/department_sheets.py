"""The sheets a department fills in: its measures, and each list with a row an entry."""

from dataclasses import dataclass, replace

from insek_cli.documents.sheet.book import Book, CellStyle, Value
from insek_cli.documents.sheet.choice_lists import ChoiceLists
from insek_cli.documents.sheet.daten import entry_key
from insek_cli.documents.sheet.entry_grid import FIRST, FREE, HEADS, HELD, WIDEST, Grid
from insek_cli.models.base import Model
from insek_cli.models.key_paths import KeyPath, flattened
from insek_cli.models.measure import Measure
from insek_cli.models.open_keys import due_keys
from insek_cli.report.views import MeasureView, Report
from insek_cli.wording.record_names import record_names

TITLE = "Maßnahmen"
NEW = "neu"
NEW_ROWS = 10
"""Rows for new measures."""
MORE = 2
"""Rows for new entries of each measure."""
LEAD = (("Nr.", "nummer", 7.0), ("Kennung", "id", 10.0))


@dataclass(frozen=True)
class Asked:
    """What is asked: measures with the part of the department in each, and the keys."""

    report: Report
    views: tuple[tuple[MeasureView, str], ...]
    paths: tuple[KeyPath, ...]

    @property
    def takes_new(self) -> bool:
        """Whether what a new measure needs is asked."""
        return {"titel", "handlungsfeld"} <= {path.dotted for path in self.paths}

    def due(self) -> tuple[KeyPath, ...]:
        """The keys that are due some day and that are asked, as a whole or in part."""
        return tuple(path for path in due_keys(Measure, self.report.profil) if self.parts(path))

    def parts(self, path: KeyPath) -> tuple[KeyPath, ...]:
        """What is asked of a key: itself, or keys of its record."""
        dotted = path.dotted
        return tuple(
            each for each in self.paths
            if each.dotted == dotted or each.dotted.startswith(f"{dotted}.")
        )  # fmt: skip

    def missing(self) -> int:
        """How many values are due and still open."""
        return sum(path.of(view.daten) is None for view, _ in self.views for path in self.due())


def add_sheets(book: Book, asked: Asked, lists: ChoiceLists) -> None:
    """Write the sheets: single values of all measures, then each list."""
    _measures(book, asked, lists)
    for path in asked.paths:
        if path.key.record:
            _entries(book, asked, lists, path)


def _measures(book: Book, asked: Asked, lists: ChoiceLists) -> None:
    titled = any(path.dotted == "titel" for path in asked.paths)
    paths = [p for p in asked.paths if not p.key.record and p.dotted != "titel"]
    grid = Grid(book, asked.report, book.sheet(TITLE), paths)
    lead = [*LEAD, ("Maßnahme", "titel", 30.0), ("Rolle", "rolle", 14.0)]
    grid.heads(lead, [("Anmerkung", "anmerkung", WIDEST)])
    names = record_names(asked.report.catalog)
    remark = ((None, FREE),)
    for row, (view, part) in enumerate(asked.views, FIRST):
        title = replace(FREE if titled else HELD, bold=True)
        known = (view.nummer, view.daten.id, view.daten.titel, part)
        grid.row(row, known, (mark(view), HELD, title, HELD), view.daten, names, remark)
    last = FIRST + len(asked.views) - 1
    more = NEW_ROWS if asked.takes_new else 0
    for row in range(last + 1, last + 1 + more):
        looks = (HELD, HELD, replace(FREE, bold=True), HELD)
        grid.row(row, (None, NEW, None, None), looks, None, names, remark)
    grid.finish(lists, last + more)
    for path in asked.due():
        parts = asked.parts(path)
        if not any(part.key.record for part in parts) and parts[0] in paths:
            first, end = grid.letter(parts[0]), grid.letter(parts[-1])
            empty = f"COUNTA(${first}{FIRST}:${end}{FIRST})=0"
            grid.mark_open(f"{first}{FIRST}:{end}{last}", empty)


def _entries(book: Book, asked: Asked, lists: ChoiceLists, path: KeyPath) -> None:
    record = path.key.record
    assert record
    sheet = book.sheet(_title(book, path))
    grid = Grid(book, asked.report, sheet, flattened(record, asked.report.profil))
    grid.heads(
        [*LEAD, ("Maßnahme", "massnahme", 28.0), ("Eintrag", entry_key(path.dotted), 9.0)], []
    )
    names = record_names(asked.report.catalog)
    row = HEADS
    for view, _part in asked.views:
        entries: list[tuple[Value, Model | None]] = [
            *enumerate(path.of(view.daten) or (), 1), *[(None, None)] * MORE,
        ]  # fmt: skip
        for place, entry in entries:
            row += 1
            known = (view.nummer, view.daten.id, view.kurz, place)
            grid.row(row, known, (mark(view), HELD, HELD, HELD), entry, names, ())
    grid.finish(lists, max(row, FIRST))
    if path in {part for due in asked.due() for part in asked.parts(due)}:
        first, end = grid.letter(grid.paths[0]), grid.letter(grid.paths[-1])
        # The first row of a measure has no entry where none is known yet.
        begun = f'$B{FIRST}<>$B{HEADS},$D{FIRST}=""'
        empty = f"AND({begun},COUNTA(${first}{FIRST}:${end}{FIRST})=0)"
        grid.mark_open(f"{first}{FIRST}:{end}{max(row, FIRST)}", empty)


def _title(book: Book, path: KeyPath) -> str:
    """What the list is called, in the 31 characters that a sheet may have."""
    taken = {name.casefold() for name in book.workbook.sheetnames}
    names = (path.keys[0].title, path.title, path.dotted)
    return next(name[:31] for name in names if name[:31].casefold() not in taken)


def mark(view: MeasureView) -> CellStyle:
    """The look of a number, in the colours of its field."""
    return CellStyle(bold=True, colour=view.feld.farbe, fill=view.feld.tint, across="center")
