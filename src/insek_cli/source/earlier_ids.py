"""Today's ids for earlier ones: workshops name measures as they were called on the day."""

from collections.abc import Mapping
from typing import Any, TypeVar

from insek_cli.models.base import Model
from insek_cli.models.key_paths import Path, values
from insek_cli.models.keys import Key

M = TypeVar("M", bound=Model)


def with_todays_ids(model: M, today: Mapping[str, str]) -> M:
    """The record with today's id wherever it names a measure or a goal by an earlier one."""
    found = [
        (path, today[value])
        for path, value, _key in (values(model, _of_a_renamed_kind) if today else ())
        if value in today
    ]
    if not found:
        return model
    data: Any = model.model_dump()
    for path, id_ in found:
        data = _with(data, path, id_)
    return type(model).model_validate(data)


def _of_a_renamed_kind(key: Key) -> bool:
    return key.refers in ("measure", "goal")


def _with(data: Any, path: Path, value: str) -> Any:
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(data, tuple):
        items = enumerate(data)
        return tuple(_with(item, rest, value) if at == step else item for at, item in items)
    return data | {step: _with(data[step], rest, value)}
