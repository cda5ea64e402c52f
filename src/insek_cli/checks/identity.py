"""Ids are unique without regard to case, and files are named after them."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from insek_cli.checks.context import Context
from insek_cli.codes import finding
from insek_cli.findings import Issue, Position
from insek_cli.loader.records import Record
from insek_cli.models.types import SLUG


def duplicates(context: Context) -> Iterator[Issue]:
    """Each id that stands a second time, at its second place."""
    loaded = context.loaded
    groups: list[Iterable[Record[Any]]] = [
        loaded.fields,
        loaded.measures,
        loaded.plans,
        loaded.actors,
        loaded.programmes,
        loaded.districts,
        *(folder.remarks for folder in loaded.workshops),
    ]
    for group in groups:
        yield from _twice((record, ("id",), record.model.id) for record in group)
    for folder in loaded.workshops:
        questions = enumerate(folder.record.model.fragen)
        yield from _twice((folder.record, ("fragen", i, "id"), q.id) for i, q in questions)


def _twice(entries: Iterable[tuple[Record[Any], tuple[str | int, ...], str]]) -> Iterator[Issue]:
    first: dict[str, tuple[Record[Any], tuple[str | int, ...]]] = {}
    for record, path, id_ in entries:
        other, there = first.setdefault(id_.lower(), (record, path))
        if other is not record or there != path:
            place = other.locate(there)
            yield record.issue("INSEK202", path, id=id_, other=f"{place.file}:{place.line}")


def file_names(context: Context) -> Iterator[Issue]:
    """Files of measures begin with the id; files of fields are the id."""
    for measure in context.loaded.measures:
        id_, stem = measure.model.id, measure.path.stem
        if stem != id_ and not stem.startswith(f"{id_}-"):
            expected = f"{id_}-….yaml"
            yield measure.issue(
                "INSEK203", ("id",), name=measure.path.name, id=id_, expected=expected
            )
    for field in context.loaded.fields:
        id_ = field.model.id
        if field.path.stem != id_:
            yield field.issue(
                "INSEK203", ("id",), name=field.path.name, id=id_, expected=f"{id_}.yaml"
            )


def slugs(context: Context) -> Iterator[Issue]:
    """Folders of workshops, chapters and the tails of measure files are slugs."""
    for folder in context.loaded.workshops:
        if not re.fullmatch(SLUG, folder.slug):
            yield folder.record.issue("INSEK205", name=folder.slug)
    for record in context.loaded.chapters:
        if not re.fullmatch(SLUG, record.chapter.slug):
            position = Position(record.chapter.file)
            yield finding("INSEK205", position, "", "", name=record.chapter.slug)
    for measure in context.loaded.measures:
        tail = measure.path.stem.removeprefix(measure.model.id).removeprefix("-")
        if measure.path.stem.startswith(measure.model.id) and not re.fullmatch(SLUG, tail or "x"):
            yield measure.issue("INSEK205", ("id",), name=tail)
