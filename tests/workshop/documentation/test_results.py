"""Votes and answers in the documentation, the report and the spreadsheet."""

import re
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from once import once
from workshop.documentation.documents import EXAMPLE, SLUG, Run, copy_of, insek_in

REMARK = (
    "**Alte Feuerwache:** Die Kita-Gruppe braucht einen eigenen Eingang, sonst ist der Saal "
    "abends nicht unabhängig nutzbar."
)
REPORTS = ("oeffentlich", "rat", "werkstatt", "intern")


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The whole report of the fictitious city for each audience."""

    def build(folder: Path) -> None:
        root = copy_of(EXAMPLE, folder)
        for profile in REPORTS:
            done = insek_in(root, "build", "--profile", profile, "--format", "md,xlsx")
            assert done.returncode == 0, done.stderr

    built = once(tmp_path_factory, "report", build) / "stadt" / "build"
    return {name: built / ("" if name == "oeffentlich" else name) for name in REPORTS}


def test_all_four_formats_are_written(fictitious: Path) -> None:
    assert sorted(path.name for path in fictitious.iterdir() if path.is_file()) == [
        "dokumentation.docx",
        "dokumentation.md",
        "dokumentation.pdf",
        "dokumentation.pptx",
    ]


def test_a_ranking_is_a_table_with_its_rule(fictitious: Path) -> None:
    text = (fictitious / "dokumentation.md").read_text(encoding="utf-8")
    assert "| 1 | 1.1 Nachbarschaftshaus Alte Feuerwache | 42 | 24 | 18 | 16 | 1,4" in text
    assert r"| 3=\* | 1.4 Spielstraßen auf Zeit | 14 | 4 | 10 | 9 | 2,4" in text
    assert "Rangpunkte nach Borda" in text
    assert "Gezählt: 18 Stimmzettel; anwesend: 18." in text
    assert text.count("sind aus solchen Summen nicht berechenbar.") == 1
    assert text.count("Der erste Platz gibt so viele Punkte") == 1, "the rule is said once"


def test_a_steckbrief_says_how_its_measure_fared(reports: dict[str, Path]) -> None:
    text = (reports["oeffentlich"] / "insek.md").read_text(encoding="utf-8")
    places = (
        "Handlungsfeld 1: Platz 3 von 4 (geteilt, nicht sicher), 14 Rangpunkte "
        "(Mentimeter, n\u00a0=\u00a018); Platz 3 von 4, 11 Punkte (Punkte, 24 Anwesende)"
    )
    assert places in text
    assert "dient den Zielen [1.2](#ziel-1-2) und [4.3](#ziel-4-3)" in text
    assert "Antwort: übernommen. Der Entwurf führt die Kita über den Hof" in text


@pytest.mark.parametrize("profile", REPORTS)
def test_open_answers_are_for_the_inner_circle(profile: str, reports: dict[str, Path]) -> None:
    text = (reports[profile] / "insek.md").read_text(encoding="utf-8")
    inner = profile in ("werkstatt", "intern")
    assert text.count("Die Mietgarantie sollte auch für möblierte Zimmer gelten.") == 2
    assert ("noch ohne Antwort" in text) is inner
    assert ("# Weitere Anmerkungen" in text) is not inner


def test_the_weighing_names_answer_reason_and_change(reports: dict[str, Path]) -> None:
    text = (reports["oeffentlich"] / "insek.md").read_text(encoding="utf-8")
    row = next(line for line in text.splitlines() if "eigenen Eingang" in line and "|" in line)
    cells = [re.sub(r"\]\(.*?\)", "]", cell.strip()) for cell in row.split("|")[1:-1]]
    assert cells == [
        REMARK,
        "**übernommen**",
        "Der Entwurf führt die Kita über den Hof; der Saal hat eigene Tore zum Platz.",
        "04.03.2026: [1.1 Nachbarschaftshaus Alte Feuerwache]",
    ]


@pytest.mark.parametrize("profile", ["oeffentlich", "intern"])
def test_the_weighing_is_a_sheet(profile: str, reports: dict[str, Path]) -> None:
    content = (reports[profile] / "massnahmenliste.xlsx").read_bytes()
    sheet = openpyxl.load_workbook(BytesIO(content))["Abwägung"]
    rows = {row[0]: row for row in sheet.iter_rows(min_row=2, values_only=True)}
    assert len(rows) == 18
    assert rows["r01"][6:] == (
        "übernommen",
        "Der Entwurf führt die Kita über den Hof; der Saal hat eigene Tore zum Platz.",
        "04.03.2026",
    )
    assert rows["r03"][6] == ("noch ohne Antwort" if profile == "intern" else "–")


def test_other_audiences_have_their_folder_and_a_mark(city: Path, insek: Run) -> None:
    insek(city, "workshop", "report", SLUG, "--format", "md", "--profile", "werkstatt")
    folder = city / "build" / "workshops" / SLUG / "werkstatt"
    text = (folder / "dokumentation.md").read_text(encoding="utf-8")
    assert "nicht zur Veröffentlichung" in text
    assert "noch ohne Antwort" in text


def test_an_unknown_workshop_is_a_usage_error(city: Path, insek: Run) -> None:
    done = insek(city, "workshop", "report", "massnahmenwerkstat")
    assert done.returncode == 2
    assert "massnahmenwerkstatt" in done.stderr
    assert not (city / "build").exists()
