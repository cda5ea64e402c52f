"""What measures cost, position by position: one-off and yearly costs never meet in one sum."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from insek_cli.finance.amount import FREE, OPEN, Amount, amount, total
from insek_cli.models.measure import Measure
from insek_cli.models.measure_parts import CostItem
from insek_cli.models.types import Rhythm

Kind = Rhythm | None
"""How often a cost arises; None where the data does not say, which is a kind of its own."""
KINDS: tuple[Kind, ...] = ("einmalig", "jaehrlich", None)
CostsByKind = Mapping[Kind, Amount]


def position(item: CostItem, price_base: int | None) -> Amount:
    """What one position costs; a magnitude in words is no number, but „keine“ is nought.

    Without an amount of its own it costs what its years add up to.
    """
    if item.von is not None or item.bis is not None:
        return amount(item.von, item.bis, price_base)
    if item.jahre:
        known = sum(year.betrag for year in item.jahre)
        return amount(known, known, price_base)
    return FREE if item.einordnung == ("keine",) else OPEN


def costs(measure: Measure) -> CostsByKind:
    """What a measure costs, by kind, only the kinds there are; open where it names no position."""
    known = measure.kosten
    if known is None or not known.positionen:
        return {None: OPEN}
    found: dict[Kind, Amount] = defaultdict(Amount)
    for item in known.positionen:
        found[item.rhythmus] += position(item, known.preisstand)
    return dict(found)


def total_of(measure: Measure) -> Amount:
    """The positions of a measure in one sum, whatever their kind: to compare, not to print."""
    return total(costs(measure).values())


def total_costs(measures: Iterable[Measure]) -> CostsByKind:
    """What measures cost together, by kind.

    Dropped and deferred measures cost nothing, and one that was merged into another is paid for
    there: only measures that carry a number count, each once.
    """
    found: dict[Kind, Amount] = defaultdict(Amount)
    for measure in {each.id: each for each in measures if each.active}.values():
        for kind, cost in costs(measure).items():
            found[kind] += cost
    return dict(found)
