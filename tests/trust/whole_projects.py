"""Whole projects made from the models alone: a new key is in them by itself.

The models' types, limits and markers say what a key may hold. What they cannot say stands in
`GIVEN`, and which keys are left out in `WITHOUT`.
"""

import re
import types
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from hypothesis import strategies as st
from pydantic import ValidationError

from insek_cli.models.base import Model
from insek_cli.models.record_kinds import KINDS
from insek_cli.models.types import FIELD_ID, GOAL_ID, MEASURE_ID, SEEN, SLUG, Refers, Zeitpunkt

WORKSHOP = "abend"
PLACES: dict[str, tuple[str, ...]] = {
    "concept": ("concept.yaml",),
    "field": ("fields/HF1.yaml", "fields/HF2.yaml"),
    "measure": ("measures/M-001-eins.yaml", "measures/M-002-zwei.yaml", "measures/M-003.yaml"),
    "workshop": (f"workshops/{WORKSHOP}/workshop.yaml",),
    "remarks": (f"workshops/{WORKSHOP}/remarks.yaml",),
    **{
        name: (f"registers/{name}.yaml",)
        for name, kind in KINDS.items()
        if kind.schema == "register"
    },
}
"""Files below data/ by kind. References find their targets among them."""
GIVEN: dict[str, tuple[Any, ...]] = {
    "Image.datei": ("plan.png",),
    "Rule.code": ("INSEK301", "INSEK606"),
    "Rule.schwere": ("warnung", "hinweis", "aus"),
    "RequiredKeys.entwurf": ("titel",),
    "RequiredKeys.werkstatt": ("kosten.positionen", "standort"),
    "RequiredKeys.beschluss": ("monitoring",),
    "Measure.status": ("vorschlag", "abgestimmt", "beschlossen", "in_umsetzung", "umgesetzt"),
    "Coordinate.lat": (49.44, 49.45),
    "Coordinate.lon": (7.76, 7.77),
}
"""Keys whose values have a meaning that no type tells: files, codes, names of keys."""
WITHOUT = {"Measure.zusammengefuehrt_in"}
"""A measure that went into another is only named in the documents."""

WORDS = (
    "Bürger*innen", "Akteur_innen", "Akteur:innen", "z. B.", "§ 9", "„Hof“", '"gerade"',
    "1 < 2 > 0", "R&D", "&amp;", r"\pfad", "$x^2$", "[eckig]", "[Text](ziel)", "{geschweift}",
    "#1", "=1+1", "`wort`", "50 %", "CO₂", "Łódź", "Žilina", "–", "…", "~~x~~", "a_b_c", "@Amt",
    "<b>fett</b>",
    "^", "|", "1.", "+7", "//", "/*", "z.T.", "P+R", "'t", "*fett*", "_kursiv_", "https://a.example",
    "m²", "≥ 10", "::: {.kopf}", "-5 Grad", "2020-2030", "Αθήνα", "Straße",
    "+", "-", "- [ ]", "=", "== ", "/ Dach:", "2)", "(a)", ".len()", ";", ":", "---", "...", "!",
    "?", "~", "\\", "%", ">", "#",
)  # fmt: skip
"""Every mark begins one; their number is prime, so that repeated records have them all in turn."""


class Said(str):
    """A text to be found again in the documents; each `{}` in it becomes words."""

    words: tuple[str, ...] = WORDS


class Told(Said):
    """The same in Markdown, where each mark is escaped; a dash would begin a list."""

    words = tuple("Bindestrich" if word == "–" else word for word in WORDS)


class To(str):
    """A reference, and the kind of record it is to."""

    kind: str = ""


@dataclass
class Project:
    """Records by file below data/, and each text with the key it stands in."""

    files: dict[str, Any]
    texts: list[tuple[str, str]]

    def _repr_pretty_(self, printer: Any, _cycle: bool) -> None:
        """A project is too long to be printed; what a document lacks is told by its key."""
        printer.text(f"<{len(self.files)} files, {len(self.texts)} texts>")


@st.composite
def projects(draw: st.DrawFn, *, whole: bool = False, copies: int = 0) -> Project:
    """A valid project; when `whole`, with every key that exists.

    The first measure has some copies, which differ in their texts.
    """
    files: dict[str, Any] = {}
    owned: dict[str, list[str]] = {"workshop": [WORKSHOP]}
    numbers = count(1)
    for kind, names in PLACES.items():
        model = KINDS[kind].model
        for index, name in enumerate(names, 1):
            if not KINDS[kind].many:
                files[name] = _named(draw(record(model, whole=whole)), model, index, numbers)
            else:
                some = draw(st.lists(record(model, whole=whole), min_size=1, max_size=2))
                files[name] = [_named(one, model, index, numbers) for one in some]
    for name, data in files.items():
        _own(name, data, owned)
    project = Project({}, [])
    for number in range(4, 4 + copies):
        copied = {**files[PLACES["measure"][0]], "id": f"M-{number:03}"}
        files[f"measures/M-{number:03}.yaml"] = copied
    for name, data in files.items():
        kind = kind_name(name)
        settle = _Settling(owned, draw, project.texts)
        project.files[name] = settle.value(data, kind, data)
    return project


def kind_name(file: str) -> str:
    """The kind of a file below data/."""
    if file.startswith("measures/"):
        return "measure"
    return next(kind for kind, names in PLACES.items() if file in names)


@st.composite
def record(draw: st.DrawFn, model: type[Model], *, whole: bool) -> dict[str, Any]:
    """Data of a model that the model takes: with all keys, as far as they do not exclude others."""
    left: dict[str, Any] = {}
    data: dict[str, Any] = {}
    for key, info in model.model_fields.items():
        name = f"{model.__name__}.{key}"
        if name in WITHOUT:
            continue
        value = _value(info.annotation, tuple(info.metadata), name, whole)
        if whole or info.is_required() or draw(st.booleans()):
            data[key] = draw(value)
        else:
            left[key] = value
    for low, high in (("von", "bis"), ("beginn", "ende"), ("datum", "ende")):
        if low in data and high in data:
            data[low], data[high] = sorted((data[low], data[high]))
    for key in (None, *model.model_fields):
        less = {name: value for name, value in data.items() if name != key}
        if _taken(model, less):
            return less
        if key in left and _taken(model, more := {**data, key: draw(left[key])}):
            return more
    raise AssertionError((model.__name__, data))


def _taken(model: type[Model], data: dict[str, Any]) -> bool:
    try:
        model.model_validate(_tuples(data))
    except ValidationError:
        return False
    return True


def _tuples(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _tuples(item) for key, item in value.items()}
    return tuple(map(_tuples, value)) if isinstance(value, list) else value


def _value(annotation: Any, marks: tuple[Any, ...], name: str, whole: bool) -> Any:
    """Values of a type; `marks` are its limits and markers."""
    origin, inside = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _value(inside[0], (*marks, *inside[1:]), name, whole)
    if origin in (Union, types.UnionType):
        (only,) = (part for part in inside if part is not type(None))
        return _value(only, marks, name, whole)
    if origin is tuple:
        items = _value(inside[0], (), name, whole)
        return st.lists(items, min_size=1, max_size=2, unique_by=repr)
    if name in GIVEN:
        return st.sampled_from(GIVEN[name])
    if origin is Literal:
        return st.sampled_from(inside)
    if origin is dict:
        keys, values = (_value(part, (), name, whole) for part in inside)
        return st.dictionaries(keys, values, min_size=1, max_size=2)
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return record(annotation, whole=whole)
    return _SCALARS[annotation](_limits(marks) | {"whole": whole})


def _limits(marks: tuple[Any, ...]) -> dict[str, Any]:
    """Limits by their names, markers by their types."""
    found: dict[str, Any] = {}
    for mark in _unpacked(marks):
        found[type(mark).__name__] = mark
        for name in ("ge", "gt", "le", "pattern", "max_length"):
            if getattr(mark, name, None) is not None:
                found[name] = getattr(mark, name)
    return found


def _unpacked(marks: tuple[Any, ...]) -> Iterator[Any]:
    for mark in marks:
        yield from (mark, *_unpacked(tuple(getattr(mark, "metadata", ()))))


def _text(limits: dict[str, Any]) -> st.SearchStrategy[str]:
    pattern = limits.get("pattern", SEEN)
    if refers := limits.get("Refers"):
        return st.builds(_to, st.just(_EXAMPLES[pattern]), st.just(refers.to))
    if "MarkdownField" in limits:
        least = len(POINTS) if limits["whole"] else 0
        return st.integers(least, len(POINTS)).map(_markdown)
    if pattern == SEEN:
        return st.builds(Said, st.just("{}"))
    if pattern in _EXAMPLES:
        return st.just(_EXAMPLES[pattern])
    pattern = _NARROWER.get(pattern, pattern)
    return st.from_regex(re.compile(pattern, re.ASCII), fullmatch=True, alphabet=_ASCII)


_ASCII = st.characters(min_codepoint=33, max_codepoint=126, exclude_characters="\"'\\")
_NARROWER = {"^#[0-9a-fA-F]{6}$": "^#(?:[0-4][0-9a-fA-F]){3}$"}
"""Colours dark enough to read text in: others are a finding."""
_EXAMPLES = {
    FIELD_ID: "HF1", MEASURE_ID: "M-001", SLUG: "kennung",
    GOAL_ID: "HF1.1",
}  # fmt: skip


def _to(example: str, kind: str) -> To:
    reference = To(example)
    reference.kind = kind
    return reference


POINTS = (
    "\n- **{}**", "\n- *{}*", "\n- **fett**{}", "\n- [Verweis](https://a.example){}",
    "\n- [{}](https://a.example)", "\n- vorne\\\n  {}", "\n- vorne\n  {}",
)  # fmt: skip
_MARK = re.compile(r"([!-/:-@\[-`{-~])")


def _markdown(points: int) -> Told:
    return Told("{}" + "\n" * bool(points) + "".join(POINTS[:points]))


def _whole_number(limits: dict[str, Any]) -> st.SearchStrategy[int]:
    low = limits.get("ge", -50)
    return st.integers(low, min(limits.get("le", 50), low + 10**6))


def _number(limits: dict[str, Any]) -> st.SearchStrategy[float]:
    low = limits.get("ge", limits.get("gt", 0) + 0.5)
    return st.integers(0, 40).map(lambda quarter: min(low + quarter / 4, limits.get("le", 10**6)))


_MOMENTS = ("2026", "2026-05", "2027-03-31", "2030", "2031-12")
_SCALARS: dict[Any, Callable[[dict[str, Any]], st.SearchStrategy[Any]]] = {
    str: _text,
    int: _whole_number,
    float: _number,
    bool: lambda _: st.booleans(),
    date: lambda _: st.dates(date(2024, 1, 1), date(2035, 12, 31)).map(date.isoformat),
    Zeitpunkt: lambda _: st.sampled_from(_MOMENTS),
}


def _named(data: Any, model: type[Model], index: int, numbers: Iterator[int]) -> Any:
    """Ids of its own for a record and for all inside it."""
    for key, info in model.model_fields.items():
        below = data.get(key)
        pattern = _limits(tuple(info.metadata)).get("pattern")
        refers = any(isinstance(mark, Refers) for mark in info.metadata)
        if key == "id" and not refers:
            tens, ones = divmod(next(numbers), 99)
            forms = {
                FIELD_ID: f"HF{index}",
                GOAL_ID: f"HF{index}.{tens + 1}.{ones + 1}",
                MEASURE_ID: f"M-{index:03}",
            }
            data[key] = forms.get(pattern, f"kennung-{next(numbers)}")
        for part in below if isinstance(below, list) else [below]:
            inner = next((m for m in _models(info.annotation)), None)
            if isinstance(part, dict) and inner:
                _named(part, inner, index, numbers)
    return data


def _models(annotation: Any) -> Iterator[type[Model]]:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    for inside in get_args(annotation):
        yield from _models(inside)


_REGISTERS = {
    "plans": "plan",
    "actors": "actor",
    "programmes": "programme",
    "districts": "district",
}


def _own(name: str, data: Any, owned: dict[str, list[str]]) -> None:
    """Remember what may be referred to."""
    kind = kind_name(name)
    if kind in _REGISTERS:
        owned.setdefault(_REGISTERS[kind], []).extend(one["id"] for one in data)
    elif kind in ("field", "measure"):
        owned.setdefault(kind, []).append(data["id"])
    if kind == "field":
        for goal in data.get("ziele", ()):
            below = (part["id"] for part in goal.get("unterziele", ()))
            owned.setdefault("goal", []).extend([goal["id"], *below])


class _Settling:
    """Gives references a target that exists, and each text its number."""

    def __init__(
        self, owned: dict[str, list[str]], draw: st.DrawFn, texts: list[tuple[str, str]]
    ) -> None:
        self._owned, self._draw, self._texts = owned, draw, texts
        self._first = draw(st.integers(0, len(WORDS) - 1))

    def value(self, data: Any, way: str, root: Any) -> Any:
        if isinstance(data, dict):
            below = {key: self.value(item, f"{way}.{key}", root) for key, item in data.items()}
            return {key: item for key, item in below.items() if item not in (None, [], {})}
        if isinstance(data, list):
            items = [self.value(item, way, root) for item in data]
            kept = [item for item in items if item not in (None, [], {})]
            return [item for n, item in enumerate(kept) if item not in kept[:n]]
        if isinstance(data, To):
            return self._target(data, root)
        return self._said(data, way) if isinstance(data, Said) else data

    def _target(self, reference: To, root: Any) -> str | None:
        known = self._owned.get(reference.kind, [])
        own = root.get("id", "") if isinstance(root, dict) else ""
        if reference.kind == "measure" and re.match(MEASURE_ID, own):
            # Measures wait for earlier ones only, so that none waits for itself.
            known = [id_ for id_ in known if id_ < own]
        return self._draw(st.sampled_from(known)) if known else None

    def _said(self, text: Said, way: str) -> str:
        """Each line says a word of its own, and one of those that have to survive."""
        parts = text.split("{}")
        whole = parts[0]
        for part in parts[1:]:
            number = len(self._texts)
            line = f"{text.words[(number + self._first) % len(text.words)]} Wort{number:05}"
            self._texts.append((way, line))
            whole += _written(line, whole) if isinstance(text, Told) else line
            whole += part
        return whole


def _written(line: str, before: str) -> str:
    """A line in Markdown: where letters would join the word before, a space parts them."""
    joined = before.endswith(("*", ")")) and not before.endswith(("- **", "- *"))
    return " " * (joined and line[0].isalnum()) + _MARK.sub(r"\\\1", line)
