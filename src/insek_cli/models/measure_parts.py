"""The records a measure is made of: costs, funding, steps, location and the rest."""

from typing import Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from insek_cli.models.base import Model, public
from insek_cli.models.types import (
    ActorId,
    DistrictId,
    FundingStatus,
    Horizon,
    Level,
    Magnitude,
    Markdown,
    OwnSource,
    PlanId,
    ProgrammeId,
    Rhythm,
    Text,
    Zeitpunkt,
)
from insek_cli.models.units import Degrees, Euro, Figure, Percent, Year


class Section(Model):
    """A further section of a Steckbrief: what other catalogues have and this one has no key for."""

    titel: Text = public("Titel", "Überschrift des Abschnitts.", default=...)
    text: Markdown = public("Text", "Inhalt des Abschnitts, Markdown.", default=...)


class CrossReference(Model):
    """A plan or concept that the measure builds on."""

    plan: PlanId = public("Plan/Konzept", "Kennung aus registers/plans.yaml.", default=...)
    stelle: Text | None = public("Stelle", "Kapitel, Seite oder Maßnahme darin.")


class Actors(Model):
    """Who leads, who takes part, whom it serves."""

    federfuehrung: ActorId | None = public(
        "Federführung", "Kennung aus registers/actors.yaml.", block="seite", stage="werkstatt"
    )
    beteiligte: tuple[ActorId, ...] = public(
        "Beteiligte", "Kennungen aus registers/actors.yaml.", default=(), block="seite"
    )
    zielgruppen: tuple[Text, ...] = public(
        "Zielgruppen", "Wem die Maßnahme dient.", default=(), block="seite"
    )


class Step(Model):
    """A step of the process, from `beginn` to `ende` (year, month or day)."""

    schritt: Text = public("Schritt", "Was getan wird.", default=...)
    beginn: Zeitpunkt | None = public("Beginn", "Jahr, Monat (2026-05) oder Tag.")
    ende: Zeitpunkt | None = public("Ende", "Jahr, Monat (2026-05) oder Tag.")
    erledigt: bool | None = public("erledigt", "true, wenn der Schritt getan ist.")


class Indicator(Model):
    """A figure that shows whether the measure works."""

    name: Text = public("Indikator", "Was gemessen wird.", default=...)
    einheit: Text | None = public("Einheit", "Worin gemessen wird, z. B. Bäume.")
    ausgangswert: Figure | None = public("Ausgangswert", "Der Wert heute.")
    zielwert: Figure | None = public("Zielwert", "Der Wert, der erreicht werden soll.")
    jahr: Year | None = public("Jahr", "Bis wann der Zielwert erreicht sein soll.")


class Monitoring(Model):
    """How success is watched."""

    indikatoren: tuple[Indicator, ...] = public("Indikatoren", "Messgrößen.", default=())
    rhythmus: Text | None = public("Rhythmus", "Wie oft berichtet wird, z. B. jährlich.")
    text: Text | None = public("Text", "Was sonst zum Monitoring zu sagen ist.")


class Coordinate(Model):
    """A point in WGS 84, decimal degrees."""

    lat: Degrees = public(
        "Breite", "Grad Nord, WGS 84.", default=..., ge=-90, le=90, examples=[49.44]
    )
    lon: Degrees = public(
        "Länge", "Grad Ost, WGS 84.", default=..., ge=-180, le=180, examples=[7.77]
    )


class Location(Model):
    """Where the measure takes place."""

    beschreibung: Text | None = public("Ort", "Wo, in Worten.")
    ebene: tuple[Level, ...] = public("Ebene", "Räumliche Ebene, auch mehrere.", default=())
    ortsbezirk: tuple[DistrictId, ...] = public(
        "Ortsbezirk", "Kennungen aus registers/districts.yaml.", default=()
    )
    koordinate: Coordinate | None = public("Koordinate", "Punkt für Karten.")


class YearAmount(Model):
    """What falls to one year, in whole Euro."""

    jahr: Year = public("Jahr", "Haushaltsjahr.", default=...)
    betrag: Euro = public("Betrag", "Betrag in ganzen Euro.", default=...)


class _AmountOrShare(Model):
    """What is given in Euro or in percent; not in both, for one of the two would be wrong."""

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if getattr(self, "betrag", None) is not None and getattr(self, "anteil", None) is not None:
            raise PydanticCustomError("insek_amount_or_share", "betrag or anteil", {})
        return self


class Eligible(_AmountOrShare):
    """The part of a cost that a programme may pay for: an amount, or a share of the cost."""

    betrag: Euro | None = public("Betrag", "Förderfähiger Betrag in ganzen Euro.")
    anteil: Percent | None = public("Anteil", "Förderfähiger Anteil der Kosten in Prozent.")


class CostItem(Model):
    """One cost position: whole Euro from `von` to `bis`, or only a magnitude."""

    art: Text | None = public("Art", "Wofür, z. B. Personal oder Sachkosten.")
    gruppe: Text | None = public(
        "Kostengruppe",
        "vorbereitung, grunderwerb, ordnungsmassnahmen, baumassnahmen, sonstige, oder eine aus "
        "concept.yaml.",
        examples=["baumassnahmen"],
    )
    einordnung: tuple[Magnitude, ...] = public(
        "Einordnung", "Größenordnung; zwei Werte heißen von – bis.", default=()
    )
    von: Euro | None = public("von", "Betrag in ganzen Euro.", examples=[250000])
    bis: Euro | None = public("bis", "Höchstbetrag in ganzen Euro.", examples=[400000])
    jahre: tuple[YearAmount, ...] = public(
        "Jahre", "Was davon auf welches Jahr entfällt.", default=()
    )
    rhythmus: Rhythm | None = public("Rhythmus", "einmalig oder jaehrlich.")
    foerderfaehig: Eligible | None = public(
        "förderfähig", "Was davon ein Programm fördern kann: betrag oder anteil."
    )
    erlaeuterung: Text | None = public("Erläuterung", "Was sonst dazu zu sagen ist.")


class Costs(Model):
    """The costs, at the price level of `preisstand`."""

    positionen: tuple[CostItem, ...] = public("Positionen", "Die Kostenpositionen.", default=())
    preisstand: Year | None = public("Preisstand", "Jahr, dessen Preise gelten.")


class Funding(_AmountOrShare):
    """A source of money: an amount in Euro or a share in percent, not both."""

    programm: ProgrammeId | None = public("Programm", "Kennung aus registers/programmes.yaml.")
    quelle: OwnSource | None = public(
        "Quelle", "eigenmittel (der Kommune) oder dritte, wo es kein Programm ist."
    )
    betrag: Euro | None = public("Betrag", "Betrag in ganzen Euro.")
    anteil: Percent | None = public("Anteil", "Anteil an den Kosten in Prozent.")
    fuer: tuple[Text, ...] = public(
        "für",
        "Wofür sie ist: `art` der Kostenpositionen. Ohne Angabe gilt sie allen einmaligen.",
        default=(),
    )
    jahr: Year | None = public("Jahr", "Jahr der Förderung.")
    jahre: tuple[YearAmount, ...] = public(
        "Jahre", "Was davon in welchem Jahr fließt, statt `jahr`.", default=()
    )
    foerderstand: FundingStatus | None = public("Förderstand", "Wie weit die Förderung ist.")
    erlaeuterung: Text | None = public("Erläuterung", "Was sonst dazu zu sagen ist.")


class Period(Model):
    """When the measure is carried out."""

    horizont: tuple[Horizon, ...] = public(
        "Horizont", "Zeithorizont; zwei Werte heißen von – bis.", default=()
    )
    beginn: Zeitpunkt | None = public("Beginn", "Jahr, Monat (2026-05) oder Tag.")
    ende: Zeitpunkt | None = public("Ende", "Jahr, Monat (2026-05) oder Tag.")
    rhythmus: Text | None = public("Rhythmus", "z. B. einmalig oder wiederkehrend.")
    erlaeuterung: Text | None = public("Erläuterung", "Was sonst dazu zu sagen ist.")
