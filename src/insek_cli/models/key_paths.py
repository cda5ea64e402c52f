"""Ways through a model and through its records: which key stands at a path, and what is known.

Checks walk the records through this, so that a new key is checked by its type alone.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from insek_cli.models.base import Block, Model
from insek_cli.models.keys import Key, key_of, keys
from insek_cli.models.stages import Profile, Stage, may_read

Step = str | None
Path = tuple[str | int, ...]
Wanted = Callable[[Key], object]


@dataclass(frozen=True)
class KeyPath:
    """A key behind the keys of the single records that hold it: standort.koordinate.lat."""

    keys: tuple[Key, ...]

    @property
    def key(self) -> Key:
        """The key at its end."""
        return self.keys[-1]

    @property
    def dotted(self) -> str:
        """The path as people write it."""
        return ".".join(key.name for key in self.keys)

    @property
    def title(self) -> str:
        """The German titles on the way."""
        return " – ".join(key.title for key in self.keys)

    @property
    def column(self) -> str | None:
        """The heading of the Maßnahmenliste it belongs to."""
        return self.keys[0].column

    @property
    def stage(self) -> Stage | None:
        """The first stage at which the key, or what it is part of, must be known."""
        return next((key.stage for key in reversed(self.keys) if key.stage), None)

    @property
    def block(self) -> Block | None:
        """Where a Steckbrief prints the key; where it says nothing, where its record stands."""
        return next((key.block for key in reversed(self.keys) if key.block), None)

    @property
    def open_label(self) -> str:
        """What documents call the key where it is open: its title if its label is a column."""
        return self.key.title if self.key.label == self.column else self.key.label

    def holder(self, record: Model) -> Any:
        """The single record that has the key itself; None when nothing is known of it."""
        value: Any = record
        for key in self.keys[:-1]:
            value = None if value is None else getattr(value, key.name)
        return value

    def of(self, record: Model) -> Any:
        """The value of the key in a record; None when nothing is known."""
        holder = self.holder(record)
        value = None if holder is None else getattr(holder, self.key.name)
        return None if is_empty(value) else value


@cache
def flattened(model: type[Model], audience: Profile = "intern") -> tuple[KeyPath, ...]:
    """The keys an audience may read, in the order of the model, single records key by key."""
    return tuple(KeyPath(path) for path in _flattened(model, audience))


def _flattened(model: type[Model], audience: Profile) -> Iterator[tuple[Key, ...]]:
    for key in keys(model):
        if not may_read(key.profile, audience):
            continue
        if key.record and not key.many:
            yield from ((key, *below) for below in _flattened(key.record, audience))
        else:
            yield (key,)


def is_empty(value: Any) -> bool:
    """Whether a value says nothing: absent, or made of parts that all say nothing."""
    if isinstance(value, Model):
        return all(map(is_empty, vars(value).values()))
    if isinstance(value, tuple):
        return all(map(is_empty, value))
    return value is None or value == {}


def model_at(model: type[Model], path: Path) -> type[Model] | None:
    """The model whose keys stand at a path."""
    here: type[Model] | None = model
    for part in path:
        if isinstance(part, str) and here is not None:
            key = key_of(here, part)
            here = key.record if key else None
    return here


def key_at(model: type[Model], path: Path) -> Key | None:
    """The key whose value, entry of a list or of a table stands at a path."""
    here: type[Model] | None = model
    key: Key | None = None
    for part in path:
        if isinstance(part, str) and not (key and key.table):
            key = key_of(here, part) if here else None
            here = key.record if key else None
    return key


@cache
def places_of(model: type[Model], name: str) -> tuple[tuple[str, ...], ...]:
    """The paths of all keys with a name, from the model on; lists do not count as a step."""
    found: list[tuple[str, ...]] = [(name,)] if key_of(model, name) else []
    for key in keys(model):
        below = places_of(key.record, name) if key.record else ()
        found += [(key.name, *path) for path in below]
    return tuple(found)


def values(record: Model, wanted: Wanted) -> Iterator[tuple[Path, Any, Key]]:
    """Each known value of the keys that are `wanted`: its path, the value, its key."""
    for way, key in _ways(type(record), wanted):
        for path, value in _follow(record, way):
            if value is not None:
                yield path, value, key


@cache
def _ways(model: type[Model], wanted: Wanted) -> tuple[tuple[tuple[Step, ...], Key], ...]:
    """The ways to the keys that are wanted; None stands for each entry of a list or table."""
    found: list[tuple[tuple[Step, ...], Key]] = []
    for key in keys(model):
        way = (key.name, None) if key.many or key.table else (key.name,)
        if wanted(key):
            found.append((way, key))
        if key.record:
            found += [((*way, *below), inner) for below, inner in _ways(key.record, wanted)]
    return tuple(found)


def _follow(value: Any, way: tuple[Step, ...]) -> Iterator[tuple[Path, Any]]:
    if not way:
        yield (), value
        return
    step, rest = way[0], way[1:]
    if value is None:
        return
    for part, item in _entries(value) if step is None else [(step, getattr(value, step))]:
        for path, found in _follow(item, rest):
            yield (part, *path), found


def _entries(value: Any) -> Any:
    return value.items() if isinstance(value, dict) else enumerate(value)


def leaves(record: Model) -> list[tuple[Path, Any]]:
    """Each known value that holds no others, with its path, in the order of the model."""
    found: list[tuple[Path, Any]] = []
    _gather(record, (), found)
    return found


def _gather(value: Any, path: Path, found: list[tuple[Path, Any]]) -> None:
    # Asking whether something is a model is slow; most values are texts.
    if isinstance(value, str):
        found.append((path, value))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            _gather(item, (*path, index), found)
    elif isinstance(value, Model):
        for name, item in vars(value).items():
            if item is not None:
                _gather(item, (*path, name), found)
    else:
        found.append((path, value))
