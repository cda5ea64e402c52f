"""What measures plan to spend by year: the entries of their balances that name one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from fractions import Fraction

from insek_cli.finance.kofi import CENTS, balances
from insek_cli.finance.shares import rounded
from insek_cli.models.measure import Measure
from insek_cli.models.registers import Programme


def planned(
    measures: Iterable[Measure], programmes: Mapping[str, Programme]
) -> Mapping[str, Mapping[int, int]]:
    """Whole Euro by year, by the id of the measure; only of measures that plan by years."""
    found: dict[str, Mapping[int, int]] = {}
    for balance in balances(measures, programmes):
        years: dict[int, int] = defaultdict(int)
        for entry in balance.ausgaben:
            if entry.jahr is not None:
                years[entry.jahr] += entry.cent
        if years:
            euros = rounded([Fraction(cents, CENTS) for cents in years.values()])
            found[balance.massnahme] = dict(sorted(zip(years, euros, strict=True)))
    return found
