"""Money that does not add up: funding against costs and programmes, years against amounts."""

from collections.abc import Iterator
from itertools import combinations

from insek_cli.checks.context import Context
from insek_cli.finance.costs import position, total_of
from insek_cli.finance.kofi import CENTS, volume
from insek_cli.findings import Issue
from insek_cli.findings.suggest import did_you_mean
from insek_cli.i18n import language
from insek_cli.models.measure import Measure
from insek_cli.models.measure_parts import CostItem, Funding
from insek_cli.models.registers import Programme
from insek_cli.models.types import GROUPS
from insek_cli.source.nodes import Path
from insek_cli.source.records import Record


def implausible_funding(context: Context) -> Iterator[Issue]:
    """Funding against the cost, the whole and the programme."""
    programmes = context.catalog.programmes
    for record in context.loaded.measures:
        yield from _sums(record)
        for index, item in enumerate(record.model.finanzierung):
            path: Path = ("finanzierung", index)
            yield from _years_of(record, path, item)
            yield from _aims(record, path, item)
            if item.programm and item.quelle:
                yield record.issue("INSEK445", (*path, "quelle"))
            if programme := programmes.get(item.programm or ""):
                yield from _programme(record, path, item, programme)
        yield from _exclusive(record, context)


def implausible_costs(context: Context) -> Iterator[Issue]:
    """Years and eligible amounts against the cost of a position; groups that nobody named."""
    known = (*GROUPS, *context.catalog.concept.kostengruppen)
    for record in context.loaded.measures:
        costs = record.model.kosten
        for index, item in enumerate(costs.positionen if costs else ()):
            path: Path = ("kosten", "positionen", index)
            if item.gruppe and item.gruppe not in known:
                hint = did_you_mean(item.gruppe, known)
                details = {"name": item.gruppe, "known": ", ".join(known)}
                yield record.issue("INSEK444", (*path, "gruppe"), hint=hint, **details)
            yield from _against_cost(record, path, item)


def _against_cost(record: Record[Measure], path: Path, item: CostItem) -> Iterator[Issue]:
    cost = position(item, None)
    if not cost.beziffert or (cost.ab and cost.bis):
        return
    years = sum(year.betrag for year in item.jahre)
    if years > cost.bis:
        details = {"years": _euros(years), "amount": _euros(cost.bis)}
        yield record.issue("INSEK441", (*path, "jahre"), **details)
    eligible = item.foerderfaehig.betrag if item.foerderfaehig else None
    if eligible is not None and eligible > cost.bis:
        details = {"eligible": _euros(eligible), "cost": _euros(cost.bis)}
        yield record.issue("INSEK446", (*path, "foerderfaehig", "betrag"), **details)


def _years_of(record: Record[Measure], path: Path, item: Funding) -> Iterator[Issue]:
    years = sum(year.betrag for year in item.jahre)
    if item.betrag is not None and item.jahre and years != item.betrag:
        details = {"years": _euros(years), "amount": _euros(item.betrag)}
        yield record.issue("INSEK441", (*path, "jahre"), variant="funding", **details)


def _aims(record: Record[Measure], path: Path, item: Funding) -> Iterator[Issue]:
    costs = record.model.kosten
    known = [each.art for each in (costs.positionen if costs else ()) if each.art]
    for index, name in enumerate(item.fuer):
        if name not in known:
            hint = did_you_mean(name, known)
            yield record.issue("INSEK447", (*path, "fuer", index), hint=hint, name=name)


def _sums(record: Record[Measure]) -> Iterator[Issue]:
    measure = record.model
    amounts = [item.betrag for item in measure.finanzierung if item.betrag is not None]
    cost = _cost(measure)
    if cost is not None and sum(amounts) > cost:
        details = {"funding": _euros(sum(amounts)), "cost": _euros(cost)}
        yield record.issue("INSEK412", ("finanzierung",), **details)
    shares = [item.anteil for item in measure.finanzierung if item.anteil is not None]
    parts = {(item.jahr, item.fuer) for item in measure.finanzierung}
    # Shares of parts of a measure stand in one list; alone each is at most 100.
    if len(shares) == len(measure.finanzierung) and len(parts) <= 1 and sum(shares) > 100:
        yield record.issue("INSEK413", ("finanzierung",), total=f"{sum(shares):g}")


def _euros(amount: int) -> str:
    text = f"{amount:,}"
    return text.replace(",", ".") if language() == "de" else text


def _cost(measure: Measure) -> int | None:
    """The highest known cost in Euro; None while a position has no amount or recurs."""
    items = measure.kosten.positionen if measure.kosten else ()
    cost = total_of(measure)
    recurs = any(item.rhythmus == "jaehrlich" for item in items)
    return cost.bis if items and not cost.offen and not recurs else None


def _programme(
    record: Record[Measure], path: Path, item: Funding, programme: Programme
) -> Iterator[Issue]:
    begin, end = programme.von, programme.bis
    dated: list[tuple[Path, int]] = [((*path, "jahr"), item.jahr)] if item.jahr else []
    dated += [((*path, "jahre", i, "jahr"), year.jahr) for i, year in enumerate(item.jahre)]
    for place, year in dated:
        if (begin and year < begin.year) or (end and year > end.year):
            period = f"{begin or '…'} – {end or '…'}"
            details = {"year": str(year), "programme": programme.titel, "period": period}
            yield record.issue("INSEK414", place, **details)
    most = programme.hoechstanteil
    if item.anteil is not None and most is not None and item.anteil > most:
        details = {"share": f"{item.anteil:g}", "limit": f"{most:g}"}
        yield record.issue("INSEK415", (*path, "anteil"), programme=programme.titel, **details)
    yield from _above_ceiling(record, path, item, programme)


def _above_ceiling(
    record: Record[Measure], path: Path, item: Funding, programme: Programme
) -> Iterator[Issue]:
    """What a source gives, told or following from its share or its years, against the ceiling."""
    costs = record.model.kosten
    given = volume(item, costs.positionen if costs else ())
    ceiling = programme.hoechstbetrag
    if ceiling is None or given <= ceiling * CENTS:
        return
    key = next(key for key in ("betrag", "anteil", "jahre") if getattr(item, key))
    # A part of a Euro above the ceiling must not read as the ceiling itself.
    details = {"amount": _euros(-(-given // CENTS)), "limit": _euros(ceiling)}
    yield record.issue("INSEK442", (*path, key), programme=programme.titel, **details)


def _exclusive(record: Record[Measure], context: Context) -> Iterator[Issue]:
    """Programmes of one measure that rule each other out, told at the later of the two."""
    used = [
        (index, programme)
        for index, item in enumerate(record.model.finanzierung)
        if (programme := context.catalog.programmes.get(item.programm or ""))
    ]
    for (_, one), (index, other) in combinations(used, 2):
        if other.id in one.nicht_mit or one.id in other.nicht_mit:
            details = {"programme": other.titel, "other": one.titel}
            yield record.issue("INSEK443", ("finanzierung", index, "programm"), **details)


RULES = (
    implausible_funding,
    implausible_costs,
)
