"""Measures in rows: the title gives way when the terminal is narrow."""

from collections.abc import Iterable, Mapping, Sequence

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from insek_cli.catalog import Catalog
from insek_cli.cli import list_money
from insek_cli.cli.read_data import lead
from insek_cli.findings.reporters.terminal_safe import safe
from insek_cli.i18n import _
from insek_cli.models.base import COLUMNS
from insek_cli.models.labels import LABELS
from insek_cli.models.measure import Measure
from insek_cli.models.open_keys import open_columns
from insek_cli.monitoring.states import DatedState, newest
from insek_cli.wording.lights import NOTHING, light_text
from insek_cli.wording.numbering import numbers

GAP = 2
NARROWEST = 16
"""Characters a title always keeps."""
LEAD_WIDTH = 16


def measures_table(
    measures: Iterable[Measure], catalog: Catalog, width: int, money: Sequence[str] = ()
) -> Table:
    """Number, id, title, field, lead, status, light where any is reported, how many columns are
    open, and amounts."""
    place, news = numbers(catalog), newest(catalog.monitoring, catalog.earlier_ids)
    rows = [
        [
            *_cells(measure, catalog, place.get(measure.id, "–"), news),
            *map(Text, list_money.cells(measure, catalog, money)),
        ]
        for measure in measures
    ]
    light = [_("Light")] if news else []
    headings = [_("No."), _("Id"), _("Title"), _("Field"), _("Lead"), _("Status"), *light]
    figures = [_("Open"), *list_money.headings(money)]
    headings += figures
    # On a narrow terminal; an amount is never cut as long as a word can give way to it.
    words = (_("Status"), _("Field"), _("Open")) if money else ()
    for dropped in (_("Lead"), *light, _("Id"), *words):
        if _room(headings, rows, width) < NARROWEST:
            place_of = headings.index(dropped)
            del headings[place_of]
            for row in rows:
                del row[place_of]
    room = max(_room(headings, rows, width), NARROWEST)
    for row in rows:
        row[headings.index(_("Title"))].truncate(room, overflow="ellipsis")
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0))
    for heading in headings:
        table.add_column(heading, no_wrap=True, justify="right" if heading in figures else "left")
    for row in rows:
        table.add_row(*row)
    return table


def _cells(
    measure: Measure, catalog: Catalog, number: str, news: Mapping[str, DatedState]
) -> Iterable[Text]:
    who = Text(safe(lead(measure, catalog))) or Text(_("still open"), "dim italic")
    who.truncate(LEAD_WIDTH, overflow="ellipsis")
    missing = len(open_columns(measure))
    yield Text(number, "bold")
    yield Text(measure.id)
    yield Text(safe(measure.titel))
    yield Text(measure.handlungsfeld)
    yield who
    yield Text(LABELS[measure.status])
    if news:
        last = news.get(measure.id)
        yield Text(light_text(last.state.ampel) if last and last.state.ampel else NOTHING)
    yield Text(f"{missing}/{len(COLUMNS)}", "yellow" if missing else "green")


def _room(headings: Sequence[str], rows: Sequence[Sequence[Text]], width: int) -> int:
    """Characters that the other columns leave to the title."""
    title = headings.index(_("Title"))
    others = [index for index in range(len(headings)) if index != title]
    return width - sum(
        GAP + max(cell_len(headings[index]), *(row[index].cell_len for row in rows))
        for index in others
    )
