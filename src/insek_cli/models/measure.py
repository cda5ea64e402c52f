"""The measure (Maßnahme): one row of the Maßnahmenliste, one YAML file."""

from insek_cli.models.base import COLUMNS, Model, key, public
from insek_cli.models.image import Image
from insek_cli.models.measure_parts import (
    Actors,
    Costs,
    CrossReference,
    Funding,
    Location,
    Monitoring,
    Period,
    Section,
    Step,
)
from insek_cli.models.types import (
    FieldId,
    GoalId,
    Kind,
    Markdown,
    MeasureId,
    OwnMeasureId,
    Priority,
    ShortTitle,
    Status,
    Summary,
    Text,
)

(
    MASSNAHME,
    BESCHREIBUNG,
    QUERVERWEIS,
    AKTEURE,
    PROZESS,
    NACHHALTIGKEIT,
    STANDORT,
    KOSTEN,
    FINANZIERUNG,
    HANDLUNGSFELDER,
) = COLUMNS


class Measure(Model):
    """A measure of the concept. Its number is computed, never stored."""

    id: OwnMeasureId = public("Kennung", "M- und Nummer; ändert sich nie.", default=...)
    titel: Text = public(
        "Maßnahme", "Name der Maßnahme.", default=..., column=MASSNAHME, block="vorlage"
    )
    kurztitel: ShortTitle | None = public(
        "Kurztitel",
        "Höchstens 60 Zeichen, für Karten und Stimmzettel.",
        column=MASSNAHME,
        block="vorlage",
    )
    frueher: tuple[Text, ...] = public(
        "früher", "Frühere Titel und Kennungen, damit alte Stimmen ankommen.", default=()
    )
    handlungsfeld: FieldId = public(
        "Handlungsfeld",
        "Das Handlungsfeld, zu dem die Maßnahme gehört.",
        default=...,
        column=HANDLUNGSFELDER,
        block="vorlage",
    )
    weitere_handlungsfelder: tuple[FieldId, ...] = public(
        "weitere Handlungsfelder",
        "Felder, denen die Maßnahme auch dient.",
        default=(),
        column=HANDLUNGSFELDER,
        block="vorlage",
    )
    reihenfolge: int | None = public("Reihenfolge", "Platz im Feld, wenn er nicht folgen soll.")
    ziele: tuple[GoalId, ...] = public(
        "Ziele",
        "Entwicklungsziele oder Unterziele, z. B. HF1.2.",
        default=(),
        block="vorlage",
        place=1,
        stage="werkstatt",
    )
    art: Kind | None = public("Art", "Was entsteht.")
    leuchtturm: bool = public("Leuchtturmprojekt", "true für ein Leuchtturmprojekt.", default=False)
    status: Status = public("Status", "Wie weit die Maßnahme ist.", default="vorschlag")
    status_begruendung: Text | None = key(
        "Begründung des Status", "Warum der Status so ist.", profile="werkstatt"
    )
    prioritaet: Priority | None = key("Priorität", "Vorrang vor anderen.", profile="werkstatt")
    kurzbeschreibung: Summary | None = public(
        "Kurzbeschreibung",
        "Höchstens 300 Zeichen ohne Markdown, für Karten und Tabelle.",
        column=BESCHREIBUNG,
        block="vorlage",
    )
    beschreibung: Markdown | None = public(
        "Beschreibung",
        "Worum es geht, Markdown, ein Satz je Zeile.",
        column=BESCHREIBUNG,
        block="vorlage",
        stage="werkstatt",
    )
    weitere_abschnitte: tuple[Section, ...] = public(
        "weitere Abschnitte",
        "Was keinen eigenen Schlüssel hat.",
        default=(),
        column=BESCHREIBUNG,
        block="vorlage",
    )
    querverweise: tuple[CrossReference, ...] = public(
        "Querverweise",
        "Bestehende Planungen und Konzepte.",
        default=(),
        column=QUERVERWEIS,
        place=9,
        label=QUERVERWEIS,
        stage="beschluss",
    )
    akteure: Actors | None = public(
        "Akteur:innen", "Wer zuständig ist.", column=AKTEURE, stage="werkstatt"
    )
    prozess: tuple[Step, ...] = public(
        "Prozess",
        "Die Schritte.",
        default=(),
        column=PROZESS,
        block="haupt",
        label="Prozessgestaltung",
        stage="beschluss",
    )
    monitoring: Monitoring | None = public(
        "Monitoring", "Woran Erfolg zu sehen ist.", column=PROZESS, block="haupt", stage="beschluss"
    )
    nachhaltigkeit: tuple[Text, ...] = public(
        "Nachhaltigkeit",
        "Ideen zur Erhöhung der Nachhaltigkeit der Maßnahme.",
        default=(),
        column=NACHHALTIGKEIT,
        place=8,
        label=NACHHALTIGKEIT,
        stage="beschluss",
    )
    standort: Location | None = public(
        "Standort", "Wo die Maßnahme stattfindet.", column=STANDORT, stage="beschluss"
    )
    zeitraum: Period | None = public("Zeitraum", "Wann sie umgesetzt wird.", block="seite")
    kosten: Costs | None = public(
        "Kosten", "Was sie kostet.", column=KOSTEN, block="haupt", stage="beschluss"
    )
    finanzierung: tuple[Funding, ...] = public(
        "Finanzierung",
        "Woher das Geld kommt.",
        default=(),
        column=FINANZIERUNG,
        label=FINANZIERUNG,
        stage="beschluss",
    )
    abhaengig_von: tuple[MeasureId, ...] = public(
        "abhängig von", "Maßnahmen, die vorher nötig sind.", default=()
    )
    zusammengefuehrt_in: MeasureId | None = public(
        "zusammengeführt in", "Die Maßnahme, in der diese aufgegangen ist."
    )
    bilder: tuple[Image, ...] = public("Bilder", "Bilder im Steckbrief.", default=())
    intern: Markdown | None = key("intern", "Notizen, die niemals veröffentlicht werden.")

    @property
    def active(self) -> bool:
        """Whether the measure is numbered: not dropped, deferred or merged into another."""
        dropped = self.status in ("zurueckgestellt", "entfallen")
        return not dropped and self.zusammengefuehrt_in is None

    @property
    def fields(self) -> tuple[str, ...]:
        """The main field and the further ones, each once, main field first."""
        return tuple(dict.fromkeys((self.handlungsfeld, *self.weitere_handlungsfelder)))


def sort_key(measure: Measure) -> tuple[int, float, int, str]:
    """The order of the numbers: by main field, then `reihenfolge` (those without come last),
    then id."""
    order = float("inf") if measure.reihenfolge is None else float(measure.reihenfolge)
    field, number = measure.handlungsfeld.removeprefix("HF"), measure.id.removeprefix("M-")
    return int(field), order, int(number), measure.id
