"""The values of a record as a spreadsheet holds them: numbers, dates, choices, else words."""

from datetime import date
from typing import Any

from insek_cli.documents.sheet.book import Value
from insek_cli.models.base import Model
from insek_cli.models.key_paths import KeyPath
from insek_cli.models.keys import Key
from insek_cli.models.labels import LABELS
from insek_cli.models.types import Zeitpunkt
from insek_cli.models.units import Unit
from insek_cli.wording.notation import NO, SIGNS, YES
from insek_cli.wording.values import Names, value_text

GENERAL = "General"
FORMATS: dict[Unit, str] = {
    "Euro": f'#,##0 "{SIGNS["Euro"]}"',
    "Prozent": f'General" {SIGNS["Prozent"]}"',
    "Jahr": "0",
}
PLAIN: dict[Any, str] = {int: "#,##0"}
YEAR, MONTH, DAY = "0", "mm/yyyy", "dd.mm.yyyy"
FIRST_DAY = date(1900, 3, 1)
"""Before it the programs count days differently, so older dates are text."""


def cell(path: KeyPath, record: Model, names: Names) -> tuple[Value, str]:
    """The value of a key as a spreadsheet holds it, and its number format."""
    value = path.of(record)
    if isinstance(value, tuple):
        return "\n".join(in_words(path, record, item, names) for item in value), GENERAL
    if isinstance(value, Zeitpunkt):
        return _moment(value)
    if isinstance(value, date):
        return value, DAY
    if value is None or (isinstance(value, (int, float)) and not isinstance(value, bool)):
        return value, number_format(path.key)
    return in_words(path, record, value, names), GENERAL


def in_words(path: KeyPath, record: Model, value: Any, names: Names) -> str:
    """The value, or one of a list, as text; an id that a drop-down list offers stays one."""
    if path.key.refers:
        return str(value)
    return value_text(path.holder(record), path.key.name, value, names)


def choices(key: Key) -> tuple[str, ...]:
    """The words that a cell of the key may hold, where it is a choice."""
    if key.base is bool:
        return YES, NO
    return () if key.table else tuple(LABELS[choice] for choice in key.choices)


def is_measured(key: Key) -> bool:
    """Whether a key holds numbers or dates."""
    return key.base in (int, float, date, Zeitpunkt)


def number_format(key: Key) -> str:
    """How numbers of the key are shown."""
    plain = PLAIN.get(key.base, GENERAL)
    return FORMATS.get(key.unit, plain) if key.unit else plain


def _moment(moment: Zeitpunkt) -> tuple[Value, str]:
    """A year as a number, a month or a day as a date."""
    if moment.month is None:
        return moment.year, YEAR
    if moment.first_day() < FIRST_DAY:
        return str(moment), GENERAL
    return moment.first_day(), DAY if moment.day else MONTH
