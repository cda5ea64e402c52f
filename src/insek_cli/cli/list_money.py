"""Costs and means of measures in a table of the terminal, and their sums in its last line."""

from collections.abc import Iterator, Sequence
from typing import Literal

from insek_cli.catalog import Catalog
from insek_cli.finance.amount import OPEN, Amount, amount, total
from insek_cli.finance.costs import KINDS, costs, total_costs
from insek_cli.finance.kofi import balances
from insek_cli.finance.unassigned import open_means
from insek_cli.i18n import _
from insek_cli.models.measure import Measure
from insek_cli.review.diff.money_totals import What
from insek_cli.review.diff.terms import WHAT
from insek_cli.wording.sums import price_bases, sum_words

OF_COLUMN: dict[str, What] = {"kosten": "einmalig", "finanzierung": "mittel"}
COLUMNS = tuple(OF_COLUMN)


def headings(columns: Sequence[str]) -> list[str]:
    """What the columns are called: of costs the one-off ones stand in the table."""
    names = (WHAT[OF_COLUMN[column]] for column in columns)
    return [_(name) for name in names]


def cells(measure: Measure, catalog: Catalog, columns: Sequence[str]) -> Iterator[str]:
    """The amounts of a measure in words, a dash for none."""
    for column in columns:
        if column == "kosten":
            yield _words(costs(measure).get("einmalig", Amount()))
        else:
            yield _words(_means([measure], catalog), 100)


def sum_line(measures: Sequence[Measure], catalog: Catalog, columns: Sequence[str]) -> str:
    """The sums of all measures shown, each kind of cost for itself."""
    parts: dict[str, str] = {}
    if "kosten" in columns:
        known = total_costs(measures)
        for kind in KINDS:
            if cost := known.get(kind):
                bases = price_bases(cost.preisstaende)
                parts[WHAT[kind or "ohne"]] = f"{_words(cost)}{f' ({bases})' if bases else ''}"
    if "finanzierung" in columns:
        parts[WHAT["mittel"]] = _words(_means(measures, catalog), 100)
    told = (f"{_(what)} {words}" for what, words in parts.items())
    label = _("Sum")
    return f"{label}: {'; '.join(told)}"


def _means(measures: Sequence[Measure], catalog: Catalog) -> Amount:
    """What sources give for one-off costs, in cents."""
    active = [measure for measure in measures if measure.active]
    found = balances(active, catalog.programmes)
    known = total(amount(each.cent, each.cent) for one in found for each in one.mittel)
    return known + total(OPEN for measure in active for _each in open_means(measure))


def _words(sum_: Amount, unit: Literal[1, 100] = 1) -> str:
    return "–" if sum_.leer else sum_words(sum_, unit)
