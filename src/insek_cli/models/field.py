"""The field of action (Handlungsfeld) with its goals and strategies."""

from insek_cli.models.base import Model, public
from insek_cli.models.image import Image
from insek_cli.models.types import Colour, OwnFieldId, Text


class Goal(Model):
    """A development goal (Entwicklungsziel); its id follows from its place: HF1.2, HF1.2.3."""

    titel: Text = public("Entwicklungsziel", "Das Ziel.", default=...)
    unterziele: tuple[Text, ...] = public("Unterziele", "Was dazu gehört.", default=())


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
