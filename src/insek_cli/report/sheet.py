"""What a Steckbrief says besides its texts: four facts in a row, steps, indicators, costs, money.

Each line of a drawing is in words first; the numbers beside it are what the drawing needs.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from insek_cli.finance.amount import total
from insek_cli.finance.costs import KINDS, Kind, costs, position
from insek_cli.models.labels import LABELS
from insek_cli.models.measure import Measure
from insek_cli.models.measure_parts import CostItem, Costs, Step
from insek_cli.schedule.spans import Span, is_milestone, step_span
from insek_cli.wording import phrases
from insek_cli.wording.notation import span
from insek_cli.wording.phrases import Names
from insek_cli.wording.short_sums import figures, short_sum
from insek_cli.wording.sums import AND_OPEN, UNPRICED
from insek_cli.wording.text import LabelledLines, Line, line


@dataclass(frozen=True)
class Drawn:
    """A line of words, with a remark behind them, and what is drawn beside it."""

    worte: str
    zusatz: str = ""
    masse: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class CostRow:
    """A position, and its amount under each kind of cost."""

    worte: str
    zusatz: str
    betraege: tuple[str, ...]


@dataclass(frozen=True)
class CostTable:
    """The positions; a column for each kind of cost there is, so that no two kinds ever add up."""

    arten: tuple[str, ...]
    zeilen: tuple[CostRow, ...]
    summen: tuple[str, ...]
    """Empty where no kind has two positions."""
    preisstand: int | None

    @property
    def summentitel(self) -> str:
        """What stands before the sums."""
        whole = all(UNPRICED not in each and AND_OPEN not in each for each in self.summen)
        return "Summe" if whole else "Summe, soweit beziffert"


@dataclass(frozen=True)
class SheetFact:
    """One of the four facts in a row; `ganz` when nothing more is known under its key."""

    key: str
    name: str
    zeilen: tuple[Line, ...] = ()
    ganz: bool = False


@dataclass(frozen=True)
class Sheet:
    """The parts of a Steckbrief that are drawn."""

    fakten: tuple[SheetFact, ...]
    achse: str
    """First year and year after the last of the steps, empty where none has a date."""
    schritte: tuple[Drawn, ...]
    indikatoren: tuple[Drawn, ...]
    kosten: CostTable | None
    geldquellen: tuple[Drawn, ...]

    @property
    def gesagt(self) -> tuple[str, ...]:
        """The keys that the row of facts says to the end."""
        return tuple(fact.key for fact in self.fakten if fact.ganz)


def sheet(measure: Measure, lead: LabelledLines, names: Names) -> Sheet:
    """The drawn parts of a measure; `lead` is what is known of the Federführung."""
    watch = measure.monitoring
    return Sheet(
        fakten=(
            SheetFact(lead.key, lead.label, lead.lines, ganz=True),
            _period(measure),
            _costs(measure),
            _place(measure, names),
        ),
        achse=_axis(measure),
        schritte=tuple(map(_step, measure.prozess)),
        indikatoren=tuple(
            Drawn(
                each.name,
                phrases.indicator(each).removeprefix(each.name),
                _known({"heute": each.ausgangswert, "ziel": each.zielwert}),
            )
            for each in (watch.indikatoren if watch else ())
        ),
        kosten=_table(measure.kosten) if measure.kosten else None,
        geldquellen=tuple(
            Drawn(phrases.funding(each, names), masse=_known({"stand": each.foerderstand}))
            for each in measure.finanzierung
        ),
    )


def _known(values: Mapping[str, object]) -> dict[str, str]:
    return {name: str(value) for name, value in values.items() if value is not None}


# The four facts.


def _period(measure: Measure) -> SheetFact:
    """The years; the horizon where there are none. Its horizon is also said beside the title."""
    period = measure.zeitraum
    if period is None:
        return SheetFact("zeitraum", "Zeitraum")
    dates = span(period.beginn, period.ende)
    said = dates or phrases.horizons(period.horizont)
    return SheetFact(
        "zeitraum",
        "Zeitraum",
        (line(said),) if said else (),
        ganz=bool(said) and not (period.rhythmus or period.erlaeuterung),
    )


SHORT_KINDS: dict[Kind, str] = {"einmalig": "einmalig", "jaehrlich": "jährlich", None: ""}


def _costs(measure: Measure) -> SheetFact:
    """The sums, one-off and yearly apart; what has no number at all is left to the table."""
    known = costs(measure).items()
    found = {kind: cost for kind, cost in known if cost.bis or (cost.beziffert and not cost.offen)}
    if len(found) == 1:
        ((kind, cost),) = found.items()
        name = f"Kosten, {SHORT_KINDS[kind]}" if kind else "Kosten"
        return SheetFact("kosten", name, (line(short_sum(cost)),))
    ordered = [(SHORT_KINDS[kind] or "sonst", found[kind]) for kind in KINDS if kind in found]
    return SheetFact("kosten", "Kosten", tuple(line(f"{k} {short_sum(c)}") for k, c in ordered))


LONGEST_PLACE = 60
"""Characters of a place that stand in the row of facts."""


def _place(measure: Measure, names: Names) -> SheetFact:
    """Where: the districts, else the words, else the level; the side column says all of it."""
    where = measure.standort
    if where is None:
        return SheetFact("standort", "Standort")
    districts = ", ".join(names.get(("district", each), each) for each in where.ortsbezirk)
    described = where.beschreibung or ""
    choices = (districts, described, ", ".join(LABELS[level] for level in where.ebene))
    short = next((said for said in choices if 0 < len(said) <= LONGEST_PLACE), "")
    whole = sum(map(bool, (*choices, where.koordinate))) == 1
    lines = (line(short),) if short else ()
    return SheetFact("standort", "Standort", lines, ganz=whole and bool(short))


# Steps.


def _year(day: date, *, last: bool = False) -> float:
    start = date(day.year, 1, 1).toordinal()
    length = date(day.year + 1, 1, 1).toordinal() - start
    return round(day.year + (day.toordinal() - start + int(last)) / length, 3)


def _axis(measure: Measure) -> str:
    days = [day for step in measure.prozess for found in (step_span(step),) if found
            for day in found.days]  # fmt: skip
    return f"{min(days).year} {max(days).year + 1}" if days else ""


OPEN_END = 1.0
"""Years that a step without an end, or without a begin, is drawn."""


def _step(step: Step) -> Drawn:
    """A step; of one end only, it is drawn for a year, with an arrow."""
    found = step_span(step)
    remark = phrases.step(step).removeprefix(step.schritt)
    done = {"erledigt": "ja"} if step.erledigt else {}
    return Drawn(step.schritt, remark, {**_stretch(step, found), **done} if found else done)


def _stretch(step: Step, found: Span) -> dict[str, str]:
    first = _year(found.first) if found.first else None
    last = _year(found.last, last=True) if found.last else None
    if first is not None and last is not None:
        kind = "punkt" if is_milestone(step) else "spanne"
    elif first is not None:
        kind, last = "ende", int(first) + OPEN_END
    else:
        kind, first = "anfang", (last or 0) - OPEN_END
    return {"von": str(first), "bis": str(last), "art": kind}


# Costs.


def _table(known: Costs) -> CostTable | None:
    """A column for each kind; what names no kind needs one only where it has a number."""
    items = known.positionen
    if not items:
        return None
    of_kind = {kind: [item for item in items if item.rhythmus == kind] for kind in KINDS}
    kinds = [kind for kind, mine in of_kind.items() if mine and (kind or any(map(_priced, mine)))]
    kinds = kinds or [None]
    sums = [total(position(item, None) for item in of_kind[kind]) for kind in kinds]
    several = any(len(of_kind[kind]) > 1 for kind in kinds) and any(each.bis for each in sums)
    return CostTable(
        arten=tuple(f"{SHORT_KINDS[kind]} in €".strip() for kind in kinds),
        zeilen=tuple(_row(item, kinds) for item in items),
        summen=tuple(map(figures, sums)) if several else (),
        preisstand=known.preisstand,
    )


def _priced(item: CostItem) -> bool:
    return item.von is not None or item.bis is not None


def _row(item: CostItem, kinds: Sequence[Kind]) -> CostRow:
    size = " bis ".join(LABELS[magnitude] for magnitude in item.einordnung)
    amount = figures(position(item, None)) if _priced(item) or not size else size
    beside = (
        size if _priced(item) else "",
        item.erlaeuterung if item.art else "",
        "" if item.rhythmus in kinds else amount,
    )
    return CostRow(
        item.art or item.erlaeuterung or "Kosten",
        " · ".join(filter(None, beside)),
        tuple(amount if kind == item.rhythmus else "" for kind in kinds),
    )
