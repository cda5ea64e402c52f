"""A record as facts: dotted key, German title, and the value as people read it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from insek_cli.markdown import parse
from insek_cli.models.base import Model, metas
from insek_cli.models.routes import routes
from insek_cli.models.types import LABELS, MarkdownField, Refers, Zeitpunkt
from insek_cli.report.text import number


@dataclass(frozen=True)
class Fact:
    """One value of a record: `text` is how it is printed, empty when it is not known.

    A list has one entry a line. `usual` is set where nobody wrote the value: it is the default.
    """

    key: str
    title: str
    text: str
    listed: bool = False
    usual: bool = False


Names = Mapping[tuple[str, str], str]
"""What people call a record, by its kind (as in `Refers`) and id."""


def facts(record: Model, names: Names, path: str = "", title: str = "") -> Iterator[Fact]:
    """The values of a record, nested records by their dotted key, lists of records item by item."""
    kinds = _references(type(record))
    for about in metas(type(record)):
        value = getattr(record, about.key)
        key = f"{path}.{about.key}" if path else about.key
        name = f"{title} – {about.title}" if title else about.title
        if kind := kinds.get(about.key):
            ids = value if isinstance(value, tuple) else (value,) if value else ()
            text = "\n".join(names.get((kind, str(id_)), str(id_)) for id_ in ids)
            yield Fact(key, name, text, isinstance(value, tuple))
        elif isinstance(value, Model):
            yield from facts(value, names, key, name)
        elif isinstance(value, tuple):
            yield Fact(key, name, "\n".join(_item(each, names) for each in value), listed=True)
        elif isinstance(value, str) and about.key in _markdown(type(record)):
            yield Fact(key, name, parse(value).document.plain())
        else:
            default = type(record).model_fields[about.key].default
            yield Fact(key, name, shown(value), usual=value == default)


@cache
def _references(model: type[Model]) -> dict[str, str]:
    """The keys that hold ids of other records, or lists of them."""
    return {str(way[0]): mark.to for way, mark in routes(model, Refers) if way[1:] in ((), (None,))}


@cache
def _markdown(model: type[Model]) -> frozenset[str]:
    """The keys that hold Markdown: people compare what it says, not its signs."""
    return frozenset(str(way[0]) for way, _mark in routes(model, MarkdownField) if len(way) == 1)


def shown(value: Any) -> str:
    """A single value in German notation."""
    match value:
        case None:
            return ""
        case bool():
            return "ja" if value else "nein"
        case int() | float():
            # A year is no amount.
            return str(value) if isinstance(value, int) and value < 10_000 else number(value)
        case date():
            return f"{value:%d.%m.%Y}"
        case Zeitpunkt():
            return str(value)
        case dict():
            return ", ".join(f"{name}: {shown(inner)}" for name, inner in value.items())
        case _:
            text = str(value).strip()
            return LABELS.get(text, text)


def _item(value: Any, names: Names) -> str:
    if not isinstance(value, Model):
        return shown(value)
    parts = []
    for fact in facts(value, names):
        if fact.text:
            parts.append(f"{fact.title}: " + fact.text.replace("\n", "; "))
    return ", ".join(parts)
