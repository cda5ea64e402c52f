"""Records as plain data: what stands in their files, without what nobody wrote."""

from typing import Any

from insek_cli.models.base import Model
from insek_cli.models.keys import Key, keys


def plain_data(record: Model) -> dict[str, Any]:
    """The known values of a record with the keys of the model; defaults and gaps are absent."""
    dumped = record.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
    return filled(dumped) or {}


def filled(value: Any) -> Any:
    """The data without parts that say nothing; None when nothing is left."""
    if isinstance(value, dict):
        inner = {name: filled(each) for name, each in value.items()}
        return {name: each for name, each in inner.items() if each is not None} or None
    if isinstance(value, list):
        return [each for each in map(filled, value) if each is not None] or None
    return None if value == "" else value


def value_at(data: dict[str, Any], dotted: str) -> Any:
    """The value at a dotted path through single records; None when nothing is known."""
    here: Any = data
    for name in dotted.split("."):
        here = here.get(name) if isinstance(here, dict) else None
    return here


def nested(values: dict[str, Any]) -> dict[str, Any]:
    """Values by dotted path as a record with records in it."""
    found: dict[str, Any] = {}
    for dotted, value in values.items():
        put(found, dotted, value)
    return found


def put(data: dict[str, Any], dotted: str, value: Any) -> None:
    """Set the value at a dotted path, in records that are begun where there are none."""
    *above, name = dotted.split(".")
    here = data
    for part in above:
        here = here.setdefault(part, {})
    here[name] = value


def has_shape(model: type[Model], data: dict[str, Any]) -> bool:
    """Whether data could be a record: lists and records where the model has them.

    Keys that the model does not know are all one, and so is whether a value is a good one.
    """
    return all(_fits(key, data.get(key.name)) for key in keys(model))


def _fits(key: Key, value: Any) -> bool:
    if value is None:
        return True
    if key.many:
        return isinstance(value, list) and all(_fits_one(key, item) for item in value)
    return _fits_one(key, value)


def _fits_one(key: Key, value: Any) -> bool:
    if key.table:
        return isinstance(value, dict)
    if key.record:
        return isinstance(value, dict) and has_shape(key.record, value)
    return isinstance(value, int | float if key.base in (int, float) else str | int)
