"""Records of which German says more in a phrase than in labelled values: costs, funding, steps …

Every output reads these: what the Steckbrief says of a cost, sheet, terminal and Synopse say too.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from insek_cli.models.base import Model
from insek_cli.models.concept import CharterSentence
from insek_cli.models.field import Goal, Subgoal
from insek_cli.models.labels import LABELS
from insek_cli.models.measure_parts import (
    Coordinate,
    CostItem,
    CrossReference,
    Eligible,
    Funding,
    Indicator,
    Location,
    Period,
    Step,
    YearAmount,
)
from insek_cli.schedule.spans import is_milestone
from insek_cli.wording.notation import (
    enumerated,
    euro,
    euro_range,
    measured,
    number,
    quantity,
    span,
)

Names = Mapping[tuple[str, str], str]
"""What people call a record, by its kind (as in `Refers`) and id."""


def phrase(record: Model, names: Names) -> str | None:
    """The record as a phrase; None where its values are told one by one."""
    worded = _PHRASES.get(type(record))
    return worded(record, names) if worded else None


def _listed(*parts: str | None) -> str:
    return ", ".join(filter(None, parts))


def _led(head: str | None, rest: str) -> str:
    """What it is about, then what is known of it."""
    return f"{head}: {rest}" if head and rest else head or rest


def _explained(text: str, remark: str | None) -> str:
    """A remark stands in brackets, unless it is a sentence, or has brackets itself."""
    if not (text and remark):
        return text or remark or ""
    sentence = remark.rstrip()[-1] in ".!?…" or "(" in remark
    return f"{text}. {remark}" if sentence else f"{text} ({remark})"


def cost(item: CostItem) -> str:
    """Betrieb: gering, jährlich 95.000 bis 110.000 € (ohne Energie)."""
    rhythm = LABELS[item.rhythmus] if item.rhythmus else None
    amount = " ".join(filter(None, (rhythm, euro_range(item.von, item.bis))))
    size = " bis ".join(LABELS[magnitude] for magnitude in item.einordnung)
    group = LABELS.get(item.gruppe, item.gruppe) if item.gruppe else None
    part = eligible(item.foerderfaehig) if item.foerderfaehig else None
    known = _listed("keine Kosten" if size == "keine" else size, amount, years(item.jahre), part)
    about = f"{item.art} ({group})" if item.art and group else item.art or group
    return _led(about, _explained(known, item.erlaeuterung))


def eligible(item: Eligible) -> str:
    """Zu 80 % förderfähig; davon 20.000 € förderfähig; nicht förderfähig."""
    if item.anteil is not None:
        return f"zu {quantity(item.anteil, 'Prozent')} förderfähig"
    if item.betrag is None:
        return ""
    return f"davon {euro(item.betrag)} förderfähig" if item.betrag else "nicht förderfähig"


def years(items: Iterable[YearAmount]) -> str:
    """2027: 50.000 €, 2028: 75.000 €."""
    return ", ".join(map(year_amount, items))


def year_amount(item: YearAmount) -> str:
    """2027: 50.000 €."""
    return f"{item.jahr}: {euro(item.betrag)}"


FUNDING_STATES = {"idee": "bisher eine Idee"}
"""States that read otherwise behind a sum than in a table."""


def funding(item: Funding, names: Names) -> str:
    """Städtebauförderung: 60 % der Kosten, Förderjahr 2027, beantragt (Antrag vom 30.01.)."""
    name = names.get(("programme", item.programm), item.programm) if item.programm else None
    source = LABELS[item.quelle] if item.quelle else None
    name = f"{name} ({source})" if name and source else name or source
    amount = euro(item.betrag) if item.betrag is not None else ""
    if item.anteil is not None:
        amount = f"{quantity(item.anteil, 'Prozent')} der Kosten"
    aim = f"für {enumerated(f'„{name}“' for name in item.fuer)}" if item.fuer else ""
    amount = " ".join(filter(None, (amount, aim)))
    year = f"Förderjahr {item.jahr}" if item.jahr else ""
    if item.betrag is not None and year:
        amount, year = f"{amount} im Jahr {item.jahr}", ""
    state = item.foerderstand
    worded = FUNDING_STATES.get(state, LABELS[state]) if state else None
    known = _listed(amount, year, years(item.jahre), worded)
    return _led(name, _explained(known, item.erlaeuterung))


def step(item: Step) -> str:
    """Grundsatzbeschluss (25.09.2025, erledigt)."""
    end = item.ende or (item.beginn if is_milestone(item) else None)
    known = _listed(span(item.beginn, end), "erledigt" if item.erledigt else None)
    return f"{item.schritt} ({known})" if known else item.schritt


def indicator(item: Indicator) -> str:
    """Straßenbäume: von heute 321 auf 486 Bäume bis 2031."""
    now, goal, unit = item.ausgangswert, item.zielwert, item.einheit
    by = f" bis {item.jahr}" if item.jahr else ""
    if goal is None:
        known = f"heute {measured(now, unit)}" if now is not None else unit
        return _led(item.name, _listed(known, f"Zieljahr {item.jahr}" if item.jahr else None))
    if now is None:
        return _led(item.name, f"Ziel {measured(goal, unit)}{by}")
    change = "wie heute" if now == goal else f"von heute {number(now)} auf"
    return _led(item.name, f"{change} {measured(goal, unit)}{by}")


def cross_reference(item: CrossReference, names: Names) -> str:
    """Radverkehrskonzept (Kapitel 4)."""
    name = names.get(("plan", item.plan), item.plan)
    return name + place_in_plan(item)


def place_in_plan(item: CrossReference) -> str:
    """Where in a plan: behind its name, in brackets."""
    return f" ({item.stelle})" if item.stelle else ""


def period(item: Period) -> str:
    """kurz- bis mittelfristig, 02/2025 – 05/2029, einmalig."""
    dates = span(item.beginn, item.ende)
    known = _listed(horizons(item.horizont), dates, item.rhythmus)
    return _explained(known, item.erlaeuterung)


def horizons(chosen: Iterable[str]) -> str:
    """One horizon, or from the nearest to the farthest: kurz- bis langfristig."""
    known = [horizon for horizon in _HORIZONS if horizon in set(chosen)]
    if len(known) < 2:
        return "".join(known)
    return f"{known[0].removesuffix('fristig')}- bis {known[-1]}"


_HORIZONS = ("kurzfristig", "mittelfristig", "langfristig")


def coordinate(point: Coordinate) -> str:
    """54,0589° N, 7,5042° O."""
    north = f"{quantity(abs(point.lat), 'Grad')} {'N' if point.lat >= 0 else 'S'}"
    return f"{north}, {quantity(abs(point.lon), 'Grad')} {'O' if point.lon >= 0 else 'W'}"


def place(item: Location, names: Names) -> tuple[str, ...]:
    """Place, levels, districts and coordinate, a line each."""
    districts = [names.get(("district", i), i) for i in item.ortsbezirk]
    label = "Ortsbezirk" if len(districts) == 1 else "Ortsbezirke"
    return tuple(
        filter(
            None,
            (
                item.beschreibung,
                ", ".join(LABELS[level] for level in item.ebene),
                f"{label}: {', '.join(districts)}" if districts else "",
                f"Koordinate: {coordinate(item.koordinate)}" if item.koordinate else "",
            ),
        )
    )


def goal(record: Goal) -> str:
    """Leerstand senken: Läden nutzen; Wohnungen vermieten."""
    return _led(record.titel, "; ".join(part.titel for part in record.unterziele))


_PHRASES: dict[type[Model], Callable[[Any, Names], str]] = {
    CostItem: lambda item, _names: cost(item),
    Eligible: lambda item, _names: eligible(item),
    YearAmount: lambda item, _names: year_amount(item),
    Funding: funding,
    Step: lambda item, _names: step(item),
    Indicator: lambda item, _names: indicator(item),
    CrossReference: cross_reference,
    Period: lambda item, _names: period(item),
    Coordinate: lambda item, _names: coordinate(item),
    Goal: lambda record, _names: goal(record),
    Subgoal: lambda record, _names: record.titel,
    CharterSentence: lambda item, _names: f"{item.nummer}. {item.satz}",
}
