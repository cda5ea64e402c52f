"""The table in a sheet: its headings, its rows, and what stands around and between them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from insek_cli.list_import.grid import Grid, grid_of
from insek_cli.list_import.heading_words import LEFT_OUT, NUMBER
from insek_cli.list_import.headings import Heading, folded_heading, heading_of
from insek_cli.list_import.row_kinds import RowKinds, names_field, names_part
from insek_cli.tables.sheet_cells import SheetCells, column_letters

LOOKED_AT = 60
"""Filled rows that are looked at for the headings."""
ENOUGH = 2
"""Headings that must be known before a row counts as the headings of a list."""
Mapped = Mapping[str, str]
"""Targets by the folded wording of headings, as somebody confirmed or corrected them."""


@dataclass(frozen=True)
class Column:
    """A column of the list, counted from 1."""

    number: int
    heading: Heading
    hidden: bool = False

    @property
    def letter(self) -> str:
        """Its name in the spreadsheet."""
        return column_letters(self.number)


@dataclass(frozen=True)
class ListRow:
    """A measure of the list: texts by column, and the headings of sections it stands under."""

    row: int
    cells: Mapping[int, str]
    sections: tuple[str, ...] = ()


@dataclass
class FoundTable:
    """A table. `sections`, `sums` and `aside` are rows that are no measures, with their texts."""

    sheet: SheetCells
    header: int
    columns: tuple[Column, ...]
    rows: list[ListRow] = field(default_factory=list)
    sections: list[tuple[int, str]] = field(default_factory=list)
    sums: list[tuple[int, Mapping[int, str]]] = field(default_factory=list)
    aside: list[tuple[int, str]] = field(default_factory=list)

    def column(self, target: str) -> Column | None:
        """The first column of a target."""
        return next((c for c in self.columns if c.heading.target == target), None)


def find_tables(sheets: Sequence[SheetCells], mapped: Mapped) -> list[FoundTable]:
    """The tables of the sheets that have a title of measures."""
    found = (find_table(sheet, mapped) for sheet in sheets)
    return [table for table in found if table is not None]


def find_table(sheet: SheetCells, mapped: Mapped) -> FoundTable | None:
    """The table of a sheet, or None where no row reads like headings."""
    grid = grid_of(sheet)
    best = max(
        ((_score(grid, row, mapped), -row) for row in list(grid.rows)[:LOOKED_AT]), default=(0, 0)
    )
    if best[0] < ENOUGH:
        return None
    header = -best[1]
    columns, last = _columns(grid, header, mapped)
    if not any(column.heading.target == "titel" for column in columns):
        return None
    table = FoundTable(sheet, header, columns)
    begun = _above(table, grid, header)
    _below(table, grid, last, begun)
    return table


def likely_table(sheets: Sequence[SheetCells]) -> FoundTable | None:
    """Where a table may be that has no known headings: below the first row with most texts."""
    found: list[tuple[int, int, FoundTable]] = []
    for sheet in sheets:
        grid = grid_of(sheet)
        for row in list(grid.rows)[:LOOKED_AT]:
            texts = [t for t in grid.rows[row].values() if not t.isdecimal() and len(t) < 80]
            table = FoundTable(sheet, row, _columns(grid, row, {})[0])
            found.append((len(texts), -row, table))
    best = max(found, key=lambda each: each[:2], default=(0, 0, None))
    return best[2] if best[0] >= ENOUGH else None


def _score(grid: Grid, row: int, mapped: Mapped) -> int:
    targets = {_heading(text, "", mapped).target for text in grid.rows[row].values()
               if _heading(text, "", mapped).how in ("wortlaut", "zuordnung")}  # fmt: skip
    return len(targets) if len(grid.rows[row]) >= ENOUGH else 0


def _heading(text: str, parent: str, mapped: Mapped) -> Heading:
    found = heading_of(text, parent)
    target = mapped.get(folded_heading(found.text)) or mapped.get(" ".join(found.text.split()))
    if target is None:
        return found
    return Heading(found.text, target, "zuordnung", found.unit, found.art)


def _columns(grid: Grid, header: int, mapped: Mapped) -> tuple[tuple[Column, ...], int]:
    """The columns, and the last row of headings: some stand in two rows, one above several."""
    spans = {c: grid.width(header, c) for c in grid.rows[header]}
    below = grid.rows.get(header + 1, {})
    two = any(width > 1 and any(c in below for c in range(column, column + width))
              for column, width in spans.items())  # fmt: skip
    above = grid.rows.get(header - 1, {})
    parents = {column: column + grid.width(header - 1, column) for column in above
               if 1 < grid.width(header - 1, column) < len(grid.rows[header])}  # fmt: skip
    found: dict[int, Heading] = {}
    for column, text in grid.rows[header].items():
        if two and spans[column] > 1:
            for place in range(column, column + spans[column]):
                if place in below:
                    found[place] = _heading(below[place], text, mapped)
            continue
        over = next((above[c] for c, end in parents.items() if c <= column < end), "")
        found[column] = _heading(text, over, mapped)
    hidden = grid.sheet.hidden_columns
    columns = [Column(n, heading, n in hidden) for n, heading in sorted(found.items())]
    return tuple(_once(columns)), header + int(two)


def _once(columns: Sequence[Column]) -> Iterator[Column]:
    """Of two columns with the same wording, or for one title, the second is a section."""
    taken: Counter[str] = Counter()
    for column in columns:
        target = column.heading.target
        taken[target] += 1
        if taken[target] > 1 and target in ("titel", "kurztitel", "id", NUMBER, "status"):
            heading = Heading(column.heading.text, "abschnitt", column.heading.how)
            yield Column(column.number, heading, column.hidden)
        else:
            yield column


def _above(table: FoundTable, grid: Grid, header: int) -> list[str]:
    """What stands above the headings; the name of a field there counts for the whole table."""
    begun: list[str] = []
    for row, cells in grid.rows.items():
        if row >= header:
            break
        text = " ".join(cells.values())
        if names_field(text):
            table.sections.append((row, text))
            begun = [text]
        elif names_part(text):
            table.sections.append((row, text))
            begun = [*begun[:1], text]
        elif not (
            row == header - 1 and any(grid.width(row, c) > 1 for c in cells) and len(cells) > 1
        ):
            table.aside.append((row, text))
    if not begun and names_field(table.sheet.title):
        begun = [table.sheet.title]
    return begun


def _below(table: FoundTable, grid: Grid, last: int, begun: list[str]) -> None:
    numbers = [column.number for column in table.columns if column.heading.target != LEFT_OUT]
    title, number = table.column("titel"), table.column(NUMBER)
    kinds = RowKinds(grid, numbers, title.number if title else None,
                     number.number if number else None)  # fmt: skip
    headings = {folded_heading(text) for text in grid.rows[table.header].values()}
    rows = [row for row in grid.rows if row > last]
    kinds.learn(rows)
    under = list(begun)
    joined: dict[int, ListRow] = {}
    for row in rows:
        cells = grid.rows[row]
        if {folded_heading(text) for text in cells.values()} <= headings:
            continue
        owner = kinds.carries_on(row, max(joined, default=0))
        kind = kinds.kind(row) if owner is None else "goes on"
        text = " ".join(cells.values())
        if kind == "section":
            under = kinds.under(under, text)
            table.sections.append((row, text))
        elif kind == "sum":
            table.sums.append((row, cells))
        elif kind == "aside":
            table.aside.append((row, text))
        elif owner is not None and owner in joined:
            joined[owner] = _with(joined[owner], cells)
        else:
            joined[row] = ListRow(row, kinds.filled(row), tuple(under))
    table.rows = [row for row in joined.values() if row.cells]


def _with(row: ListRow, cells: Mapping[int, str]) -> ListRow:
    """A measure with the cells of a row that carries it on, each below what stands there."""
    found = dict(row.cells)
    for column, text in cells.items():
        found[column] = f"{found[column]}\n{text}" if column in found else text
    return ListRow(row.row, found, row.sections)
