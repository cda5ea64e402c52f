"""The order of keys: that of the model, and unknown keys at the end as they came."""

from datetime import date
from functools import cache

from insek_cli.models.base import Model
from insek_cli.models.keys import key_of
from insek_cli.models.types import Zeitpunkt
from insek_cli.review.format.file_layout import Group, Item

ModelType = type[Model] | None


def model_below(model: ModelType, name: str) -> ModelType:
    """The model of what stands under a key."""
    key = key_of(model, name) if model else None
    return key.record if key else None


def is_moment(model: ModelType, name: str) -> bool:
    """Whether a key holds a date, a month or a year."""
    key = key_of(model, name) if model else None
    return key is not None and key.base in (date, Zeitpunkt)


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
