"""Canonical YAML for new files."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from unicodedata import normalize

from insek_cli.models.types import Zeitpunkt
from insek_cli.review.format.key_order import ModelType, is_moment, model_below
from insek_cli.review.format.scalar_style import literal, one_line
from insek_cli.review.format.write_items import STEP


def emit(data: Mapping[str, Any] | Sequence[Any], model: ModelType = None, header: str = "") -> str:
    """The text of a new file: keys in the order of the model; None and empty values are absent.

    `header` is the comment on top, such as the modeline, with its “#”.
    """
    lines = [header] if header else []
    body = _mapping(data, model) if isinstance(data, Mapping) else _list(data, model)
    return "\n".join([*lines, *(body or ["{}" if isinstance(data, Mapping) else "[]"]), ""])


def _mapping(data: Mapping[str, Any], model: ModelType) -> list[str]:
    ranks = list(model.model_fields) if model else []
    known = sorted(data, key=lambda name: ranks.index(name) if name in ranks else len(ranks))
    lines: list[str] = []
    for name in known:
        if not _absent(value := data[name]):
            lines += _entry(f"{one_line(normalize('NFC', name))}:", name, value, model)
    return lines


def _entry(head: str, name: str, value: Any, model: ModelType) -> list[str]:
    if isinstance(value, Mapping):
        return [head, *_indented(_mapping(value, model_below(model, name)))]
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [head, *_indented(_list(value, model_below(model, name)))]
    beside, below = scalar_lines(value, moment=is_moment(model, name))
    return [f"{head} {beside}", *_indented(below)]


def _list(items: Sequence[Any], model: ModelType) -> list[str]:
    lines: list[str] = []
    for item in items:
        if _absent(item):
            continue
        if isinstance(item, Mapping):
            first, *below = _mapping(item, model)
        elif isinstance(item, Sequence) and not isinstance(item, str):
            first, *below = _list(item, model)
        else:
            first, below = scalar_lines(item, moment=False)
        lines += [f"- {first}", *_indented(below)]
    return lines


def _indented(lines: list[str]) -> list[str]:
    return [STEP + line if line else "" for line in lines]


def _absent(value: Any) -> bool:
    if isinstance(value, Mapping):
        return all(map(_absent, value.values()))
    if isinstance(value, Sequence) and not isinstance(value, str):
        return all(map(_absent, value))
    return value is None or value == ""


def scalar_lines(value: Any, *, moment: bool) -> tuple[str, list[str]]:
    """What stands beside a key or dash, and the lines below it, not yet indented."""
    if isinstance(value, bool):
        return str(value).lower(), []
    if isinstance(value, Zeitpunkt):
        return str(value.iso), []
    if isinstance(value, date):
        return value.isoformat(), []
    if isinstance(value, int | float):
        return repr(value), []
    text = normalize("NFC", str(value))
    if "\n" in text and (block := literal(text)):
        return block
    return one_line(text, careful=not moment), []
