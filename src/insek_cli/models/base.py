"""What every model shares: strictness, and the metadata each key carries."""

from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field
from pydantic.fields import FieldInfo

from insek_cli.models.stages import Profile, Stage
from insek_cli.models.units import Quantity, Unit

COLUMNS = (
    "Maßnahme",
    "Beschreibung",
    "Querverweis bestehende Planung/Konzept",
    "Akteur:innen/Zuständigkeiten",
    "Prozessgestaltung und Monitoring",
    "Ideen zur Erhöhung der Nachhaltigkeit der Maßnahmen",
    "Standort",
    "Kosten",
    "Finanzierung/Förderung",
    "integrierte Handlungsfelder",
)
"""The ten headings of the Maßnahmenliste, exactly as the workshop documentation prints them."""


Block = Literal["haupt", "seite", "vorlage"]
"""Where a Steckbrief prints a key: in its main or its side column, or where the template says."""
DECLARED = "x-insek"
"""What a key declares beyond its type, in the field that pydantic makes of it."""


class Model(BaseModel):
    """A strict, frozen record. An absent key is None (or empty) and means: not known yet."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, allow_inf_nan=False)


@dataclass(frozen=True)
class Meta:
    """What the model says about one key besides its type.

    `column` is a heading of the Maßnahmenliste, `stage` the first stage at which the key must be
    known, `profile` the widest audience that may read it. `unit` is what a number counts; it is
    named by the key `unit_key` beside it where it differs from record to record.
    """

    key: str
    title: str
    description: str
    column: str | None
    stage: Stage | None
    profile: Profile
    required: bool
    unit: Unit | None = None
    unit_key: str | None = None


def key(
    title: str,
    description: str,
    *,
    default: Any = None,
    column: str | None = None,
    block: Block | None = None,
    place: int = 0,
    label: str | None = None,
    stage: Stage | None = None,
    profile: Profile = "intern",
    examples: list[Any] | None = None,
    **constraints: Any,
) -> Any:
    """Declare a model key with its German title and description and its place in the outputs.

    Pass `default=...` for a key that is always required. What is not given a profile is intern.
    What has a column stands beside the text of the Steckbrief, unless `block` says otherwise; there
    it is called `label` where that is not the title, and stands in the order of `place`.
    """
    if column is not None and column not in COLUMNS:
        raise ValueError(f"{column!r} is no heading of the Maßnahmenliste")
    declared = {
        "column": column,
        "block": block or ("seite" if column else None),
        "place": place,
        "label": label or title,
        "stage": stage,
        "profile": profile,
    }
    return Field(
        default,
        title=title,
        description=description,
        examples=examples,
        json_schema_extra={DECLARED: declared},  # type: ignore[dict-item]
        **constraints,
    )


def public(title: str, description: str, **options: Any) -> Any:
    """Declare a key that everybody may read."""
    return key(title, description, profile="oeffentlich", **options)


def meta(model: type[Model], name: str) -> Meta:
    """The metadata of one key of a model."""
    return _meta(name, model.model_fields[name])


@cache
def metas(model: type[Model]) -> tuple[Meta, ...]:
    """The metadata of all keys of a model, in the order of the model."""
    return tuple(_meta(name, info) for name, info in model.model_fields.items())


def _meta(name: str, info: FieldInfo) -> Meta:
    extra: Any = info.json_schema_extra or {}
    declared = extra[DECLARED]
    return Meta(
        key=name,
        title=info.title or name,
        description=info.description or "",
        column=declared["column"],
        stage=declared["stage"],
        profile=declared["profile"],
        required=info.is_required(),
        unit=quantity(info).unit,
        unit_key=quantity(info).unit_key,
    )


def quantity(info: FieldInfo) -> Quantity:
    """What a number of a key counts; empty for texts and for plain numbers."""
    return next((mark for mark in marks(info) if isinstance(mark, Quantity)), Quantity())


def marks(info: FieldInfo) -> list[Any]:
    """All that is annotated to a key or to the items of its list."""
    found, waiting = list(info.metadata), [info.annotation]
    while waiting:
        part = waiting.pop()
        if get_origin(part) is Annotated:
            part, *own = get_args(part)
            found += own
            waiting.append(part)
        else:
            waiting += get_args(part)
    return [mark for each in found for mark in (each, *getattr(each, "metadata", ()))]
