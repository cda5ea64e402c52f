"""What no balance can hold yet: costs that may recur or not, and means without an amount."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from insek_cli.finance.amount import Amount, total
from insek_cli.finance.costs import position
from insek_cli.finance.kofi import Cents, Means, for_once, payer_alone, volume
from insek_cli.models.measure import Measure
from insek_cli.models.measure_parts import CostItem, Funding


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


def open_means(measure: Measure) -> Iterator[Means]:
    """The sources for one-off costs of which an amount is open, each with nought cents.

    Open is one without amount and share, and a share of what is not priced in full.
    """
    items = measure.kosten.positionen if measure.kosten else ()
    for source in measure.finanzierung:
        if for_once(source, items) and _is_open(source, items):
            yield Means(
                massnahme=measure.id,
                feld=measure.handlungsfeld,
                programm=source.programm,
                zahlt=payer_alone(source),
                stand=source.foerderstand,
                jahr=source.jahr,
                cent=0,
            )


def _is_open(source: Funding, items: Sequence[CostItem]) -> bool:
    if source.betrag is not None or (source.anteil is None and source.jahre):
        return False
    meant = [
        item
        for item in items
        if item.rhythmus == "einmalig" and (not source.fuer or item.art in source.fuer)
    ]
    known = meant and all(position(item, None).beziffert for item in meant)
    return source.anteil is None or not known
