"""What the program knows of each key of a model, read once from its declaration.

Checks, wording, spreadsheet, formatter and skeletons ask here, so that a key added to a model is
known to all of them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from insek_cli.models.base import DECLARED, Block, Model
from insek_cli.models.stages import Profile, Stage
from insek_cli.models.types import MarkdownField, Refers
from insek_cli.models.units import Quantity, Unit

_NOTHING = Quantity()


@dataclass(frozen=True)
class Key:
    """One key of a model: what it is called, where it is printed, who reads it, what it holds.

    - `column` is a heading of the Maßnahmenliste; `block` the part of the Steckbrief that prints
      the key under `label`, in the order of `place`, then of the model.
    - `stage` is the first stage at which it must be known, `profile` the widest audience.
    - `base` is the type of one value: str, int, float, bool, date, Zeitpunkt or a model; `many` is
      set for a list of them, `table` for values under free names.
    - `choices` are the words that may be written there; of a table, its names.
    - `pattern` is the form a text must have, `refers` the kind of record whose id it is (or empty).
    - `unit` is what a number counts; `unit_key` the key beside it that names the unit in words.
    """

    name: str
    title: str
    description: str
    label: str
    column: str | None
    block: Block | None
    place: int
    stage: Stage | None
    profile: Profile
    required: bool
    default: Any = field(compare=False)
    base: Any
    many: bool = False
    table: bool = False
    choices: tuple[str, ...] = ()
    pattern: str | None = None
    refers: str = ""
    unit: Unit | None = None
    unit_key: str | None = None
    markdown: bool = False
    examples: tuple[Any, ...] = ()

    @property
    def record(self) -> type[Model] | None:
        """The model of what stands under the key, where that has keys of its own."""
        return self.base if isinstance(self.base, type) and issubclass(self.base, Model) else None


@cache
def keys(model: type[Model]) -> tuple[Key, ...]:
    """The keys of a model in its order, which is that of the files."""
    return tuple(_key(name, info) for name, info in model.model_fields.items())


def refers(key: Key) -> bool:
    """Whether a key holds ids of other records."""
    return bool(key.refers)


def key_of(model: type[Model], name: str) -> Key | None:
    """The key of a model that has a name."""
    return _by_name(model).get(name)


@cache
def _by_name(model: type[Model]) -> dict[str, Key]:
    return {key.name: key for key in keys(model)}


def _key(name: str, info: FieldInfo) -> Key:
    extra: Any = info.json_schema_extra or {}
    base, many, table, names, marks = _held(info)
    choice = get_origin(base) is Literal
    quantity = next((mark for mark in marks if isinstance(mark, Quantity)), _NOTHING)
    patterns = (getattr(mark, "pattern", None) for mark in marks)
    return Key(
        name=name,
        title=info.title or name,
        description=info.description or "",
        required=info.is_required(),
        default=None if info.is_required() else info.get_default(),
        base=str if choice else base,
        many=many,
        table=table,
        choices=get_args(base) if choice else names,
        pattern=next((each for each in patterns if isinstance(each, str)), None),
        refers=next((mark.to for mark in marks if isinstance(mark, Refers)), ""),
        unit=quantity.unit,
        unit_key=quantity.unit_key,
        markdown=any(isinstance(mark, MarkdownField) for mark in marks),
        examples=tuple(info.examples or ()),
        **extra[DECLARED],
    )


def _held(info: FieldInfo) -> tuple[Any, bool, bool, tuple[str, ...], list[Any]]:
    """The type of one value, whether there is a list or a table of them, names, annotations."""
    annotation, marks = info.annotation, list(_marks(info.metadata))
    many, table, names = False, False, ()
    while True:
        origin, inner = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            annotation = inner[0]
            marks += _marks(inner[1:])
        elif origin in (Union, UnionType):
            annotation = next(part for part in inner if part is not type(None))
        elif origin is tuple:
            annotation, many = inner[0], True
        elif origin is dict:
            names = get_args(inner[0]) if get_origin(inner[0]) is Literal else ()
            annotation, table = inner[1], True
        else:
            return annotation, many, table, names, marks


def _marks(annotations: Any) -> Iterator[Any]:
    for mark in annotations:
        yield mark
        yield from getattr(mark, "metadata", ())
