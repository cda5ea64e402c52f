"""Cells as values of their keys: what nobody edited is the base, the rest is read or refused."""

from typing import Any

import pytest

from insek_cli.exchange.typed_cells import CellError, as_text, value_of
from insek_cli.models.key_paths import flattened
from insek_cli.models.keys import Key, key_of
from insek_cli.models.measure import Measure
from insek_cli.models.measure_parts import CostItem

KNOWN = {
    "actor": {"ref-61": "Ref. 61", "wfk": "Wirtschaftsförderung"},
    "field": {"HF1": "1 Wohnen"},
}
KEYS = {path.dotted: path.key for path in flattened(Measure)}


def key(name: str) -> Key:
    found = KEYS.get(name) or key_of(CostItem, name)
    assert found
    return found


@pytest.mark.parametrize(
    ("name", "base", "cell", "value"),
    [
        ("kosten.preisstand", None, "2026", 2026),
        ("von", None, "250.000 €", 250000),
        ("von", None, "1,2 Mio. €", 1200000),
        ("von", None, "250 T€", 250000),
        ("von", 250000, "250.000", 250000),
        ("standort.koordinate.lon", 7.477, "7,477", 7.477),
        ("standort.koordinate.lon", 7.477, "7.477", 7.477),
        ("standort.koordinate.lon", 7.477, "7,48", 7.48),
        ("zeitraum.beginn", None, "2027", 2027),
        ("zeitraum.beginn", None, "05/2027", "2027-05"),
        ("zeitraum.beginn", None, "14.05.2027", "2027-05-14"),
        ("zeitraum.beginn", "2026-05", "46143", "2026-05"),
        ("zeitraum.beginn", "2026-05", "2026-05-01", "2026-05"),
        ("zeitraum.beginn", 2026, "", None),
        ("status", "beschlossen", "in Umsetzung", "in_umsetzung"),
        ("status", None, "Vorschlag", None),
        ("leuchtturm", None, "nein", None),
        ("leuchtturm", None, "ja", True),
        ("akteure.federfuehrung", None, "Ref. 61", "ref-61"),
        ("akteure.beteiligte", ["wfk"], "wfk, REF-61", ["wfk", "ref-61"]),
        ("zeitraum.horizont", None, "kurzfristig; mittelfristig", ["kurzfristig", "mittelfristig"]),
        ("nachhaltigkeit", ["Holz – aus der Region", "Erst\ndann"], ("• Holz - aus der Region\n"
         "Erst\ndann\n• Neu"), ["Holz – aus der Region", "Erst\ndann", "Neu"]),
        ("jahre", None, "2027: 50.000 €\n2028: 75.000",
         [{"jahr": 2027, "betrag": 50000}, {"jahr": 2028, "betrag": 75000}]),
        ("jahre", [{"jahr": 2027, "betrag": 50000}], "2027: 50.000\u00a0€",
         [{"jahr": 2027, "betrag": 50000}]),
        ("zeitraum.beginn", None, "k. A.", None),
        ("kurztitel", "Die „Post“ – neu", 'Die "Post" - alt', "Die „Post“ – alt"),
    ],
)  # fmt: skip
def test_a_cell_has_the_value_that_was_meant(name: str, base: Any, cell: str, value: Any) -> None:
    assert value_of(key(name), base, cell, KNOWN) == value


@pytest.mark.parametrize(
    ("name", "cell", "variant"),
    [
        ("von", "ca. 250.000", "number"),
        ("von", "12,5", "number"),
        ("kosten.preisstand", "bald", "number"),
        ("zeitraum.beginn", "31.02.2027", "moment"),
        ("status", "fertig", "choice"),
        ("leuchtturm", "vielleicht", "choice"),
        ("akteure.federfuehrung", "ref-16", "id"),
        ("jahre", "nächstes Jahr", "pair"),
    ],
)
def test_what_is_no_value_is_refused(name: str, cell: str, variant: str) -> None:
    with pytest.raises(CellError) as caught:
        value_of(key(name), None, cell, KNOWN)
    assert caught.value.variant == variant


def test_a_text_that_was_cut_cannot_be_edited() -> None:
    long = "Wort " * 9000
    shown = as_text(key("beschreibung"), long)
    assert value_of(key("beschreibung"), long, shown, KNOWN) == long
    with pytest.raises(CellError):
        value_of(key("beschreibung"), long, shown.replace("Wort", "Satz", 1), KNOWN)
