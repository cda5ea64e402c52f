"""Two catalogs against each other, records followed by their ids."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from insek_cli.catalog import Catalog
from insek_cli.i18n import N_
from insek_cli.models.base import Model, public
from insek_cli.models.field import FieldOfAction
from insek_cli.models.labels import LABELS
from insek_cli.models.measure import Measure
from insek_cli.models.record_kinds import KINDS, REGISTERS
from insek_cli.report.chapters import CHAPTERS
from insek_cli.review.diff.goal_moves import goal_moves
from insek_cli.review.diff.key_changes import Change, change
from insek_cli.review.diff.money_totals import Money, money
from insek_cli.review.diff.moves import Move, move
from insek_cli.wording.numbering import field_number
from insek_cli.wording.record_names import called
from insek_cli.wording.values import Names, facts

Fate = Literal["added", "dropped", "changed"]
Group = Literal["concept", "field", "measure", "chapter", "register", "workshop", "monitoring"]


TOLD: Mapping[Group, frozenset[str]] = {
    "measure": frozenset({"titel", "status", "handlungsfeld", "zusammengefuehrt_in"}),
    "field": frozenset({"ziele"}),
}
"""Keys whose change the moves tell."""


TOLD_BY_NAME = ("id", "titel", "stichtag", "massnahme")
"""Keys that the name of a record says."""


@dataclass(frozen=True)
class Difference:
    """What happened to one record; `moves` come before its changes."""

    group: Group
    id: str
    title: str
    fate: Fate
    changes: tuple[Change, ...] = ()
    moves: tuple[Move, ...] = ()
    reason: str = ""

    @property
    def untold(self) -> tuple[Change, ...]:
        """The changes that the moves do not tell already."""
        told = TOLD.get(self.group, frozenset()) if self.moves else frozenset()
        return tuple(change for change in self.changes if change.key not in told)


@dataclass(frozen=True)
class Comparison:
    """Everything that differs, in the order of the report; sums of money where they differ."""

    differences: tuple[Difference, ...]
    money: tuple[Money, ...]
    votes: tuple[tuple[str, int, int], ...]
    notes: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing differs."""
        return not (self.differences or self.votes)

    def of(self, group: Group, fate: Fate | None = None) -> tuple[Difference, ...]:
        """The differences of one kind of record."""
        return tuple(d for d in self.differences if d.group == group and fate in (None, d.fate))


def compare(old: Catalog, new: Catalog, notes: tuple[str, ...] = ()) -> Comparison:
    """What has to be said about the way from `old` to `new`."""
    names = called(old, new)
    found = [
        *_records("concept", {"": old.concept}, {"": new.concept}, names),
        *_records("field", old.field, new.field, names),
        *_records("measure", old.measure, new.measure, names),
    ]
    found += _records("chapter", _chapters(old), _chapters(new), names)
    for name in REGISTERS:
        found += _records("register", _entries(old, name), _entries(new, name), names)
    found += _records("workshop", _workshops(old), _workshops(new), names)
    found += _states(old, new, names)
    return Comparison(tuple(found), tuple(money(old, new, names)), tuple(_votes(old, new)), notes)


class ChapterText(Model):
    """A free chapter as it is compared: its Markdown as it is written."""

    titel: str = public("Titel", "Überschrift des Kapitels.")
    nach: str | None = public("steht nach", "Das Kapitel, hinter dem es steht.")
    text: str = public("Text", "Inhalt, Markdown.")


def _chapters(catalog: Catalog) -> dict[str, Model]:
    return {
        chapter.slug: ChapterText(
            titel=chapter.titel,
            nach=CHAPTERS.get(chapter.nach or "", chapter.nach),
            text=chapter.text,
        )
        for chapter in catalog.chapters
    }


def _entries(catalog: Catalog, register: str) -> dict[str, Model]:
    id_ = KINDS[register].id
    return {getattr(entry, id_): entry for entry in catalog.registers.get(register, ())}


def _workshops(catalog: Catalog) -> dict[str, Model]:
    found: dict[str, Model] = {}
    for record in catalog.workshops:
        found[record.slug] = record.workshop
        found |= {f"{record.slug}: {remark.id}": remark for remark in record.remarks}
    return found


def _states(old: Catalog, new: Catalog, names: Names) -> Iterator[Difference]:
    """What was reported of the measures, a record for each day and measure."""
    for found in _records("monitoring", _reported(old), _reported(new), names):
        measure = found.id.partition(": ")[2]
        yield replace(found, title=names.get(("measure", measure), measure) or found.title)


def _reported(catalog: Catalog) -> dict[str, Model]:
    found: dict[str, Model] = {}
    for report in catalog.monitoring:
        found[str(report.stichtag)] = report.model_copy(update={"massnahmen": ()})
        for state in report.massnahmen:
            id_ = catalog.earlier_ids.get(state.massnahme, state.massnahme)
            found.setdefault(f"{report.stichtag}: {id_}", state)
    return found


def _records(
    group: Group, old: Mapping[str, Model], new: Mapping[str, Model], names: Names
) -> Iterable[Difference]:
    order = dict.fromkeys((*new, *old))
    for identifier in sorted(order, key=_number) if group in ("field", "measure") else order:
        before, after = old.get(identifier), new.get(identifier)
        if before == after:
            continue
        fate: Fate = "added" if before is None else "dropped" if after is None else "changed"
        changes = tuple(_changes(before, after, names))
        yield Difference(
            group, identifier, _title(after or before), fate, changes,
            _moves(before, after, names), _reason(after),
        )  # fmt: skip


def _number(identifier: str) -> int:
    return int(identifier.lstrip("HFM-"))


def _changes(before: Model | None, after: Model | None, names: Names) -> Iterable[Change]:
    was = {fact.key: fact for fact in facts(before, names)} if before else {}
    now = {fact.key: fact for fact in facts(after, names)} if after else {}
    for key in dict.fromkeys((*now, *was)):
        fact = now.get(key) or was[key]
        found = change(was.get(key), now.get(key))
        alone = before is None or after is None
        if found.old == found.new or (alone and (fact.usual or key in TOLD_BY_NAME)):
            continue
        if key == "frueher" and before and _title(before) in found.new.split("\n"):
            # The old title is told as a move.
            continue
        yield found


def _title(record: Model | None) -> str:
    for name in ("titel", "name", "text"):
        if text := getattr(record, name, None):
            return str(text).strip().split("\n")[0]
    return ""


def _moves(before: Model | None, after: Model | None, names: Names) -> tuple[Move, ...]:
    if isinstance(before, FieldOfAction) and isinstance(after, FieldOfAction):
        return tuple(goal_moves(before, after))
    if not isinstance(before, Measure) or not isinstance(after, Measure):
        return ()
    found = []
    if before.titel != after.titel:
        found.append(move(N_("renamed, formerly “{old}”"), old=before.titel))
    if before.handlungsfeld != after.handlungsfeld:
        places = (str(field_number(each.handlungsfeld)) for each in (before, after))
        message = N_("moved from field of action {old} to {new}")
        found.append(move(message, old=next(places), new=next(places)))
    if after.zusammengefuehrt_in and after.zusammengefuehrt_in != before.zusammengefuehrt_in:
        goal = after.zusammengefuehrt_in
        found.append(move(N_("merged into {new}"), new=names.get(("measure", goal), goal)))
    if before.status != after.status:
        words = {"old": LABELS[before.status], "new": LABELS[after.status]}
        found.append(move(N_("status {old} → {new}"), **words))
    return tuple(found)


def _reason(after: Model | None) -> str:
    return str(getattr(after, "status_begruendung", None) or "")


def _votes(old: Catalog, new: Catalog) -> Iterable[tuple[str, int, int]]:
    was = {record.slug: len(record.ballots) for record in old.workshops}
    now = {record.slug: len(record.ballots) for record in new.workshops}
    for slug in dict.fromkeys((*was, *now)):
        if was.get(slug, 0) != now.get(slug, 0):
            yield slug, was.get(slug, 0), now.get(slug, 0)
