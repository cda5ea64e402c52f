"""Sums of money before and after, in every form of a comparison."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from commands import run
from documents.project_files import write_project
from report.test_cost_overview import costs, measure
from review.conftest import git

REGISTER = [
    {"id": "dritteln", "titel": "Städtebau", "aufteilung": {"bund": 1, "land": 1, "gemeinde": 1}}
]


def _once(low: int | None, high: int | None, year: int | None = None) -> dict[str, object]:
    ends = {key: end for key, end in (("von", low), ("bis", high)) if end is not None}
    years = {"jahre": [{"jahr": year, "betrag": high}]} if year else {}
    return {"art": f"Bau {low}", "rhythmus": "einmalig", **ends, **years}


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """One measure with 610.340 €, of which a programme gives a third in 2027, and one with more."""
    before: dict[str, object] = {
        "registers/programmes.yaml": REGISTER,
        "measures/M-001-test.yaml": measure(
            1, "HF1", kosten=costs(_once(610340, 610340, 2027)),
            finanzierung=[{"programm": "dritteln", "anteil": 33.333, "jahr": 2027}],
        ),
        "measures/M-002-a.yaml": measure(2, "HF1", kosten=costs(_once(100, 300), _once(50, None))),
    }  # fmt: skip
    after = {
        **before,
        "measures/M-001-test.yaml": measure(
            1, "HF1", kosten=costs(_once(610340, 610340, 2028)),
            finanzierung=[{"programm": "dritteln", "anteil": 50, "jahr": 2028}],
        ),
        "measures/M-002-a.yaml": measure(
            2, "HF1",
            kosten=costs(_once(200, 500), _once(None, None),
                         {"von": 9, "bis": 9, "rhythmus": "jaehrlich"}),
            finanzierung=[{"quelle": "dritte"}],
        ),
    }  # fmt: skip
    folder = write_project(tmp_path, before)
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "Anfang")
    return write_project(folder, after)


def _side(low: float, high: float, ab: int = 0, offen: int = 0) -> dict[str, float]:
    return {"von": low, "bis": high, "ab": ab, "offen": offen}


def test_totals_by_field_year_and_programme(city: Path) -> None:
    found = json.loads(run(city, "diff", "-f", "json").stdout)["money"]
    sums = {(each["by"], each["id"]): each["sums"] for each in found}
    # 33,333 % of 610.340 € are 203.444,6322 €.
    whole = {
        "einmalig": {"old": _side(610490, 610690, ab=1), "new": _side(610540, 610840, offen=1)},
        "jaehrlich": {"old": _side(0, 0), "new": _side(9, 9)},
        "mittel": {"old": _side(203444.63, 203444.63), "new": _side(305170, 305170, offen=1)},
    }
    assert sums["total", ""] == sums["field", "HF1"] == whole
    assert sums["year", "2027"] == {
        "einmalig": {"old": _side(610340, 610340), "new": _side(0, 0)},
        "mittel": {"old": _side(203444.63, 203444.63), "new": _side(0, 0)},
    }
    assert sums["year", "2028"]["mittel"]["new"] == _side(305170, 305170)
    # Without a year stand the upper ends, or the lower where there is none: 300 + 50, then 500.
    assert sums["year", ""]["einmalig"] == {"old": _side(350, 350), "new": _side(500, 500)}
    assert list(sums["programme", "Städtebau"]) == ["mittel"]
    assert sums["programme", "Dritte"]["mittel"]["new"] == _side(0, 0, offen=1)


def test_every_form_shows_them(city: Path) -> None:
    page = run(city, "diff", "-f", "html").stdout
    run(city, "diff", "-f", "docx", "-o", "synopse.docx")
    tables = Document(BytesIO((city / "synopse.docx").read_bytes())).tables
    word = "\n".join(cell.text for row in tables[-1].rows for cell in row.cells)
    forms = (run(city, "diff").stdout, run(city, "diff", "-f", "md").stdout, page, word)
    for said in (form.replace("\u00a0", " ").replace("\\", "") for form in forms):
        for part in (
            "Alle Maßnahmen", "Handlungsfeld 1", "Jahr 2027", "Ohne Jahr", "Städtebau",
            "ab 610.490 €", "610.540 bis 610.840 € + offen", "203.444,63 €", "Jährliche Kosten",
        ):  # fmt: skip
            assert part in said
