"""How wide the columns of the printed Maßnahmenliste are: so that its rows become low."""

from collections.abc import Sequence

from insek_cli.report.views import MeasureView
from insek_cli.wording.text import brief, plain

LETTER = 1.5
"""Millimetres that a letter in 8 pt takes on average."""
PADDING = 4.0
STEP = 4.0
NUMBER, FIELDS = 12.0, 26.0
"""Widths of the first and the last column in millimetres."""
LEAST = (34.0, *(25.0,) * 8)
"""Room for the longest word of the headings, and for titles, which are not divided."""

Cell = tuple[str, ...]


def list_columns(measures: Sequence[MeasureView], total: float = 380) -> str:
    """The widths of number and ten columns for a table `total` mm wide, as templates name them.

    Columns in which nothing is known are narrow, long ones wide.
    """
    rows = [tuple(_cell(view, place) for place in range(len(LEAST))) for view in measures]
    widths = balanced(rows, LEAST, total - NUMBER - FIELDS)
    return " ".join([f"{NUMBER:g}mm", *(f"{width:g}fr" for width in widths), f"{FIELDS:g}mm"])


def _cell(view: MeasureView, place: int) -> Cell:
    if place == 0:
        return (view.daten.titel,)
    if place == 1 and view.daten.kurzbeschreibung:
        return (view.daten.kurzbeschreibung,)
    return tuple(plain(line) for line in brief(view.zeile[place], view).lines)


def balanced(rows: Sequence[Sequence[Cell]], least: Sequence[float], total: float) -> list[float]:
    """Widths that sum up to `total`, none below its least, of columns whose rows are to be low.

    Each step widens the column that gains most; a high cell counts more than many low ones, for
    the highest is the height of its row.
    """
    columns = list(zip(*rows, strict=True)) or [()] * len(least)
    widths = list(least)
    gains = [_gain(column, width) for column, width in zip(columns, widths, strict=True)]
    while sum(widths) + STEP <= total:
        best = gains.index(max(gains))
        widths[best] += STEP
        gains[best] = _gain(columns[best], widths[best])
    rest = (total - sum(widths)) / len(widths)
    return [round(width + rest, 1) for width in widths]


def _gain(column: Sequence[Cell], width: float) -> float:
    """How much a step more is worth."""
    return _cost(column, width) - _cost(column, width + STEP)


def _cost(column: Sequence[Cell], width: float) -> float:
    room = (width - PADDING) / LETTER
    return sum(sum(max(1, len(line) / room) for line in cell) ** 3 for cell in column)
