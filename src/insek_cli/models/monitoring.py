"""How far the measures are on one day: what the departments report each year."""

from insek_cli.models.base import Model, key, public
from insek_cli.models.measure_parts import YearAmount
from insek_cli.models.types import ActorId, Date, Markdown, MeasureId, Status, Text, TrafficLight
from insek_cli.models.units import MeasuredValue, Year


class IndicatorValue(Model):
    """A value that was measured; the unit and the goal stand with the indicator of the measure."""

    indikator: Text = public("Indikator", "Wie er in der Maßnahme heißt.", default=...)
    wert: MeasuredValue = public("Wert", "Was gemessen wurde, in seiner Einheit.", default=...)
    jahr: Year | None = public("Jahr", "Wann gemessen wurde; ohne Angabe im Jahr des Stichtags.")


class MeasureState(Model):
    """What is known of one measure on the day of the report."""

    massnahme: MeasureId = public("Maßnahme", "Kennung der Maßnahme.", default=...)
    status: Status | None = public("Status", "Der Status am Stichtag.")
    ampel: TrafficLight | None = public(
        "Ampel", "im_plan, verzoegert, gefaehrdet, ruht oder erledigt."
    )
    begruendung: Text | None = public("Begründung", "Warum die Ampel so steht.")
    stand: Text | None = public("Stand", "Was seit dem letzten Bericht geschah, in Worten.")
    indikatoren: tuple[IndicatorValue, ...] = public("Indikatoren", "Gemessene Werte.", default=())
    ausgaben: tuple[YearAmount, ...] = public(
        "Ausgaben", "Was in den Jahren ausgegeben wurde.", default=()
    )
    gemeldet_von: ActorId | None = public("gemeldet von", "Kennung aus registers/actors.yaml.")
    intern: Markdown | None = key("Intern", "Notizen; nur für die Verwaltung.", profile="intern")


class MonitoringReport(Model):
    """A day of reporting, and what was reported of each measure."""

    stichtag: Date = public("Stichtag", "Der Tag, für den berichtet wird.", default=...)
    titel: Text | None = public("Titel", "z. B. Umsetzungsbericht 2026.")
    massnahmen: tuple[MeasureState, ...] = public(
        "Maßnahmen", "Ein Eintrag je Maßnahme, von der berichtet wird.", default=()
    )
