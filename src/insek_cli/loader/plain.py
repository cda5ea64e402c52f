"""Data that gives no cause for a finding, in one pass over the events and without places.

Most files are sound. What is unusual in any way is given up here and read again by `tree`, which
knows places and says what is wrong: a verdict is found there alone.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from insek_cli.loader.events import YamlSyntaxError, fast_events
from insek_cli.loader.scalars import resolve
from insek_cli.loader.tree import MAX_DEPTH, MAX_NODES, MAX_SCALAR

_CUT = re.compile(r":?\s*#[^# !\n]")
"""A comment without a space, which was meant as text: `Platz #1`."""


class UnusualError(Exception):
    """Only the careful reader can tell what this is."""


def read_plain(text: str) -> object:
    """The data of a text; raises UnusualError where a finding is possible."""
    if "\t" in text or not unicodedata.is_normalized("NFC", text):
        raise UnusualError
    commented = text.split("\n") if " #" in text else []
    try:
        return _built(fast_events(text), commented)
    except YamlSyntaxError:
        raise UnusualError from None


def _built(events: Iterator[tuple[str, Any]], commented: list[str]) -> object:
    """The one document of a stream. `holder` is the open collection, `name` the key that waits."""
    root: list[Any] = []
    holder: Any = root
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
        elif kind == "mapping" or kind == "sequence":
            if event.anchor is not None or event.ctag is not None or len(above) >= MAX_DEPTH:
                raise UnusualError
            if holder.__class__ is dict and name is None:
                raise UnusualError
            above.append((holder, name))
            holder, name = ({} if kind == "mapping" else []), None
            continue
        elif kind == "document" and not (event.version or event.tags):
            documents += 1
            continue
        else:
            raise UnusualError
        nodes += 1
        if holder.__class__ is list:
            holder.append(value)
        elif name is not None:
            holder[name] = value
            name = None
        elif value.__class__ is str and value != "<<" and value not in holder:
            name = value
        else:
            raise UnusualError
    if len(root) != 1 or documents != 1 or nodes > MAX_NODES:
        raise UnusualError
    return root[0]


def _value(event: Any, commented: list[str]) -> object:
    text = event.value
    if event.anchor is not None or event.ctag is not None or len(text) > MAX_SCALAR:
        raise UnusualError
    if style := event.style:
        if style == '"' and not text.isprintable():
            raise UnusualError
        return text
    value = resolve(text)
    if value is None:
        raise UnusualError
    if commented:
        end = event.end_mark
        if _CUT.match(commented[end.line], end.column):
            raise UnusualError
    return value
