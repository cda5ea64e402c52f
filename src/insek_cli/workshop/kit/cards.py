"""Cards, posters and ballots: the measures as sheets."""

from collections.abc import Iterator
from typing import Any

from insek_cli.models.workshop import Question
from insek_cli.workshop.kit.kit import Card, Kit
from insek_cli.workshop.kit.printed_sheets import Sheet


def cards(kit: Kit) -> Iterator[Sheet]:
    """The measure cards, A6, four to an A4 sheet."""
    if kit.karten:
        data = {"karten": [measure(card) for card in kit.karten]}
        yield Sheet("karten.pdf", "kit-karten.typ", "Maßnahmenkarten", data)


def posters(kit: Kit) -> Iterator[Sheet]:
    """An A1 sheet for each field, with room for sticky dots."""
    for poster in kit.plakate:
        if not poster.karten:
            continue
        field = poster.feld
        title = f"Plakat Handlungsfeld {field.name}" if field else "Plakat"
        data = {
            "feld": field.id if field else "",
            "frage": question(poster.frage) if poster.frage else None,
            "karten": [measure(card) for card in poster.karten],
        }
        yield Sheet(f"plakat-{poster.name}.pdf", "kit-plakat.typ", title, data)


def ballots(kit: Kit) -> Iterator[Sheet]:
    """The paper ballots, one for each question, A5 twice on an A4 sheet."""
    questions = [
        {
            **question(ballot.frage),
            "feld": ballot.feld.id if ballot.feld else "",
            "karten": [measure(card) for card in ballot.karten],
        }
        for ballot in kit.stimmzettel
        if ballot.karten
    ]
    if questions:
        data = {"fragen": questions}
        yield Sheet("stimmzettel.pdf", "kit-stimmzettel.typ", "Stimmzettel", data)


def measure(card: Card) -> dict[str, Any]:
    """What is printed of a measure."""
    return {
        "nummer": card.nummer,
        "kennung": card.kennung,
        "titel": card.wortlaut,
        "text": card.text or "",
        "feld": card.feld.id,
        "weitere": [head.id for head in card.weitere],
    }


def question(asked: Question) -> dict[str, Any]:
    """What is printed of a question; `hoechstens` is 0 while the cap is not known."""
    return {
        "kennung": asked.id,
        "wortlaut": asked.wortlaut,
        "hoechstens": asked.max_auswahl or 0,
    }
