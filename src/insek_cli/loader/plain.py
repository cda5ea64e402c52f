"""Data that gives no cause for a finding, in one pass over the events and without places.

Most files are sound. What is unusual in any way is given up here and read again by `tree`, which
knows places and says what is wrong: a verdict is found there alone.
"""

import re
import unicodedata
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
    builder = _Builder(text.split("\n") if " #" in text else [])
    try:
        for kind, event in fast_events(text):
            builder.take(kind, event)
    except YamlSyntaxError:
        raise UnusualError from None
    return builder.root()


class _Builder:
    def __init__(self, commented: list[str]) -> None:
        self._commented = commented
        self._root: list[Any] = []
        self._open: list[dict[str, Any] | list[Any]] = [self._root]
        self._keys: list[str | None] = [None]
        self._nodes = 0
        self._documents = 0

    def root(self) -> object:
        """What was built."""
        if len(self._root) != 1 or self._documents != 1:
            raise UnusualError
        return _frozen(self._root[0])

    def take(self, kind: str, event: Any) -> None:
        if kind == "scalar":
            self._add(_value(event))
            if self._commented and not event.style:
                end = event.end_mark
                if _CUT.match(self._commented[end.line], end.column):
                    raise UnusualError
        elif kind == "end":
            self._keys.pop()
            self._open.pop()
        elif kind == "mapping" or kind == "sequence":
            if event.anchor is not None or event.ctag is not None or len(self._open) > MAX_DEPTH:
                raise UnusualError
            inner: dict[str, Any] | list[Any] = {} if kind == "mapping" else []
            self._add(inner)
            self._open.append(inner)
            self._keys.append(None)
        elif kind == "document" and not (event.version or event.tags):
            self._documents += 1
        else:
            raise UnusualError

    def _add(self, value: Any) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise UnusualError
        holder = self._open[-1]
        if isinstance(holder, list):
            holder.append(value)
            return
        key = self._keys[-1]
        if key is not None:
            holder[key] = value
            self._keys[-1] = None
        elif isinstance(value, str) and value != "<<" and value not in holder:
            self._keys[-1] = value
        else:
            raise UnusualError


def _value(event: Any) -> object:
    text = event.value
    if event.anchor is not None or event.ctag is not None or len(text) > MAX_SCALAR:
        raise UnusualError
    style = event.style
    if not style:
        value = resolve(text)
        if value is None:
            raise UnusualError
        return value
    if style == '"' and not text.isprintable():
        raise UnusualError
    return text


def _frozen(value: Any) -> object:
    """Lists become tuples because the models are frozen."""
    if isinstance(value, dict):
        return {key: _frozen(item) for key, item in value.items()}
    return tuple(_frozen(item) for item in value) if isinstance(value, list) else value
