"""Data as lines of YAML that know their keys, and one fault put into one of them."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from insek_cli.models.base import Model
from insek_cli.models.key_paths import model_at
from insek_cli.models.types import FIELD_ID, GOAL_ID, MEASURE_ID, Refers

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Line:
    """A line; `path` leads to what stands in it, whose value is `value` if it is in the line."""

    text: str
    path: Path
    value: Any = None

    @property
    def head(self) -> str:
        """What stands before the value: indent, dashes and the key."""
        found = re.match(r" *(?:- )*[a-z_]+:|(?: *- )*", self.text)
        return found.group().rstrip() if found else ""

    def saying(self, value: str) -> "Line":
        """The same key with something else behind it."""
        return replace(self, text=f"{self.head} {value}")


def lines(data: Any, path: Path = ()) -> Iterator[Line]:
    """Block style, two spaces a level, every text in quotation marks."""
    pairs = data.items() if isinstance(data, dict) else enumerate(data)
    for part, item in pairs:
        head = "- " if isinstance(data, list) else f"{part}: "
        if not isinstance(item, dict | list):
            yield Line(head + json.dumps(item, ensure_ascii=False), (*path, part), item)
            continue
        below = list(lines(item, (*path, part)))
        if isinstance(data, dict):
            yield Line(f"{part}:", (*path, part))
            yield from (replace(line, text=f"  {line.text}") for line in below)
        else:
            first, *rest = below
            yield replace(first, text=f"- {first.text}")
            yield from (replace(line, text=f"  {line.text}") for line in rest)


@dataclass(frozen=True)
class Place:
    """A line that may be spoilt, with what the model says about its key."""

    line: Line
    info: FieldInfo | None

    @property
    def keyed(self) -> bool:
        """Whether a key stands in the line."""
        return isinstance(self.line.path[-1], str)

    @property
    def scalar(self) -> bool:
        """Whether a value stands in the line."""
        return self.line.value is not None


def place(line: Line, model: type[Model], *, many: bool) -> Place:
    """A line of a file of such records."""
    path = line.path[1:] if many else line.path
    above, name = path, None
    while above and not isinstance(name, str):
        *above, name = above
    holder = model_at(model, tuple(above))
    return Place(line, holder.model_fields.get(str(name)) if holder else None)


Mutation = Callable[[Place], list[str] | None]
"""The lines in place of one; None where the fault does not fit. The first of them is at fault."""


def _on(fits: Callable[[Place], bool], say: str) -> Mutation:
    return lambda at: [at.line.saying(say).text] if fits(at) else None


def _value(at: Place) -> bool:
    return at.scalar and at.keyed


def _marks(at: Place) -> list[Any]:
    found: list[Any] = []
    waiting: list[Any] = [at.info.annotation, *at.info.metadata] if at.info else []
    while waiting:
        part = waiting.pop()
        found.append(part)
        waiting += [
            *get_args(part),
            *getattr(part, "__metadata__", ()),
            *getattr(part, "metadata", ()),
        ]
    return found


def _choice(at: Place) -> bool:
    return at.scalar and any(get_origin(mark) is Literal for mark in _marks(at))


def _limited(name: str) -> Callable[[Place], bool]:
    return lambda at: at.scalar and any(getattr(m, name, None) is not None for m in _marks(at))


_NOBODY = {"field": "HF77", "goal": "HF77.7", "measure": "M-977", "workshop": "nirgends"}


def _nobody(at: Place) -> list[str] | None:
    kinds = [mark.to for mark in _marks(at) if isinstance(mark, Refers)]
    if not kinds or not at.scalar:
        return None
    return [at.line.saying(_NOBODY.get(kinds[0], "gibt-es-nicht")).text]


def _form(at: Place) -> bool:
    forms = {getattr(mark, "pattern", None) for mark in _marks(at)}
    return at.scalar and bool(forms & {FIELD_ID, GOAL_ID, MEASURE_ID})


def _moment(at: Place) -> bool:
    return at.scalar and at.info is not None and "Zeitpunkt" in str(at.info.annotation)


def _replaced(old: str, new: str) -> Mutation:
    def mutate(at: Place) -> list[str] | None:
        changed = re.sub(old, new, at.line.text, count=1)
        return [changed] if changed != at.line.text else None

    return mutate


def _twice(at: Place) -> list[str] | None:
    if not _value(at) or "- " in at.line.text:
        return None
    return [at.line.text, at.line.text]


MUTATIONS: dict[str, tuple[Mutation, str]] = {
    "an unknown key": (_replaced(r"[a-z_]+:", "fremd:"), "INSEK105"),
    "a group in place of a value": (_on(_value, "{a: 1}"), "INSEK1"),
    "a list in place of a value": (_on(_value, "[1, 2]"), "INSEK1"),
    "a choice that is none": (_on(_choice, "unfug"), "INSEK110"),
    "an id of the wrong form": (_on(_form, "hf 1"), "INSEK111"),
    "an id without end": (_on(_form, f'"M-{"0" * 5000}1"'), "INSEK111"),
    "a field without end": (_on(_form, f'"HF{"1" * 5000}"'), "INSEK111"),
    "a number without end": (_on(_value, "9" * 5000), "INSEK1"),
    "a reference to nobody": (_nobody, "INSEK201"),
    "a number below its range": (_on(_limited("ge"), "-999999999"), "INSEK112"),
    "a number above its range": (_on(_limited("le"), "99999999999999"), "INSEK112"),
    "a text too long": (_on(_limited("max_length"), "x" * 400), "INSEK112"),
    "a day that does not exist": (_on(_moment, "2026-02-30"), "INSEK119"),
    "no value": (_on(_value, ""), "INSEK1"),
    "an empty text": (_on(_limited("pattern"), '" "'), "INSEK111"),
    "a bracket that stays open": (_on(_value, "[a, b"), "INSEK101"),
    "a brace that stays open": (_on(_value, "{a: b"), "INSEK101"),
    "a quotation mark that stays open": (_on(_value, '"a'), "INSEK101"),
    "a bracket too many": (_on(_value, "a]: }"), "INSEK1"),
    "a tab as indent": (_replaced("^  ", "\t"), "INSEK1"),
    "a tab behind the colon": (_replaced(": ", ":\t"), "INSEK115"),
    "a key that stands twice": (_twice, "INSEK106"),
    "a control character": (_replaced('"', '"\x07'), "INSEK103"),
    "a turned direction": (_replaced('"', '"\u202e'), "INSEK103"),
    "half a letter": (_replaced('"', '"\udcfc'), "INSEK102"),
    "an anchor": (_on(_value, "&a b"), "INSEK113"),
    "an alias": (_on(_value, "*a"), "INSEK1"),
    "a tag": (_on(_value, "!!python/object:os.system x"), "INSEK113"),
    "a second document": (lambda at: [at.line.text, "---"], "INSEK1"),
    "a comment that was text": (_on(_value, "Platz #1"), "INSEK1"),
}
"""Each fault with the beginning of the code of its finding."""
