"""The chapters of the report: their order, and which have nothing to say."""

from insek_cli.report.views import Report

CHAPTERS: dict[str, str] = {
    "impressum": "Impressum",
    "ueberblick": "Auf einen Blick",
    "prozess": "Prozess und Beteiligung",
    "charta": "Charta",
    "zukunftsbild": "Integriertes Zukunftsbild",
    "handlungsfelder": "Handlungsfelder",
    "zeitplan": "Zeitplan",
    "kosten": "Kosten und Förderung",
    "kofi": "Kosten- und Finanzierungsübersicht",
    "massnahmenliste": "Maßnahmenliste",
    "matrix": "Maßnahmen, Handlungsfelder und Ziele",
    "werkstatt": "Ergebnisse der Beteiligung",
    "ausblick": "Ausblick",
    "plaene": "Pläne und Konzepte",
    "akteure": "Akteurinnen und Akteure",
    "abkuerzungen": "Abkürzungen",
    "anhang": "Nicht weiterverfolgte Maßnahmen",
}
"""In order, with the title each is known by; a free chapter names one of them in `nach`."""

RUN_ON = ("ausblick", "plaene", "akteure", "abkuerzungen", "anhang")
"""Chapters that share a page with the one before where they fit."""

FORMERLY = {"massnahmen": "handlungsfelder"}
"""A chapter that is part of another one now: each field is followed by its measures."""


def silent(report: Report) -> frozenset[str]:
    """The chapters that would print a heading and nothing below it: they are left out."""
    concept = report.concept
    content = {
        "prozess": concept.formate,
        "charta": concept.charta,
        "zukunftsbild": concept.zukunftsbild,
        "zeitplan": report.zeitplan.zeilen,
        "kosten": report.kosten.aussagen,
        "kofi": not report.kofi.leer,
        "massnahmenliste": report.massnahmen,
        "matrix": report.massnahmen,
        "werkstatt": report.werkstaetten,
        "ausblick": concept.ausblick,
        "plaene": report.plaene,
        "akteure": report.akteure,
        "abkuerzungen": report.catalog.abbreviations,
        "anhang": report.anhang,
    }
    return frozenset(name for name, found in content.items() if not found)
