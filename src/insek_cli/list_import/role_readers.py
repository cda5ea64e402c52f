"""Offices and partners of a cell: who leads, who takes part, whom it serves."""

import re
from collections.abc import Callable
from typing import Any

from insek_cli.list_import.draft import Draft
from insek_cli.list_import.find_table import Column
from insek_cli.list_import.name_lists import Shared, listed, marked_lead, points, roles

_OPEN = re.compile(
    r"(?<!\w)(?:klären|prüfen|ggf|evtl|eventuell|noch|offen|unklar|ja|nein|siehe|keine?r?|möglich\w*"
    r"|oder|bzw|u\.\s?a|etc|usw|nach|ob|wer|falls)(?!\w)",
    re.IGNORECASE,
)
"""Words of a thought, not of a name."""


def certain_names(text: str) -> list[str] | None:
    """The names of a cell; None where any of them may be something else."""
    names = listed(text)
    if names is None or any(_OPEN.search(name) or ":" in name for name in names):
        return None
    return names if all(re.search(r"[A-ZÄÖÜ0-9]", name) for name in names) else None


def read_actors(*, leads: bool) -> Callable[[Draft, Column, str, Any], bool]:
    """A reader of offices; where the heading asks who is responsible, the first one leads."""

    def read(draft: Draft, _column: Column, text: str, context: Any) -> bool:
        shared = roles(text) or _shared(text, leads=leads)
        if shared is None or not all(map(_named, (*shared.lead, *shared.others))):
            return False
        lead = [context.names.id_of("actor", name) for name in shared.lead]
        others = [context.names.id_of("actor", name) for name in shared.others]
        if None in (*lead, *others):
            return False
        if lead and not draft.put("akteure.federfuehrung", lead[0]):
            others = [lead[0], *others]
        _join(draft, [*lead[1:], *others])
        return not shared.served or draft.put("akteure.zielgruppen", list(shared.served))

    return read


def read_others(draft: Draft, column: Column, text: str, context: Any) -> bool:
    """Who takes part."""
    if roles(text):
        return read_actors(leads=False)(draft, column, text, context)
    ids = [context.names.id_of("actor", name) for name in certain_names(text) or ()]
    if not ids or None in ids:
        return False
    _join(draft, ids)
    return True


def read_served(draft: Draft, _column: Column, text: str, _context: Any) -> bool:
    """Whom it serves: words, in a list where the cell lists them."""
    return draft.put("akteure.zielgruppen", listed(text) or points(text))


def _shared(text: str, *, leads: bool) -> Shared | None:
    names = certain_names(text)
    if names is None:
        return None
    marked = [(marked_lead(name), name) for name in names]
    lead = [bare for bare, _name in marked if bare]
    others = [name for bare, name in marked if not bare]
    if not lead and (leads or len(others) == 1):
        lead, others = others[:1], others[1:]
    return Shared(tuple(lead), tuple(others))


def _named(name: str) -> bool:
    return bool(re.search(r"\w", name)) and not _OPEN.search(name)


def _join(draft: Draft, ids: list[Any]) -> None:
    lead = draft.data.get("akteure", {}).get("federfuehrung")
    if wanted := [id_ for id_ in dict.fromkeys(ids) if id_ != lead]:
        draft.put("akteure.beteiligte", wanted)
