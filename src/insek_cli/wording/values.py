"""A record as facts: dotted key, German title, and the value as people read it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from insek_cli.markdown import parse
from insek_cli.models.base import Meta, Model, metas
from insek_cli.models.routes import routes
from insek_cli.models.types import LABELS, MarkdownField, Refers, Zeitpunkt
from insek_cli.wording.text import quantity


@dataclass(frozen=True)
class Item:
    """An entry of a list. `name` is what it is known by: its id, or its first key.

    A record has `facts`, the first of them without a title where it is the name.
    """

    name: str
    text: str
    facts: tuple["Fact", ...] = ()


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
    items: tuple[Item, ...] = ()
    usual: bool = False


Names = Mapping[tuple[str, str], str]
"""What people call a record, by its kind (as in `Refers`) and id."""
SEPARATOR = "; "
"""Between the entries of a list that stands in one line."""


def facts(record: Model, names: Names, path: str = "", title: str = "") -> Iterator[Fact]:
    """The values of a record, nested records by their dotted key, lists entry by entry."""
    for about in metas(type(record)):
        value = getattr(record, about.key)
        key = f"{path}.{about.key}" if path else about.key
        name = f"{title} – {about.title}" if title else about.title
        if isinstance(value, Model):
            yield from facts(value, names, key, name)
        else:
            yield _fact(Fact(key, name, ""), about, record, value, names)


def _fact(bare: Fact, about: Meta, record: Model, value: Any, names: Names) -> Fact:
    kind = _references(type(record)).get(about.key)
    if isinstance(value, tuple | dict):
        items = tuple(_items(value, kind, names))
        return replace(bare, text="\n".join(item.text for item in items), items=items)
    if kind:
        text = names.get((kind, str(value)), str(value)) if value else ""
        return replace(bare, text=text, whole=True)
    if isinstance(value, str) and about.key in _markdown(type(record)):
        return replace(bare, text=parse(value).document.plain())
    unit = getattr(record, about.unit_key) if about.unit_key else about.unit
    usual = value == type(record).model_fields[about.key].default
    return replace(bare, text=shown(value, unit), whole=not isinstance(value, str), usual=usual)


def _items(value: Any, kind: str | None, names: Names) -> Iterator[Item]:
    if isinstance(value, dict):
        for name, inner in value.items():
            fact = Fact(name, name, shown(inner), whole=True)
            yield Item(name, f"{name}: {fact.text}", (fact,))
        return
    for each in value:
        if isinstance(each, Model):
            yield _record(each, names)
        else:
            name = shown(each)
            yield Item(str(each), names.get((kind, str(each)), name) if kind else name)


def _record(record: Model, names: Names) -> Item:
    """A record of a list: its first key leads without a label, as people would say it."""
    abouts = metas(type(record))
    first = abouts[0].key
    # A unit is told with its numbers.
    told = {about.unit_key for about in abouts if getattr(record, about.key) is not None}
    found = [fact for fact in facts(record, names) if fact.text and fact.key not in told]
    known = tuple(replace(fact, title="") if fact.key == first else fact for fact in found)
    text = ", ".join(labelled(fact) for fact in known if not fact.usual)
    return Item(_name(record), text, known)


def labelled(fact: Fact) -> str:
    """A fact in one line, behind its title."""
    text = SEPARATOR.join(i.text for i in fact.items) if fact.items else fact.text
    return f"{fact.title}: {text}" if fact.title else text


def _name(record: Model) -> str:
    first = getattr(record, metas(type(record))[0].key)
    return "" if first is None else str(first)


@cache
def _references(model: type[Model]) -> dict[str, str]:
    """The keys that hold ids of other records, or lists of them."""
    return {str(way[0]): mark.to for way, mark in routes(model, Refers) if way[1:] in ((), (None,))}


@cache
def _markdown(model: type[Model]) -> frozenset[str]:
    """The keys that hold Markdown: people compare what it says, not its signs."""
    return frozenset(str(way[0]) for way, _mark in routes(model, MarkdownField) if len(way) == 1)


def shown(value: Any, unit: str | None = None) -> str:
    """A single value in German notation, with its unit."""
    match value:
        case None:
            return ""
        case bool():
            return "ja" if value else "nein"
        case int() | float():
            return quantity(value, unit)
        case date():
            return f"{value:%d.%m.%Y}"
        case Zeitpunkt():
            return str(value)
        case _:
            text = str(value).strip()
            return LABELS.get(text, text)
