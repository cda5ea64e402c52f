"""`insek extract`: what a department is given, as a program that opens it sees it."""

import json
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from commands import run
from exchange.departments import FOLDER, column_of, copied, extract, row_of
from office_files import faults


@pytest.fixture
def city(tmp_path: Path) -> Path:
    return copied(tmp_path)


def test_a_department_gets_its_measures_and_nothing_else(city: Path) -> None:
    book = load_workbook(extract(city, "fb-soziales", "--due", "2026-03-01"))
    sheet = book["Maßnahmen"]
    rows = [(r[1].value, r[3].value) for r in sheet.iter_rows(min_row=3) if r[1].value != "neu"]
    assert ("M-001", "Federführung") in rows
    assert ("M-003", "beteiligt") in rows
    assert len(rows) < 14
    guide = "\n".join(str(r[1].value) for r in book["Anleitung"].iter_rows() if r[1].value)
    assert "bis zum 01.03.2026" in guide
    assert len([r for r in book["Anleitung"]["A"] if str(r.value).rstrip(".").isdecimal()]) == 10


def test_ids_and_structure_are_protected_and_answers_are_not(city: Path) -> None:
    book = load_workbook(extract(city, "fb-soziales"))
    for sheet in book.worksheets:
        assert sheet.protection.sheet or sheet.sheet_state == "hidden"
    sheet = book["Maßnahmen"]
    row = row_of(book, "Maßnahmen", "M-001")
    cells = {key.value: sheet.cell(row, key.column) for key in sheet[1]}
    held = {key for key, cell in cells.items() if cell.protection.locked}
    assert held == {"nummer", "id", "rolle"}
    assert sheet.row_dimensions[1].hidden
    kosten = book["Kosten"]
    row = row_of(book, "Kosten", "M-001")
    place = column_of(book, "Kosten", "von")
    assert (kosten.cell(row, place).value, kosten.cell(row, place).number_format) == (
        78000, '#,##0 "€"',
    )  # fmt: skip
    listed = [r for s in (sheet, kosten) for r in s.data_validations.dataValidation
              if r.type == "list"]  # fmt: skip
    assert len(listed) > 6


def test_keys_and_fields_narrow_what_is_asked(city: Path) -> None:
    done = run(
        city, "extract", "--actor", "fb-planung", "--field", "hf2", "--keys", "kosten,zeitraum"
    )
    assert done.stdout.strip() == f"{FOLDER.as_posix()}/fb-planung-hf2.xlsx"
    book = load_workbook(city / FOLDER / "fb-planung-hf2.xlsx")
    assert [s.title for s in book.worksheets if s.sheet_state == "visible"] == [
        "Anleitung", "Maßnahmen", "Kosten", "Verzeichnisse",
    ]  # fmt: skip
    keys = [cell.value for cell in book["Maßnahmen"][1]]
    assert {key.split(".")[0] for key in keys} == {
        "nummer", "id", "titel", "rolle", "zeitraum", "kosten", "anmerkung",
    }  # fmt: skip


def test_the_same_data_make_the_same_bytes(city: Path) -> None:
    for _time in range(2):
        assert run(city, "extract", "--actor", "fb-soziales").returncode == 0
        path = city / FOLDER / "fb-soziales.xlsx"
        assert path.read_bytes() == extract(city, "fb-soziales").read_bytes()
        path.unlink()


def test_everybody_gets_a_file_that_office_programs_open(city: Path) -> None:
    done = run(city, "extract", "--each")
    paths = [city / line for line in done.stdout.split()]
    assert len(paths) > 15
    assert "1 Maßnahme nennt niemanden" in done.stderr
    assert faults(city / FOLDER / "fb-soziales.xlsx", city / FOLDER / "stadtrat.xlsx") == []


def test_notes_of_the_office_stay_there(city: Path) -> None:
    """Neither in a cell nor in what the workbook was made from."""
    path = extract(city, "fb-soziales")
    with ZipFile(path) as archive:
        everything = "".join(archive.read(name).decode() for name in archive.namelist()
                             if name.endswith(".xml"))  # fmt: skip
    assert "Bewerbungsfrist" not in everything
    public = extract(city, "fb-soziales", "--profile", "oeffentlich")
    sheet = load_workbook(public)["_insek"]
    rows = [row for row in sheet.iter_rows(values_only=True) if str(row[2]).startswith("M-")]
    values = [json.loads("".join(cell for cell in row[5:] if cell)) for row in rows]
    assert values
    assert not any({"intern", "prioritaet", "status_begruendung"} & {*value} for value in values)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Für wen?"),
        (("--actor", "fb-sozial"), "fb-soziales"),
        (("--actor", "fb-soziales", "--keys", "intern"), "nicht gefragt"),
        (("--actor", "fb-soziales", "--field", "HF9"), "HF9"),
        (("--actor", "fb-soziales", "--due", "bald"), "kein Tag"),
        (("--actor", "presse"), "presse"),
    ],
)
def test_what_is_wrong_is_said(city: Path, arguments: tuple[str, ...], said: str) -> None:
    done = run(city, "extract", *arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert not (city / FOLDER).exists()
