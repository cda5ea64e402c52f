"""What a key of a measure says in Steckbrief and Maßnahmenliste, worded once for all outputs."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from insek_cli.models.base import Model
from insek_cli.models.key_paths import KeyPath, flattened
from insek_cli.models.keys import Key
from insek_cli.models.measure import Measure
from insek_cli.wording import phrases
from insek_cli.wording.phrases import Names
from insek_cli.wording.text import LabelledLines, Line, Run, joined, line
from insek_cli.wording.values import SEPARATOR, value_text


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


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


def fact(path: KeyPath, measure: Measure, names: Names) -> LabelledLines:
    """What is known under a key, behind its label; without lines exactly where it is open."""
    value = path.of(measure)
    if value is None:
        return LabelledLines(path.key.label, schluessel=f"{measure.id}/{path.dotted}")
    worded = _WORDED.get(path.dotted)
    lines = tuple(filter(None, worded(measure, names))) if worded else ()
    lines = lines or tuple(_lines(path, measure, value, names))
    several = path.key.many or path.key.table or path.key.record
    listed = bool(several) and len(lines) > 1 and path.dotted not in RUNNING
    listed = listed or path.dotted in ALWAYS_LISTED
    return LabelledLines(path.key.label, lines, listed, f"{measure.id}/{path.dotted}")


ALWAYS_LISTED = ("prozess",)
"""A single step reads as the first of several."""
RUNNING = ("standort", "kosten")
"""Their lines stand below each other as they are."""


def _lines(path: KeyPath, record: Model, value: Any, names: Names) -> Iterator[Line]:
    """A value in a line, of a list each entry, of a record each key unless it reads as a phrase."""
    holder, key = path.holder(record), path.key
    if key.refers:
        yield joined(_reference(key, each, names) for each in (value if key.many else (value,)))
    elif key.many:
        yield from (line(value_text(holder, key.name, each, names)) for each in value)
    elif key.table:
        told = (
            f"{name}: {value_text(holder, key.name, each, names)}" for name, each in value.items()
        )
        yield from map(line, told)
    elif isinstance(value, Model) and phrases.phrase(value, names) is None:
        yield from _of_record(value, names)
    else:
        yield from map(line, value_text(holder, key.name, value, names).split("\n"))


def _of_record(record: Model, names: Names) -> Iterator[Line]:
    """A line for each key that is known, behind its title."""
    for path in flattened(type(record)):
        value = path.of(record)
        if value is not None:
            yield line(f"{path.title}: ", *_in_a_row(_lines(path, record, value, names)))


def _in_a_row(lines: Iterable[Line]) -> Line:
    """Lines behind each other in one."""
    row: Line = ()
    for content in lines:
        row += (Run(SEPARATOR), *content) if row else content
    return row


ANCHORS = {"plan": "plan-", "actor": "akteur-", "measure": "", "field": ""}
"""How the anchors of records begin that the report has entries of."""


def _reference(key: Key, identifier: str, names: Names) -> Run:
    start = ANCHORS.get(key.refers)
    target = None if start is None else f"#{start}{identifier.lower()}"
    return Run(names.get((key.refers, identifier), identifier), target)


def _querverweise(measure: Measure, names: Names) -> Iterator[Line]:
    """Plans and concepts the measure builds on, linked to their entry in the list of plans."""
    for reference in measure.querverweise:
        name = names.get(("plan", reference.plan), reference.plan)
        yield line(Run(name, f"#plan-{reference.plan}"), phrases.place_in_plan(reference))


def _monitoring(measure: Measure, _names: Names) -> Iterator[Line]:
    """Text, indicators and rhythm."""
    if watch := measure.monitoring:
        yield line(watch.text or "")
        yield from (line(phrases.indicator(indicator)) for indicator in watch.indikatoren)
        yield line(f"Rhythmus: {watch.rhythmus}" if watch.rhythmus else "")


def _standort(measure: Measure, names: Names) -> Iterator[Line]:
    """Place, levels, districts and coordinate."""
    if measure.standort:
        yield from map(line, phrases.place(measure.standort, names))


def _kosten(measure: Measure, _names: Names) -> Iterator[Line]:
    """Cost positions and price level."""
    if costs := measure.kosten:
        yield from (line(phrases.cost(item)) for item in costs.positionen)
        yield line(f"Preisstand {costs.preisstand}" if costs.preisstand else "")


_WORDED: dict[str, Callable[[Measure, Names], Iterator[Line]]] = {
    "querverweise": _querverweise,
    "monitoring": _monitoring,
    "standort": _standort,
    "kosten": _kosten,
}
"""Keys of which German says more than value by value."""
