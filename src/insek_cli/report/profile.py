"""Profiles: which keys an audience may read, decided by the model's metadata."""

from typing import TypeVar

from insek_cli.models.base import PROFILES, Model, Profile, metas

M = TypeVar("M", bound=Model)


def may_read(key_profile: Profile, audience: Profile) -> bool:
    """Whether a key published up to `key_profile` may be read by `audience`."""
    return PROFILES.index(audience) <= PROFILES.index(key_profile)


def visible(record: M, audience: Profile) -> M:
    """A copy of the record in which every key the audience may not read is as if not given."""
    changes: dict[str, object] = {}
    for about in metas(type(record)):
        value = getattr(record, about.key)
        if not may_read(about.profile, audience):
            changes[about.key] = type(record).model_fields[about.key].get_default()
        elif isinstance(value, Model):
            changes[about.key] = visible(value, audience)
        elif isinstance(value, tuple):
            changes[about.key] = tuple(
                visible(item, audience) if isinstance(item, Model) else item for item in value
            )
    return record.model_copy(update=changes)
