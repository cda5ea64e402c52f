"""What each column of the Maßnahmenliste says about a measure, worded once for all outputs."""

from collections.abc import Callable, Iterable

from insek_cli.catalog import Catalog
from insek_cli.models.base import COLUMNS
from insek_cli.models.measure import Measure
from insek_cli.models.measure_parts import CostItem, Funding, Indicator, Step
from insek_cli.models.types import LABELS
from insek_cli.wording.text import Fact, Line, Run, euro, euro_range, joined, line, number, span

Names = Callable[[str], str]


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def querverweise(measure: Measure, catalog: Catalog) -> Fact:
    """Plans and concepts the measure builds on, linked to their entry in the list of plans."""
    lines: list[Line] = []
    for reference in measure.querverweise:
        plan = catalog.plans.get(reference.plan)
        name = Run(plan.titel if plan else reference.plan, f"#plan-{reference.plan}")
        lines.append(line(name, f" ({reference.stelle})" if reference.stelle else ""))
    return Fact(COLUMNS[2], tuple(lines), listed=len(lines) > 1)


def akteure(measure: Measure, catalog: Catalog) -> tuple[Fact, Fact, Fact]:
    """Lead, participants and target groups."""
    actors = measure.akteure
    lead = actors.federfuehrung if actors else None
    others = actors.beteiligte if actors else ()
    groups = actors.zielgruppen if actors else ()
    return (
        Fact("Federführung", (line(_actor(lead, catalog)),) if lead else ()),
        Fact("Beteiligte", (joined(_actor(a, catalog) for a in others),) if others else ()),
        Fact("Zielgruppen", tuple(line(group) for group in groups), listed=len(groups) > 1),
    )


def _actor(identifier: str, catalog: Catalog) -> Run:
    actor = catalog.actors.get(identifier)
    return Run(actor.label if actor else identifier, f"#akteur-{identifier}")


def prozess(measure: Measure) -> Fact:
    """The steps of the process with their dates."""
    steps = measure.prozess
    return Fact("Prozessgestaltung", tuple(map(_step, steps)), listed=bool(steps))


def _step(step: Step) -> Line:
    when = span(step.beginn, step.ende)
    done = "erledigt" if step.erledigt else ""
    remarks = ", ".join(filter(None, (when, done)))
    return line(step.schritt, f" ({remarks})" if remarks else "")


def monitoring(measure: Measure) -> Fact:
    """Indicators, rhythm and text of the monitoring."""
    watch = measure.monitoring
    if watch is None:
        return Fact("Monitoring")
    lines = [line(watch.text)] if watch.text else []
    lines += [_indicator(indicator) for indicator in watch.indikatoren]
    if watch.rhythmus:
        lines.append(line(f"Rhythmus: {watch.rhythmus}"))
    return Fact("Monitoring", tuple(lines), listed=len(lines) > 1)


def _indicator(indicator: Indicator) -> Line:
    unit = f" {indicator.einheit}" if indicator.einheit else ""
    values = []
    if indicator.ausgangswert is not None:
        values.append(f"heute {number(indicator.ausgangswert)}{unit}")
    if indicator.zielwert is not None:
        values.append(f"Ziel {number(indicator.zielwert)}{unit}")
    if not values and indicator.einheit:
        values.append(indicator.einheit)
    if indicator.jahr:
        values.append(f"bis {indicator.jahr}")
    return line(indicator.name, f": {', '.join(values)}" if values else "")


def nachhaltigkeit(measure: Measure) -> Fact:
    """Ideas that make the measure more sustainable."""
    lines = tuple(line(text) for text in measure.nachhaltigkeit)
    return Fact(COLUMNS[5], lines, listed=len(lines) > 1)


def standort(measure: Measure, catalog: Catalog) -> Fact:
    """Place, level, district and coordinate."""
    place = measure.standort
    if place is None:
        return Fact(COLUMNS[6])
    lines = [line(place.beschreibung)] if place.beschreibung else []
    if place.ebene:
        lines.append(line(", ".join(LABELS[level] for level in place.ebene)))
    if place.ortsbezirk:
        names = [
            catalog.districts[d].name if d in catalog.districts else d for d in place.ortsbezirk
        ]
        lines.append(line("Ortsbezirk: " + ", ".join(names)))
    if place.koordinate:
        point = place.koordinate
        lines.append(line(f"Koordinate: {number(point.lat)}° N, {number(point.lon)}° O"))
    return Fact(COLUMNS[6], tuple(lines))


def kosten(measure: Measure) -> Fact:
    """Cost positions and price level."""
    if measure.kosten is None:
        return Fact(COLUMNS[7])
    lines = [line(_cost(item)) for item in measure.kosten.positionen]
    if measure.kosten.preisstand:
        lines.append(line(f"Preisstand {measure.kosten.preisstand}"))
    return Fact(COLUMNS[7], tuple(lines))


def _cost(item: CostItem) -> str:
    rhythm = LABELS[item.rhythmus] if item.rhythmus else ""
    amount = " ".join(filter(None, (rhythm, euro_range(item.von, item.bis))))
    size = " bis ".join(LABELS[magnitude] for magnitude in item.einordnung)
    facts = "; ".join(filter(None, (size, amount)))
    if item.erlaeuterung and (facts or item.art):
        facts = "; ".join(filter(None, (facts, item.erlaeuterung)))
    if not item.art:
        return facts or item.erlaeuterung or ""
    return f"{item.art}: {facts}" if facts else item.art


def finanzierung(measure: Measure, catalog: Catalog) -> Fact:
    """Sources of money."""
    lines = tuple(line(_funding(item, catalog)) for item in measure.finanzierung)
    return Fact(COLUMNS[8], lines, listed=len(lines) > 1)


def _funding(item: Funding, catalog: Catalog) -> str:
    programme = catalog.programmes.get(item.programm) if item.programm else None
    name = programme.titel if programme else item.programm or ""
    amount = euro(item.betrag) if item.betrag is not None else ""
    share = f"{number(item.anteil)} %" if item.anteil is not None else ""
    year = str(item.jahr) if item.jahr else ""
    state = LABELS[item.foerderstand] if item.foerderstand else ""
    facts = ", ".join(filter(None, (amount, share, year, state)))
    head = f"{name}: {facts}" if name and facts else name or facts
    return "; ".join(filter(None, (head, item.erlaeuterung)))


def zeitraum(measure: Measure) -> Fact:
    """Horizon, dates and rhythm."""
    period = measure.zeitraum
    if period is None:
        return Fact("Zeitraum")
    horizon = _horizon(period.horizont)
    parts = (horizon, span(period.beginn, period.ende), period.rhythmus, period.erlaeuterung)
    text = ", ".join(filter(None, parts))
    return Fact("Zeitraum", (line(text),) if text else ())


def _horizon(horizons: Iterable[str]) -> str:
    *head, last = list(horizons) or [""]
    shortened = [horizon.removesuffix("fristig") + "-" for horizon in head]
    return " bis ".join([*shortened, last])
