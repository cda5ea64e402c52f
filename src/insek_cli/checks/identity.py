"""Ids are unique without regard to case, and files are named after them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from insek_cli.checks.context import Context
from insek_cli.findings import Issue, Position
from insek_cli.findings.codes import finding
from insek_cli.findings.suggest import folded_word
from insek_cli.models.field import FieldOfAction
from insek_cli.models.measure import Measure
from insek_cli.models.types import MEASURE_ID, SLUG
from insek_cli.source.file_copies import undecorated
from insek_cli.source.records import Record


def duplicate_ids(context: Context) -> Iterator[Issue]:
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
        # A file that bears its id in its name is the first to own it.
        ordered = sorted(group, key=lambda record: not _fits(record))
        yield from _twice((record, ("id",), record.model.id) for record in ordered)
    for folder in loaded.workshops:
        questions = enumerate(folder.record.model.fragen)
        yield from _twice((folder.record, ("fragen", i, "id"), q.id) for i, q in questions)


def _twice(entries: Iterable[tuple[Record[Any], tuple[str | int, ...], str]]) -> Iterator[Issue]:
    first: dict[str, tuple[Record[Any], tuple[str | int, ...]]] = {}
    for record, path, id_ in entries:
        other, there = first.setdefault(id_.lower(), (record, path))
        if other is not record or there != path:
            place = other.locate(there)
            details = {"id": id_, "other": f"{place.file}:{place.line}"}
            named = re.match(r"(?:M-|HF)[0-9]", record.path.stem)
            if isinstance(record.model, Measure | FieldOfAction) and named and not _fits(record):
                details |= {"variant": "named", "name": record.path.name}
            yield record.issue("INSEK202", path, **details)


def ambiguous_earlier_ids(context: Context) -> Iterator[Issue]:
    """Earlier ids that a measure bears today, or that two measures claim."""
    first: dict[str, str] = {}
    for record in context.loaded.measures:
        for place, name in enumerate(record.model.frueher):
            if not re.match(MEASURE_ID, name):
                continue
            other = first.setdefault(name, record.model.id)
            if name in context.catalog.measure:
                yield record.issue("INSEK204", ("frueher", place), variant="present", id=name)
            elif other != record.model.id:
                yield record.issue("INSEK204", ("frueher", place), id=name, other=other)


def misnamed_files(context: Context) -> Iterator[Issue]:
    """Files of measures begin with the id; files of fields are the id."""
    count = Counter(measure.model.id for measure in context.loaded.measures)
    for measure in context.loaded.measures:
        id_ = measure.model.id
        # Where the id stands twice, that finding names the file too.
        if not _fits(measure) and count[id_] == 1:
            expected = f"{id_}-….yaml"
            yield measure.issue(
                "INSEK203", ("id",), name=measure.path.name, id=id_, expected=expected
            )
    count = Counter(field.model.id for field in context.loaded.fields)
    for field in context.loaded.fields:
        id_ = field.model.id
        if field.path.stem != id_ and count[id_] == 1:
            yield field.issue(
                "INSEK203", ("id",), name=field.path.name, id=id_, expected=f"{id_}.yaml"
            )


def _fits(record: Record[Any]) -> bool:
    id_, stem = record.model.id, record.path.stem
    return stem == id_ or stem.startswith(f"{id_}-")


def malformed_slugs(context: Context) -> Iterator[Issue]:
    """Folders of workshops, chapters and the tails of measure files are slugs."""
    for folder in context.loaded.workshops:
        if not re.fullmatch(SLUG, folder.slug):
            yield folder.record.issue("INSEK205", name=folder.slug, near=_near(folder.slug))
    for record in context.loaded.chapters:
        if not re.fullmatch(SLUG, record.chapter.slug):
            position = Position(record.chapter.file)
            name = record.chapter.slug
            yield finding("INSEK205", position, "", "", name=name, near=_near(name))
    for measure in context.loaded.measures:
        tail = measure.path.stem.removeprefix(measure.model.id).removeprefix("-")
        if measure.path.stem.startswith(measure.model.id) and not re.fullmatch(SLUG, tail or "x"):
            expected = f"{measure.model.id}-{_near(tail)}.yaml"
            details = {"name": measure.path.name, "expected": expected}
            yield measure.issue("INSEK205", ("id",), variant="file", **details)


def _near(tail: str) -> str:
    """What a name becomes when umlauts, capitals, blanks and other marks are written otherwise."""
    words = re.findall("[a-z0-9]+", folded_word(undecorated(tail)))
    return "-".join(words) or "offene-schulhoefe"
