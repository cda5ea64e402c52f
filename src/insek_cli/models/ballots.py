"""Votes: a row of ballots.csv, and an option as the workshop kit froze it."""

from typing import Literal

from insek_cli.models.base import Model, public
from insek_cli.models.types import MeasureId, Slug, Text

BallotKind = Literal["stimme", "summe", "enthaltung", "ungueltig"]


class BallotRow(Model):
    """A row of ballots.csv: one choice on one ballot, a sum, an abstention or a spoilt ballot.

    The keys are the columns of the file, in their order. An empty cell is an empty text or None.
    """

    quelle: Text = public("Quelle", "Name der eingelesenen Datei.", default=...)
    kanal: Slug = public("Kanal", "Wie abgestimmt wurde, z. B. mentimeter.", default=...)
    frage: Slug = public("Frage", "Kennung der Frage in workshop.yaml.", default=...)
    gruppe: str = public("Gruppe", "Gruppe oder Tisch.", default="")
    runde: str = public("Runde", "Runde der Abstimmung.", default="")
    stimmzettel: str = public("Stimmzettel", "Nummer, kein Name; leer bei Summen.", default="")
    art: BallotKind = public("Art", "stimme, summe, enthaltung oder ungueltig.", default=...)
    rang: int | None = public("Rang", "Leer, wenn nur zugestimmt wird.", ge=1, le=1000)
    massnahme: MeasureId | None = public("Maßnahme", "Wofür gestimmt wurde.")
    gewicht: int = public("Gewicht", "Punkte der Summe, sonst 1.", default=1, ge=-(10**6), le=10**6)


BALLOT_COLUMNS = tuple(BallotRow.model_fields)
"""The header of ballots.csv."""


class Option(Model):
    """An option as it was printed: numbers and titles move, votes still arrive."""

    nummer: Text = public("Nummer", "Die gedruckte Nummer, z. B. 1.10.", default=...)
    id: MeasureId = public("Kennung", "Die Maßnahme.", default=...)
    wortlaut: Text = public("Wortlaut", "Der gedruckte Text.", default=...)
    frage: Slug | None = public("Frage", "Die Frage, bei der sie zur Wahl stand.")
