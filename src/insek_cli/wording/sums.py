"""Sums of costs in words: a sum of open ranges says that it is open."""

from collections.abc import Iterable

from insek_cli.finance.amount import Amount
from insek_cli.finance.costs import Kind
from insek_cli.wording.notation import NBSP, enumerated, euro_range, number, plural

UNPRICED = "nicht beziffert"
UPWARDS = "ab"
"""Before a sum that has no upper end."""
AND_OPEN = "+ offen"
"""Behind a sum of which a part has no number."""
KIND_TITLES: dict[Kind, str] = {
    "einmalig": "Einmalige Kosten",
    "jaehrlich": "Jährliche Kosten",
    None: "Kosten ohne Angabe, ob einmalig oder jährlich",
}


def sum_words(amount: Amount, unit: int = 1) -> str:
    """9.500 €; 3.200.000 bis 3.850.000 €; ab 20.000 €; bis 15.000 € + offen; nicht beziffert.

    `unit` is what makes a Euro: 100 for amounts in cents.
    """
    if not amount.beziffert:
        return UNPRICED
    upwards = bool(amount.ab)
    low = amount.von if amount.von or upwards or not amount.bis else None
    high = None if upwards else amount.bis
    known = euro_range(low, high) if unit == 1 else _cent_range(low, high)
    return f"{known} {AND_OPEN}" if amount.offen else known


def _cent_range(low: int | None, high: int | None) -> str:
    """A range of amounts in cents, which are told only where there are some."""
    ends = tuple(dict.fromkeys(end for end in (low, high) if end is not None))
    exact = any(end % 100 for end in ends)
    told = " bis ".join(cents(end, exact=exact) for end in ends)
    before = f"{UPWARDS} " if high is None else "bis " if low is None else ""
    return f"{before}{told}{NBSP}€"


def price_bases(years: Iterable[int | None]) -> str:
    """The years of prices that a sum mixes, empty for one: Preisstand 2025, teils ohne Angabe."""
    found = set(years)
    known = sorted(year for year in found if year is not None)
    if len(found) < 2:
        return ""
    name = f"{plural(len(known), 'Preisstand', 'Preisstände')} {enumerated(map(str, known))}"
    return name + (", teils ohne Angabe" if None in found else "")


LARGE = ((1_000_000, "Mio. €"), (1_000, "Tsd. €"))
"""Units of key figures, with the Euro in each."""


def at_least(amount: Amount) -> tuple[str, str] | None:
    """The lower end of a sum as a key figure and its unit, rounded down: 40,4 and Mio. €.

    None where nothing is known of it, or less than a thousand Euro.
    """
    for size, unit in LARGE:
        if amount.von >= size:
            tenths = amount.von * 10 // size
            return number(tenths / 10 if tenths < 1000 else tenths // 10), unit
    return None


MINUS = "\u2212"


def cents(amount: int, *, exact: bool) -> str:
    """Cents as Euro without their sign: 203.446,67, or 203.446 where all are whole; −1.200."""
    whole, part = divmod(abs(amount), 100)
    text = f"{number(whole)},{part:02}" if exact else number(whole)
    return f"{MINUS}{text}" if amount < 0 else text
