"""Ranges and periods that end before they begin, and decimals that were meant as thousands."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

from insek_cli.checks.context import Context
from insek_cli.findings import Issue
from insek_cli.models.base import Model
from insek_cli.models.key_paths import leaves, values
from insek_cli.models.keys import Key, key_of
from insek_cli.models.types import Zeitpunkt
from insek_cli.source.nodes import Path
from insek_cli.source.records import Record

PAIRS = (("von", "bis"), ("beginn", "ende"), ("datum", "ende"))
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}\.[0-9]00")


def reversed_ranges(context: Context) -> Iterator[Issue]:
    """Every model with a pair of keys whose second is less than the first."""
    for record in context.loaded.records():
        parts = [((), record.model), *((path, part) for path, part, _ in _models(record))]
        for path, part in parts:
            for pair in _pairs(type(part)):
                yield from _reversed(record, path, part, pair)


@cache
def _pairs(model: type[Model]) -> tuple[tuple[str, str], ...]:
    return tuple(pair for pair in PAIRS if all(key_of(model, name) for name in pair))


def _models(record: Record[Model]) -> Iterator[tuple[Path, Model, Any]]:
    yield from values(record.model, _record)


def _record(key: Key) -> bool:
    return key.record is not None


def _reversed(
    record: Record[Model], path: Path, part: Model, keys: tuple[str, str]
) -> Iterator[Issue]:
    low, high = (getattr(part, key) for key in keys)
    if low is None or high is None:
        return
    if isinstance(low, int):
        if low > high:
            yield record.issue("INSEK401", (*path, keys[1]), low=str(low), high=str(high))
    elif _days(low)[0] > _days(high)[1]:
        yield record.issue("INSEK402", (*path, keys[1]), begin=str(low), end=str(high))


def _days(moment: Zeitpunkt | date) -> tuple[date, date]:
    if isinstance(moment, Zeitpunkt):
        return moment.first_day(), moment.last_day()
    return moment, moment


def thousands(context: Context) -> Iterator[Issue]:
    """1.500 is one and a half; coordinates are written so and meant so."""
    for record in context.loaded.records():
        text = record.written.text
        if not _THOUSANDS.search(text):
            continue
        for path, value in leaves(record.model):
            if not isinstance(value, float) or f"{value:.3f}" not in text:
                continue
            if path[-1] in ("lat", "lon"):
                continue
            scalar = record.scalar(path)
            if scalar and _THOUSANDS.fullmatch(scalar.text):
                digits = scalar.text.replace(".", "")
                yield record.issue(
                    "INSEK403", path, text=scalar.text, read=f"{value:g}", without=digits
                )


RULES = (
    reversed_ranges,
    thousands,
)
