"""The overview of costs and financing (Kosten- und Finanzierungsübersicht, § 149 BauGB).

§ 149 asks for the costs as far as they are known, by kind, and for who pays them, public bodies and
others apart; and allows it to be limited to what is foreseeable. So every Euro is an entry of its
own: which measure, which group or source, which year. Whatever is summed is a sum of entries, and
any split of them gives the same total.

- It counts one-off costs. Yearly ones recur without end and have no total; what does not say which
  it is, is in no balance and told beside them (`unassigned`).
- It counts with the upper end of a range, which is what must be paid for at worst, and with the
  lower one where there is no upper end. Both are marked.
- A share is one of what can be funded, where every position it is for says that; else of the costs.
- All amounts are whole cents.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from insek_cli.finance.amount import Amount, total
from insek_cli.finance.costs import position
from insek_cli.finance.shares import rounded, split
from insek_cli.models.measure import Measure
from insek_cli.models.measure_parts import CostItem, Funding, YearAmount
from insek_cli.models.registers import Programme
from insek_cli.models.types import FundingStatus, Share

Cents = int
CENTS = 100
Payer = Literal["bund", "land", "eu", "programm", "gemeinde", "dritte", "ohne"]
"""Who pays: `programm` where a programme does not say how it is divided, `ohne` where the data
does not name the source."""
PAYERS: tuple[Payer, ...] = ("bund", "land", "eu", "programm", "gemeinde", "dritte", "ohne")
SHARES: tuple[Share, ...] = ("bund", "land", "eu", "gemeinde")


@dataclass(frozen=True)
class Spending:
    """What one measure spends on one group in one year; None where the data does not say."""

    massnahme: str
    feld: str
    gruppe: str | None
    jahr: int | None
    cent: Cents


@dataclass(frozen=True)
class Means:
    """What one payer gives to one measure in one year, by which programme and how certain."""

    massnahme: str
    feld: str
    programm: str | None
    zahlt: Payer
    stand: FundingStatus | None
    jahr: int | None
    cent: Cents


@dataclass(frozen=True)
class Balance:
    """The one-off costs of a measure and what is there for them.

    - `kosten` has the range, what is open and the price base; `cent` is the cost counted with.
    - `foerderfaehig` is None where no position says it, `ganz` whether all do.
    - `luecke` is what nothing pays for yet, `zuviel` what is there beyond the costs.
    """

    massnahme: str
    feld: str
    kosten: Amount
    ausgaben: tuple[Spending, ...]
    mittel: tuple[Means, ...]
    foerderfaehig: Cents | None
    ganz: bool

    @property
    def cent(self) -> Cents:
        """The costs."""
        return spent(self.ausgaben)

    @property
    def luecke(self) -> Cents:
        """What of the costs nothing pays for."""
        return max(0, self.cent - given(self.mittel))

    @property
    def zuviel(self) -> Cents:
        """What is there beyond the costs."""
        return max(0, given(self.mittel) - self.cent)


def spent(entries: Iterable[Spending]) -> Cents:
    """The sum of costs."""
    return sum(entry.cent for entry in entries)


def given(entries: Iterable[Means]) -> Cents:
    """The sum of means."""
    return sum(entry.cent for entry in entries)


def balances(
    measures: Iterable[Measure], programmes: Mapping[str, Programme]
) -> tuple[Balance, ...]:
    """The balance of each measure that has one-off costs or means for them, in the order given.

    Dropped, deferred and merged measures have none.
    """
    found = (_balance(measure, programmes) for measure in measures if measure.active)
    return tuple(each for each in found if each.ausgaben or each.mittel)


def _balance(measure: Measure, programmes: Mapping[str, Programme]) -> Balance:
    items = measure.kosten.positionen if measure.kosten else ()
    base = measure.kosten.preisstand if measure.kosten else None
    once = [item for item in items if item.rhythmus == "einmalig"]
    said = [eligible(item) for item in once if item.foerderfaehig]
    return Balance(
        massnahme=measure.id,
        feld=measure.handlungsfeld,
        kosten=total(position(item, base) for item in once),
        ausgaben=tuple(entry for item in once for entry in _spending(measure, item)),
        mittel=tuple(_means(measure, items, programmes)),
        foerderfaehig=sum(map(rounded_half_up, said)) if said else None,
        ganz=len(said) == len(once),
    )


def counted(item: CostItem) -> Cents:
    """What is counted with: the upper end, or the lower one where there is none."""
    return position(item, None).bis * CENTS


def eligible(item: CostItem) -> Fraction:
    """What of a position a programme may pay for, in cents; all of it where it does not say."""
    part = item.foerderfaehig
    if part is None or (part.betrag is None and part.anteil is None):
        return Fraction(counted(item))
    if part.betrag is not None:
        return Fraction(part.betrag * CENTS)
    return counted(item) * _share(part.anteil or 0)


def _share(percent: float) -> Fraction:
    return Fraction(str(percent)) / 100


def rounded_half_up(value: Fraction) -> Cents:
    """Whole cents."""
    return rounded([value])[0]


def _by_year(
    whole: Cents, years: Sequence[YearAmount], year: int | None = None
) -> Iterator[tuple[int | None, Cents]]:
    """An amount by year; what the years leave over has the single year, or none."""
    known: list[tuple[int | None, Cents]]
    known = [(entry.jahr, entry.betrag * CENTS) for entry in years]
    left = whole - sum(cents for _, cents in known)
    # Years that come to more than the amount are a finding; the amount stays what it is.
    if left < 0 and known:
        parts = split(whole, [cents for _, cents in known])
        known = [(jahr, part) for (jahr, _), part in zip(known, parts, strict=True)]
    elif left:
        known.append((year if not years else None, left))
    yield from known


def _spending(measure: Measure, item: CostItem) -> Iterator[Spending]:
    for year, cents in _by_year(counted(item), item.jahre):
        yield Spending(measure.id, measure.handlungsfeld, item.gruppe, year, cents)


def _means(
    measure: Measure, items: Sequence[CostItem], programmes: Mapping[str, Programme]
) -> Iterator[Means]:
    for source in measure.finanzierung:
        if not for_once(source, items):
            continue
        programme = programmes.get(source.programm or "")
        for year, cents in _by_year(volume(source, items), source.jahre, source.jahr):
            for payer, part in _payers(source, programme, cents):
                yield Means(
                    massnahme=measure.id,
                    feld=measure.handlungsfeld,
                    programm=source.programm,
                    zahlt=payer,
                    stand=source.foerderstand,
                    jahr=year,
                    cent=part,
                )


def for_once(source: Funding, items: Sequence[CostItem]) -> bool:
    """Whether a source is for one-off costs: for the positions it names, else for the measure.

    A measure that has yearly costs only spends on these what it is given.
    """
    meant = [item for item in items if item.art in source.fuer] if source.fuer else items
    return not meant or any(item.rhythmus == "einmalig" for item in meant)


def volume(source: Funding, items: Sequence[CostItem]) -> Cents:
    """What a source gives, in cents; nothing where neither amount nor share is known.

    Without amount and share it is what its years add up to.
    """
    if source.betrag is not None:
        return source.betrag * CENTS
    if source.anteil is None:
        return sum(entry.betrag for entry in source.jahre) * CENTS
    meant = [
        item
        for item in items
        if item.rhythmus == "einmalig" and (not source.fuer or item.art in source.fuer)
    ]
    part = all(item.foerderfaehig for item in meant)
    basis = sum((eligible(i) if part else Fraction(counted(i)) for i in meant), Fraction())
    return rounded_half_up(basis * _share(source.anteil))


def payer_alone(source: Funding) -> Payer:
    """Who pays, as long as nothing divides it."""
    own: dict[str | None, Payer] = {"eigenmittel": "gemeinde", "dritte": "dritte"}
    return "programm" if source.programm else own.get(source.quelle, "ohne")


def _payers(
    source: Funding, programme: Programme | None, cents: Cents
) -> Iterator[tuple[Payer, Cents]]:
    if source.programm is None:
        yield payer_alone(source), cents
    elif programme is None or not programme.aufteilung:
        yield "programm", cents
    else:
        # In one order, whatever that of the file: of equal remainders the first gets the cent.
        known = programme.aufteilung
        shares = [(name, known[name]) for name in SHARES if name in known]
        parts = split(cents, [weight for _, weight in shares])
        yield from ((name, part) for (name, _), part in zip(shares, parts, strict=True))
