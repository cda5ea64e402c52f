"""Values as YAML text in canonical form: plain where that is safe, else in quotes."""

from collections.abc import Mapping, Sequence
from datetime import date

from insek_cli.review.format.scalar_style import one_line

Value = str | int | bool | date | Sequence["Value"] | Mapping[str, "Value"]


def scalar(value: str | int | bool | date) -> str:
    """A value on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int | date) else one_line(value, careful=True)


def entry(key: str, value: Value) -> list[str]:
    """The lines of a key with its value."""
    if isinstance(value, str) and "\n" in value:
        return [f"{key}: |", *(f"  {line}".rstrip() for line in value.splitlines())]
    if isinstance(value, str | int | date):
        return [f"{key}: {scalar(value)}"]
    return [f"{key}:", *(f"  {line}" for line in block(value))]


def block(value: Sequence[Value] | Mapping[str, Value]) -> list[str]:
    """The lines of a list or a mapping."""
    if isinstance(value, Mapping):
        return [line for key, part in value.items() for line in entry(key, part)]
    return [line for item in value for line in _item(item)]


def _item(value: Value) -> list[str]:
    lines = [scalar(value)] if isinstance(value, str | int | date) else block(value)
    return [f"- {lines[0]}", *(f"  {line}" for line in lines[1:])]
