"""The field of action (Handlungsfeld) with its goals and strategies."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from insek_cli.models.base import Model, public
from insek_cli.models.image import Image
from insek_cli.models.types import GOAL_ID, Colour, OwnFieldId, Text

OwnGoalId = Annotated[str, Field(pattern=GOAL_ID)]
_ID = ("Kennung", "z. B. HF1.2; ändert sich nie. Gedruckt wird die Nummer des Platzes.")
_EARLIER = ("früher", "Frühere Titel und Kennungen, damit Verweise ankommen.")


class Subgoal(Model):
    """An Unterziel. It keeps its id when it moves to another goal of its field."""

    id: OwnGoalId = public(*_ID, default=...)
    titel: Text = public("Unterziel", "Das Unterziel.", default=...)
    frueher: tuple[Text, ...] = public(*_EARLIER, default=())


class Goal(Model):
    """A development goal (Entwicklungsziel). Its number is computed, never stored."""

    id: OwnGoalId = public(*_ID, default=...)
    titel: Text = public("Entwicklungsziel", "Das Ziel.", default=...)
    frueher: tuple[Text, ...] = public(*_EARLIER, default=())
    unterziele: tuple[Subgoal, ...] = public("Unterziele", "Was dazu gehört.", default=())


class FieldOfAction(Model):
    """A field of action: Leitsatz, goals, strategies and the base layers of its map."""

    id: OwnFieldId = public("Kennung", "HF und Nummer.", default=...)
    titel: Text = public("Handlungsfeld", "Name des Handlungsfelds.", default=...)
    frueher: tuple[Text, ...] = public("früher", "Frühere Titel.", default=())
    leitsatz: Text | None = public("Leitsatz", "Der Satz, der das Feld überschreibt.")
    ziele: tuple[Goal, ...] = public("Entwicklungsziele", "Die Ziele des Feldes.", default=())
    strategien: tuple[Text, ...] = public(
        "Strategien", "Legende der Strategiekarte: was geschehen soll.", default=()
    )
    grundlagen: tuple[Text, ...] = public(
        "Kartengrundlagen", "Legende der Strategiekarte: was schon da ist.", default=()
    )
    farbe: Colour | None = public("Farbe", "Farbe des Feldes, z. B. #9a3324.")
    bilder: tuple[Image, ...] = public("Bilder", "Strategiekarte und Bilder.", default=())


@dataclass(frozen=True)
class PlacedGoal:
    """A goal or Unterziel with its number, which follows from its place: 1.2, 1.2.3."""

    goal: Goal | Subgoal
    number: str
    path: tuple[str | int, ...]
    """Its place in the record of the field."""
    above: Goal | None = None


def placed_goals(field: FieldOfAction) -> Iterator[PlacedGoal]:
    """The goals of a field, each with its Unterziele behind it."""
    for index, goal in enumerate(field.ziele):
        number = f"{field.id.removeprefix('HF')}.{index + 1}"
        yield PlacedGoal(goal, number, ("ziele", index))
        for place, part in enumerate(goal.unterziele):
            path = ("ziele", index, "unterziele", place)
            yield PlacedGoal(part, f"{number}.{place + 1}", path, goal)
