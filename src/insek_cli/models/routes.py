"""Ways through a model: which keys carry a marker, and which model stands at a path.

Checks walk the models through this, so that a new key is checked by its type alone.
"""

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from pydantic.fields import FieldInfo

from insek_cli.models.base import Model

Step = str | None
Path = tuple[str | int, ...]


@cache
def routes(model: type[Model], marker: type) -> tuple[tuple[tuple[Step, ...], Any], ...]:
    """The ways to values that carry a marker or are such a model; None stands for each item."""
    found: list[tuple[tuple[Step, ...], Any]] = []
    for name, info in model.model_fields.items():
        for way, mark in _ways(info.annotation, tuple(info.metadata), marker):
            found.append(((name, *way), mark))
    return tuple(found)


def _ways(
    annotation: Any, metadata: tuple[Any, ...], marker: type
) -> Iterator[tuple[tuple[Step, ...], Any]]:
    if get_origin(annotation) is Annotated:
        inner, *own = get_args(annotation)
        yield from _ways(inner, (*metadata, *own), marker)
        return
    for mark in metadata:
        if isinstance(mark, marker):
            yield (), mark
    if isinstance(annotation, type) and issubclass(annotation, Model):
        if issubclass(annotation, marker):
            yield (), annotation
        yield from routes(annotation, marker)
    step: tuple[Step, ...] = (None,) if get_origin(annotation) is tuple else ()
    for inner in get_args(annotation):
        for way, mark in _ways(inner, (), marker):
            yield (*step, *way), mark


def values(model: Model, marker: type) -> Iterator[tuple[Path, Any, Any]]:
    """Each value that carries a marker: its path, the value, the marker."""
    for way, mark in routes(type(model), marker):
        for path, value in _follow(model, way):
            if value is not None:
                yield path, value, mark


def _follow(value: Any, way: tuple[Step, ...]) -> Iterator[tuple[Path, Any]]:
    if not way:
        yield (), value
        return
    step, rest = way[0], way[1:]
    if value is None:
        return
    below = enumerate(value) if step is None else [(step, getattr(value, step))]
    for part, item in below:
        for path, found in _follow(item, rest):
            yield (part, *path), found


def leaves(model: Model) -> list[tuple[Path, Any]]:
    """Each known value that holds no others, with its path, in the order of the model."""
    found: list[tuple[Path, Any]] = []
    _gather(model, (), found)
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


def model_at(model: type[Model], path: Path) -> type[Model] | None:
    """The model whose keys stand at a path."""
    here: type[Model] | None = model
    for part in path:
        if isinstance(part, str) and here is not None:
            info = here.model_fields.get(part)
            here = _model_in(info.annotation) if info else None
    return here


def field_at(model: type[Model], path: Path) -> FieldInfo | None:
    """What the model says about the last key of a path."""
    names = [index for index, part in enumerate(path) if isinstance(part, str)]
    if not names:
        return None
    parent = model_at(model, path[: names[-1]])
    return parent.model_fields.get(str(path[names[-1]])) if parent else None


@cache
def keys_named(model: type[Model], name: str) -> tuple[tuple[str, ...], ...]:
    """The paths of all keys with a name, from the model on; lists do not count as a step."""
    found: list[tuple[str, ...]] = [(name,)] if name in model.model_fields else []
    for key, info in model.model_fields.items():
        inner = _model_in(info.annotation)
        found += [(key, *path) for path in keys_named(inner, name)] if inner else []
    return tuple(found)


def _model_in(annotation: Any) -> type[Model] | None:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return annotation
    for inner in get_args(annotation):
        if found := _model_in(inner):
            return found
    return None
