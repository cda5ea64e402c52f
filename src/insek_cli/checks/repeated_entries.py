"""What stands twice where once is meant: entries of a list, the own field, who leads, names."""

import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from insek_cli.checks.context import Context
from insek_cli.findings import Issue
from insek_cli.models.base import Model
from insek_cli.models.field import FieldOfAction, Subgoal
from insek_cli.models.record_kinds import REGISTERS
from insek_cli.source.nodes import Path
from insek_cli.source.records import Loaded, Record
from insek_cli.wording.values import value_text

MAY_REPEAT = frozenset({"handlungsfelder", "teilnehmende", "programm"})
"""A group may discuss a field in two rounds; two guests, two breaks may look the same."""


def repeated_entries(context: Context) -> Iterator[Issue]:
    """Each entry of a list that stands there already, at its second place."""
    for record in context.loaded.records():
        for path, owner, items in _lists(record.model, ()):
            first: set[str] = set()
            for index, item in enumerate(items):
                mark = _mark(item)
                if mark in first:
                    yield record.issue("INSEK429", (*path, index), text=_shown(owner, path, item))
                first.add(mark)


def _lists(model: Model, path: Path) -> Iterator[tuple[Path, Model, tuple[Any, ...]]]:
    for name, value in vars(model).items():
        if isinstance(value, Model):
            yield from _lists(value, (*path, name))
        elif isinstance(value, tuple) and value:
            if name not in MAY_REPEAT and not _goals(model, name):
                yield (*path, name), model, value
            for index, item in enumerate(value):
                if isinstance(item, Model):
                    yield from _lists(item, (*path, name, index))


def _goals(model: Model, name: str) -> bool:
    """Goals with one title are told by their titles."""
    return isinstance(model, FieldOfAction) and name == "ziele"


def _mark(item: Any) -> str:
    """What two entries have in common that say the same; the id of an Unterziel says nothing."""
    item = item.titel if isinstance(item, Subgoal) else item
    return " ".join(item.casefold().split()) if isinstance(item, str) else repr(item)


def _shown(owner: Model, path: Path, item: Any) -> str:
    """An entry in words, a long one by its beginning."""
    said = item.titel if isinstance(item, Subgoal) else value_text(owner, str(path[-1]), item, {})
    text = " ".join(said.split())
    return text if len(text) <= 60 else text[:57] + "…"


def repeated_roles(context: Context) -> Iterator[Issue]:
    """The main field among the further ones, and who leads among those who take part."""
    for record in context.loaded.measures:
        measure = record.model
        field, others = measure.handlungsfeld, measure.weitere_handlungsfelder
        if field in others:
            place: Path = ("weitere_handlungsfelder", others.index(field))
            yield record.issue("INSEK429", place, variant="field", text=field)
        actors = measure.akteure
        if actors and actors.federfuehrung in actors.beteiligte:
            place = ("akteure", "beteiligte", actors.beteiligte.index(actors.federfuehrung))
            yield record.issue("INSEK429", place, variant="lead", text=actors.federfuehrung)


Named = tuple[Record[Any], Path, str, str]
"""A record, where its name stands, the name, and what else tells it apart."""


def similar_names(context: Context) -> Iterator[Issue]:
    """Names of one kind that differ in case, spaces and signs only, or not at all."""
    for group in _groups(context.loaded):
        first: dict[str, Named] = {}
        for record, path, name, id_ in group:
            other = first.setdefault(_letters(name), (record, path, name, id_))
            if other[0] is record and other[1] == path:
                continue
            if other[2] == name:
                yield record.issue("INSEK424", path, variant="same", name=name, other=other[3])
            else:
                yield record.issue("INSEK424", path, name=name, other=other[2])


def _groups(loaded: Loaded) -> Iterator[Iterable[Named]]:
    for register in REGISTERS.values():
        yield from (_each(loaded.register(register.file), key) for key in register.distinct)
    yield _each(loaded.fields, "titel")
    short: dict[str, list[Named]] = {}
    for entry in loaded.register("abbreviations"):
        # mW and MW are two.
        about: Named = (entry, ("kurz",), entry.model.kurz, entry.model.lang or "?")
        short.setdefault(entry.model.kurz, []).append(about)
    yield from short.values()
    for field in loaded.fields:
        yield [
            (field, ("ziele", n, "titel"), goal.titel, goal.id)
            for n, goal in enumerate(field.model.ziele)
        ]
    days: dict[date | None, list[Named]] = {}
    for folder in loaded.workshops:
        about = (folder.record, ("titel",), folder.record.model.titel, folder.slug)
        days.setdefault(folder.record.model.datum, []).append(about)
    yield from days.values()


def _each(records: Iterable[Record[Any]], key: str) -> Iterator[Named]:
    for record in records:
        if name := getattr(record.model, key):
            yield record, (key,), name, record.model.id


def _letters(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in plain if character.isalnum()) or text


RULES = (
    similar_names,
    repeated_entries,
    repeated_roles,
)
