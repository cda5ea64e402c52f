"""Typed values in words: a default for every type and unit, and the phrases where German has
better ones. Steckbrief, sheets, terminal, comparison and slides all ask here.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from insek_cli.markdown import parse_markdown
from insek_cli.models.base import Model
from insek_cli.models.keys import Key, key_of, keys
from insek_cli.models.labels import LABELS
from insek_cli.wording.notation import day, either, measured, quantity
from insek_cli.wording.phrases import Names, phrase

__all__ = ["SEPARATOR", "Fact", "ListEntry", "Names", "facts", "labelled", "told", "value_text"]


@dataclass(frozen=True)
class ListEntry:
    """An entry of a list. `name` is what it is known by: its id, or its first key.

    A record has `facts`, the first of them without a title where it is the name.
    """

    name: str
    text: str
    facts: tuple["Fact", ...] = ()
    phrased: bool = False
    """Whether the text is a phrase, which says the facts in an order of its own."""


@dataclass(frozen=True)
class Fact:
    """One value of a record: `text` is how it is printed, empty when it is not known.

    A list has `items`, one a line in its text. What is `whole` (a number, a date, what another
    record is called) is never compared word by word. `usual` is set where nobody wrote the value:
    it is the default.
    """

    key: str
    title: str
    text: str
    whole: bool = False
    items: tuple[ListEntry, ...] = ()
    usual: bool = False


SEPARATOR = "; "
"""Between the entries of a list that stands in one line."""


def facts(record: Model, names: Names, path: str = "", title: str = "") -> Iterator[Fact]:
    """The values of a record, nested records by their dotted key, lists entry by entry."""
    for about in keys(type(record)):
        value = getattr(record, about.name)
        key = f"{path}.{about.name}" if path else about.name
        name = f"{title} – {about.title}" if title else about.title
        if isinstance(value, Model):
            yield from facts(value, names, key, name)
        else:
            yield _fact(Fact(key, name, ""), about, record, value, names)


def _fact(bare: Fact, about: Key, record: Model, value: Any, names: Names) -> Fact:
    if isinstance(value, tuple | dict):
        items = tuple(_items(record, about, value, names))
        return replace(bare, text="\n".join(item.text for item in items), items=items)
    usual = value == about.default and not about.required
    whole = bool(about.choices or about.refers) or not isinstance(value, str)
    return replace(
        bare, text=value_text(record, about.name, value, names), whole=whole, usual=usual
    )


def value_text(record: Model, name: str, value: Any, names: Names) -> str:
    """The value of a key, or one of a list, in words; empty when it is not known.

    `record` is what has the key; what a choice, an id or a number means follows from it.
    """
    about = key_of(type(record), name)
    if about is None:
        raise KeyError(name)
    match value:
        case None:
            return ""
        case Model():
            return told(value, names)
        case bool():
            return either(value=value)
        case int() | float() if about.unit_key:
            return measured(value, getattr(record, about.unit_key))
        case int() | float():
            return quantity(value, about.unit)
        case date():
            return day(value)
    text = str(value).strip()
    if about.choices and not about.table:
        return LABELS[text]
    if about.refers:
        return names.get((about.refers, text), text)
    return parse_markdown(text).document.plain() if about.markdown else text


def told(record: Model, names: Names) -> str:
    """A record in one line: as a phrase, else its first value and the others behind titles.

    A record of two keys that are always there reads as one led by the other: „Hemmnisse: …“.
    """
    if worded := phrase(record, names):
        return worded
    known = [fact for fact in _known(record, names) if not fact.usual]
    if [about.required for about in keys(type(record))] == [True, True]:
        return ": ".join(fact.text for fact in known)
    return ", ".join(labelled(fact) for fact in known)


def _known(record: Model, names: Names) -> tuple[Fact, ...]:
    """What is known of a record; its first key leads without a title, as people would say it."""
    abouts = keys(type(record))
    # A unit is told with its numbers.
    units = {each.unit_key for each in abouts if getattr(record, each.name) is not None}
    found = (fact for fact in facts(record, names) if fact.text and fact.key not in units)
    return tuple(replace(f, title="") if f.key == abouts[0].name else f for f in found)


def _items(record: Model, about: Key, value: Any, names: Names) -> Iterator[ListEntry]:
    if isinstance(value, dict):
        for name, inner in value.items():
            fact = Fact(name, name, value_text(record, about.name, inner, names), whole=True)
            yield ListEntry(name, labelled(fact), (fact,))
        return
    for each in value:
        text = value_text(record, about.name, each, names)
        if isinstance(each, Model):
            yield ListEntry(_name(each), text, _known(each, names), phrase(each, names) is not None)
        else:
            yield ListEntry(str(each), text)


def labelled(fact: Fact) -> str:
    """A fact in one line behind its title: Kosten: 9.500 €."""
    text = SEPARATOR.join(i.text for i in fact.items) if fact.items else fact.text
    return f"{fact.title}: {text}" if fact.title else text


def _name(record: Model) -> str:
    first = getattr(record, keys(type(record))[0].name)
    return "" if first is None else str(first)
