"""What each column of the Maßnahmenliste says about a measure, worded once for all outputs."""

from collections.abc import Iterable
from dataclasses import replace

from insek_cli.catalog import Catalog
from insek_cli.models.base import COLUMNS
from insek_cli.models.measure import Measure
from insek_cli.wording import phrases
from insek_cli.wording.phrases import Names
from insek_cli.wording.text import Fact, Line, Run, joined, line


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def querverweise(measure: Measure, catalog: Catalog) -> Fact:
    """Plans and concepts the measure builds on, linked to their entry in the list of plans."""
    lines: list[Line] = []
    for reference in measure.querverweise:
        plan = catalog.plans.get(reference.plan)
        name = Run(plan.titel if plan else reference.plan, f"#plan-{reference.plan}")
        lines.append(line(name, phrases.place_in_plan(reference)))
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
    steps = tuple(line(phrases.step(step)) for step in measure.prozess)
    return Fact("Prozessgestaltung", steps, listed=bool(steps))


def monitoring(measure: Measure) -> Fact:
    """Indicators, rhythm and text of the monitoring."""
    watch = measure.monitoring
    if watch is None:
        return Fact("Monitoring")
    lines = [line(watch.text)] if watch.text else []
    lines += [line(phrases.indicator(indicator)) for indicator in watch.indikatoren]
    if watch.rhythmus:
        lines.append(line(f"Rhythmus: {watch.rhythmus}"))
    return Fact("Monitoring", tuple(lines), listed=len(lines) > 1)


def goals(served: Iterable[Run]) -> Line:
    """Which goals a measure serves: dient den Zielen 1.2 und 4.3.

    An Unterziel goes without saying where its goal is named; the chapter on goals lists both.
    """
    links = {run.text.removeprefix("Z "): run for run in served}
    named = [
        replace(run, text=number)
        for number, run in links.items()
        if number.rpartition(".")[0] not in links
    ]
    if not named:
        return ()
    *head, last = named
    lead = "dient den Zielen " if head else "dient dem Ziel "
    return (Run(lead), *joined(head), *([Run(" und ")] if head else []), last)


def nachhaltigkeit(measure: Measure) -> Fact:
    """Ideas that make the measure more sustainable."""
    lines = tuple(line(text) for text in measure.nachhaltigkeit)
    return Fact(COLUMNS[5], lines, listed=len(lines) > 1)


def standort(measure: Measure, names: Names) -> Fact:
    """Place, levels, districts and coordinate."""
    lines = phrases.place(measure.standort, names) if measure.standort else ()
    return Fact(COLUMNS[6], tuple(map(line, lines)))


def kosten(measure: Measure) -> Fact:
    """Cost positions and price level."""
    if measure.kosten is None:
        return Fact(COLUMNS[7])
    lines = [line(phrases.cost(item)) for item in measure.kosten.positionen]
    if measure.kosten.preisstand:
        lines.append(line(f"Preisstand {measure.kosten.preisstand}"))
    return Fact(COLUMNS[7], tuple(lines))


def finanzierung(measure: Measure, names: Names) -> Fact:
    """Sources of money."""
    lines = tuple(line(phrases.funding(item, names)) for item in measure.finanzierung)
    return Fact(COLUMNS[8], lines, listed=len(lines) > 1)


def zeitraum(measure: Measure) -> Fact:
    """Horizon, dates and rhythm."""
    text = phrases.period(measure.zeitraum) if measure.zeitraum else ""
    return Fact("Zeitraum", (line(text),) if text else ())
