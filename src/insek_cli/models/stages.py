"""How far a concept is, and who may read it: the words that options and models share."""

from typing import Literal

Stage = Literal["entwurf", "werkstatt", "beschluss"]
Profile = Literal["intern", "werkstatt", "rat", "oeffentlich"]

STAGES: tuple[Stage, ...] = ("entwurf", "werkstatt", "beschluss")
PROFILES: tuple[Profile, ...] = ("intern", "werkstatt", "rat", "oeffentlich")
