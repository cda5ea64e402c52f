"""How far a concept is, and who may read it: the words that options and models share."""

from typing import Literal

Stage = Literal["entwurf", "werkstatt", "beschluss"]
Profile = Literal["intern", "werkstatt", "rat", "oeffentlich"]

STAGES: tuple[Stage, ...] = ("entwurf", "werkstatt", "beschluss")
PROFILES: tuple[Profile, ...] = ("intern", "werkstatt", "rat", "oeffentlich")


def may_read(key_profile: Profile, audience: Profile) -> bool:
    """Whether a key published up to `key_profile` may be read by `audience`."""
    return PROFILES.index(audience) <= PROFILES.index(key_profile)
