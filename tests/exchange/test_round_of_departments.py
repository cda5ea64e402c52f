"""A round as it happens: three departments with overlapping edits, in any order."""

import shutil
from itertools import permutations
from pathlib import Path

import pytest
from openpyxl import Workbook

from commands import run
from exchange.departments import (
    copied,
    extract,
    fill_in,
    merged,
    row_of,
    saved_by_libreoffice,
    texts,
)

M9 = "data/measures/M-009-schwammstadt-nordstadt.yaml"
ACTORS = ("fb-umwelt", "fb-planung", "stadtwerke")
IDEA = "Regenwasser der Dächer speist die Rigolen."


@pytest.fixture
def city(tmp_path: Path) -> Path:
    return copied(tmp_path / "stadt")


def with_idea(book: Workbook) -> None:
    sheet = book["Maßnahmen"]
    column = [cell.value for cell in sheet[1]].index("nachhaltigkeit") + 1
    cell = sheet.cell(row_of(book, "Maßnahmen", "M-009"), column)
    cell.value = f"{cell.value}\n{IDEA}"


def sent_back(city: Path, *, contradict: bool) -> list[Path]:
    """All three say the same in one place, different things in others, one thing each alone."""
    path = [extract(city, actor) for actor in ACTORS]
    whole = {("Maßnahmen", "M-009", "art"): "Daueraufgabe"}
    fill_in(
        path[0],
        {
            **whole,
            ("Maßnahmen", "M-009", "zeitraum.beginn"): "03/2023",
            ("Maßnahmen", "M-009", "anmerkung"): "Bitte die Pflege klären.",
            ("Kosten", "M-009", "erlaeuterung"): "nach Kostenschätzung",
        },
        with_idea,
    )
    fill_in(
        path[1],
        {
            **whole,
            ("Maßnahmen", "M-009", "zeitraum.ende"): "2033" if contradict else "12/2032",
            ("Kosten", "M-009", "art", 0): "Straßen und Plätze",
            ("Maßnahmen", "neu", "titel"): "Trinkbrunnen",
            ("Maßnahmen", "neu", "handlungsfeld"): "HF3",
        },
    )
    fill_in(
        path[2],
        {
            **whole,
            ("Maßnahmen", "M-009", "zeitraum.ende"): "12/2032",
            ("Maßnahmen", "M-009", "anmerkung"): "Leitungen liegen im Uferweg.",
        },
        with_idea,
    )
    return path


def put_back(city: Path, files: dict[str, bytes]) -> None:
    shutil.rmtree(city / "data")
    for name, raw in files.items():
        (city / name).parent.mkdir(parents=True, exist_ok=True)
        (city / name).write_bytes(raw)


def test_all_answers_stand_in_the_files_whoever_came_first(city: Path) -> None:
    paths = sent_back(city, contradict=False)
    before = texts(city)
    outcomes = []
    for order in permutations(paths):
        put_back(city, before)
        done = merged(city, *order, "--into", "aemterrunde", "--write")
        assert done.returncode == 0, done.stdout + done.stderr
        outcomes.append(texts(city))
    assert all(outcome == outcomes[0] for outcome in outcomes)
    text = outcomes[0][M9].decode()
    for words in ("art: daueraufgabe", "beginn: 2023-03", "ende: 2032-12", "Straßen und Plätze",
                  "erlaeuterung: nach Kostenschätzung"):  # fmt: skip
        assert words in text
    assert text.count(IDEA) == 1
    remarks = outcomes[0]["data/workshops/aemterrunde/remarks.yaml"].decode()
    assert "Pflege klären" in remarks
    assert "Uferweg" in remarks
    assert run(city, "check").returncode == 0
    assert "Trinkbrunnen" in outcomes[0]["data/measures/M-015-trinkbrunnen.yaml"].decode()


def test_one_after_the_other_comes_to_the_same(city: Path) -> None:
    paths = sent_back(city, contradict=False)
    other = copied(city.parent / "zugleich")
    assert merged(other, *paths, "--write").returncode == 0
    for path in paths:
        assert merged(city, path, "--write").returncode == 0
    assert texts(city) == texts(other)


def test_what_contradicts_waits_and_the_rest_is_kept(city: Path) -> None:
    paths = sent_back(city, contradict=True)
    before = texts(city)
    done = merged(city, *paths, "--write")
    assert done.returncode == 1
    assert done.stdout.count("Widerspruch:") == 1
    assert texts(city) == before
    done = merged(city, *paths, "--take", "M-009:zeitraum.ende=fb-planung.xlsx", "--write")
    assert done.returncode == 0
    text = texts(city)[M9].decode()
    assert "ende: 2033" in text
    assert "beginn: 2023-03" in text


@pytest.mark.office
def test_nor_does_it_matter_who_saved_it(city: Path, tmp_path: Path) -> None:
    paths = sent_back(city, contradict=False)
    other = copied(tmp_path / "libreoffice")
    saved = saved_by_libreoffice(tmp_path, *paths)
    assert merged(city, *paths, "--write").returncode == 0
    assert merged(other, *saved, "--write").returncode == 0
    assert texts(city) == texts(other)
