"""The order of keys: that of the model, and unknown keys at the end as they came."""

from functools import cache
from typing import Any, get_args

from insek_cli.models.base import Model
from insek_cli.models.routes import model_at
from insek_cli.models.types import Date, Zeitpunkt
from insek_cli.review.format.file_layout import Group, Item

ModelType = type[Model] | None


@cache
def model_below(model: ModelType, key: str) -> ModelType:
    """The model of what stands under a key."""
    return model_at(model, (key,)) if model else None


@cache
def is_moment(model: ModelType, key: str) -> bool:
    """Whether a key holds a date, a month or a year."""
    info = model.model_fields.get(key) if model else None
    return info is not None and _mentions(info.annotation, {*get_args(Date)[:1], Zeitpunkt})


def _mentions(annotation: Any, wanted: set[Any]) -> bool:
    return annotation in wanted or any(_mentions(part, wanted) for part in get_args(annotation))


@cache
def _ranks(model: ModelType) -> dict[str, int]:
    return {name: rank for rank, name in enumerate(model.model_fields)} if model else {}


def sort_keys(group: Group, model: ModelType) -> None:
    """Put the keys of a group and of all below it into the order of their models."""
    if group.mapping:
        ranks = _ranks(model)
        group.items.sort(key=lambda item: ranks.get(_name(item), len(ranks)))
    for item in group.items:
        if isinstance(item.value, Group):
            below = model_below(model, _name(item)) if item.key else model
            sort_keys(item.value, below)


def _name(item: Item) -> str:
    return item.key.text if item.key else ""
