"""References to records elsewhere. Which keys refer to what, the models say alone."""

import re
from collections.abc import Iterator, Set
from pathlib import PurePosixPath

from insek_cli.checks.context import Context
from insek_cli.checks.names_for_ids import NameMatcher
from insek_cli.findings import Issue
from insek_cli.findings.suggest import did_you_mean
from insek_cli.i18n import N_, _
from insek_cli.models.key_paths import values
from insek_cli.models.keys import refers
from insek_cli.models.record_kinds import FIELD, MONITORING, REFERRED, TARGETS, WORKSHOP
from insek_cli.models.types import FIELD_ID, MEASURE_ID

BY_NAME = (*REFERRED, "workshop")
"""Their ids are words, which may be like a name; ids of numbers resemble each other by chance."""
KINDS: dict[str, tuple[str, str]] = {
    **{name: (kind.said, kind.place) for name, kind in TARGETS.items()},
    "goal": (N_("The goal"), FIELD.place),
    "chapter": (N_("The chapter"), "data/chapters/"),
}


OF_THEIR_DAY = (WORKSHOP.place, MONITORING.place)
"""Where earlier ids stay as they were written."""


def unknown_ids(context: Context) -> Iterator[Issue]:
    """Every reference whose target does not exist, at the reference."""
    targets, guesses = known_ids(context), NameMatcher(context.catalog)
    for record in context.loaded.records():
        for path, value, key in values(record.model, refers):
            kind = key.refers
            if value in targets[kind] or may_be_unread(context, kind, value):
                continue
            found = unknown_id_details(kind, value, targets[kind])
            if kind in BY_NAME and (hint := guesses.meant(kind, value)):
                found["hint"] = hint
            if today := context.catalog.earlier_ids.get(value):
                # What was said on one day keeps its words, and an earlier id is what it should say.
                if any(record.path.is_relative_to(place) for place in OF_THEIR_DAY):
                    continue
                if kind == "goal":
                    yield record.issue("INSEK208", path, id=value, today=today)
                    continue
                found["hint"] = _("It is {id} today.").format(id=today)
            yield record.issue("INSEK201", path, **found)


def known_ids(context: Context) -> dict[str, Set[str]]:
    """The ids that exist, by kind."""
    catalog = context.catalog
    return {
        **{name: catalog.by_id(kind).keys() for name, kind in TARGETS.items()},
        "goal": catalog.goals.keys(),
        "chapter": {f"{chapter.slug}.md" for chapter in catalog.chapters},
    }


def link_target_kind(target: str) -> str:
    """Which kind of id a link in a text names."""
    if target.endswith(".md"):
        return "chapter"
    if re.match(FIELD_ID, target):
        return "field"
    return "measure" if re.match(MEASURE_ID, target) else "goal"


def unknown_id_details(kind: str, value: str, candidates: Set[str]) -> dict[str, str]:
    """The parts of the finding; ids are compared exactly, and near ones are offered."""
    name, place = KINDS[kind]
    hint = _by_number(kind, value, candidates) or did_you_mean(value, candidates)
    return {"kind": _(name), "id": value, "place": place, "hint": hint}


def _by_number(kind: str, value: str, candidates: Set[str]) -> str:
    """Ids made of numbers resemble each other by chance: those that exist are listed instead."""
    if kind == "measure":
        same = [id_ for id_ in candidates if int(id_[2:]) == int(value[2:])]
        hint = _("Add it to {place}, or correct the id.").format(place=KINDS[kind][1])
        return did_you_mean(value, same) or hint
    if kind not in ("field", "goal"):
        return ""
    near = [id_ for id_ in candidates if id_.count(".") == value.count(".")]
    field = value.partition(".")[0]
    near = [id_ for id_ in near if kind == "field" or id_.partition(".")[0] == field]
    listed = sorted(near, key=lambda id_: [int(part) for part in re.findall("[0-9]+", id_)])
    if listed:
        return _("There are {ids}.").format(ids=", ".join(listed[:20]))
    return _("Add it to {place}, or correct the id.").format(place=KINDS[kind][1])


def may_be_unread(context: Context, kind: str, value: str) -> bool:
    """Whether the target may stand in a file that could not be read."""
    place = PurePosixPath(KINDS[kind][1])
    if kind in REFERRED:
        return place in context.broken
    if kind == "chapter":
        return place / value in context.broken
    start = value.partition(".")[0]
    files = [record.path.name for record in (*context.loaded.measures, *context.loaded.fields)]
    if kind in ("measure", "field", "goal") and any(_named(name, start) for name in files):
        # With another id inside, which has a finding of its own; or a goal that is not there.
        return kind != "goal" or start not in context.catalog.field
    return any(
        _named(file.relative_to(place).parts[0], start)
        for file in context.broken
        if file.is_relative_to(place) and file != place
    )


def _named(name: str, start: str) -> bool:
    stem = name.partition(".")[0]
    return stem == start or stem.startswith(f"{start}-")


RULES = (unknown_ids,)
