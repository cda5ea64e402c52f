"""Sums of costs where there is little room: in a column of figures, and rounded in a line."""

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal

from insek_cli.finance.amount import Amount
from insek_cli.wording.notation import NBSP, number
from insek_cli.wording.sums import AND_OPEN, UNPRICED

MILLION, THOUSAND = 1_000_000, 1_000
ROUNDED_FROM = 10_000
"""Euro from which a line tells thousands."""


def figures(amount: Amount) -> str:
    """A sum in a column whose head names the unit: 3.200.000–3.850.000; ab 20.000 + offen."""
    return UNPRICED if amount.offen and not amount.bis else _ranged(amount, number)


def short_sum(amount: Amount) -> str:
    """A sum rounded to what one remembers: 3,2–3,85 Mio. €; 78–92 Tsd. €; ab 5.000 €.

    Rounded are ends, not their distance: half up, to two digits behind the comma below ten.
    """
    if not amount.bis:
        return UNPRICED if amount.offen else "keine Kosten"
    highest = max(amount.von, amount.bis)
    unit, sign = next(
        (unit, sign)
        for least, unit, sign in (
            (MILLION, MILLION, f"Mio.{NBSP}€"),
            (ROUNDED_FROM, THOUSAND, f"Tsd.{NBSP}€"),
            (0, 1, "€"),
        )
        if highest >= least
    )
    return _ranged(amount, lambda value: _rounded(value, unit), NBSP + sign)


def _rounded(value: int, unit: int) -> str:
    exact = Decimal(value) / unit
    digits = 0 if unit == 1 or exact >= 100 else 1 if exact >= 10 or unit == THOUSAND else 2
    return number(float(exact.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)))


def _ranged(amount: Amount, told: Callable[[int], str], sign: str = "") -> str:
    low, high = told(amount.von), told(amount.bis)
    if amount.ab:
        known = f"ab {low}"
    elif low == high:
        known = low
    else:
        known = f"{low}–{high}" if amount.von else f"bis {high}"
    return f"{known}{sign} {AND_OPEN}" if amount.offen else known + sign
