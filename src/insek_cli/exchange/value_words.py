"""Values of keys in words, for people who decide between them."""

from datetime import date
from typing import Any

from insek_cli.exchange.typed_cells import as_text, entry_words
from insek_cli.models.key_paths import flattened
from insek_cli.models.measure import Measure
from insek_cli.models.types import Zeitpunkt
from insek_cli.wording.values import Names

PATHS = {path.dotted: path for path in flattened(Measure)}
"""The keys of a measure by their dotted names."""


def key_title(key: str) -> str:
    """What people call a key."""
    return PATHS[key].title if key in PATHS else key


def value_words(key: str, value: Any, names: Names) -> str:
    """A value as people read it; empty when nothing is known."""
    path = PATHS.get(key)
    if path is None or value is None:
        return "" if value is None else str(value)
    if path.key.record:
        return "\n".join(entry_words(path.key.record, entry, names) for entry in value)
    if path.key.refers:
        ids = value if isinstance(value, list) else [value]
        return "\n".join(names.get((path.key.refers, id_), id_) for id_ in ids)
    if path.key.base in (date, Zeitpunkt):
        return str(Zeitpunkt.parse(value))
    return as_text(path.key, value)
