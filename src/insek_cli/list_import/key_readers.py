"""Columns that name a key of the model itself, such as those of the sheet Daten: read by type."""

import re
from typing import Any

from insek_cli.list_import.draft import Draft
from insek_cli.list_import.periods import moment
from insek_cli.list_import.word_readers import choice
from insek_cli.models.key_paths import flattened
from insek_cli.models.keys import Key
from insek_cli.models.measure import Measure
from insek_cli.models.types import Zeitpunkt
from insek_cli.source.german_values import german_number, german_truth


def read_key(draft: Draft, target: str, text: str) -> bool:
    """Put a cell under the key that its column names; False where it does not fit there."""
    path = next((p for p in flattened(Measure, "intern") if p.dotted == target), None)
    if path is None or path.key.record is not None:
        return False
    parts = re.split(r"\s*[;\n]\s*", text) if path.key.many else [text]
    values = [_value(path.key, part.strip()) for part in parts if part.strip()]
    if not values or None in values:
        return False
    return draft.put(target, values if path.key.many else values[0])


def _value(key: Key, text: str) -> Any:
    """The value of a text; None where it has another type, or is an id that may name nothing."""
    if key.choices:
        return choice(text, key.choices)
    if key.refers:
        return None
    if key.base is bool:
        return {"true": True, "false": False}.get(german_truth(text) or "")
    if key.base in (int, float):
        number = german_number(text)
        if number is None:
            return None
        return int(number) if key.base is int and number.isdecimal() else float(number)
    return moment(text) if key.base is Zeitpunkt else text
