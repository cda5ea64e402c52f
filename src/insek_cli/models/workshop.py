"""A workshop or another format of participation, and the remarks it left behind."""

from insek_cli.models.base import Model, key, public
from insek_cli.models.image import Image
from insek_cli.models.types import (
    TIME,
    Answer,
    Date,
    DistrictId,
    FieldId,
    MeasureId,
    Slug,
    Status,
    Text,
    WorkshopKind,
    Zeitpunkt,
)
from insek_cli.models.units import Count, Minutes


class Participant(Model):
    """Participants of one organisation and function. Names only with `veroeffentlichen`."""

    organisation: Text = public("Organisation", "z. B. Stadt Kaiserslautern.", default=...)
    funktion: Text | None = public("Funktion", "z. B. Ref. 61.")
    anzahl: Count = public("Anzahl", "Wie viele.", default=1)
    name: Text | None = key("Name", "Nur mit Einwilligung.", profile="intern")
    veroeffentlichen: bool = key(
        "veröffentlichen", "true, wenn der Name erscheinen darf.", default=False, profile="intern"
    )


class ProgrammeItem(Model):
    """An item of the programme."""

    titel: Text = public("Programmpunkt", "Was geschieht.", default=...)
    minuten: Minutes | None = public("Minuten", "Wie lange.")
    text: Text | None = public("Text", "Was dazu zu sagen ist.")
    unterpunkte: tuple[Text, ...] = public("Unterpunkte", "Was dazugehört.", default=())


class WorkshopGroup(Model):
    """A small group and the fields it discusses, one per round."""

    titel: Text = public("Gruppe", "Name der Gruppe.", default=...)
    handlungsfelder: tuple[FieldId, ...] = public("Handlungsfelder", "Ihre Felder.", default=())
    runden: Count | None = public("Runden", "Wie viele Runden.")


class Exclusion(Model):
    """Measures that are not treated, and why. A measure is excluded when all given keys match."""

    grund: Text = public("Grund", "Warum sie nicht behandelt werden.", default=...)
    status: tuple[Status, ...] = public("Status", "Maßnahmen mit diesem Status.", default=())
    ortsbezirk: tuple[DistrictId, ...] = public("Ortsbezirk", "In diesen Ortsbezirken.", default=())
    massnahmen: tuple[MeasureId, ...] = public("Maßnahmen", "Diese Maßnahmen.", default=())


class Question(Model):
    """A question put to the vote."""

    id: Slug = public("Kennung", "Kurzname der Frage.", default=...)
    handlungsfeld: FieldId | None = public("Handlungsfeld", "Das Feld der Frage.")
    wortlaut: Text = public("Wortlaut", "Die Frage, wie sie gestellt wurde.", default=...)
    massnahmen: tuple[MeasureId, ...] = public(
        "Maßnahmen", "Was zur Wahl steht; leer heißt: alle des Feldes.", default=()
    )
    max_auswahl: Count | None = public("Höchstzahl", "Wie viele Maßnahmen man wählen darf.")


class Workshop(Model):
    """A workshop: who, when, what, and the questions that were put to the vote."""

    titel: Text = public("Titel", "Name der Veranstaltung.", default=...)
    art: WorkshopKind = public("Art", "Was für ein Format.", default="werkstatt")
    datum: Date | None = public("Datum", "Tag der Veranstaltung.")
    ende: Date | None = public("Ende", "Letzter Tag, wenn es mehrere sind.")
    beginn_uhrzeit: Text | None = public("Beginn", "Uhrzeit, z. B. 17:30.", pattern=TIME)
    ort: Text | None = public("Ort", "Wo.")
    teilnehmende: tuple[Participant, ...] = public("Teilnehmende", "Wer da war.", default=())
    programm: tuple[ProgrammeItem, ...] = public("Programm", "Der Ablauf.", default=())
    leitfragen: tuple[Text, ...] = public("Leitfragen", "Woran gemessen wird.", default=())
    ziele: tuple[Text, ...] = public("Ziele", "Wozu die Veranstaltung dient.", default=())
    gruppen: tuple[WorkshopGroup, ...] = public("Gruppen", "Die Kleingruppen.", default=())
    rundendauer: Text | None = public("Dauer der Runden", "z. B. 2 Runden = 1 Stunde.")
    ausgenommen: tuple[Exclusion, ...] = public("Ausgenommen", "Was fehlt.", default=())
    fragen: tuple[Question, ...] = public("Fragen", "Was zur Wahl stand.", default=())
    anwesend: dict[Slug, Count] = public("Anwesend", "Wie viele je Kanal.", default={})
    protokoll: Text | None = public("Protokoll", "Wo das Protokoll steht.")
    bilder: tuple[Image, ...] = public("Bilder", "Fotos.", default=())


class Remark(Model):
    """A remark of the discussion and what became of it."""

    id: Slug = public("Kennung", "Kurzname der Anmerkung.", default=...)
    handlungsfeld: FieldId | None = public("Handlungsfeld", "Das Feld, zu dem sie fiel.")
    thema: Text | None = public("Thema", "Das Thema.")
    text: Text = public("Anmerkung", "Die Anmerkung.", default=...)
    massnahmen: tuple[MeasureId, ...] = public("Maßnahmen", "Die sie betrifft.", default=())
    antwort: Answer = public("Antwort", "Was daraus wurde.", default="offen")
    begruendung: Text | None = public("Begründung", "Warum.")
    geaendert_am: Zeitpunkt | None = public("Geändert am", "Wann die Maßnahme geändert wurde.")
