"""Data that gives no cause for a finding, in one pass over the events and without places.

Most files are sound. What is unusual in any way is given up here and read again by `tree`, which
knows places and says what is wrong: a verdict is found there alone.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from insek_cli.source.core_schema import resolve
from insek_cli.source.events import YamlSyntaxError, fast_events
from insek_cli.source.node_tree import MAX_DEPTH, MAX_NODES, MAX_SCALAR
from insek_cli.source.syntax_slips import NO_BREAK

_CUT = re.compile(r":?\s*#[^# !\n]")
"""A comment without a space, which was meant as text: `Platz #1`."""
_MARKED = re.compile("[ \"']#")


class UnusualError(Exception):
    """Only the careful reader can tell what this is."""


_EDGE = re.compile(rf"[{NO_BREAK}] *(?:\n|\Z)|(?:\A|[ :\-\n])[{NO_BREAK}]")
"""A no-break space at the edge of a line or a value."""


def read_plain(text: str) -> object:
    """The data of a text; raises UnusualError where a finding is possible."""
    if "\t" in text or not unicodedata.is_normalized("NFC", text):
        raise UnusualError
    if any(space in text for space in NO_BREAK) and _EDGE.search(text):
        raise UnusualError
    commented = text.split("\n") if _MARKED.search(text) else []
    try:
        return _built(fast_events(text), commented)
    except YamlSyntaxError:
        raise UnusualError from None


def _built(events: Iterator[tuple[str, Any]], commented: list[str]) -> object:
    """The one document of a stream. `holder` is the open collection, `name` the key that waits."""
    holder: Any = []
    name: str | None = None
    above: list[tuple[Any, str | None]] = []
    nodes = documents = 0
    for kind, event in events:
        if kind == "scalar":
            value = _value(event, commented)
        elif kind == "end":
            # Lists become tuples because the models are frozen.
            value = holder if holder.__class__ is dict else tuple(holder)
            holder, name = above.pop()
        elif kind == "document":
            documents += 1 + bool(event.version or event.tags)
            continue
        else:
            _guard(kind, event, len(above), named=name is not None or holder.__class__ is list)
            above.append((holder, name))
            holder, name = ({} if kind == "mapping" else []), None
            continue
        nodes += 1
        if name is not None:
            holder[name] = value
            name = None
        elif holder.__class__ is list:
            holder.append(value)
        else:
            name = _key(value, holder)
    if len(holder) != 1 or documents != 1 or nodes > MAX_NODES:
        raise UnusualError
    return holder[0]


def _guard(kind: str, event: Any, depth: int, *, named: bool) -> None:
    """A collection may open here; an alias never, and a collection is no key."""
    if kind == "alias" or not named or depth >= MAX_DEPTH:
        raise UnusualError
    if event.anchor is not None or event.ctag is not None:
        raise UnusualError


def _key(value: object, holder: dict[str, object]) -> str:
    if not isinstance(value, str) or value == "<<" or value in holder:
        raise UnusualError
    return value


def _value(event: Any, commented: list[str]) -> object:
    text = event.value
    if event.anchor is not None or event.ctag is not None or len(text) > MAX_SCALAR:
        raise UnusualError
    if style := event.style:
        if style == '"' and not text.isprintable():
            raise UnusualError
        # Behind a quotation mark: the one that closes stood for another.
        end = event.end_mark
        if commented and style in "\"'" and commented[end.line].startswith("#", end.column):
            raise UnusualError
        return text
    value = resolve(text)
    end = event.end_mark
    if value is None or end.line != event.start_mark.line:
        raise UnusualError
    if commented and _CUT.match(commented[end.line], end.column):
        raise UnusualError
    return value
