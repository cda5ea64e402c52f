"""Measures in rows: the title gives way when the terminal is narrow."""

from collections.abc import Iterable

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from insek_cli.catalog import Catalog
from insek_cli.cli.reading import lead, open_columns
from insek_cli.i18n import _
from insek_cli.models.base import COLUMNS
from insek_cli.models.measure import Measure
from insek_cli.models.types import LABELS
from insek_cli.report.numbering import numbers
from insek_cli.reporters.safe import safe


def measures_table(measures: Iterable[Measure], catalog: Catalog) -> Table:
    """Number, id, title, field, lead, status and how many columns are open."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.add_column(_("No."), no_wrap=True)
    table.add_column(_("Id"), no_wrap=True)
    table.add_column(_("Title"), no_wrap=True, overflow="ellipsis", ratio=1)
    table.add_column(_("Field"), no_wrap=True)
    table.add_column(_("Lead"), no_wrap=True, overflow="ellipsis", max_width=18)
    table.add_column(_("Status"), no_wrap=True)
    table.add_column(_("Open"), no_wrap=True, justify="right")
    place = numbers(catalog)
    for measure in measures:
        table.add_row(*_cells(measure, catalog, place.get(measure.id, "–")))
    return table


def _cells(measure: Measure, catalog: Catalog, number: str) -> Iterable[Text]:
    who = lead(measure, catalog)
    missing = len(open_columns(measure))
    yield Text(number, "bold")
    yield Text(measure.id)
    yield Text(safe(measure.titel))
    yield Text(measure.handlungsfeld)
    yield Text(safe(who)) if who else Text("noch offen", "dim italic")
    yield Text(LABELS[measure.status])
    yield Text(f"{missing}/{len(COLUMNS)}", "yellow" if missing else "green")
