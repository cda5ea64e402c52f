"""Cells of a workbook that came back, as values of their keys."""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from insek_cli.documents.sheet.book import cell_text
from insek_cli.documents.sheet.cell_values import choices
from insek_cli.exchange.markdown_edits import markdown_with, plain_of
from insek_cli.findings.suggest import did_you_mean, folded_word
from insek_cli.models.base import Model
from insek_cli.models.keys import Key, keys
from insek_cli.models.labels import LABELS
from insek_cli.models.types import Zeitpunkt
from insek_cli.source.german_values import german_date, german_number, german_truth, means_open
from insek_cli.tables.office_text import alike, flat, restored
from insek_cli.wording.notation import either
from insek_cli.wording.values import Names, told

_EPOCH = date(1899, 12, 30)
_BULLET = re.compile(r"\s*[•·▪–-]\s+")


class CellError(Exception):
    """A text that is no value of its key: the variant of the finding, and what that says."""

    def __init__(self, variant: str, **details: str) -> None:
        super().__init__(variant)
        self.variant = variant
        self.details = details


Known = Mapping[str, Mapping[str, str]]
"""The ids of the project with their names, by what a key refers to."""


def as_text(key: Key, value: Any) -> str:
    """A value as its cell shows it."""
    if isinstance(value, list):
        return "\n".join(as_text(key, item) for item in value)
    if value is None:
        return ""
    if key.record:
        return entry_words(key.record, value, {})
    if isinstance(value, bool):
        return either(value=value)
    if key.choices and not key.table:
        return LABELS.get(str(value), str(value))
    if key.markdown:
        return cell_text(plain_of(str(value)))
    return cell_text(str(value).strip()) if isinstance(value, str) else f"{value:.15g}"


def entry_words(record: type[Model], entry: Any, names: Names) -> str:
    """An entry of a list in a line, as documents say it."""
    try:
        return told(record.model_validate_json(json.dumps(entry)), names)
    except ValueError:
        # What the model refuses is shown as it was entered.
        return ", ".join(f"{name}: {value}" for name, value in entry.items())


def unedited(key: Key, base: Any, cell: str) -> bool:
    """Whether a cell still says what it was made with, however a program saved it anew."""
    # What nobody wrote is shown as what it then means: no lighthouse, a proposal.
    shown = as_text(key, key.default if base is None and not key.many else base)
    if alike(shown, cell) or (base is None and means_open(cell)):
        return True
    if key.base in (int, float) and not key.many:
        number = _number(cell)
        return number is not None and base is not None and abs(number - base) <= abs(base) * 1e-12
    if key.base in (date, Zeitpunkt) and base is not None:
        moment = _moment(cell)
        return moment == shown or moment == f"{shown}-01"
    return False


def value_of(key: Key, base: Any, cell: str, known: Known) -> Any:
    """The value that was entered; None where the cell was emptied. Raises CellError."""
    if unedited(key, base, cell):
        return base
    if not cell.strip():
        return None
    if as_text(key, base).endswith("vollständig in der Datei der Maßnahme]"):
        raise CellError("cut")
    if key.many:
        return _list(key, base or [], cell, known)
    if key.base in (int, float):
        return _figure(key, cell)
    if key.base in (date, Zeitpunkt):
        if moment := _moment(cell):
            return int(moment) if moment.isdecimal() else moment
        raise CellError("moment", value=cell)
    if key.base is bool:
        return _truth(cell)
    text = restored(as_text(key, base), cell)
    if key.markdown:
        return markdown_with(str(base or ""), text)
    return _single(key, text, known)


def _single(key: Key, text: str, known: Known) -> Any:
    if key.record:
        return _pair(key.record, text, known)
    if key.choices:
        return _choice(key, text)
    return _id(key, text, known) if key.refers else text


def _list(key: Key, base: list[Any], text: str, known: Known) -> list[Any]:
    """The entries of a cell, each in a line; ids and choices also behind commas."""
    own = {flat(as_text(key, item)): item for item in base}
    lines = re.sub("\r\n?|_x000[dD]_\n?", "\n", text).split("\n")
    short = bool(key.choices or key.refers)
    parts = [p for line in lines for p in (re.split(r"[;,]", line) if short else [line])]
    bare = [_BULLET.sub("", part, count=1).strip() for part in parts if part.strip()]
    found: list[Any] = []
    while bare:
        count = next((n for n in range(len(bare), 1, -1) if flat("\n".join(bare[:n])) in own), 1)
        words = "\n".join(bare[:count])
        whole = own.get(flat(words))
        found.append(_single(key, restored("", words), known) if whole is None else whole)
        del bare[:count]
    return list(dict.fromkeys(found)) if short else found


def _pair(record: type[Model], text: str, known: Known) -> dict[str, Any]:
    """A record of two keys that are always there, one led by the other: 2027: 50.000 €."""
    parts = keys(record)
    lead, mark, rest = text.partition(":")
    if [part.required for part in parts] != [True, True] or not mark:
        raise CellError("pair", value=text, form=": ".join(part.title for part in parts))
    sides = zip(parts, (lead.strip(), rest.strip()), strict=True)
    return {part.name: value_of(part, None, side, known) for part, side in sides}


def _number(cell: str) -> float | None:
    plain = flat(cell)
    # What stands before the number (ca., bis) is said by no number.
    number = german_number(plain) if re.match(r"[-+]?[0-9]", plain) else None
    return None if number is None else float(number)


def _figure(key: Key, cell: str) -> int | float:
    number = _number(cell)
    if number is None or (key.base is int and number != int(number)):
        raise CellError("number", value=cell)
    return int(number) if number == int(number) else number


def _moment(cell: str) -> str:
    """A year, month or day in the form of the files; empty for what is none."""
    text = flat(cell)
    if re.fullmatch(r"[12][0-9]{3}", text):
        return text
    if re.fullmatch(r"[0-9]{5}(\.0+)?", text):
        # The day as programs store it, where its format was lost.
        return (_EPOCH + timedelta(days=int(float(text)))).isoformat()
    return german_date(text.removesuffix(" 00:00:00").removesuffix("T00:00:00")) or ""


def _truth(text: str) -> bool:
    truth = german_truth(flat(text))
    if truth is None:
        raise CellError(
            "choice", value=text, choices=", ".join((either(value=True), either(value=False)))
        )
    return truth == "true"


def _choice(key: Key, text: str) -> str:
    words = {folded_word(word): choice for choice in key.choices
             for word in (choice, LABELS.get(choice, choice))}  # fmt: skip
    found = words.get(folded_word(flat(text)))
    if found is None:
        raise CellError("choice", value=text, choices=", ".join(choices(key)))
    return found


def _id(key: Key, text: str, known: Known) -> str:
    """An id, or the one whose name was written where only one has it."""
    ids = known.get(key.refers, {})
    plain = flat(text)
    named = [id_ for id_, name in ids.items() if folded_word(flat(name)) == folded_word(plain)]
    exact = [id_ for id_ in ids if id_.casefold() == plain.casefold()]
    if len(found := exact or named) == 1:
        return found[0]
    near = did_you_mean(plain, _words(ids))
    raise CellError("id", value=text, near=near)


def _words(ids: Mapping[str, str]) -> Iterable[str]:
    return (*ids, *ids.values())
