"""Slides about what was said and voted, field by field."""

from insek_cli.documents.slides import slide_charts
from insek_cli.documents.slides.deck import Deck
from insek_cli.documents.slides.text_slides import add_divider, add_text, theme_items
from insek_cli.documents.text_fit import DENSE
from insek_cli.workshop.results.workshop_views import FieldResults, QuestionView, WorkshopView

FEW = 3
"""Paragraphs that need no columns."""
NO_VOTES = "Abstimmungsergebnisse liegen nicht als Daten vor."


def add_results(deck: Deck, workshop: WorkshopView) -> None:
    """Write the slides: for each field its themes with remarks, then its rankings as charts."""
    kind = "Kleingruppendiskussion" if workshop.gruppen else "Diskussion"
    summary = f"Zusammenfassung der {kind}"
    add_divider(deck, summary)
    for field in workshop.felder:
        _field(deck, field, summary)


def _field(deck: Deck, field: FieldResults, rubric: str) -> None:
    head = field.feld
    name = f"Handlungsfeld {head.nummer}: {head.titel}" if head else "Übergreifend"
    colour = head.farbe if head else deck.ground
    asked = [
        line
        for question in field.fragen
        if not question.ergebnisse
        for line in (question.daten.wortlaut, question.anweisung, NO_VOTES)
        if line
    ]
    if field.themen:
        said = theme_items(field.themen)
        columns = 2 if sum(map(len, said)) > FEW else 1
        add_text(deck, name, rubric, said, colour=colour, columns=columns, sizes=DENSE, notes=asked)
    for question in field.fragen:
        _question(deck, question, name)


def _question(deck: Deck, question: QuestionView, name: str) -> None:
    asked, limit = question.daten, question.anweisung
    short = name.partition(":")[0]
    for result in question.ergebnisse:
        title = f"{short}: {asked.wortlaut} ({result.kanal})"
        slide_charts.add_chart(deck, title, " · ".join(filter(None, (name, limit))), result)
