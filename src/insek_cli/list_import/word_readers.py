"""Choices as lists word them: status, priority, kind, lighthouse."""

from collections.abc import Mapping
from typing import Any, get_args

from insek_cli.list_import.draft import Draft
from insek_cli.list_import.find_table import Column
from insek_cli.models.labels import LABELS
from insek_cli.models.types import Kind, Priority, Status
from insek_cli.source.german_values import german_truth

_STATUS = {
    "idee": "vorschlag", "vorgeschlagen": "vorschlag", "neu": "vorschlag",
    "beschluss liegt vor": "beschlossen", "beschluss gefasst": "beschlossen",
    "laufend": "in_umsetzung", "läuft": "in_umsetzung", "in arbeit": "in_umsetzung",
    "in bearbeitung": "in_umsetzung", "begonnen": "in_umsetzung", "im bau": "in_umsetzung",
    "in realisierung": "in_umsetzung", "in der umsetzung": "in_umsetzung", "in bau": "in_umsetzung",
    "abgeschlossen": "umgesetzt", "erledigt": "umgesetzt", "fertig": "umgesetzt",
    "fertiggestellt": "umgesetzt", "realisiert": "umgesetzt",
    "ruht": "zurueckgestellt", "ruhend": "zurueckgestellt", "verschoben": "zurueckgestellt",
    "entfällt": "entfallen", "gestrichen": "entfallen", "verworfen": "entfallen",
}  # fmt: skip
"""What offices say; their own words are kept beside the status."""


def choice(text: str, choices: tuple[str, ...]) -> str | None:
    """The choice that a text names, by its label or as it is written in the files."""
    plain = " ".join(text.casefold().split()).rstrip(".")
    words: Mapping[str, str] = {
        name.casefold(): value for value in choices for name in (value, LABELS.get(value, value))
    }
    return words.get(plain)


def read_status(draft: Draft, _column: Column, text: str, _context: Any) -> bool:
    """How far it is; other words for it than ours become the reason."""
    if found := choice(text, get_args(Status)):
        return draft.put("status", found)
    if found := _STATUS.get(" ".join(text.casefold().split()).rstrip(".")):
        return draft.put("status", found) and draft.put("status_begruendung", text)
    draft.words(text, "status_begruendung")
    return draft.put("status_begruendung", text)


def read_priority(draft: Draft, _column: Column, text: str, _context: Any) -> bool:
    """hoch, mittel or niedrig; what 1 or A mean says the list, not the program."""
    found = choice(text, get_args(Priority))
    return found is not None and draft.put("prioritaet", found)


def read_art(draft: Draft, _column: Column, text: str, _context: Any) -> bool:
    """The kind of measure."""
    found = choice(text, get_args(Kind))
    return found is not None and draft.put("art", found)


def read_lighthouse(draft: Draft, _column: Column, text: str, _context: Any) -> bool:
    """Whether it is a lighthouse."""
    match german_truth(text):
        case "true":
            return draft.put("leuchtturm", True)
        case "false":
            return True
    return False
