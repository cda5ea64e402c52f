"""One value where a list is due, or several in one entry: the lines as they are to be written."""

import re
from collections.abc import Sequence

from insek_cli.findings.suggest import closest, folded_word
from insek_cli.i18n import _
from insek_cli.models.base import Model
from insek_cli.models.key_paths import model_at
from insek_cli.models.keys import keys
from insek_cli.models.text_forms import example_id
from insek_cli.source import german_values
from insek_cli.source.core_schema import resolve_plain
from insek_cli.source.invalid_value import InvalidValue, quoted
from insek_cli.source.nodes import Scalar

LONGEST = 60
_BETWEEN = re.compile(r"\s*(?:[,;/+–]|\s-\s|-\s+|\bund\b|\bbis\b|\boder\b)\s*")
_RANGE = re.compile(rf"{_BETWEEN.pattern}|-")
_MARKED = re.compile(r":(?:\s|$)|\s#|^[^\w(]")
"""What needs quotation marks behind “- ”."""
_OTHERS = {"handlungsfeld": "weitere_handlungsfelder", "federfuehrung": "beteiligte"}
"""Where the others belong when a key takes one only."""


def not_a_list(wrong: InvalidValue) -> dict[str, str]:
    """Not a list."""
    found = {"variant": "list", "value": wrong.value}
    if isinstance(wrong.node, Scalar) and (line := _line(wrong)):
        found["hint"] = line
    return found


def _line(wrong: InvalidValue) -> str:
    record = model_at(wrong.model, wrong.loc)
    if record is not None:
        return _entry(wrong.name, _key(record, wrong.text))
    choices = wrong.choices
    if not choices and not _pattern(wrong):
        return _entry(wrong.name, _text(wrong.text))
    known = _values(wrong)
    if not known:
        possible = _("Possible are: {choices}.").format(choices=", ".join(choices))
        return possible if choices else ""
    return _("Write it so: {line}").format(line=f"{wrong.name}: [{', '.join(known)}]")


def several(wrong: InvalidValue) -> str:
    """How to write the values of an entry that holds more than one; empty where it does not."""
    return one_each(_values(wrong), wrong.name, in_list=isinstance(wrong.loc[-1], int))


def one_each(values: Sequence[str], key: str, *, in_list: bool) -> str:
    """How to write several values of a key that stand in one place."""
    if len(values) < 2:
        return ""
    if in_list:
        entries = ", ".join(quoted(f"- {value}") for value in values)
        return _("Write one entry a line: {entries}.").format(entries=entries)
    only = _("Only one can stand here.")
    others = _OTHERS.get(key)
    more = _("Write the others under “{key}”.").format(key=others) if others else ""
    return f"{only} {more}".strip()


def _values(wrong: InvalidValue) -> list[str]:
    """The choices or ids that a text names; none when one of its parts is neither."""
    choices, pattern = wrong.choices, _pattern(wrong)
    between = _RANGE if choices else _BETWEEN
    parts = [part for part in between.split(wrong.text.strip(german_values.QUOTES + " ")) if part]
    if choices:
        known = [_choice(part, choices) for part in parts]
    else:
        known = [_id(part, pattern) for part in parts] if pattern else []
    right = [part for part in known if part]
    return right if len(right) == len(parts) else []


def _pattern(wrong: InvalidValue) -> str | None:
    pattern = wrong.pattern
    return pattern if pattern and example_id(pattern) else None


def _entry(key: str, text: str) -> str:
    hint = _("Write below “{key}:” a line of its own, indented: “- {text}”.")
    return hint.format(key=key, text=text)


def _key(record: type[Model], text: str) -> str:
    """The key of a record that a value probably belongs to, with the value."""
    amount = german_values.german_number(text)
    euro = next((key.name for key in keys(record) if key.unit == "Euro"), None)
    if euro and amount and amount.isdigit():
        return f"{euro}: {amount}"
    first = next((key for key in keys(record) if key.required), keys(record)[0])
    return f"{first.name}: {'…' if first.refers else _text(text)}"


def _text(text: str) -> str:
    """A text as it stands behind “- ”, where it is short enough to be repeated."""
    plain = " ".join(text.split())
    if len(plain) > LONGEST or '"' in plain or "\\" in plain:
        return "…"
    marked = _MARKED.search(plain) or not isinstance(resolve_plain(plain), str)
    return f'"{plain}"' if marked else plain


def _choice(part: str, choices: tuple[str, ...]) -> str | None:
    """The choice a word stands for; “kurz-” is kurzfristig."""
    begun = [each for each in choices if folded_word(each).startswith(folded_word(part).strip("_"))]
    return begun[0] if len(begun) == 1 else closest(part, choices)


def _id(part: str, pattern: str) -> str | None:
    return part if re.match(pattern, part) else german_values.likely_id(part, pattern)
