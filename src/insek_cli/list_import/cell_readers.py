"""One cell to keys of its measure. What is not understood as a whole stays as words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from insek_cli.list_import import mark_readers, money_readers, place_readers
from insek_cli.list_import.draft import Draft
from insek_cli.list_import.field_names import FieldNames
from insek_cli.list_import.find_table import Column
from insek_cli.list_import.heading_words import (
    ACTORS,
    FIELD,
    FIELD_MARK,
    FIELDS,
    HORIZON,
    INTERNAL,
    LEFT_OUT,
    NUMBER,
    PRIORITY,
    PROCESS,
    YEAR,
)
from insek_cli.list_import.key_readers import read_key
from insek_cli.list_import.name_lists import names_persons, points, title_and_rest
from insek_cli.list_import.periods import moment, period
from insek_cli.list_import.register_names import RegisterNames
from insek_cli.list_import.role_readers import read_actors, read_others, read_served
from insek_cli.list_import.word_readers import read_art, read_lighthouse, read_priority, read_status
from insek_cli.source.german_values import says_open


@dataclass(frozen=True)
class Context:
    """What names stand for: entries of registers, fields, goals, and measures by number or title.

    `links` are ids by what a list calls its own measures.
    """

    names: RegisterNames
    fields: FieldNames
    goals: Mapping[str, str]
    links: Mapping[str, str]


Reader = Callable[[Draft, Column, str, Any], bool]
"""Puts a cell into a draft; False where it is not certain what it says."""


def read_cell(draft: Draft, column: Column, text: str, context: Context) -> None:
    """Put a cell into a draft, as keys or as words."""
    target, title = column.heading.target, column.heading.text
    draft.column = column.number
    if target in (LEFT_OUT, FIELD) or says_open(text):
        return
    if names_persons(text) and target not in (INTERNAL, "titel"):
        draft.internal(title, text)
        draft.words(text, "personen")
        return
    reader = READERS.get(target)
    known = reader(draft, column, text, context) if reader else read_key(draft, target, text)
    if known:
        draft.came_from(target, title, text)
    elif target in _PRIVATE or column.hidden:
        draft.internal(title, text)
        draft.words(text, INTERNAL)
    else:
        draft.section(title, text)
        if target != "abschnitt":
            draft.words(text, target)


_PRIVATE = ("prioritaet", "status_begruendung", INTERNAL)
"""Keys that not everybody reads: neither do their words."""


def _number(draft: Draft, _column: Column, text: str, _context: Context) -> bool:
    return draft.put("frueher", [text])


def _id(draft: Draft, _column: Column, text: str, _context: Context) -> bool:
    return text == draft.data["id"] or draft.put("frueher", [text])


def _title(draft: Draft, _column: Column, text: str, _context: Context) -> bool:
    title, rest = title_and_rest(text)
    if rest:
        draft.put("beschreibung", draft.markdown(rest) + "\n")
    return draft.put("titel", title)


def _short(draft: Draft, _column: Column, text: str, _context: Context) -> bool:
    plain = " ".join(text.split())
    return len(plain) <= 60 and draft.put("kurztitel", plain)


def _summary(draft: Draft, column: Column, text: str, context: Context) -> bool:
    plain = " ".join(text.split())
    if len(plain) <= 300 and "\n" not in text:
        return draft.put("kurzbeschreibung", plain)
    return _description(draft, column, text, context)


def _description(draft: Draft, _column: Column, text: str, _context: Context) -> bool:
    words = draft.markdown(text)
    if there := draft.data.get("beschreibung"):
        draft.data["beschreibung"] = f"{there}\n{words}\n"
        return True
    return draft.put("beschreibung", words + "\n")


def _internal(draft: Draft, column: Column, text: str, _context: Context) -> bool:
    draft.internal(column.heading.text, text)
    return True


def _fields(draft: Draft, _column: Column, text: str, context: Context) -> bool:
    ids = [context.fields.id_of(name) for name in context.fields.several(text)]
    others = [id_ for id_ in ids if id_ != draft.data.get("handlungsfeld")]
    return not others or draft.put("weitere_handlungsfelder", others)


def _goals(draft: Draft, _column: Column, text: str, context: Context) -> bool:
    named = [part.strip() for part in text.replace(";", ",").replace("\n", ",").split(",")]
    ids = [context.goals.get(_goal(name)) for name in named if name]
    known = [id_ for id_ in ids if id_]
    return bool(known) and len(known) == len(ids) and draft.put("ziele", known)


def _goal(name: str) -> str:
    return name.upper().removeprefix("ZIEL").removeprefix("Z").strip(" .")


def _links(draft: Draft, _column: Column, text: str, context: Context) -> bool:
    lines = text.replace(";", "\n").split("\n")
    parts = lines if all(line.strip() in context.links for line in lines) else text.split(",")
    names = [name.strip() for part in parts for name in part.split("\n") if name.strip()]
    ids = [context.links.get(name) for name in names]
    known = [id_ for id_ in ids if id_]
    return bool(known) and len(known) == len(ids) and draft.put("abhaengig_von", known)


def _period(draft: Draft, column: Column, text: str, _context: Context) -> bool:
    known = period(text)
    if known is None:
        draft.words(text, "zeitraum.erlaeuterung")
        return draft.put("zeitraum.erlaeuterung", text)
    for key, value in known.items():
        if not draft.put(f"zeitraum.{key}", value):
            return draft.put("zeitraum.erlaeuterung", f"{column.heading.text}: {text}")
    return True


def _end(key: str) -> Reader:
    def read(draft: Draft, column: Column, text: str, _context: Context) -> bool:
        known = moment(text)
        if known is not None:
            return draft.put(f"zeitraum.{key}", known)
        if (said := period(text)) and said.keys() == {"rhythmus"}:
            return draft.put("zeitraum.rhythmus", said["rhythmus"])
        draft.words(text, "zeitraum.erlaeuterung")
        return draft.put("zeitraum.erlaeuterung", f"{column.heading.text}: {text}")

    return read


def _steps(draft: Draft, _column: Column, text: str, _context: Context) -> bool:
    return draft.put("prozess", [{"schritt": point} for point in points(text)])


def _monitoring(draft: Draft, _column: Column, text: str, _context: Context) -> bool:
    return draft.put("monitoring.text", text)


def _process(draft: Draft, column: Column, text: str, context: Context) -> bool:
    steps, found, watched = text.partition("Monitoring:")
    if found and not (steps.strip() and steps.rstrip(" -•")[-1:] != "\n"):
        done = not steps.strip(" \n-•") or _steps(draft, column, steps.rstrip(" \n-•"), context)
        return done and (
            not watched.strip() or _monitoring(draft, column, watched.strip(), context)
        )
    return _steps(draft, column, text, context)


def _ideas(draft: Draft, _column: Column, text: str, _context: Context) -> bool:
    return draft.put("nachhaltigkeit", points(text))


READERS: Mapping[str, Reader] = {
    NUMBER: _number,
    "frueher": _number,
    "id": _id,
    "titel": _title,
    "kurztitel": _short,
    "kurzbeschreibung": _summary,
    "beschreibung": _description,
    INTERNAL: _internal,
    FIELDS: _fields,
    "weitere_handlungsfelder": _fields,
    "ziele": _goals,
    "abhaengig_von": _links,
    HORIZON: mark_readers.read_horizon,
    YEAR: mark_readers.read_year,
    FIELD_MARK: mark_readers.read_field,
    PRIORITY: mark_readers.read_priority,
    "art": read_art,
    "status": read_status,
    "prioritaet": read_priority,
    "leuchtturm": read_lighthouse,
    "zeitraum": _period,
    "zeitraum.beginn": _end("beginn"),
    "zeitraum.ende": _end("ende"),
    "kosten": money_readers.read_costs,
    "kosten.positionen": money_readers.read_costs,
    "finanzierung": money_readers.read_funding,
    "finanzierung.anteil": money_readers.read_share,
    ACTORS: read_actors(leads=False),
    "akteure.federfuehrung": read_actors(leads=True),
    "akteure.beteiligte": read_others,
    "akteure.zielgruppen": read_served,
    PROCESS: _process,
    "prozess": _steps,
    "monitoring": _monitoring,
    "nachhaltigkeit": _ideas,
    "standort": place_readers.read_place,
    "standort.ortsbezirk": place_readers.read_district,
    "querverweise": place_readers.read_plans,
}
"""Readers by the place that a heading names; other keys of the model are read by their type."""
