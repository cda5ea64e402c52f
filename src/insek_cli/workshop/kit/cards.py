"""Cards, posters and ballots: the measures as sheets."""

from collections.abc import Iterator
from typing import Any

from insek_cli.models.workshop import Question
from insek_cli.workshop.kit.kit import Kit, MeasureCard
from insek_cli.workshop.kit.printed_sheets import PrintedSheet


def measure_cards(kit: Kit) -> Iterator[PrintedSheet]:
    """The measure cards, A6, four to an A4 sheet."""
    if kit.karten:
        data = {"karten": [measure_data(card) for card in kit.karten]}
        yield PrintedSheet("karten.pdf", "kit-karten.typ", "Maßnahmenkarten", data)


def posters(kit: Kit) -> Iterator[PrintedSheet]:
    """An A1 sheet for each field, with room for sticky dots."""
    for poster in kit.plakate:
        if not poster.karten:
            continue
        field = poster.feld
        title = f"Plakat Handlungsfeld {field.name}" if field else "Plakat"
        data = {
            "feld": field.id if field else "",
            "frage": question_data(poster.frage) if poster.frage else None,
            "karten": [measure_data(card) for card in poster.karten],
        }
        yield PrintedSheet(f"plakat-{poster.name}.pdf", "kit-plakat.typ", title, data)


def paper_ballots(kit: Kit) -> Iterator[PrintedSheet]:
    """The paper ballots, one for each question, A5 twice on an A4 sheet."""
    questions = [
        {
            **question_data(ballot.frage),
            "feld": ballot.feld.id if ballot.feld else "",
            "karten": [measure_data(card) for card in ballot.karten],
        }
        for ballot in kit.stimmzettel
        if ballot.karten
    ]
    if questions:
        data = {"fragen": questions}
        yield PrintedSheet("stimmzettel.pdf", "kit-stimmzettel.typ", "Stimmzettel", data)


def measure_data(card: MeasureCard) -> dict[str, Any]:
    """What is printed of a measure."""
    return {
        "nummer": card.nummer,
        "kennung": card.kennung,
        "titel": card.wortlaut,
        "text": card.text or "",
        "feld": card.feld.id,
        "weitere": [head.id for head in card.weitere],
    }


def question_data(asked: Question) -> dict[str, Any]:
    """What is printed of a question; `hoechstens` is 0 while the cap is not known."""
    return {
        "kennung": asked.id,
        "wortlaut": asked.wortlaut,
        "hoechstens": asked.max_auswahl or 0,
    }
