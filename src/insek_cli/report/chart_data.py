"""Figures as data: what the drawing functions of the templates draw, and what they say in words."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from insek_cli.catalog import Catalog
from insek_cli.models.labels import LABELS
from insek_cli.models.stages import Stage
from insek_cli.models.types import Status, Zeitpunkt
from insek_cli.report.theme import theme
from insek_cli.report.views import FieldView, MeasureView, Report
from insek_cli.wording.notation import day, span
from insek_cli.workshop.results.ranking_views import PlaceView, RankingView
from insek_cli.workshop.results.workshop_views import WorkshopView

STATUS: tuple[Status, ...] = ("vorschlag", "abgestimmt", "beschlossen", "in_umsetzung", "umgesetzt")


def charts(
    catalog: Catalog, fields: Iterable[FieldView], workshops: Iterable[WorkshopView]
) -> dict[str, object]:
    """All figures of the report by name, ready for JSON."""
    accent = theme(catalog.concept).akzent
    fields = list(fields)
    known = {f"#{view.anker}": view for field in fields for view in field.massnahmen}
    votes = {
        result.name: ranking(result, accent, known)
        for workshop in workshops
        for field in workshop.felder
        for question in field.fragen
        for result in question.ergebnisse
    }
    figures: dict[str, object] = {"bestand": stock(fields), **votes}
    if catalog.concept.formate:
        figures["formate"] = timeline(catalog)
    return figures


def ranking(
    result: RankingView, accent: str, known: Mapping[str, MeasureView]
) -> dict[str, object]:
    """Bars sorted by rank, each with place, number, name and value; `known` by link."""
    colour = result.feld.farbe if result.feld else accent
    return {"farbe": colour, "balken": [_bar(place, colour, known) for place in result.plaetze]}


def _bar(place: PlaceView, colour: str, known: Mapping[str, MeasureView]) -> dict[str, object]:
    view = known.get(place.massnahme.target or "")
    return {
        "platz": f"{place.platz}{' =' if place.geteilt else ''}",
        "nummer": view.nummer if view and view.nummer else "",
        "name": view.kurz if view else place.massnahme.text,
        "farbe": view.feld.farbe if view else colour,
        "wert": place.wert,
        "zahl": place.werte[0],
        "einheit": place.zahl.removeprefix(place.werte[0]).strip(),
        "unsicher": place.haelt is False,
    }


def stock(fields: Iterable[FieldView]) -> dict[str, object]:
    """How many measures each field has in each status; `anzahl` in that of the list."""
    rows = []
    for field in fields:
        count = Counter(view.daten.status for view in field.massnahmen)
        rows.append(
            {
                "nummer": field.kopf.nummer,
                "titel": field.kopf.titel,
                "farbe": field.kopf.farbe,
                "anzahl": [count[status] for status in STATUS],
            }
        )
    used = [any(row["anzahl"][i] for row in rows) for i in range(len(STATUS))]  # type: ignore[index]
    return {"status": [LABELS[status] for status in STATUS], "benutzt": used, "felder": rows}


def timeline(catalog: Catalog) -> list[dict[str, object]]:
    """The participation formats; `von` and `bis` are days since the first known day, or None."""
    formats = catalog.concept.formate
    known = [f.beginn.first_day() for f in formats if f.beginn]
    origin = min(known) if known else date(2000, 1, 1)
    return [
        {
            "titel": f.titel,
            "wann": span(f.beginn, f.ende or f.beginn),
            "von": _days(origin, f.beginn, last=False),
            "bis": _days(origin, f.ende or f.beginn, last=True),
            "erster": f.beginn.first_day().isoformat() if f.beginn else None,
        }
        for f in formats
    ]


def _days(origin: date, moment: Zeitpunkt | None, *, last: bool) -> int | None:
    if moment is None:
        return None
    return ((moment.last_day() if last else moment.first_day()) - origin).days


def status_counts(measures: Iterable[MeasureView]) -> list[tuple[str, int]]:
    """How many measures have each status, in the order of the status list."""
    count = Counter(view.daten.status for view in measures)
    return [(LABELS[status], count[status]) for status in STATUS if count[status]]


STAGE_TITLES: dict[Stage, str] = {
    "entwurf": "Entwurf",
    "werkstatt": "Werkstattfassung",
    "beschluss": "Beschlussfassung",
}


def stage_title(report: Report) -> str:
    """What the document calls itself; one of a stage that the concept does not have is a trial."""
    if report.umsetzung:
        return f"Stichtag {day(report.umsetzung.stichtag)}"
    return _tried(report, STAGE_TITLES[report.stufe])


def stage_word(report: Report) -> str:
    """The stage in one word, for narrow places."""
    if report.umsetzung:
        return stage_title(report)
    return _tried(report, LABELS[report.stufe].capitalize())


def _tried(report: Report, word: str) -> str:
    return word if report.stufe == report.concept.stufe else f"Probe: {word}"
