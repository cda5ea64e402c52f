"""Slides about the concept: charter, fields with goals and strategies, Zukunftsbild."""

from dataclasses import replace

from insek_cli.documents.slides import slide_cards, slide_pictures
from insek_cli.documents.slides.deck import BODY, SECOND, Deck, add_notes
from insek_cli.documents.slides.slide_cards import SlideCard
from insek_cli.documents.slides.text_slides import add_text, listed, numbered_items
from insek_cli.documents.text_fit import DENSE, Block, Para, arrange_columns
from insek_cli.models.image import Image
from insek_cli.report.views import FieldView, Report

EMBEDDING = "Konzeptuelle Einbettung"
MAPS = ("karte", "grafik")
BESIDE = "Zwei Spalten"


def add_concept(deck: Deck, report: Report) -> None:
    """Write the slides: charter, fields side by side, each field with its map, Zukunftsbild."""
    charter = sorted(report.concept.charta, key=lambda entry: entry.nummer)
    if charter:
        add_text(deck, "Charta", EMBEDDING, numbered_items(entry.satz for entry in charter))
    _fields(deck, report)
    for field in report.felder:
        _field(deck, field)
    _vision(deck, report)


def _fields(deck: Deck, report: Report) -> None:
    made = [
        SlideCard(field.kopf.name, tuple(filter(None, (field.daten.leitsatz,))), field.kopf.farbe)
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
    """One slide: Leitsatz and goals, beside them the map, else the strategies; the rest to say."""
    head, data = field.kopf, field.daten
    goals = [Para(goal.titel, 1) for goal in field.ziele]
    strategies = [Para(strategy, 1) for strategy in data.strategien]
    shown = [image for image in data.bilder if image.rolle in MAPS]
    if not (goals or strategies or shown):
        return
    title, rubric = f"Handlungsfeld {head.nummer}: Ziele und Strategien", head.titel
    left: list[Block] = [(Para(data.leitsatz, bold=True),)] if data.leitsatz else []
    left += [(Para("Entwicklungsziele", heading=True), *goals)] if goals else []
    right: list[Block] = [(Para("Strategien", heading=True), *strategies)] if strategies else []
    notes = [
        line
        for goal in field.ziele
        for line in listed(goal.titel, [part.titel for part in goal.unterziele])
    ]
    notes += listed("Kartengrundlagen", data.grundlagen)
    if shown:
        # Strategies that the half beside the map does not hold are said to it.
        said = [*notes, *listed("Strategien", data.strategien)]
        names = (title, rubric, head.farbe)
        if any(
            _beside_map(deck, names, blocks, shown[0], lines)
            for blocks, lines in (([*left, *right], notes), (left, said))
        ):
            shown, left, right = shown[1:], [], []
    if left or right:
        columns = 2 if goals and strategies else 1
        blocks = [*left, *right]
        add_text(
            deck,
            title,
            rubric,
            blocks,
            colour=head.farbe,
            columns=columns,
            sizes=DENSE,
            notes=notes,
        )
    for image in shown:
        slide_pictures.add_picture(deck, title, rubric, image, head.farbe)


def _beside_map(
    deck: Deck,
    names: tuple[str, str, str],
    blocks: list[Block],
    image: Image,
    notes: list[str],
) -> bool:
    """Write text and map side by side; False where the text is too long or the map is not there."""
    width, height = deck.box(BESIDE, BODY)
    size, filled = arrange_columns(blocks, width, height)
    if len(filled) > 1 or not slide_pictures.is_there(deck, image):
        return False
    slide = deck.slide(BESIDE, *names)
    deck.write(slide, BODY, filled[0], size)
    caption = slide_pictures.put_picture(deck, slide, SECOND, image)
    add_notes(slide, [*notes, *([caption] if caption else [])])
    return True


def _vision(deck: Deck, report: Report) -> None:
    vision = report.concept.zukunftsbild
    if vision is None:
        return
    blocks: list[Block] = []
    for group in vision.gruppen:
        lead = (Para(group.titel, heading=True),) if group.titel else ()
        said = [Para(statement, 1) for statement in group.aussagen]
        if said and not lead:
            said[0] = replace(said[0], apart=True)
        blocks.append((*lead, *said))
    notes = listed("Kartengrundlagen", vision.grundlagen)
    if blocks:
        add_text(deck, vision.titel, "Zukunftsbild", blocks, columns=2, notes=notes)
    for image in vision.bilder:
        if image.rolle in MAPS:
            slide_pictures.add_picture(deck, "Zukunftsbild: Plan", "Zukunftsbild", image, None)
