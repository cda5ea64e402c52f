"""The chapter on costs: sums as people add them by hand, what is open said, nothing when empty."""

import re
import subprocess
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commands import run
from documents.project_files import CONCEPT, write_project
from insek_cli.report.cost_overview import axis


def measure(number: int, field: str, **more: object) -> dict[str, object]:
    return {"id": f"M-{number:03}", "titel": f"Vorhaben {number}", "handlungsfeld": field, **more}


def costs(*items: dict[str, Any], **more: int) -> dict[str, object]:
    return {"positionen": list(items), **more}


FILES: dict[str, object] = {
    "concept.yaml": {**CONCEPT, "stufe": "beschluss"},
    "fields/HF2.yaml": {"id": "HF2", "titel": "Arbeiten"},
    "registers/programmes.yaml": [{"id": "land", "titel": "Landesprogramm"}],
    "measures/M-001-test.yaml": measure(
        1,
        "HF1",
        kosten=costs(
            {"art": "Bau", "von": 364082, "bis": 364082, "rhythmus": "einmalig"},
            {"art": "Planung", "von": 182750, "bis": 182750, "rhythmus": "einmalig"},
            {"art": "Pflege", "von": 1000, "bis": 2000, "rhythmus": "jaehrlich"},
            preisstand=2025,
        ),
        finanzierung=[
            {"programm": "land", "anteil": 60, "jahr": 2027, "foerderstand": "beantragt"},
            {"erlaeuterung": "Beiträge werden nicht erhoben."},
        ],
    ),
    "measures/M-002-a.yaml": measure(
        2,
        "HF1",
        kosten=costs(
            {"von": 29238, "bis": 63508, "rhythmus": "einmalig"},
            {"einordnung": ["hoch"], "rhythmus": "jaehrlich"},
        ),
    ),
    "measures/M-003-b.yaml": measure(3, "HF1", zusammengefuehrt_in="M-001",
                                     kosten=costs({"von": 5, "bis": 5, "rhythmus": "einmalig"})),
    "measures/M-004-c.yaml": measure(
        4, "HF2", kosten=costs({"von": 34270, "rhythmus": "einmalig"})
    ),
    "measures/M-005-d.yaml": measure(5, "HF2"),
}  # fmt: skip


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write_project(tmp_path_factory.mktemp("kosten"), FILES)
    assert run(folder, "build").returncode == 0
    return folder / "build"


def test_sums_by_field_and_kind(built: Path) -> None:
    text = (built / "insek.md").read_text("utf-8").replace("\u00a0", " ")
    chapter = re.sub(
        r"(?<=\w)\n(?=\w)", " ", text.split("## Kosten und Förderung")[1].split("\n## ")[0]
    )
    once, yearly = chapter.split("### Einmalige Kosten")[1].split("### Jährliche Kosten")
    rows = [re.sub(r"\[([^]]*)\]\([^)]*\)|\*\*", r"\1", row) for row in once.split("\n")]
    assert [re.findall(r"[^|]+", row)[-1].strip() for row in rows if "€" in row] == [
        "576.070 bis 610.340 €",
        "546.832 €",
        "29.238 bis 63.508 €",
        "ab 34.270 €",
        "ab 34.270 €",
        "ab 610.340 €",
    ]
    assert "1.000 bis 2.000 € + offen" in yearly
    assert "nicht beziffert" in yearly
    assert "Nicht beziffert sind die Kosten von 1 Maßnahme: [2.2 Vorhaben 5]" in chapter
    assert "(Preisstand 2025, teils ohne Angabe)" in chapter
    assert "Landesprogramm: 60 % der Kosten, Förderjahr 2027" in chapter
    assert "Beiträge" not in chapter


def test_the_page_says_what_the_text_says(built: Path) -> None:
    shown = subprocess.run(
        ["pdftotext", "-layout", str(built / "insek.pdf"), "-"], capture_output=True, check=True
    ).stdout.decode()
    assert re.search(r"Alle Handlungsfelder +ab 610\.340 €", shown.replace("\u00a0", " "))
    for words in ("Tsd. €", "Woher das Geld kommt", "Beantragt", "+ offen"):
        assert words in shown.replace("\u00a0", " ")


def test_without_amounts_there_is_no_chapter(tmp_path: Path) -> None:
    folder = write_project(
        tmp_path,
        {"measures/M-001-test.yaml": measure(1, "HF1", kosten=costs({"einordnung": ["hoch"]}))},
    )
    assert run(folder, "build", "--format", "md").returncode == 0
    assert "Kosten und Förderung\n" not in (folder / "build/insek.md").read_text("utf-8")


@given(st.integers(1, 10**12))
def test_the_axis_holds_the_highest_amount_in_a_few_round_steps(highest: int) -> None:
    ticks = axis(highest)
    steps = {after - before for before, after in pairwise(ticks)}
    assert ticks[0] == 0
    assert ticks[-1] - max(steps) < highest <= ticks[-1]
    assert len(steps) == 1
    assert re.fullmatch("[125]0*", str(*steps))
    assert len(ticks) <= 6
