"""A record as facts: dotted key, German title, and the value as people read it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from insek_cli.markdown import parse
from insek_cli.models.base import Model, metas
from insek_cli.models.routes import routes
from insek_cli.models.types import LABELS, MarkdownField, Zeitpunkt
from insek_cli.report.text import number


@dataclass(frozen=True)
class Fact:
    """One value of a record: `text` is how it is printed, empty when it is not known."""

    key: str
    title: str
    text: str


def facts(record: Model, path: str = "", title: str = "") -> Iterator[Fact]:
    """The values of a record, nested records by their dotted key, lists of records item by item."""
    for about in metas(type(record)):
        value = getattr(record, about.key)
        key = f"{path}.{about.key}" if path else about.key
        name = f"{title} – {about.title}" if title else about.title
        if isinstance(value, Model):
            yield from facts(value, key, name)
        elif isinstance(value, tuple):
            yield Fact(key, name, "\n".join(map(_item, value)))
        elif isinstance(value, str) and about.key in _markdown(type(record)):
            yield Fact(key, name, parse(value).document.plain())
        else:
            yield Fact(key, name, shown(value))


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


def _item(value: Any) -> str:
    if not isinstance(value, Model):
        return shown(value)
    parts = []
    for fact in facts(value):
        if fact.text:
            parts.append(f"{fact.title}: " + fact.text.replace("\n", "; "))
    return ", ".join(parts)
