"""Profiles: which keys an audience may read, decided by the model's metadata."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar

from insek_cli.catalog import Catalog
from insek_cli.models.base import Model, metas
from insek_cli.models.stages import PROFILES, Profile
from insek_cli.models.workshop import Participant, Workshop

M = TypeVar("M", bound=Model)
NOTHING: Mapping[str, Profile] = MappingProxyType({})


def may_read(key_profile: Profile, audience: Profile) -> bool:
    """Whether a key published up to `key_profile` may be read by `audience`."""
    return PROFILES.index(audience) <= PROFILES.index(key_profile)


def visible(record: M, audience: Profile, tighter: Mapping[str, Profile] = NOTHING) -> M:
    """A copy of the record in which every key the audience may not read is as if not given.

    `tighter` narrows who may read single keys; it never opens one.
    """
    changes: dict[str, object] = {}
    for about in metas(type(record)):
        value = getattr(record, about.key)
        both = (about.profile, tighter.get(about.key, about.profile))
        if not all(may_read(profile, audience) for profile in both):
            changes[about.key] = type(record).model_fields[about.key].get_default()
        elif isinstance(value, Model):
            changes[about.key] = visible(value, audience)
        elif isinstance(value, tuple):
            changes[about.key] = tuple(
                visible(item, audience) if isinstance(item, Model) else item for item in value
            )
    return record.model_copy(update=changes)


def visible_catalog(catalog: Catalog, audience: Profile) -> Catalog:
    """The catalog as the audience may read it: everything a document is made from."""
    readers = catalog.concept.profile
    tighter = {key: profile for key, profile in readers or () if profile}
    return replace(
        catalog,
        concept=visible(catalog.concept, audience),
        fields=tuple(visible(field, audience) for field in catalog.fields),
        measures=tuple(visible(measure, audience, tighter) for measure in catalog.measures),
        workshops=tuple(
            replace(
                record,
                workshop=_with_consent(visible(record.workshop, audience), record.workshop),
                remarks=tuple(visible(remark, audience) for remark in record.remarks),
            )
            for record in catalog.workshops
        ),
        plans=_each(catalog.plans, audience),
        actors=_each(catalog.actors, audience),
        programmes=_each(catalog.programmes, audience),
        districts=_each(catalog.districts, audience),
    )


def _each(records: Mapping[str, M], audience: Profile) -> Mapping[str, M]:
    return {identifier: visible(record, audience) for identifier, record in records.items()}


def _with_consent(masked: Workshop, whole: Workshop) -> Workshop:
    """Names come back where `veroeffentlichen` stands beside them, and are dropped elsewhere."""
    return masked.model_copy(update={"teilnehmende": tuple(map(_consented, whole.teilnehmende))})


def _consented(person: Participant) -> Participant:
    return person if person.veroeffentlichen else person.model_copy(update={"name": None})
