"""What the moderators hold: running order, table sheets, attendance list."""

from collections.abc import Iterator
from typing import Any

from insek_cli.models.workshop import Participant, WorkshopGroup
from insek_cli.workshop.kit.kit import Kit
from insek_cli.workshop.kit.printed_sheets import PrintedSheet
from insek_cli.workshop.kit.running_order import schedule
from insek_cli.workshop.kit.table_themes import FieldThemes, table_sheets

ROWS_OF_ONE = 12
"""People of one organisation that have a row each; of more there is one row with their number."""


def table_sheet_prints(kit: Kit) -> Iterator[PrintedSheet]:
    """The table sheets, A2 across, one file for each group."""
    for table in table_sheets(kit):
        if not table.felder:
            continue
        data = {
            "gruppe": table.titel,
            "leitfragen": list(kit.werkstatt.leitfragen),
            "themenfelder": [_themes(field) for field in table.felder],
        }
        yield PrintedSheet(
            f"tisch-{table.name}.pdf", "kit-tisch.typ", f"Tischblatt {table.titel}", data
        )


def _themes(field: FieldThemes) -> dict[str, Any]:
    themes = [
        {"titel": theme.titel, "nummern": [card.nummer for card in theme.karten]}
        for theme in field.themen
    ]
    return {"feld": field.feld.id, "themen": themes}


def running_order(kit: Kit) -> Iterator[PrintedSheet]:
    """The moderators' running order, A4."""
    workshop = kit.werkstatt
    data = {
        "schritte": [
            {
                "titel": step.punkt.titel,
                "text": step.punkt.text or "",
                "unterpunkte": list(step.punkt.unterpunkte),
                "minuten": str(step.punkt.minuten) if step.punkt.minuten is not None else "",
                "beginn": step.beginn or "",
                "ende": step.ende or "",
            }
            for step in schedule(workshop)
        ],
        "ziele": list(workshop.ziele),
        "leitfragen": list(workshop.leitfragen),
        "gruppen": [_group(kit, group) for group in workshop.gruppen],
        "rundendauer": workshop.rundendauer or "",
        "ausgenommen": [rule.grund for rule in workshop.ausgenommen],
        "fragen": [
            {
                "titel": ballot.feld.name if ballot.feld else "",
                "wortlaut": ballot.frage.wortlaut,
                "hoechstens": ballot.frage.max_auswahl or 0,
                "anzahl": len(ballot.karten),
            }
            for ballot in kit.stimmzettel
        ],
    }
    yield PrintedSheet("ablauf.pdf", "kit-ablauf.typ", "Ablauf für die Moderation", data)


def _group(kit: Kit, group: WorkshopGroup) -> dict[str, Any]:
    heads = {field.id: field for field in kit.felder}
    fields = [heads[field] for field in group.handlungsfelder if field in heads]
    names = [
        {
            "feld": head.id,
            "anzahl": sum(card.feld == head for card in kit.karten),
        }
        for head in fields
    ]
    return {
        "titel": group.titel,
        "felder": names,
        "runden": group.runden or 0,
        # A field a round, in the order of the fields, where the numbers say so.
        "je_runde": group.runden == len(fields),
    }


def attendance_list(kit: Kit) -> Iterator[PrintedSheet]:
    """The attendance list, A4 across: organisations and functions, never a name."""
    rows = [row for entry in kit.werkstatt.teilnehmende for row in _rows(entry)]
    yield PrintedSheet(
        "anwesenheit.pdf", "kit-anwesenheit.typ", "Anwesenheitsliste", {"zeilen": rows}
    )


def _rows(entry: Participant) -> list[dict[str, str]]:
    row = {"organisation": entry.organisation, "funktion": entry.funktion or "", "anzahl": ""}
    if entry.anzahl > ROWS_OF_ONE:
        return [row | {"anzahl": str(entry.anzahl)}]
    return [row] * entry.anzahl
