"""Profiles: which keys an audience may read, decided by the model's metadata.

Where two states stand side by side, what either of them keeps to itself is shown of neither.
"""

from collections.abc import Mapping, Set
from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar

from insek_cli.catalog import Catalog, WorkshopRecord
from insek_cli.models.base import Model
from insek_cli.models.keys import keys
from insek_cli.models.stages import Profile, may_read
from insek_cli.models.workshop import Participant, Remark, Workshop

M = TypeVar("M", bound=Model)
INNER: tuple[Profile, ...] = ("intern", "werkstatt")
"""Who sees that an answer is still open, and what is thought of so far."""
NOTHING: Mapping[str, Profile] = MappingProxyType({})


def visible(record: M, audience: Profile, tighter: Mapping[str, Profile] = NOTHING) -> M:
    """A copy of the record in which every key the audience may not read is as if not given.

    `tighter` narrows who may read single keys; it never opens one.
    """
    changes: dict[str, object] = {}
    for key in keys(type(record)):
        value = getattr(record, key.name)
        both = (key.profile, tighter.get(key.name, key.profile))
        if not all(may_read(profile, audience) for profile in both):
            changes[key.name] = key.default
        elif isinstance(value, Model):
            changes[key.name] = visible(value, audience)
        elif isinstance(value, tuple):
            changes[key.name] = tuple(
                visible(item, audience) if isinstance(item, Model) else item for item in value
            )
    return record.model_copy(update=changes)


def visible_catalog(catalog: Catalog, audience: Profile) -> Catalog:
    """The catalog as the audience may read it: everything a document is made from."""
    return _visible(catalog, audience, (catalog,))


def visible_states(old: Catalog, new: Catalog, audience: Profile) -> tuple[Catalog, Catalog]:
    """Two states to be compared: a key, a name or an answer withdrawn in one is in neither."""
    return _visible(old, audience, (old, new)), _visible(new, audience, (old, new))


def _visible(catalog: Catalog, audience: Profile, states: tuple[Catalog, ...]) -> Catalog:
    """A catalog as the audience may read it; `states` are all that are shown, the newest last."""
    tighter = _tighter(states)
    return replace(
        catalog,
        concept=visible(catalog.concept, audience),
        fields=tuple(visible(field, audience) for field in catalog.fields),
        measures=tuple(visible(measure, audience, tighter) for measure in catalog.measures),
        workshops=_workshops(catalog, audience, states),
        monitoring=tuple(visible(report, audience) for report in catalog.monitoring),
        registers={
            name: tuple(visible(entry, audience) for entry in entries)
            for name, entries in catalog.registers.items()
        },
    )


def _tighter(states: tuple[Catalog, ...]) -> Mapping[str, Profile]:
    """Who may read a key at most: the narrowest of what the states say."""
    found: dict[str, Profile] = {}
    for catalog in states:
        readers = catalog.concept.profile
        for key in type(readers).model_fields if readers else ():
            profile: Profile | None = getattr(readers, key)
            if profile:
                before = found.get(key, profile)
                found[key] = profile if may_read(before, profile) else before
    return found


def _each(records: Mapping[str, M], audience: Profile) -> Mapping[str, M]:
    return {identifier: visible(record, audience) for identifier, record in records.items()}


def _workshops(
    catalog: Catalog, audience: Profile, states: tuple[Catalog, ...]
) -> tuple[WorkshopRecord, ...]:
    newest = {record.slug: record for record in states[-1].workshops}
    refused = {
        (record.slug, person.name)
        for state in states
        for record in state.workshops
        for person in record.workshop.teilnehmende
        if person.name and not person.veroeffentlichen
    }
    return tuple(
        replace(
            record,
            workshop=_with_consent(record, audience, newest.get(record.slug), refused),
            remarks=_answered(record, audience, newest.get(record.slug)),
        )
        for record in catalog.workshops
    )


def _with_consent(
    record: WorkshopRecord,
    audience: Profile,
    newest: WorkshopRecord | None,
    refused: Set[tuple[str, str]],
) -> Workshop:
    """Names come back where `veroeffentlichen` still stands beside them, and only there."""
    whole = record.workshop
    named = {person.name for person in newest.workshop.teilnehmende} if newest else set()

    def consented(person: Participant) -> Participant:
        told = person.name in named and (record.slug, person.name) not in refused
        if person.veroeffentlichen and told:
            return person
        return person.model_copy(update={"name": None})

    people = tuple(map(consented, whole.teilnehmende))
    return visible(whole, audience).model_copy(update={"teilnehmende": people})


def _answered(
    record: WorkshopRecord, audience: Profile, newest: WorkshopRecord | None
) -> tuple[Remark, ...]:
    """Remarks; to those outside an answer that is open (again) says neither why nor when."""
    shown = (visible(remark, audience) for remark in record.remarks)
    if audience in INNER:
        return tuple(shown)
    today = {remark.id: remark for remark in (newest.remarks if newest else ())}
    nothing = {"antwort": "offen", "begruendung": None, "geaendert_am": None}
    return tuple(
        remark.model_copy(update=nothing)
        if "offen" in (remark.antwort, today.get(remark.id, remark).antwort)
        else remark
        for remark in shown
    )
