"""The concept as a whole: one file, data/concept.yaml."""

from typing import Literal

from insek_cli.models.base import Model, public
from insek_cli.models.image import Image
from insek_cli.models.stages import Profile, Stage
from insek_cli.models.types import CODE, Colour, Date, Horizon, Text, WorkshopSlug, Zeitpunkt
from insek_cli.models.units import Year

Severity = Literal["fehler", "warnung", "hinweis", "aus"]


class CharterSentence(Model):
    """A sentence of the charter."""

    nummer: int = public("Nummer", "Platz in der Charta.", default=..., ge=1, le=99)
    satz: Text = public("Satz", "Der Satz.", default=...)


class ParticipationFormat(Model):
    """A format of participation: a station of the process."""

    titel: Text = public("Format", "Name des Formats.", default=...)
    beginn: Zeitpunkt | None = public("Beginn", "Jahr, Monat (2026-05) oder Tag.")
    ende: Zeitpunkt | None = public("Ende", "Jahr, Monat (2026-05) oder Tag.")
    ort: Text | None = public("Ort", "Wo es stattfindet.")
    ergebnis: Text | None = public("Ergebnis", "Was herauskam.")
    workshop: WorkshopSlug | None = public("Werkstatt", "Ordner unter data/workshops/.")


class VisionGroup(Model):
    """A group of statements of the Zukunftsbild."""

    titel: Text | None = public("Titel", "Überschrift der Gruppe.")
    aussagen: tuple[Text, ...] = public("Aussagen", "Die Aussagen.", default=())


class Vision(Model):
    """The integrated Zukunftsbild: its plan's legend as text, the plan as an image."""

    titel: Text = public("Titel", "Titel des Zukunftsbilds.", default=...)
    gruppen: tuple[VisionGroup, ...] = public("Gruppen", "Aussagen in Gruppen.", default=())
    grundlagen: tuple[Text, ...] = public("Kartengrundlagen", "Grundlagen des Plans.", default=())
    bilder: tuple[Image, ...] = public("Bilder", "Der Plan.", default=())


class HorizonYears(Model):
    """What a horizon means in years in this city."""

    horizont: Horizon = public("Horizont", "Die Stufe.", default=...)
    text: Text = public("Zeitraum", "Was sie bedeutet, z. B. bis 3 Jahre.", default=...)
    von: Year | None = public("von", "Ihr erstes Jahr, für den Zeitplan.")
    bis: Year | None = public("bis", "Ihr letztes Jahr; ohne dieses ist sie nach hinten offen.")


class Outlook(Model):
    """A step that comes next."""

    text: Text = public("Schritt", "Was ansteht.", default=...)
    beginn: Zeitpunkt | None = public("Beginn", "Jahr, Monat (2026-05) oder Tag.")
    ende: Zeitpunkt | None = public("Ende", "Jahr, Monat (2026-05) oder Tag.")
    ort: Text | None = public("Ort", "Wo es stattfindet.")


class RequiredKeys(Model):
    """Keys a city wants to be known earlier than the model says."""

    entwurf: tuple[Text, ...] = public("Entwurf", "Schlüssel ab Stufe Entwurf.", default=())
    werkstatt: tuple[Text, ...] = public("Werkstatt", "Schlüssel ab Stufe Werkstatt.", default=())
    beschluss: tuple[Text, ...] = public("Beschluss", "Schlüssel ab Stufe Beschluss.", default=())


class Rule(Model):
    """The severity a city gives to a finding."""

    code: Text = public("Code", "z. B. INSEK431.", default=..., pattern=CODE)
    schwere: Severity = public("Schwere", "fehler, warnung, hinweis oder aus.", default=...)


class Readers(Model):
    """Keys of measures that a city shows to fewer readers than the model would.

    Only keys without which no document says that something is still open.
    """

    frueher: Profile | None = public("früher", "Frühere Titel und Kennungen.")
    weitere_abschnitte: Profile | None = public("weitere Abschnitte", "Zielgruppe, Hemmnisse …")
    abhaengig_von: Profile | None = public("abhängig von", "Was vorher geschehen muss.")
    leuchtturm: Profile | None = public("Leuchtturm", "Ob die Maßnahme hervorgehoben ist.")
    prioritaet: Profile | None = public("Priorität", "Wie dringend die Maßnahme ist.")
    status_begruendung: Profile | None = public("Begründung", "Warum der Status so ist.")
    bilder: Profile | None = public("Bilder", "Karten und Fotos der Maßnahme.")


class Concept(Model):
    """The concept: title, stage, charter, vision and outlook."""

    titel: Text = public("Titel", "Titel des Berichts.", default=...)
    untertitel: Text | None = public("Untertitel", "Zweite Zeile des Titels.")
    stadt: Text = public("Stadt", "Name der Stadt.", default=...)
    stand: Date = public("Stand", "Gedrucktes Datum, z. B. 2025-05-14.", default=...)
    stufe: Stage = public("Stufe", "Wie weit das Konzept ist.", default="entwurf")
    auftraggeber: Text | None = public("Auftraggeberin", "Wer das Konzept beauftragt.")
    bearbeitung: tuple[Text, ...] = public("Bearbeitung", "Wer daran arbeitet.", default=())
    impressum: Text | None = public("Impressum", "Angaben nach Presserecht.")
    leitvorstellung: Text | None = public("Leitvorstellung", "Der gemeinsame Satz.")
    charta: tuple[CharterSentence, ...] = public("Charta", "Die Sätze der Charta.", default=())
    formate: tuple[ParticipationFormat, ...] = public(
        "Beteiligungsformate", "Die Stationen des Prozesses.", default=()
    )
    zukunftsbild: Vision | None = public("Zukunftsbild", "Das integrierte Zukunftsbild.")
    zeithorizonte: tuple[HorizonYears, ...] = public(
        "Zeithorizonte", "Was kurz-, mittel- und langfristig heißt.", default=()
    )
    kostengruppen: tuple[Text, ...] = public(
        "Kostengruppen", "Eigene Kostengruppen neben den üblichen.", default=()
    )
    ausblick: tuple[Outlook, ...] = public("Ausblick", "Was als Nächstes kommt.", default=())
    pflichtfelder: RequiredKeys | None = public(
        "Pflichtfelder", "Schlüssel, die früher bekannt sein müssen."
    )
    regeln: tuple[Rule, ...] = public("Regeln", "Schwere einzelner Befunde.", default=())
    kurzform: bool = public(
        "Kurzform",
        "false gibt auch Maßnahmen, von denen wenig bekannt ist, eine eigene Seite.",
        default=True,
    )
    profile: Readers | None = public(
        "Profile", "Wer einzelne Schlüssel der Maßnahmen höchstens lesen darf."
    )
    farben: dict[Literal["akzent", "text", "grau"], Colour] = public(
        "Farben", "Farben des Berichts.", default={}
    )
    bilder: tuple[Image, ...] = public("Bilder", "Logos und Titelbild.", default=())
