"""The model as columns: a key added to a model gets its column, format and choices by itself."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from insek_cli.documents.sheet.book import Value
from insek_cli.models.base import Meta, Model, metas
from insek_cli.models.stages import Profile, Stage, may_read
from insek_cli.models.types import LABELS, MarkdownField, Refers, Zeitpunkt
from insek_cli.models.units import Quantity, Unit
from insek_cli.wording.notation import NO, YES
from insek_cli.wording.values import Names, words

FORMATS: dict[Unit, str] = {"Euro": '#,##0 "€"', "Prozent": 'General" %"', "Jahr": "0"}
PLAIN: dict[Any, str] = {int: "#,##0"}
YEAR, MONTH, DAY = "0", "mm/yyyy", "dd.mm.yyyy"
FIRST_DAY = date(1900, 3, 1)
"""Before it the programs count days differently, so older dates are text."""


@dataclass(frozen=True)
class Shape:
    """What a key holds, as far as a spreadsheet cares."""

    base: Any
    many: bool = False
    choices: tuple[str, ...] = ()
    refers: str | None = None
    unit: Unit | None = None
    markdown: bool = False

    @property
    def number_format(self) -> str:
        """How a spreadsheet shows its numbers."""
        plain = PLAIN.get(self.base, "General")
        return FORMATS.get(self.unit, plain) if self.unit else plain

    @property
    def record(self) -> type[Model] | None:
        """The model of a nested record."""
        return self.base if isinstance(self.base, type) and issubclass(self.base, Model) else None

    @property
    def measured(self) -> bool:
        """Whether it holds numbers or dates."""
        return self.base in (int, float, date, Zeitpunkt)


@dataclass(frozen=True)
class Column:
    """A key of the model, nested records flattened: standort.koordinate.lat."""

    metas: tuple[Meta, ...]
    shape: Shape

    @property
    def key(self) -> str:
        """The dotted key, as in YAML."""
        return ".".join(about.key for about in self.metas)

    @property
    def title(self) -> str:
        """The German titles on the way to the key."""
        return " – ".join(about.title for about in self.metas)

    @property
    def description(self) -> str:
        """What the model says about the key."""
        return self.metas[-1].description

    @property
    def heading(self) -> str | None:
        """The heading of the Maßnahmenliste that the key belongs to."""
        return self.metas[0].column

    @property
    def stage(self) -> Stage | None:
        """The first stage at which the key, or what it is part of, must be known."""
        return next((about.stage for about in reversed(self.metas) if about.stage), None)

    def of(self, record: Model) -> Any:
        """The value of the key in a record; None when it is not known."""
        value: Any = record
        for about in self.metas:
            value = None if value is None else getattr(value, about.key)
        return None if value == () else value

    def cell(self, record: Model, names: Names) -> tuple[Value, str]:
        """The value as a spreadsheet holds it, and its number format."""
        value = self.of(record)
        if isinstance(value, tuple):
            return "\n".join(self.words(record, item, names) for item in value), "General"
        if isinstance(value, Zeitpunkt):
            return _moment(value)
        if isinstance(value, date):
            return value, DAY
        if value is None or (isinstance(value, (int, float)) and not isinstance(value, bool)):
            return value, self.shape.number_format
        return self.words(record, value, names), "General"

    def words(self, record: Model, value: Any, names: Names) -> str:
        """The value, or one of a list, as text; an id that a drop-down list offers stays one."""
        for about in self.metas[:-1]:
            record = getattr(record, about.key)
        if self.shape.refers:
            return str(value)
        return words(record, self.metas[-1].key, value, names)


@cache
def columns(model: type[Model], audience: Profile) -> tuple[Column, ...]:
    """The columns of a model that the audience may read, in the order of the model."""
    return tuple(_walk(model, audience, ()))


def _walk(model: type[Model], audience: Profile, path: tuple[Meta, ...]) -> Iterator[Column]:
    hints = get_type_hints(model, include_extras=True)
    for about in metas(model):
        if not may_read(about.profile, audience):
            continue
        found = shape(hints[about.key])
        if found.record and not found.many:
            yield from _walk(found.record, audience, (*path, about))
        else:
            yield Column((*path, about), found)


def shape(hint: Any) -> Shape:
    """What a type annotation of a model holds."""
    if get_origin(hint) in (Union, UnionType):
        return shape(next(part for part in get_args(hint) if part is not type(None)))
    if get_origin(hint) is tuple:
        return replace(shape(get_args(hint)[0]), many=True)
    if get_origin(hint) is Literal:
        return Shape(str, choices=tuple(LABELS[choice] for choice in get_args(hint)))
    if get_origin(hint) is Annotated:
        base, *about = get_args(hint)
        refers = next((mark.to for mark in about if isinstance(mark, Refers)), None)
        unit = next((mark.unit for mark in about if isinstance(mark, Quantity)), None)
        marked = any(isinstance(mark, MarkdownField) for mark in about)
        return replace(shape(base), refers=refers, unit=unit, markdown=marked)
    if hint is bool:
        return Shape(bool, choices=(YES, NO))
    return Shape(hint)


def _moment(moment: Zeitpunkt) -> tuple[Value, str]:
    """A year as a number, a month or a day as a date."""
    if moment.month is None:
        return moment.year, YEAR
    if moment.first_day() < FIRST_DAY:
        return str(moment), "General"
    return moment.first_day(), DAY if moment.day else MONTH
