"""Sheet Übersicht: how many measures, how far they are, and what is missing, counted live."""

from collections.abc import Sequence

from openpyxl.utils import get_column_letter

from insek_cli.documents.sheet import money_blocks
from insek_cli.documents.sheet.book import Book
from insek_cli.documents.sheet.cell_values import choices
from insek_cli.documents.sheet.daten import NUMBER, Grid
from insek_cli.documents.sheet.live_figures import (
    Condition,
    Figure,
    count_complete,
    count_rows,
    is_equal,
    is_known,
    is_unknown,
)
from insek_cli.documents.sheet.print_setup import A4, set_up_printing
from insek_cli.documents.sheet.sheet_blocks import NAME, SheetBlocks
from insek_cli.models.base import COLUMNS
from insek_cli.models.keys import keys
from insek_cli.models.labels import LABELS
from insek_cli.models.measure import Measure
from insek_cli.models.required_keys import required_keys
from insek_cli.models.stages import STAGES, Stage
from insek_cli.report.open_marks import lists_open
from insek_cli.report.views import FieldHead, Report

TITLE = "Übersicht"
FIELD, STATUS, BEACON = "handlungsfeld", "status", "leuchtturm"
FIGURE_WIDTH = 13.5


def add_sheet(book: Book, report: Report, grid: Grid) -> None:
    """Write the sheet; every figure is a formula over `grid`, the rows of sheet Daten."""
    figures = max(6, len(report.felder) + 2, len(_choices(grid, STATUS)) + 2)
    blocks = SheetBlocks(book, TITLE, (15.0, 46.0, *[FIGURE_WIDTH] * figures))
    blocks.title(report)
    _by_status(blocks, report, grid)
    money_blocks.add_blocks(blocks, report, grid)
    if lists_open(report):
        _by_stage(blocks, report, grid)
        _by_column(blocks, report, grid)
    set_up_printing(blocks.sheet, report, paper=A4, landscape=True)


def _by_status(blocks: SheetBlocks, report: Report, grid: Grid) -> None:
    statuses = _choices(grid, STATUS)
    blocks.section(
        "Maßnahmen nach Handlungsfeld und Status",
        "Gezählt werden alle Maßnahmen des Blatts „Daten“, auch die ohne Nummer.",
    )
    blocks.head(("Handlungsfeld", "Titel"), (*statuses, "Summe", "Leuchtturm"))
    head, rows = blocks.row - 1, []
    for field in _heads(report):
        own = _of_field(blocks, field)
        counted = [
            count_rows(grid, (own, is_equal(STATUS, f"{get_column_letter(place)}${head}", status)))
            for place, status in enumerate(statuses, 3)
        ]
        cells = f"C{blocks.row}:{get_column_letter(len(statuses) + 2)}{blocks.row}"
        total = Figure(f"SUM({cells})", sum(figure.value for figure in counted))
        beacons = count_rows(grid, (own, Condition(BEACON, '"ja"', "ja")))
        rows.append((*counted, total, beacons))
        blocks.field(field)
        blocks.figures(rows[-1], strong=len(statuses))
    blocks.total(rows)


def _by_stage(blocks: SheetBlocks, report: Report, grid: Grid) -> None:
    blocks.section(
        "Vollständig für die Stufe",
        "Maßnahmen mit Nummer, die alles angeben, was bis zu dieser Stufe bekannt sein muss.",
        rows=len(report.felder),
    )
    stages = [LABELS[stage].capitalize() for stage in STAGES]
    blocks.head(("Handlungsfeld", "Titel"), ("Maßnahmen", *stages))
    rows = []
    for field in _heads(report):
        own = (is_known(NUMBER), _of_field(blocks, field))
        done = [count_complete(grid, own, _groups(grid, report, stage)) for stage in STAGES]
        rows.append((count_rows(grid, own), *done))
        blocks.field(field)
        blocks.figures(rows[-1], strong=0)
    blocks.total(rows)


def _by_column(blocks: SheetBlocks, report: Report, grid: Grid) -> None:
    blocks.section(
        "Noch offen je Spalte der Maßnahmenliste",
        "Maßnahmen mit Nummer, die in dieser Spalte noch nichts angeben.",
        rows=len(COLUMNS),
    )
    fields = [field.id for field in _heads(report)]
    blocks.head(("nötig ab Stufe", "Spalte"), (*fields, "noch offen", "angegeben"))
    head = blocks.row - 1
    for heading in COLUMNS:
        unknown = [is_unknown(path.dotted) for path in grid.paths if path.column == heading]
        tests = (is_known(NUMBER), *unknown)
        counted = [
            count_rows(grid, (*tests, is_equal(FIELD, f"{get_column_letter(place)}${head}", field)))
            for place, field in enumerate(fields, 3)
        ]
        everywhere, numbered = count_rows(grid, tests), count_rows(grid, (is_known(NUMBER),))
        cell = f"{get_column_letter(len(fields) + 3)}{blocks.row}"
        told = Figure(f"{numbered.formula}-{cell}", numbered.value - everywhere.value)
        blocks.put(1, _needed_from(grid, report, heading), NAME)
        blocks.put(2, heading, NAME)
        blocks.figures((*counted, everywhere, told), strong=len(fields))


def _groups(grid: Grid, report: Report, stage: Stage) -> list[list[str]]:
    """The keys that must be known at a stage; of each group of keys one is enough."""
    always = {(key.name,) for key in keys(Measure) if key.required}
    needed = required_keys(Measure, stage, report.concept.pflichtfelder) | always
    groups = [
        [path.dotted for path in grid.paths if _meet(path.dotted.split("."), names)]
        for names in needed
    ]
    return sorted(filter(None, groups), key=lambda group: (grid.keys.index(group[0]), len(group)))


def _meet(path: Sequence[str], names: Sequence[str]) -> bool:
    """Whether one of two paths leads to the other, or through it."""
    return all(one == other for one, other in zip(path, names, strict=False))


def _needed_from(grid: Grid, report: Report, heading: str) -> str:
    keys = {path.dotted for path in grid.paths if path.column == heading}
    for stage in STAGES:
        if any(keys & set(group) for group in _groups(grid, report, stage)):
            return LABELS[stage].capitalize()
    return "–"


def _of_field(blocks: SheetBlocks, field: FieldHead) -> Condition:
    """The measure belongs to the field that column A of this row names."""
    return is_equal(FIELD, f"$A{blocks.row}", field.id)


def _heads(report: Report) -> list[FieldHead]:
    return [field.kopf for field in report.felder]


def _choices(grid: Grid, key: str) -> tuple[str, ...]:
    return next(choices(path.key) for path in grid.paths if path.dotted == key)
