"""Registers: plans, actors, funding programmes, districts and abbreviations."""

from insek_cli.models.base import Model, public
from insek_cli.models.types import ActorKind, Link, ProgrammeId, Share, Slug, Text, Zeitpunkt
from insek_cli.models.units import Euro, Percent, Weight


class Plan(Model):
    """A plan or concept that measures refer to."""

    id: Slug = public("Kennung", "Kurzname.", default=...)
    titel: Text = public("Titel", "Name des Plans oder Konzepts.", default=...)
    stand: Zeitpunkt | None = public("Stand", "Jahr, Monat oder Tag.")
    herausgeber: Text | None = public("Herausgeber", "Wer ihn herausgibt.")
    link: Link | None = public("Link", "Wo er zu lesen ist.")


class Actor(Model):
    """An organisation or department."""

    id: Slug = public("Kennung", "Kurzname.", default=...)
    name: Text = public("Name", "Voller Name.", default=...)
    kurz: Text | None = public("Kurzform", "z. B. Ref. 61.")
    art: ActorKind | None = public("Art", "Was für eine Stelle.")


class Programme(Model):
    """A funding programme; `von` and `bis` bound its period, `hoechstanteil` its share.

    `aufteilung` weighs who pays (1 : 1 : 1 for thirds, or percent). What falls to the Gemeinde is
    part of the amounts of the programme, and counts as its own share.
    """

    id: Slug = public("Kennung", "Kurzname.", default=...)
    titel: Text = public("Titel", "Name des Programms.", default=...)
    geber: Text | None = public("Fördergeber", "Wer fördert.")
    von: Zeitpunkt | None = public("von", "Beginn der Laufzeit.")
    bis: Zeitpunkt | None = public("bis", "Ende der Laufzeit.")
    hoechstanteil: Percent | None = public("Höchstanteil", "Höchster Anteil in Prozent.")
    hoechstbetrag: Euro | None = public("Höchstbetrag", "Höchster Betrag je Maßnahme in Euro.")
    aufteilung: dict[Share, Weight] = public(
        "Aufteilung", "Wer zahlt, im Verhältnis, z. B. bund: 1, land: 1, gemeinde: 1.", default={}
    )
    nicht_mit: tuple[ProgrammeId, ...] = public(
        "nicht mit", "Programme, mit denen es sich nicht verbinden lässt.", default=()
    )
    stand: Zeitpunkt | None = public("Stand", "Wann nachgesehen wurde.")


class District(Model):
    """A district (Ortsbezirk or Stadtteil)."""

    id: Slug = public("Kennung", "Kurzname.", default=...)
    name: Text = public("Name", "Name.", default=...)
    lage: Text | None = public("Lage", "z. B. umliegend oder Kernstadt.")


class Abbreviation(Model):
    """An abbreviation; without `lang` its meaning is still open."""

    kurz: Text = public("Abkürzung", "Die Abkürzung.", default=...)
    lang: Text | None = public("Bedeutung", "Was sie heißt.")
