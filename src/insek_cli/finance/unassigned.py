"""What no balance can hold yet: costs of which the data does not say whether they recur."""

from collections.abc import Iterable
from dataclasses import dataclass

from insek_cli.finance.amount import Amount, total
from insek_cli.finance.costs import position
from insek_cli.finance.kofi import Cents, for_once, volume
from insek_cli.models.measure import Measure


@dataclass(frozen=True)
class Unassigned:
    """How many positions of a measure say neither one-off nor yearly, and what they cost.

    `mittel` are the means for nothing but such positions, which no balance counts either.
    """

    massnahme: str
    feld: str
    positionen: int
    kosten: Amount
    mittel: Cents


def unassigned(measures: Iterable[Measure]) -> tuple[Unassigned, ...]:
    """The measures with such positions, in the order given; dropped and merged ones have none."""
    return tuple(_of(each) for each in measures if each.active and _open(each))


def _open(measure: Measure) -> bool:
    items = measure.kosten.positionen if measure.kosten else ()
    return any(item.rhythmus is None for item in items)


def _of(measure: Measure) -> Unassigned:
    known = measure.kosten
    items = known.positionen if known else ()
    base = known.preisstand if known else None
    unsaid = [item for item in items if item.rhythmus is None]
    arts = {item.art for item in unsaid}
    left = [
        source
        for source in measure.finanzierung
        if not for_once(source, items) and (not source.fuer or arts & set(source.fuer))
    ]
    return Unassigned(
        massnahme=measure.id,
        feld=measure.handlungsfeld,
        positionen=len(unsaid),
        kosten=total(position(item, base) for item in unsaid),
        mittel=sum(volume(source, items) for source in left),
    )
