"""What a Steckbrief prints, and what is open: decided by the keys, once for all outputs."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from insek_cli.models.base import BLOCKS, COLUMNS, Model
from insek_cli.models.key_paths import KeyPath, is_empty
from insek_cli.models.keys import Key, keys
from insek_cli.models.stages import Profile, may_read


@cache
def printed(model: type[Model], audience: Profile = "intern") -> tuple[KeyPath, ...]:
    """The keys a Steckbrief prints for an audience: those it places itself, side column, main one.

    A record stands there as a whole, unless its keys say where each of them stands.
    """
    found = [
        KeyPath(path)
        for key in keys(model)
        if key.block
        for path in _parts(key)
        if all(may_read(part.profile, audience) for part in path)
    ]
    return tuple(sorted(found, key=lambda path: (BLOCKS.index(path.block), path.key.place)))


def _parts(key: Key) -> Iterator[tuple[Key, ...]]:
    parts = keys(key.record) if key.record and not key.many else ()
    if any(part.block for part in parts):
        yield from ((key, *below) for part in parts for below in _parts(part))
    else:
        yield (key,)


def open_keys(record: Model, audience: Profile = "intern") -> tuple[KeyPath, ...]:
    """What a Steckbrief calls open: keys that are due some day and of which nothing is known.

    Due is what a stage asks for, and what has a heading of its own, though no stage asks for it.
    What the audience may not read is not open to it either.
    """
    return tuple(path for path in due_keys(type(record), audience) if path.of(record) is None)


@cache
def due_keys(model: type[Model], audience: Profile = "intern") -> tuple[KeyPath, ...]:
    """The keys that are due some day, records as a whole where they are printed so."""
    return tuple(
        path
        for path in printed(model, audience)
        if path.key.stage or (len(path.keys) == 1 and path.block != "vorlage")
    )


def is_open(record: Model, path: tuple[str, ...]) -> bool:
    """Whether nothing is known at a path through single records."""
    value: Any = record
    for name in path:
        if not isinstance(value, Model):
            break
        value = getattr(value, name)
    return is_empty(value)


def open_columns(record: Model) -> tuple[str, ...]:
    """The headings of the Maßnahmenliste of which no key is known yet."""
    return tuple(
        heading
        for heading, names in _columns(type(record)).items()
        if all(is_empty(getattr(record, name)) for name in names)
    )


@cache
def _columns(model: type[Model]) -> dict[str, tuple[str, ...]]:
    """The keys of each column."""
    return {
        heading: tuple(key.name for key in keys(model) if key.column == heading)
        for heading in COLUMNS
    }
