"""The timeline of all measures: years, horizons without years, milestones, and what is open."""

import subprocess
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commands import run
from documents.project_files import CONCEPT, write_project
from insek_cli.report.time_plan import Axis
from insek_cli.schedule.spans import Span

HORIZONS = [
    {"horizont": "kurzfristig", "text": "bis 2028", "bis": 2028},
    {"horizont": "langfristig", "text": "ab 2033", "von": 2033},
]


def measure(number: int, **more: object) -> dict[str, object]:
    return {"id": f"M-{number:03}", "titel": f"Vorhaben {number}", "handlungsfeld": "HF1", **more}


STEPS = [
    {"schritt": "Planung", "beginn": 2025, "ende": 2026, "erledigt": True},
    {"schritt": "Baubeschluss", "beginn": "2027-03-04"},
    {"schritt": "Ausbau", "beginn": 2028},
]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files: dict[str, object] = {
        "concept.yaml": {**CONCEPT, "zeithorizonte": HORIZONS},
        "measures/M-001-test.yaml": measure(
            1, zeitraum={"beginn": "2025-02", "ende": 2029}, prozess=STEPS
        ),
        "measures/M-002-a.yaml": measure(2, zeitraum={"horizont": ["langfristig"]}),
        "measures/M-003-b.yaml": measure(3),
        "measures/M-004-c.yaml": measure(4, prozess=[{"schritt": "Antrag", "ende": "2026-09"}]),
    }
    folder = write_project(tmp_path_factory.mktemp("zeit"), files)
    assert run(folder, "build", "--format", "md", "--format", "pdf").returncode == 0
    return folder / "build"


def test_rows_in_words(built: Path) -> None:
    text = (built / "insek.md").read_text("utf-8")
    chapter = text.split("## Zeitplan aller Maßnahmen")[1].split("\n## ")[0]
    assert (
        "| 02/2025 – 2029 | 3 Schritte, 1 erledigt; Meilenstein: Baubeschluss (04.03.2027) |"
        in chapter
    )
    assert "| langfristig | – |" in chapter
    assert "| – | 1 Schritt; Meilenstein: Antrag (bis 09/2026) |" in chapter
    assert "Zeitraum noch offen bei 1 Maßnahme: [1.3 Vorhaben 3]" in chapter


def test_the_page_is_across_and_names_milestones(built: Path) -> None:
    shown = subprocess.run(
        ["pdftotext", str(built / "insek.pdf"), "-"], capture_output=True, check=True
    ).stdout.decode()
    page = next(page for page in shown.split("\f") if page.startswith("Zeitplan aller"))
    for words in ("2025", "2034", "Baubeschluss", "kurzfristig", "langfristig", "1.4"):
        assert words in page
    pages = subprocess.run(
        ["pdfinfo", "-f", "1", "-l", "99", str(built / "insek.pdf")],
        capture_output=True, check=True, text=True,
    ).stdout  # fmt: skip
    assert "841.89 x 595.276 pts (A4)" in pages


def test_without_dates_there_is_no_chapter(tmp_path: Path) -> None:
    write_project(tmp_path, {"concept.yaml": {**CONCEPT, "zeithorizonte": HORIZONS}})
    assert run(tmp_path, "build", "--format", "md").returncode == 0
    assert "Zeitplan aller" not in (tmp_path / "build/insek.md").read_text("utf-8")


def test_horizons_without_years_are_columns(tmp_path: Path) -> None:
    files = {"measures/M-001-test.yaml": measure(1, zeitraum={"horizont": ["mittelfristig"]})}
    write_project(tmp_path, files)
    assert run(tmp_path, "build", "--format", "pdf").returncode == 0
    shown = subprocess.run(
        ["pdftotext", str(tmp_path / "build/insek.pdf"), "-"], capture_output=True, check=True
    ).stdout.decode()
    page = next(page for page in shown.split("\f") if page.startswith("Zeitplan aller"))
    assert page.count("mittelfristig") == 2
    assert "langfristig" in page


DAYS = st.dates(date(2015, 1, 1), date(2045, 12, 31))


@given(DAYS, DAYS)
def test_places_keep_the_order_of_days(one: date, other: date) -> None:
    axis = Axis(2020, 2040, ())
    assert (one < other) == (axis.place(one) < axis.place(other))
    assert axis.place(one, last=True) == axis.place(one + timedelta(days=1))
    drawn = axis.stretch(Span(min(one, other), max(one, other)))
    assert 0 <= drawn["von"] <= drawn["bis"] <= 1  # type: ignore[operator]
    assert drawn["links"] == (min(one, other).year < 2020)
    assert drawn["rechts"] == (max(one, other).year >= 2040)
