"""Ids are unique without regard to case, and files are named after them."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from typing import Any

from insek_cli.checks.context import Context
from insek_cli.findings import Issue, Position
from insek_cli.findings.codes import finding
from insek_cli.findings.suggest import folded_word
from insek_cli.models.field import placed_goals
from insek_cli.models.record_kinds import KINDS, RecordKind
from insek_cli.models.types import GOAL_ID, MEASURE_ID, SLUG
from insek_cli.source.file_copies import undecorated
from insek_cli.source.records import Record

DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])", re.IGNORECASE)
"""What Windows takes for a device, whatever ending follows: no file and no folder is named so."""


def duplicate_ids(context: Context) -> Iterator[Issue]:
    """Each id that stands a second time, at its second place."""
    loaded = context.loaded
    # Of abbreviations, two may mean something else each: that is told by their names.
    for kind in (kind for kind in KINDS.values() if kind.id in ("id", "stichtag")):
        for group in loaded.groups(kind):
            # A file that bears its id in its name is the first to own it.
            ordered = sorted(group, key=lambda record: not _fits(kind, record))
            yield from _twice(((record, (kind.id,), _id(kind, record)) for record in ordered), kind)
    yield from _twice(
        (field, (*placed.path, "id"), placed.goal.id)
        for field in loaded.fields
        for placed in placed_goals(field.model)
    )
    for folder in loaded.workshops:
        questions = enumerate(folder.record.model.fragen)
        yield from _twice((folder.record, ("fragen", i, "id"), q.id) for i, q in questions)


def _twice(
    entries: Iterable[tuple[Record[Any], tuple[str | int, ...], str]],
    kind: RecordKind[Any] | None = None,
) -> Iterator[Issue]:
    first: dict[str, tuple[Record[Any], tuple[str | int, ...]]] = {}
    for record, path, id_ in entries:
        other, there = first.setdefault(id_.lower(), (record, path))
        if other is not record or there != path:
            place = other.locate(there)
            details = {"id": id_, "other": f"{place.file}:{place.line}"}
            named = re.match(r"(?:M-|HF)[0-9]", record.path.stem)
            if kind and kind.named and named and not _fits(kind, record):
                details |= {"variant": "named", "name": record.path.name}
            yield record.issue("INSEK202", path, **details)


def goals_of_other_fields(context: Context) -> Iterator[Issue]:
    """Ids of goals that name another field than theirs."""
    for record in context.loaded.fields:
        field = record.model.id
        for placed in placed_goals(record.model):
            id_ = placed.goal.id
            if not id_.startswith(f"{field}."):
                yield record.issue("INSEK209", (*placed.path, "id"), id=id_, field=field)


Bearer = tuple[Record[Any], tuple[str | int, ...], str, tuple[str, ...]]
"""A record, where in it earlier names stand, the id of today, and those names."""


def ambiguous_earlier_ids(context: Context) -> Iterator[Issue]:
    """Earlier ids that a measure or a goal bears today, or that two of them claim."""
    loaded, catalog = context.loaded, context.catalog
    measures: Iterator[Bearer] = (
        (record, (), record.model.id, record.model.frueher) for record in loaded.measures
    )
    yield from _earlier(measures, MEASURE_ID, catalog.measure, "")
    goals: Iterator[Bearer] = (
        (record, placed.path, placed.goal.id, placed.goal.frueher)
        for record in loaded.fields
        for placed in placed_goals(record.model)
    )
    yield from _earlier(goals, GOAL_ID, catalog.goals, "goal_")


def _earlier(
    bearers: Iterator[Bearer], form: str, present: Container[str], prefix: str
) -> Iterator[Issue]:
    first: dict[str, str] = {}
    for record, path, today, names in bearers:
        for place, name in enumerate(names):
            if not re.match(form, name):
                continue
            other, at = first.setdefault(name, today), (*path, "frueher", place)
            if name in present:
                yield record.issue("INSEK204", at, variant=f"{prefix}present", id=name)
            elif other != today:
                variant = f"{prefix}claimed" if prefix else ""
                yield record.issue("INSEK204", at, variant=variant, id=name, other=other)


def misnamed_files(context: Context) -> Iterator[Issue]:
    """Files of measures begin with the id; those of fields and of monitoring are the id."""
    for kind in (kind for kind in KINDS.values() if kind.named):
        for group in context.loaded.groups(kind):
            count = Counter(_id(kind, record) for record in group)
            for record in group:
                id_ = _id(kind, record)
                # Where the id stands twice, that finding names the file too.
                if not _fits(kind, record) and count[id_] == 1:
                    expected = kind.named.format(id=id_)
                    yield record.issue(
                        "INSEK203", (kind.id,), name=record.path.name, id=id_, expected=expected
                    )


def _id(kind: RecordKind[Any], record: Record[Any]) -> str:
    return str(getattr(record.model, kind.id))


def _fits(kind: RecordKind[Any], record: Record[Any]) -> bool:
    return kind.bears_id(record.model, record.path.stem)


def malformed_slugs(context: Context) -> Iterator[Issue]:
    """Folders of workshops, chapters and the tails of measure files are slugs."""
    for folder in context.loaded.workshops:
        if DEVICE.fullmatch(folder.slug):
            yield folder.record.issue("INSEK205", variant="device", name=folder.slug)
        elif not re.fullmatch(SLUG, folder.slug):
            yield folder.record.issue("INSEK205", name=folder.slug, near=_near(folder.slug))
    for record in context.loaded.chapters:
        position = Position(record.chapter.file)
        if DEVICE.fullmatch(record.chapter.slug):
            yield finding("INSEK205", position, "", "", variant="device", name=record.chapter.slug)
        elif not re.fullmatch(SLUG, record.chapter.slug):
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


RULES = (
    duplicate_ids,
    goals_of_other_fields,
    ambiguous_earlier_ids,
    misnamed_files,
    malformed_slugs,
)
