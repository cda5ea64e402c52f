"""`insek calendar`: milestones for the office's calendar."""

import re
from pathlib import Path

from commands import run
from documents.project_files import MEASURE, write_project

TITLE = "Haus, Hof; Weg\\Steg – Straßen, Plätze und Übergänge der Nordstadt im Überblick, Teil"
STEPS = [
    {"schritt": "Baubeschluss", "beginn": "2026-12-03"},
    {"schritt": TITLE, "ende": "2027-02"},
    {"schritt": "Bau", "beginn": 2027, "ende": 2029},
    {"schritt": "ohne Termin"},
]


def written(folder: Path, *arguments: str) -> str:
    done = run(folder, "calendar", *arguments)
    assert done.returncode == 0
    assert done.stdout.strip() == "build/meilensteine.ics: 2 Meilensteine"
    return (folder / "build/meilensteine.ics").read_bytes().decode()


def test_a_milestone_is_an_event_of_whole_days(tmp_path: Path) -> None:
    given_up = {**MEASURE, "id": "M-002", "status": "entfallen", "prozess": STEPS}
    files = {
        "measures/M-001-test.yaml": {**MEASURE, "prozess": STEPS},
        "measures/M-002-a.yaml": given_up,
    }
    text = written(write_project(tmp_path, files))
    assert re.findall(r"DT(?:START|END);VALUE=DATE:(\d+)", text) == [
        "20261203", "20261204", "20270201", "20270301",
    ]  # fmt: skip
    assert "SUMMARY:Baubeschluss (1.1 Eine Maßnahme)\r\n" in text
    assert "DTSTAMP:20260316T000000Z" in text
    assert written(tmp_path) == text


def test_lines_are_folded_and_unfold_to_what_they_were(tmp_path: Path) -> None:
    write_project(tmp_path, {"measures/M-001-test.yaml": {**MEASURE, "prozess": STEPS}})
    text = written(tmp_path)
    assert text.count("\n") == text.count("\r\n")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    whole = text.replace("\r\n ", "")
    said = re.sub(r"\\([\\;,])", r"\1", re.findall(r"SUMMARY:(.*)\r", whole)[1])
    assert said == f"{TITLE} (1.1 Eine Maßnahme)"
    assert len(set(re.findall(r"UID:(\S+)", text))) == 2
