"""The slides in the order of the day, like the documentation in the other formats."""

from insek_cli.documents.slides import (
    concept_slides,
    result_slides,
    slide_cards,
    slide_pictures,
    slide_stations,
    slide_tables,
)
from insek_cli.documents.slides.deck import RUBRIC, SUBTITLE, Deck
from insek_cli.documents.slides.slide_cards import SlideCard
from insek_cli.documents.slides.slide_tables import SlideTable
from insek_cli.documents.slides.text_slides import (
    add_divider,
    add_text,
    list_items,
    numbered_items,
)
from insek_cli.documents.text_fit import Block, Para
from insek_cli.models.base import COLUMNS
from insek_cli.models.workshop import ProgrammeItem
from insek_cli.report.views import FieldView, Report
from insek_cli.wording.notation import counted, day, quantity, span
from insek_cli.workshop.results.workshop_views import Documentation, WorkshopView


def add_story(deck: Deck, report: Report, about: Documentation) -> None:
    """Write all slides of the documentation `about` one workshop, cover and thanks included."""
    workshop = about.werkstatt
    _cover(deck, report, about)
    add_divider(deck, "Begrüßung")
    _participants(deck, workshop)
    _aims(deck, workshop)
    _programme(deck, workshop)
    _stations(deck, about)
    add_divider(deck, "Handlungsfelder, Entwicklungsziele, Strategien", "Konzeptuelle Einbettung")
    concept_slides.add_concept(deck, report)
    add_divider(deck, "Umsetzung, Maßnahmen, Leuchtturmprojekte")
    _list(deck, report, workshop)
    add_divider(deck, "Ablauf der Werkstatt" if workshop.daten.art == "werkstatt" else "Ablauf")
    _course(deck, workshop)
    result_slides.add_results(deck, workshop)
    _outlook(deck, report, about)
    deck.slide("Schluss", "Danke für Ihre Teilnahme.")


def _cover(deck: Deck, report: Report, about: Documentation) -> None:
    slide = deck.slide("Titelfolie", deck.headline("Titelfolie", about.konzept))
    deck.set_lines(slide, SUBTITLE, [f"{about.titel} – Dokumentation"])
    lines = [about.termin, f"Stand {day(report.stand)}", report.auszug]
    deck.set_lines(slide, RUBRIC, [line for line in lines if line])
    logos = [image for image in report.concept.bilder if image.rolle == "logo"]
    slide_pictures.add_logos(deck, slide, logos)


def _participants(deck: Deck, workshop: WorkshopView) -> None:
    rows = [
        (
            seat.organisation,
            ": ".join(filter(None, (seat.funktion, seat.name))) or "–",
            str(seat.anzahl),
        )
        for organisation in workshop.organisationen
        for seat in organisation.stellen
    ]
    if not rows:
        return None
    rows.append(("Zusammen", "–", str(workshop.anzahl)))
    headings = ("Organisation", "Stelle oder Funktion", "Anzahl")
    right = frozenset({2})
    table = SlideTable(
        "Teilnehmende", "Begrüßung", headings, rows, (5, 5, 1.4), last=True, figures=right
    )
    return slide_tables.add_table(deck, table)


def _aims(deck: Deck, workshop: WorkshopView) -> None:
    first, *others = workshop.daten.ziele or ("",)
    blocks: list[Block] = [(Para(f"→ {first}", bold=True),)] if first else []
    blocks += [(Para(question, 1),) for question in workshop.daten.leitfragen]
    blocks += [(Para(f"→ {aim}", bold=True),) for aim in others]
    if blocks:
        add_text(deck, "Inhalt und Ziel", "Begrüßung", blocks)


def _programme(deck: Deck, workshop: WorkshopView) -> None:
    blocks: list[Block] = []
    for place, item in enumerate(workshop.daten.programm, 1):
        minutes = f" ({quantity(item.minuten, 'Minuten')})" if item.minuten else ""
        points = () if item.text else tuple(Para(point, 2) for point in item.unterpunkte)
        blocks.append((Para(item.titel + minutes, number=place, heading=True), *points))
    if workshop.daten.beginn_uhrzeit:
        blocks.append((Para(f"Beginn: {workshop.daten.beginn_uhrzeit} Uhr"),))
    if blocks:
        add_text(deck, "Programm", "Begrüßung", blocks, columns=2)


def _stations(deck: Deck, about: Documentation) -> None:
    title, rubric = "Übersicht Beteiligungsformate", "Prozess"
    rows = [
        (station.abschnitt, station.daten.titel, when)
        for station in about.stationen
        for when in [span(station.daten.beginn, station.daten.ende or station.daten.beginn)]
    ]
    made = [(name, " · ".join(filter(None, (part, when)))) for part, name, when in rows]
    if not rows or slide_stations.add_stations(deck, title, rubric, made):
        return
    headings = ("Abschnitt", "Format", "Zeitraum")
    slide_tables.add_table(
        deck,
        SlideTable(title, rubric, headings, [(a, b, c or "–") for a, b, c in rows], (2, 6, 3)),
    )


def _list(deck: Deck, report: Report, workshop: WorkshopView) -> None:
    blocks = numbered_items(COLUMNS)
    blocks += [(Para(f"* {exclusion.text}"),) for exclusion in workshop.ausgenommen]
    add_text(deck, "Maßnahmenliste: Aufbau", "Maßnahmenliste", blocks)
    for field in report.felder:
        _sorted(deck, field, workshop)


def _sorted(deck: Deck, field: FieldView, workshop: WorkshopView) -> None:
    left_out = workshop.nicht_behandelt
    head = field.kopf
    title, rubric = f"Maßnahmenliste: Handlungsfeld {head.nummer}", f"Sortierung · {head.titel}"
    rows = [
        (m.nummer or m.daten.id, m.daten.titel + (" *" if m.anker in left_out else ""))
        for m in field.massnahmen
    ]
    if not rows:
        return None
    table = SlideTable(title, rubric, ("Nr.", "Maßnahme"), rows, (1, 11), colour=head.farbe)
    return slide_tables.add_table(deck, table)


def _course(deck: Deck, workshop: WorkshopView) -> None:
    introduced = False
    for item in workshop.daten.programm:
        if not item.text:
            continue
        add_text(deck, item.titel, "Ablauf", _item(item))
        if item == workshop.gruppenarbeit:
            _groups(deck, workshop)
            introduced = True
    if not introduced:
        _groups(deck, workshop)


def _item(item: ProgrammeItem) -> list[Block]:
    return [(Para(item.text or ""),), *list_items(item.unterpunkte)]


def _groups(deck: Deck, workshop: WorkshopView) -> None:
    if not workshop.gruppen:
        return
    made = [
        SlideCard(g.titel, tuple(f.name for f in g.felder), deck.ground) for g in workshop.gruppen
    ]
    rounds = (
        [workshop.daten.rundendauer]
        if workshop.daten.rundendauer
        else [
            f"{g.titel}: {counted(g.runden, 'Runde', 'Runden')}"
            for g in workshop.gruppen
            if g.runden
        ]
    )
    if not slide_cards.add_cards(deck, "Gruppen", "Ablauf", made, rounds):
        blocks: list[Block] = [
            (Para(card.title, heading=True), *(Para(t, 1) for t in card.texts)) for card in made
        ]
        add_text(deck, "Gruppen", "Ablauf", [*blocks, *((Para(r),) for r in rounds)])


def _outlook(deck: Deck, report: Report, about: Documentation) -> None:
    blocks: list[Block] = []
    for step in report.concept.ausblick:
        when = span(step.beginn, step.ende or step.beginn)
        place = f" ({step.ort})" if step.ort else ""
        blocks.append((Para(f"{when}: {step.text}{place}" if when else step.text + place, 1),))
    if about.protokoll:
        blocks.append((Para(f"Protokoll: {about.protokoll}", 1),))
    if blocks:
        add_text(deck, "Wie es weitergeht", "Ausblick", blocks)
