"""A commented file from the metadata of a model: what is known is filled in, the rest is offered.

Every key stands in the order of the model, so a key whose `#` is removed is in its canonical place.
Explanations begin with `##`: uncommenting a whole block in an editor leaves them comments.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from insek_cli.models.base import Model, metas
from insek_cli.models.stages import Stage
from insek_cli.models.types import LABELS, MarkdownField
from insek_cli.project.yaml_text import Value, entry

OPEN = "## Was noch nicht bekannt ist, bleibt auskommentiert: Der Bericht druckt „noch offen“."


def skeleton(model: type[Model], schema: str, given: Mapping[str, Value], note: str = OPEN) -> str:
    """The text of a file: modeline, a note, the keys that are `given`, all others as comments."""
    lines = [f"# yaml-language-server: $schema={schema}", note]
    for key, info in model.model_fields.items():
        if key in given:
            lines += entry(key, given[key])
        else:
            lines += _offered(model, key, info.annotation, tuple(info.metadata))
    return "\n".join(lines) + "\n"


def _offered(
    model: type[Model], key: str, annotation: Any, metadata: tuple[Any, ...]
) -> Iterator[str]:
    meta = next(meta for meta in metas(model) if meta.key == key)
    yield f"## {meta.title}{_due(meta.stage)}: {meta.description}"
    yield from (f"# {line}" for line in _form(key, annotation, metadata))


def _due(stage: Stage | None) -> str:
    return f" (ab Stufe {LABELS[stage]})" if stage else ""


def _form(key: str, annotation: Any, metadata: tuple[Any, ...] = ()) -> list[str]:
    """The lines in which a key would be filled in."""
    kind, listed, marks = _kind(annotation, metadata)
    if isinstance(kind, type) and issubclass(kind, Model):
        return [f"{key}:", *_indented(_inner(kind), listed=listed)]
    if any(isinstance(mark, MarkdownField) for mark in marks):
        return [f"{key}: |"]
    if any(str(getattr(mark, "pattern", "")).startswith("^#") for mark in _all(marks)):
        return [f"{key}: '#'"]  # without quotes a colour would be a comment
    choices = f"  # {_choices(kind)}" if get_origin(kind) is Literal else ""
    if listed:
        return [f"{key}:", f"  -{choices}"]
    if kind is bool:
        return [f"{key}: true"]
    return [f"{key}:{choices}"]


def _inner(model: type[Model]) -> Iterator[str]:
    for meta, info in zip(metas(model), model.model_fields.values(), strict=True):
        first, *rest = _form(meta.key, info.annotation, tuple(info.metadata))
        yield first if "#" in first else f"{first}  # {meta.description}"
        yield from rest


def _indented(lines: Iterable[str], *, listed: bool) -> Iterator[str]:
    for index, line in enumerate(lines):
        dash = "- " if index == 0 else "  "
        yield f"  {dash if listed else ''}{line}"


def _all(marks: tuple[Any, ...]) -> Iterator[Any]:
    for mark in marks:
        yield mark
        yield from getattr(mark, "metadata", ())


def _choices(kind: Any) -> str:
    *head, last = get_args(kind)
    return f"{', '.join(head)} oder {last}" if head else str(last)


def _kind(annotation: Any, metadata: tuple[Any, ...]) -> tuple[Any, bool, tuple[Any, ...]]:
    """The type inside Optional, Annotated and tuple, whether it is listed, and its markers."""
    listed = False
    while True:
        origin, inner = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            annotation, metadata = inner[0], (*metadata, *inner[1:])
        elif origin in (Union, UnionType):
            annotation = next(part for part in inner if part is not type(None))
        elif origin is tuple:
            annotation, listed = inner[0], True
        else:
            return annotation, listed, metadata
