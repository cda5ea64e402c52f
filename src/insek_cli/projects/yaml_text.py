"""Values as YAML text in canonical form: plain where that is safe, else in quotes."""

import re
from collections.abc import Mapping, Sequence

Value = str | int | bool | Sequence["Value"] | Mapping[str, "Value"]

# Narrower than YAML allows: what is not surely text in every reader of YAML 1.1 and 1.2 is quoted.
_PLAIN = re.compile(r"[^\W\d_](?:[\w .,;()/+&–„“’%?!*§-]|:(?=\S)|#(?<=\S#))*")
_WORDS = {"true", "false", "null", "yes", "no", "on", "off", "y", "n", "ja", "nein"}


def scalar(value: str | int | bool) -> str:
    """A value on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if _PLAIN.fullmatch(value) and value.lower() not in _WORDS and value == value.strip():
        return value
    return "'" + value.replace("'", "''") + "'"


def entry(key: str, value: Value) -> list[str]:
    """The lines of a key with its value."""
    if isinstance(value, str) and "\n" in value:
        return [f"{key}: |", *(f"  {line}".rstrip() for line in value.splitlines())]
    if isinstance(value, str | int):
        return [f"{key}: {scalar(value)}"]
    return [f"{key}:", *(f"  {line}" for line in block(value))]


def block(value: Sequence[Value] | Mapping[str, Value]) -> list[str]:
    """The lines of a list or a mapping."""
    if isinstance(value, Mapping):
        return [line for key, part in value.items() for line in entry(key, part)]
    return [line for item in value for line in _item(item)]


def _item(value: Value) -> list[str]:
    lines = [scalar(value)] if isinstance(value, str | int) else block(value)
    return [f"- {lines[0]}", *(f"  {line}" for line in lines[1:])]
