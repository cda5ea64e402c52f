"""Slides about the concept: charter, fields with goals and strategies, Zukunftsbild."""

from collections.abc import Iterable
from dataclasses import replace

from insek_cli.documents.slides import slide_cards, slide_pictures
from insek_cli.documents.slides.deck import Deck
from insek_cli.documents.slides.slide_cards import SlideCard
from insek_cli.documents.slides.text_slides import OPEN, add_text, list_items, numbered_items
from insek_cli.documents.text_fit import Block, Para
from insek_cli.models.image import Image
from insek_cli.report.views import FieldView, Report
from insek_cli.wording import notation

EMBEDDING = "Konzeptuelle Einbettung"
MAPS = ("karte", "grafik")
MAP_OPEN = f"Karte {notation.OPEN}"


def add_concept(deck: Deck, report: Report) -> None:
    """Write the slides: charter, fields side by side, each field with its map, Zukunftsbild."""
    charter = sorted(report.concept.charta, key=lambda entry: entry.nummer)
    add_text(deck, "Charta", EMBEDDING, numbered_items(entry.satz for entry in charter), columns=1)
    _fields(deck, report)
    for field in report.felder:
        _field(deck, field)
    _vision(deck, report)


def _fields(deck: Deck, report: Report) -> None:
    made = [
        SlideCard(field.kopf.name, (field.daten.leitsatz or notation.OPEN,), field.kopf.farbe)
        for field in report.felder
    ]
    shared = [report.concept.leitvorstellung] if report.concept.leitvorstellung else []
    if not slide_cards.add_cards(deck, "Handlungsfelder", EMBEDDING, made, shared):
        blocks: list[Block] = [
            (Para(card.title, heading=True, colour=card.colour), *(Para(t, 1) for t in card.texts))
            for card in made
        ]
        blocks += [(Para(sentence, bold=True),) for sentence in shared]
        add_text(deck, "Handlungsfelder", EMBEDDING, blocks, columns=2)


def _field(deck: Deck, field: FieldView) -> None:
    head, data = field.kopf, field.daten
    name, colour = f"Handlungsfeld {head.nummer}", head.farbe
    goals: list[Block] = [
        (Para(goal.titel, heading=True), *(Para(part.titel, 1) for part in goal.unterziele))
        for goal in field.ziele
    ]
    if goals:
        title = f"{name}: Entwicklungsziele"
        add_text(deck, title, head.titel, goals, colour=colour, columns=2)
    if data.strategien:
        blocks = list_items(data.strategien)
        add_text(deck, f"{name}: Strategien", head.titel, blocks, colour=colour, columns=2)
    has_map = _map(
        deck, f"{name}: Strategiekarte", head.titel, data.bilder, data.grundlagen, colour
    )
    known = (("Entwicklungsziele", goals), ("Strategien", data.strategien))
    left = [f"{title} {notation.OPEN}" for title, found in known if not found]
    left += [] if has_map else [MAP_OPEN]
    if left:
        add_text(deck, f"{name}: {notation.OPEN}", head.titel, list_items(left), colour=colour)


def _map(
    deck: Deck,
    title: str,
    rubric: str,
    images: Iterable[Image],
    layers: tuple[str, ...],
    colour: str | None = None,
) -> bool:
    """The map and its base layers, which also stand where the map is not there yet."""
    found = [image for image in images if image.rolle in MAPS]
    shown = [
        image for image in found if slide_pictures.add_picture(deck, title, rubric, image, colour)
    ]
    if layers:
        blocks: list[Block] = [] if shown else [(Para(MAP_OPEN, italic=True),)]
        blocks.append(
            (Para("Kartengrundlagen", heading=True), *(Para(layer, 1) for layer in layers))
        )
        name = f"{title}, Legende" if shown else title
        add_text(deck, name, rubric, blocks, colour=colour, columns=2)
    return bool(shown or layers)


def _vision(deck: Deck, report: Report) -> None:
    vision = report.concept.zukunftsbild
    if vision is None:
        return add_text(deck, "Integriertes Zukunftsbild", EMBEDDING, [(OPEN,)])
    blocks: list[Block] = []
    for group in vision.gruppen:
        lead = (Para(group.titel, heading=True),) if group.titel else ()
        said = [Para(statement, 1) for statement in group.aussagen]
        if said and not lead:
            said[0] = replace(said[0], apart=True)
        blocks.append((*lead, *said))
    add_text(deck, vision.titel, "Zukunftsbild", blocks or [(OPEN,)], columns=2)
    title = "Zukunftsbild: Plan"
    if not _map(deck, title, "Zukunftsbild", vision.bilder, vision.grundlagen):
        add_text(deck, title, "Zukunftsbild", list_items([MAP_OPEN]))
    return None
