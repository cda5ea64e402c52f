"""Sums of money before and after: of all, by field, by year and by programme.

Costs by field are ranges, one-off and yearly apart. Years and means are those of the overview of
costs and financing (`insek_cli.finance.kofi`): of one-off costs, shares in Euro, in whole cents.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from insek_cli.catalog import Catalog
from insek_cli.finance.amount import OPEN, Amount, amount
from insek_cli.finance.costs import costs
from insek_cli.finance.kofi import CENTS, Means, balances
from insek_cli.finance.unassigned import open_means
from insek_cli.models.types import Rhythm
from insek_cli.report.kofi_sources import source_name
from insek_cli.wording.values import Names

Scope = Literal["total", "field", "year", "programme"]
What = Rhythm | Literal["ohne", "mittel"]
"""Costs by how often they arise, `ohne` where the data does not say; or means."""
WHAT: tuple[What, ...] = ("einmalig", "jaehrlich", "ohne", "mittel")
Key = tuple[Scope, str]
"""A scope and what of it: the id of a field, a year, a source; empty for all, or for no year."""
TotalsByKey = Mapping[Key, Mapping[What, Amount]]


@dataclass(frozen=True)
class Totals:
    """A sum before and after, in cents."""

    what: What
    old: Amount
    new: Amount

    @property
    def differ(self) -> bool:
        """Whether the sums differ, and not only the number of their parts."""
        return _said(self.old) != _said(self.new)


@dataclass(frozen=True)
class Money:
    """The sums that differ of a field, a year, a source (named in `id`) or of all."""

    by: Scope
    id: str
    sums: tuple[Totals, ...]


def money(old: Catalog, new: Catalog, names: Names) -> Iterator[Money]:
    """What differs, in the order of fields, years and sources."""
    before, after = _totals(old, names), _totals(new, names)
    years = any(by == "year" and id_ for by, id_ in (*before, *after))
    for key in sorted({*before, *after}, key=_order):
        if key[0] == "year" and not years:
            continue
        was, now = before.get(key, {}), after.get(key, {})
        pairs = (Totals(w, was.get(w, Amount()), now.get(w, Amount())) for w in WHAT)
        found = tuple(each for each in pairs if each.differ)
        if found:
            yield Money(*key, found)


def _order(key: Key) -> tuple[int, int, str]:
    by, id_ = key
    place = ("total", "field", "year", "programme").index(by)
    digits = id_.removeprefix("HF")
    return place, int(digits) if digits.isdecimal() else 10_000, id_


def _said(sum_: Amount) -> Amount:
    return replace(sum_, ab=int(bool(sum_.ab)), beziffert=int(bool(sum_.beziffert)))


def _totals(catalog: Catalog, names: Names) -> TotalsByKey:
    found: dict[Key, dict[What, Amount]] = defaultdict(lambda: defaultdict(Amount))
    known = [each for each in catalog.measures if each.active]
    for measure in known:
        keys: tuple[Key, ...] = (("total", ""), ("field", measure.handlungsfeld))
        for kind, cost in costs(measure).items():
            for key in keys:
                found[key][kind or "ohne"] += _in_cents(cost)
        for means in open_means(measure):
            for key in _keys(means, names):
                found[key]["mittel"] += OPEN
    for balance in balances(known, catalog.programmes):
        for entry in balance.ausgaben:
            found["year", _year(entry.jahr)]["einmalig"] += amount(entry.cent, entry.cent)
        for means in balance.mittel:
            for key in _keys(means, names):
                found[key]["mittel"] += amount(means.cent, means.cent)
    return found


def _keys(means: Means, names: Names) -> tuple[Key, ...]:
    return (
        ("total", ""),
        ("field", means.feld),
        ("year", _year(means.jahr)),
        ("programme", source_name(means, names)),
    )


def _year(year: int | None) -> str:
    return str(year) if year else ""


def _in_cents(cost: Amount) -> Amount:
    return replace(cost, von=cost.von * CENTS, bis=cost.bis * CENTS)
