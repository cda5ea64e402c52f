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
    add_beside,
    add_divider,
    add_text,
    end_part,
    listed,
    numbered_items,
)
from insek_cli.documents.text_fit import Block, Para
from insek_cli.models.base import COLUMNS
from insek_cli.models.workshop import ProgrammeItem
from insek_cli.report.views import FieldView, Report
from insek_cli.wording.notation import counted, day, quantity, span
from insek_cli.workshop.results.workshop_views import Documentation, WorkshopView

AIMS_TITLE = "Inhalt, Ziel und Programm"


def add_story(deck: Deck, report: Report, about: Documentation) -> None:
    """Write all slides of the documentation `about` one workshop, cover and thanks included."""
    workshop = about.werkstatt
    _cover(deck, report, about)
    add_divider(deck, "Begrüßung")
    _participants(deck, workshop)
    _aims_and_programme(deck, workshop)
    _stations(deck, about)
    add_divider(deck, "Handlungsfelder, Entwicklungsziele, Strategien", "Konzeptuelle Einbettung")
    concept_slides.add_concept(deck, report)
    add_divider(deck, "Umsetzung, Maßnahmen, Leuchtturmprojekte")
    _list(deck, report, workshop)
    course = "Ablauf der Werkstatt" if workshop.daten.art == "werkstatt" else "Ablauf"
    add_divider(deck, course)
    _course(deck, workshop, course)
    result_slides.add_results(deck, workshop)
    _outlook(deck, report, about)
    end_part(deck)
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


def _aims_and_programme(deck: Deck, workshop: WorkshopView) -> None:
    """On one slide where both fit, the points of the programme in the notes if they do not."""
    aims, rubric = _aims(workshop), "Begrüßung"
    whole, heads = _programme(workshop, points=True), _programme(workshop, points=False)
    said = [
        line
        for item in workshop.daten.programm
        if not item.text
        for line in listed(item.titel, item.unterpunkte)
    ]
    for programme, notes in ((whole, ()), (heads, said)):
        if aims and programme and add_beside(deck, AIMS_TITLE, rubric, (aims, programme), notes):
            return
    if aims:
        add_text(deck, "Inhalt und Ziel", rubric, aims)
    if whole:
        add_text(deck, "Programm", rubric, whole, columns=2)


def _aims(workshop: WorkshopView) -> list[Block]:
    first, *others = workshop.daten.ziele or ("",)
    blocks: list[Block] = [(Para(f"→ {first}", bold=True),)] if first else []
    blocks += [(Para(question, 1),) for question in workshop.daten.leitfragen]
    blocks += [(Para(f"→ {aim}", bold=True),) for aim in others]
    return blocks


def _programme(workshop: WorkshopView, *, points: bool) -> list[Block]:
    blocks: list[Block] = []
    for place, item in enumerate(workshop.daten.programm, 1):
        minutes = f" ({quantity(item.minuten, 'Minuten')})" if item.minuten else ""
        below = () if item.text or not points else tuple(Para(p, 2) for p in item.unterpunkte)
        blocks.append((Para(item.titel + minutes, number=place, heading=points), *below))
    if workshop.daten.beginn_uhrzeit:
        blocks.append((Para(f"Beginn: {workshop.daten.beginn_uhrzeit} Uhr"),))
    return blocks


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


def _course(deck: Deck, workshop: WorkshopView, title: str) -> None:
    """What the programme says of its items, together, and the groups."""
    told = [item for item in workshop.daten.programm if item.text]
    blocks = [
        (Para(item.titel, heading=True), Para(item.text or ""), *_points(item)) for item in told
    ]
    if blocks:
        add_text(deck, title, "Ablauf", blocks, columns=2 if len(blocks) > 1 else 1)
    _groups(deck, workshop)


def _points(item: ProgrammeItem) -> tuple[Para, ...]:
    return tuple(Para(point, 1) for point in item.unterpunkte)


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
