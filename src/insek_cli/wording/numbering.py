"""Numbers are computed, never stored: by main field, then `reihenfolge`, then id."""

from insek_cli.catalog import Catalog


def field_number(identifier: str) -> int:
    """HF12 → 12."""
    return int(identifier.removeprefix("HF"))


def goal_anchor(identifier: str) -> str:
    """HF1.2.3 → ziel-1-2-3: made of the id, which stays, and not of the number."""
    return "ziel-" + identifier.removeprefix("HF").replace(".", "-")


def numbers(catalog: Catalog) -> dict[str, str]:
    """Number by id for every active measure: 1.1, 1.2 … 1.10, as text."""
    count: dict[str, int] = {}
    numbered: dict[str, str] = {}
    for measure in filter(lambda m: m.active, catalog.in_order):
        place = count[measure.handlungsfeld] = count.get(measure.handlungsfeld, 0) + 1
        numbered[measure.id] = f"{field_number(measure.handlungsfeld)}.{place}"
    return numbered
