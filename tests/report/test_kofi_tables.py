"""The overview of costs and financing as it is printed, and counted again from its files."""

import re
from pathlib import Path

import pytest

from commands import run
from documents.project_files import CONCEPT, write_project
from report.test_cost_overview import costs, measure

COUNCIL = (364082, 182750, 29238, 34270)
FILES: dict[str, object] = {
    "concept.yaml": {**CONCEPT, "kostengruppen": ["Verfügungsfonds"]},
    "registers/programmes.yaml": [
        {"id": "dritteln", "titel": "Städtebau",
         "aufteilung": {"bund": 1, "land": 1, "gemeinde": 1}}
    ],
    "measures/M-001-test.yaml": measure(
        1,
        "HF1",
        kosten=costs(
            *(
                {
                    "art": f"Abschnitt {number}", "gruppe": group, "von": amount, "bis": amount,
                    "rhythmus": "einmalig", "jahre": [{"jahr": 2026 + number, "betrag": amount}],
                }
                for number, (amount, group) in enumerate(
                    zip(COUNCIL, ["baumassnahmen", "grunderwerb", "baumassnahmen",
                                  "Verfügungsfonds"], strict=True)
                )
            ),
            {"art": "Betrieb", "von": 5, "bis": 5, "rhythmus": "jaehrlich"},
        ),
        finanzierung=[
            {"programm": "dritteln", "anteil": 100, "foerderstand": "bewilligt", "jahr": 2026}
        ],
    ),
    "measures/M-002-a.yaml": measure(
        2,
        "HF1",
        kosten=costs({"von": 1000, "rhythmus": "einmalig"}, {"rhythmus": "einmalig"}),
        finanzierung=[{"quelle": "dritte", "betrag": 400, "foerderstand": "idee"}],
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def chapter(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = write_project(tmp_path_factory.mktemp("kofi"), FILES)
    assert run(folder, "build", "--format", "md").returncode == 0
    text = (folder / "build/insek.md").read_text("utf-8")
    return text.split("Kosten- und Finanzierungsübersicht\n")[1].split("\n## ")[0]


def rows(chapter: str, heading: str) -> list[list[str]]:
    part = chapter if not heading else chapter.split(f"### {heading}")[1]
    lines = re.search(r"((?:^\|.*\n)+)", part, re.MULTILINE)
    assert lines
    plain = re.sub(r"\[([^]]*)\]\([^)]*\)|\*\*", r"\1", lines[1])
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in plain.split("\n")[:-1]]


def test_by_measure(chapter: str) -> None:
    table = rows(chapter, "")
    assert table[0][2:] == ["Kosten", "Fördermittel", "Eigenmittel", "Dritte", "Lücke"]
    whole = ["ab 611.340,00 + offen", "406.893,34", "203.446,66", "400,00", "600,00"]
    assert [row[2:] for row in table[2:]] == [
        whole,
        ["610.340,00", "406.893,34", "203.446,66", "–", "–"],
        ["ab 1.000,00 + offen", "–", "–", "400,00", "600,00"],
        whole,
    ]


def test_by_year_source_payer_and_group(chapter: str) -> None:
    years = {row[0]: row[1:] for row in rows(chapter, "Nach Jahren")[2:]}
    assert years["2026"][:2] == ["364.082,00", "406.893,34"]
    assert years["2029"] == ["34.270,00", "–", "–", "–", "−34.270,00"]
    assert years["ohne Jahr"] == ["1.000,00", "–", "–", "400,00", "−600,00"]
    assert years["Summe"][0] == "611.340,00"
    assert rows(chapter, "Nach Quellen")[-1][1:] == ["610.340,00", "400,00", "610.740,00"]
    payers = dict(rows(chapter, "Wer zahlt")[2:])
    assert payers == {
        "Bund": "203.446,67", "Land": "203.446,67", "Gemeinde": "203.446,66",
        "Dritte": "400,00", "Summe": "610.740,00",
    }  # fmt: skip
    groups = dict(rows(chapter, "Nach Kostengruppen")[2:])
    assert groups == {
        "Grunderwerb": "182.750,00", "Baumaßnahmen": "393.320,00", "Verfügungsfonds": "34.270,00",
        "ohne Kostengruppe": "1.000,00", "Summe": "611.340,00",
    }  # fmt: skip


def test_without_sources_years_or_groups_there_is_no_chapter(tmp_path: Path) -> None:
    bare = measure(1, "HF1", kosten=costs({"von": 5, "bis": 5, "rhythmus": "einmalig"}))
    folder = write_project(tmp_path, {"measures/M-001-test.yaml": bare})
    assert run(folder, "build", "--format", "md").returncode == 0
    text = (folder / "build/insek.md").read_text("utf-8")
    assert "## Kosten und Förderung" in text
    assert "Finanzierungsübersicht\n" not in text
