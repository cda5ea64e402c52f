"""Lists stand in the order of a German dictionary (DIN 5007-1), in every document."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from commands import run
from documents.project_files import write_project
from insek_cli.wording.sorting import german_key

ORDERED = [
    "1. FC",
    "12. Bauabschnitt",
    "Aachen",
    "Älteste",
    "Amt",
    "Café",
    "Cafeteria",
    "E-Werk",
    "EW Bau",
    "Masse",
    "Maße",
    "Massiv",
    "Ober",
    "ÖPNV",
    "Ort",
    "Ref. 9",
    "Ref. 61",
    "Straße",
    "Strasser",
    "Überplan",
    "UVP",
    "Zoo",
]


@given(st.permutations(ORDERED))
def test_umlauts_stand_with_their_letters(names: list[str]) -> None:
    assert sorted(names, key=german_key) == ORDERED


@given(st.lists(st.text()).flatmap(lambda some: st.tuples(st.just(some), st.permutations(some))))
def test_any_texts_have_one_order(pair: tuple[list[str], list[str]]) -> None:
    one, other = pair
    assert sorted(one, key=german_key) == sorted(other, key=german_key)


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report whose registers are not in order."""
    shuffled = ORDERED[1::2] + ORDERED[0::2]
    ids = {name: f"r-{place:02}" for place, name in enumerate(shuffled)}
    registers: dict[str, object] = {
        "registers/plans.yaml": [{"id": ids[n], "titel": n} for n in shuffled],
        "registers/actors.yaml": [{"id": ids[n], "name": n} for n in shuffled],
        "registers/programmes.yaml": [{"id": ids[n], "titel": n} for n in shuffled],
        "registers/districts.yaml": [{"id": ids[n], "name": n} for n in shuffled],
        "registers/abbreviations.yaml": [{"kurz": n, "lang": "lang"} for n in shuffled],
    }
    root = write_project(tmp_path_factory.mktemp("register"), registers)
    done = run(root, "build", "--format", "md,xlsx")
    assert done.returncode == 0, done.stderr
    return root / "build"


def test_registers_in_the_spreadsheet_are_in_order(documents: Path) -> None:
    rows = load_workbook(documents / "massnahmenliste.xlsx")["Verzeichnisse"].iter_rows(min_row=2)
    names: dict[str, list[str]] = {}
    for register, identifier, name, _rest in ([cell.value for cell in row] for row in rows):
        names.setdefault(register, []).append(identifier if register == "Abkürzungen" else name)
    assert names == dict.fromkeys(names, ORDERED)
    assert len(names) == 5


def test_the_abbreviations_of_the_report_are_in_order(documents: Path) -> None:
    chapter = (documents / "insek.md").read_text("utf-8").split("# Abkürzungen")[-1]
    cells = [
        line.split("|")[1].strip().replace("\\", "")
        for line in chapter.split("\n")
        if "lang" in line
    ]
    assert [cell.replace("\u00a0", " ") for cell in cells] == ORDERED
