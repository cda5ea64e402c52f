"""`insek monitoring report`: how far the measures are, in five formats."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from commands import run
from documents.project_files import CONCEPT, squeezed, words_of, write_project
from office_files import faults
from review.conftest import git

MEASURES: dict[str, object] = {
    f"measures/M-{n:03}-test.yaml": {
        "id": f"M-{n:03}",
        "titel": f"Maßnahme {n}",
        "handlungsfeld": "HF1",
        "status": "beschlossen",
        **extra,
    }
    for n, extra in {
        1: {
            "monitoring": {
                "indikatoren": [
                    {"name": "Bäume", "einheit": "Stück", "ausgangswert": 3, "zielwert": 9}
                ]
            },
            "kosten": {
                "positionen": [
                    {"art": "Bau", "von": 900, "bis": 900, "rhythmus": "einmalig",
                     "jahre": [{"jahr": 2025, "betrag": 900}]}
                ]
            },
        },
        2: {},
        3: {},
    }.items()
}  # fmt: skip
EARLY: dict[str, Any] = {
    "stichtag": "2024-12-31",
    "massnahmen": [{"massnahme": "M-001", "ampel": "im_plan"}],
}
LATE: dict[str, Any] = {
    "stichtag": "2025-12-31",
    "massnahmen": [
        {
            "massnahme": "M-001",
            "ampel": "gefaehrdet",
            "begruendung": "Der Bescheid fehlt.",
            "stand": "Die Bäume sind bestellt.",
            "indikatoren": [{"indikator": "Bäume", "wert": 4.5}],
            "ausgaben": [{"jahr": 2025, "betrag": 650}],
        },
        {"massnahme": "M-002", "ampel": "im_plan"},
    ],
}


REPORTS: dict[str, object] = {
    "monitoring/2024-12-31.yaml": EARLY,
    "monitoring/2025-12-31.yaml": LATE,
}


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """Three measures and two reports; of the third measure there is no news."""
    return write_project(tmp_path, MEASURES | REPORTS)


def test_it_says_what_is_known_and_what_has_changed(city: Path) -> None:
    assert run(city, "monitoring", "report", "--format", "md").returncode == 0
    said = (city / "build/umsetzungsbericht.md").read_text("utf-8")
    assert "Zum 31.12.2025 sind 2 von 3 Maßnahmen gemeldet." in said
    assert "● im Plan → ■ gefährdet" in said
    assert "**Grund:** Der Bescheid fehlt." in said
    assert "| Bäume (Stück) | 3 | **4,5 (2025)** | 9 | 2025: 4,5 |" in re.sub(" +", " ", said)
    assert "2025: 650 € (geplant 900 €)" in said.replace("\u00a0", " ")
    assert "noch keine" in said.partition("Ohne neue Meldung")[2]


def test_an_earlier_day_knows_nothing_of_later_ones(city: Path) -> None:
    done = run(city, "monitoring", "report", "--date", "31.12.2024", "--format", "md")
    assert done.returncode == 0
    said = (city / "build/umsetzungsbericht.md").read_text("utf-8")
    assert "Dies ist der erste Bericht" in said
    assert "gefährdet" not in said
    assert "650" not in said


def test_news_may_be_older_where_that_is_asked_for(city: Path) -> None:
    late = city / "data/monitoring/2025-12-31.yaml"
    late.write_text("stichtag: 2025-12-31\n", encoding="utf-8")
    for months, light in (("12", "○ ohne Ampel"), ("13", "● im Plan")):
        run(city, "monitoring", "report", "--silent-after", months, "--format", "md")
        said = (city / "build/umsetzungsbericht.md").read_text("utf-8")
        assert f"\n{light} · " in said


def test_all_formats_open_and_their_figures_are_formulas(city: Path) -> None:
    assert run(city, "monitoring", "report").returncode == 0
    files = sorted((city / "build").glob("umsetzungsbericht.*"))
    assert [path.suffix for path in files] == [".docx", ".md", ".pdf", ".pptx", ".xlsx"]
    assert faults(*(path for path in files if path.suffix in (".docx", ".pptx", ".xlsx"))) == []
    book = load_workbook(city / "build/umsetzungsbericht.xlsx")
    values = load_workbook(city / "build/umsetzungsbericht.xlsx", data_only=True)
    cells = [cell for row in book["Überblick"].iter_rows() for cell in row]
    live = [cell for cell in cells if str(cell.value).startswith("=")]
    assert {str(cell.value).split("(")[0] for cell in live} == {"=COUNTIFS", "=SUM", "=SUMIFS"}
    shown = {row[1]: row[-1] for row in values["Überblick"].iter_rows(values_only=True)}
    assert shown["■ gefährdet"] == shown["○ ohne Ampel"] == 1
    assert values["Stand"]["F2"].value == "gefährdet"


def test_the_concept_says_how_far_a_measure_is(city: Path) -> None:
    for name in ("Kurzform", "Steckbrief"):
        if name == "Steckbrief":
            write_project(
                city, REPORTS | MEASURES | {"concept.yaml": CONCEPT | {"kurzform": False}}
            )
        assert run(city, "build", "--format", "md,docx,pdf").returncode == 0
        for ending in ("md", "docx", "pdf"):
            said = words_of(city / f"build/insek.{ending}")
            assert squeezed("Stand der Umsetzung (31.12.2025)") in said, (name, ending)
            assert squeezed("gefährdet. Die Bäume sind bestellt. Der Bescheid fehlt.") in said
            assert said.count(squeezed("Stand der Umsetzung")) == 2, "of M-003 nothing is known"


def test_lists_know_the_light(city: Path) -> None:
    lines = run(city, "list", COLUMNS="100").stdout.splitlines()
    assert any("M-001" in line and "■ gefährdet" in line for line in lines)
    records = json.loads(run(city, "list", "--format", "json").stdout)
    assert [each.get("ampel") for each in records] == ["gefaehrdet", "im_plan", None]
    assert "gefaehrdet" in run(city, "list", "--format", "csv").stdout
    card = run(city, "show", "M-001").stdout
    assert "Die Bäume sind bestellt." in card
    for path in (city / "data/monitoring").iterdir():
        path.unlink()
    assert "Ampel" not in run(city, "list", COLUMNS="100").stdout


def test_each_document_says_which_report_it_is(city: Path) -> None:
    for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "Anfang"]):
        git(city, *arguments)
    asked = ("--date", "2024-12-31", "--silent-after", "13", "--format", "md,xlsx")
    assert run(city, "monitoring", "report", *asked).returncode == 0
    done = run(city, "verify", *map(str, (city / "build").glob("umsetzungsbericht.*")))
    assert done.returncode == 0
    assert done.stdout.count("umsetzung-2024-12-31-13") == 2


def test_without_a_report_it_says_how_to_begin(tmp_path: Path) -> None:
    folder = write_project(tmp_path, MEASURES)
    done = run(folder, "monitoring", "report")
    assert done.returncode == 2
    assert "insek new monitoring" in done.stderr
    assert run(folder, "new", "monitoring", "2026-12-31").returncode == 0
    begun = (folder / "data/monitoring/2026-12-31.yaml").read_text("utf-8")
    assert "##   M-003  Maßnahme 3" in begun
    assert run(folder, "check").returncode == 0
    assert run(folder, "monitoring", "report", "--format", "md").returncode == 0


def test_a_day_without_report_is_answered_with_those_there_are(city: Path) -> None:
    done = run(city, "monitoring", "report", "--date", "2023-12-31")
    assert done.returncode == 2
    assert "2024-12-31, 2025-12-31" in done.stderr
