"""Amounts: the factor of units, ranges, years, and what is never guessed."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commands import run
from insek_cli.list_import.amounts import Unit, amounts, unit_of
from list_import.lists import table
from list_import.test_shapes import measures


def euro(low: int, high: int | None = None, **more: object) -> dict[str, Any]:
    return {"von": low, "bis": low if high is None else high, **more}


@pytest.mark.parametrize(
    ("heading", "text", "found"),
    [
        ("Kosten", "ca. 250.000 €", [euro(250000, erlaeuterung="ca.")]),
        ("Kosten", "1,2 Mio. €", [euro(1200000)]),
        ("Kosten", "50–80 T€", [euro(50000, 80000)]),
        ("Kosten", "50 T€ bis 0,1 Mio. €", None),
        ("Kosten", "jährlich 5.000", [euro(5000, rhythmus="jaehrlich")]),
        ("Kosten", "20.000 Euro p. a.", [euro(20000, rhythmus="jaehrlich")]),
        ("Kosten", "120.000,- €", [euro(120000)]),
        ("Kosten", "250 000 EUR", [euro(250000)]),
        ("Kosten", "bis zu 60.000 €", [{"bis": 60000}]),
        ("Kosten", "ab 60.000 €", [{"von": 60000}]),
        ("Kosten in T€", "50", [euro(50000)]),
        ("Kosten (TEUR)", "1.250", [euro(1250000)]),
        ("Kosten in Tsd. Euro", "12,5", [euro(12500)]),
        ("Kosten in Mio. €", "0,5", [euro(500000)]),
        ("Kosten in T€", "50.000 €", [euro(50000)]),
        ("Kosten [€]", "50", [euro(50)]),
        ("Kosten", "50", None),
        ("Kosten", "2027", None),
        ("Kosten", "80-100.000 €", None),
        ("Kosten", "3 Stellen", None),
        ("Kosten", "nach Aufwand", None),
        ("Kosten", "250.000 € oder 300.000 €", None),
        (
            "Kosten",
            "Planung 20 T€, Bau 300 T€",
            [euro(20000, art="Planung"), euro(300000, art="Bau")],
        ),
        (
            "Kosten",
            "einmalig 20.000, jährlich 5.000",
            [euro(20000, rhythmus="einmalig"), euro(5000, rhythmus="jaehrlich")],
        ),
        (
            "Kosten",
            "ca. 15.000 € (brutto, ohne Möbel)",
            [euro(15000, erlaeuterung="ca. brutto, ohne Möbel")],
        ),
    ],
)
def test_an_amount_is_what_the_office_means(
    heading: str, text: str, found: list[dict[str, Any]] | None
) -> None:
    assert amounts(text, unit_of(heading)) == found


UNITS = {"€": 1, " €": 1, " Euro": 1, " EUR": 1, " T€": 1000, " TEUR": 1000, " Tsd. €": 1000,
         " Mio. €": 10**6, " Mio. Euro": 10**6}  # fmt: skip


@given(st.integers(1, 999_999), st.integers(0, 999_999), st.sampled_from(sorted(UNITS)))
def test_a_unit_of_the_cell_counts_before_that_of_the_heading(
    low: int, more: int, unit: str
) -> None:
    """Numbers with points between thousands, in any unit, under any heading."""
    low, high = low * 1000, (low + more) * 1000
    text = f"{low:,} – {high:,}".replace(",", ".") + unit
    factor = UNITS[unit]
    for heading in (None, 1, 1000, 10**6):
        assert amounts(text, Unit(heading)) == [euro(low * factor, high * factor)]


def test_years_are_parts_of_their_sum_and_own_money_is_no_cost(tmp_path: Path) -> None:
    table(
        tmp_path,
        ["Maßnahme", "Gesamtkosten in T€", "2026 (T€)", "2027 (T€)", "Förderprogramm",
         "Zuschuss (T€)", "Eigenanteil (T€)"],
        [["Brücke", 300, 100, 200, "Bund", 180, 120]],
    )  # fmt: skip
    assert run(tmp_path, "import", "liste.xlsx", "--write").returncode == 0
    found = measures(tmp_path)["Brücke"]
    years = [{"jahr": 2026, "betrag": 100000}, {"jahr": 2027, "betrag": 200000}]
    assert found["kosten"]["positionen"] == [euro(300000, jahre=years)]
    assert found["finanzierung"] == [
        {"programm": "bund", "betrag": 180000},
        {"quelle": "eigenmittel", "betrag": 120000, "erlaeuterung": "Eigenanteil"},
    ]


def test_a_sum_beside_its_parts_is_not_counted_twice(tmp_path: Path) -> None:
    headings = ["Maßnahme", "Gesamtkosten (€)", "Planungskosten (€)", "Baukosten (€)"]
    table(tmp_path, headings, [["Brücke", 300, 100, 200], ["Tunnel", 50, None, None]])
    assert run(tmp_path, "import", "liste.xlsx", "--write").returncode == 0
    found = measures(tmp_path)
    assert [p["von"] for p in found["Brücke"]["kosten"]["positionen"]] == [100, 200]
    assert found["Brücke"]["weitere_abschnitte"] == [{"titel": "Gesamtkosten (€)", "text": "300"}]
    assert found["Tunnel"]["kosten"]["positionen"] == [euro(50)]


def test_the_factor_is_shown_before_anything_is_written(tmp_path: Path) -> None:
    table(tmp_path, ["Maßnahme", "Kosten in T€"], [["Brücke", 50], ["Tunnel", "offen"]])
    done = run(tmp_path, "import", "liste.xlsx")
    assert done.returncode == 0
    assert "× 1.000 €, aus der Überschrift" in done.stdout
    assert "„50“ = 50.000 €" in done.stdout.replace("\u00a0", " ")
    assert not (tmp_path / "data").exists()
