"""Sheets and tables that hold one measure each, labels in the first column: read as rows of a list.

Steckbriefe in Word, and workbooks with a sheet a measure, look like that.
"""

from collections.abc import Iterable, Iterator, Mapping

from insek_cli.list_import.grid import Grid, grid_of
from insek_cli.list_import.headings import folded_heading, heading_of
from insek_cli.list_import.row_kinds import names_field
from insek_cli.tables.sheet_cells import SheetCells

ENOUGH = 3
"""Labels that must be known before a sheet counts as the record of a measure."""
FIELD = "Handlungsfeld"


def as_lists(sheets: Iterable[SheetCells], mapped: Mapping[str, str]) -> list[SheetCells]:
    """The sheets, those that are records gathered into one list in the place of the first."""
    found: list[SheetCells] = []
    gathered: _Records | None = None
    for sheet in sheets:
        grid = grid_of(sheet)
        if not _is_record(grid, mapped):
            found.append(sheet)
            continue
        if gathered is None:
            gathered = _Records(sheet.title)
            found.append(gathered.sheet)
        gathered.add(grid, mapped)
    if gathered:
        gathered.write()
    return found


def _labels(grid: Grid, mapped: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Label and text of each row that has both."""
    for cells in grid.rows.values():
        first = min(cells)
        rest = [text for column, text in sorted(cells.items()) if column > first]
        if rest:
            yield cells[first].rstrip(" :"), "\n".join(dict.fromkeys(rest))
        elif _known(cells[first], mapped):
            yield cells[first].rstrip(" :"), ""


def _known(label: str, mapped: Mapping[str, str]) -> str:
    heading = heading_of(label.rstrip(" :"))
    target = mapped.get(folded_heading(heading.text))
    return target or (heading.target if heading.how == "wortlaut" else "")


def _is_record(grid: Grid, mapped: Mapping[str, str]) -> bool:
    """Whether the first column has labels, a title among them, and no row reads like headings."""
    labels = [_known(label, mapped) for label, _text in _labels(grid, mapped)]
    across = max(
        (
            len({_known(text, mapped) for text in cells.values()} - {""})
            for cells in grid.rows.values()
        ),
        default=0,
    )
    return "titel" in labels and len(set(labels) - {""}) >= ENOUGH and across < 2


class _Records:
    """One list of many records: a column a label, in the order in which they first stand."""

    def __init__(self, title: str) -> None:
        self.sheet = SheetCells(title)
        self._above: list[str] = []
        self._columns: dict[str, str] = {}
        self._rows: list[dict[str, str]] = []

    def add(self, grid: Grid, mapped: Mapping[str, str]) -> None:
        """Take a record; a field named above it counts for it and those below."""
        row: dict[str, str] = {}
        for cells in grid.rows.values():
            text = " ".join(cells.values())
            if len(cells) > 1 or _known(text, mapped):
                continue
            if names_field(text):
                row[folded_heading(FIELD)] = text
                self._columns.setdefault(folded_heading(FIELD), FIELD)
            else:
                self._above.append(text)
        if self._rows and folded_heading(FIELD) not in row:
            row |= {k: v for k, v in self._rows[-1].items() if k == folded_heading(FIELD)}
        for label, text in _labels(grid, mapped):
            key = folded_heading(label) or label
            self._columns.setdefault(key, label)
            if text:
                row[key] = f"{row[key]}\n{text}" if key in row else text
        self._rows.append(row)

    def write(self) -> None:
        """Put all of them into the sheet: what stood above, the labels, a row each."""
        number = 0
        for number, text in enumerate(self._above, 1):
            self.sheet.rows[number] = {1: text}
        columns = {key: place for place, key in enumerate(self._columns, 1)}
        self.sheet.rows[number + 1] = {columns[key]: text for key, text in self._columns.items()}
        for place, row in enumerate(self._rows, number + 2):
            self.sheet.rows[place] = {columns[key]: text for key, text in row.items()}
