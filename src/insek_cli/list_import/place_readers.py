"""Places and plans of a cell."""

import re
from typing import Any, get_args

from insek_cli.list_import.draft import Draft
from insek_cli.list_import.find_table import Column
from insek_cli.list_import.name_lists import plan_and_place, with_places
from insek_cli.list_import.role_readers import certain_names
from insek_cli.list_import.word_readers import choice
from insek_cli.models.types import Level


def read_place(draft: Draft, _column: Column, text: str, context: Any) -> bool:
    """Levels and districts that are known, or else the place in words."""
    return _parts(draft, text, context, new=False) or draft.put("standort.beschreibung", text)


def read_district(draft: Draft, _column: Column, text: str, context: Any) -> bool:
    """Districts, new ones too; levels stand in such columns as well."""
    return _parts(draft, text, context, new=True) or draft.put("standort.beschreibung", text)


def _parts(draft: Draft, text: str, context: Any, *, new: bool) -> bool:
    parts = [part.strip() for part in re.split(r"\s*(?:[\n;/]|,\s)\s*", text) if part.strip()]
    levels = [choice(part, get_args(Level)) for part in parts]
    names = [part for part, level in zip(parts, levels, strict=True) if not level]
    known = [context.names.find("district", name) for name in names]
    if None in known:
        if not new or any(certain_names(name) != [name] for name in names):
            return False
        known = [context.names.id_of("district", name) for name in names]
    if found := [level for level in levels if level]:
        draft.put("standort.ebene", found)
    if known and None not in known:
        draft.put("standort.ortsbezirk", known)
    return bool(parts) and None not in known


def read_plans(draft: Draft, _column: Column, text: str, context: Any) -> bool:
    """Plans with where in them; what reads like a sentence names none."""
    names = certain_names(re.sub(r"(?<=\w):(?=\s)", "", text)) if ":" not in text else None
    if names is None:
        return False
    found = []
    for name in with_places(names):
        plan, place = plan_and_place(name)
        id_ = context.names.id_of("plan", plan)
        if id_ is None:
            return False
        found.append({"plan": id_, "stelle": place} if place else {"plan": id_})
    return draft.put("querverweise", found)
