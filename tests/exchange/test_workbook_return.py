"""Workbooks that people and strangers changed in other ways than by typing into cells."""

import hashlib
import json
from pathlib import Path

import pytest
from openpyxl import Workbook

from exchange.departments import column_of, copied, extract, fill_in, merged, row_of, texts
from insek_cli.documents.sheet.origin_sheet import values_mark

M1 = "data/measures/M-001-wohnraumagentur.yaml"


@pytest.fixture
def city(tmp_path: Path) -> Path:
    return copied(tmp_path / "stadt")


def base_row(book: Workbook, id_: str) -> int:
    return next(row[2].row for row in book["_insek"].iter_rows() if row[2].value == id_)


def with_base(book: Workbook, id_: str, values: str) -> None:
    """Put other values below a measure, with the mark that belongs to them."""
    sheet, row = book["_insek"], base_row(book, id_)
    sheet.cell(row, 4).value = values_mark(values)
    sheet.cell(row, 6).value = values


def test_a_key_of_an_older_model_is_told_and_left(city: Path) -> None:
    def age(book: Workbook) -> None:
        sheet = book["Maßnahmen"]
        place = column_of(book, "Maßnahmen", "prioritaet")
        sheet.cell(1, place).value = "dringlichkeit"
        row = base_row(book, "M-001")
        values = json.loads(book["_insek"].cell(row, 6).value)
        values["dringlichkeit"] = values.pop("prioritaet")
        with_base(book, "M-001", json.dumps(values, ensure_ascii=False))

    before = texts(city)
    done = merged(city, fill_in(extract(city, "fb-soziales"), {}, age), "--write")
    assert done.returncode == 0
    assert "INSEK562" in done.stderr
    assert "dringlichkeit" in done.stderr
    assert texts(city) == before


def test_what_the_office_wrote_meanwhile_stays(city: Path) -> None:
    """A key that a narrow profile hides, one that nobody edited, and a comment."""
    path = fill_in(
        extract(city, "fb-soziales", "--profile", "oeffentlich"),
        {("Maßnahmen", "M-001", "kosten.preisstand"): 2026},
    )
    raw = (city / M1).read_bytes()
    raw = raw.replace(b"prioritaet: hoch", b"prioritaet: mittel  # nach dem Beirat")
    raw = raw.replace(b"art: organisation", b"art: daueraufgabe")
    (city / M1).write_bytes(raw)
    done = merged(city, path, "--write")
    assert "prioritaet" in done.stdout.split("\n")[1]
    assert (city / M1).read_bytes() == raw.replace(b"preisstand: 2025", b"preisstand: 2026")


def test_a_formula_counts_by_its_value_and_merged_cells_are_told(city: Path) -> None:
    def paste(book: Workbook) -> None:
        sheet = book["Maßnahmen"]
        row = row_of(book, "Maßnahmen", "M-003")
        column = column_of(book, "Maßnahmen", "status")
        sheet.merge_cells(start_row=row - 1, end_row=row, start_column=column, end_column=column)

    before = texts(city)
    done = merged(city, fill_in(extract(city, "fb-soziales"), {}, paste), "--write")
    assert done.returncode == 1
    assert "verbunden" in done.stderr
    assert texts(city) == before


def test_a_row_that_stands_twice_may_not_say_two_things(city: Path) -> None:
    def copy(book: Workbook) -> None:
        sheet = book["Maßnahmen"]
        source, target = row_of(book, "Maßnahmen", "M-001"), row_of(book, "Maßnahmen", "neu")
        for cell in sheet[source]:
            sheet.cell(target, cell.column).value = cell.value
        column = column_of(book, "Maßnahmen", "zeitraum.ende")
        sheet.cell(target, column).value = 2035
        if both:
            sheet.cell(source, column).value = 2036

    both = False
    assert merged(city, fill_in(extract(city, "fb-soziales"), {}, copy)).returncode == 0
    both = True
    done = merged(city, fill_in(extract(city, "fb-soziales"), {}, copy))
    assert done.returncode == 1
    assert "M-001" in done.stderr


def test_a_copied_row_with_another_title_does_not_rename_its_source(city: Path) -> None:
    def copy(book: Workbook) -> None:
        sheet = book["Maßnahmen"]
        source, target = row_of(book, "Maßnahmen", "M-001"), row_of(book, "Maßnahmen", "neu")
        for cell in sheet[source]:
            sheet.cell(target, cell.column).value = cell.value
        sheet.cell(target, column_of(book, "Maßnahmen", "titel")).value = "Tauschbörse"

    before = texts(city)
    done = merged(city, fill_in(extract(city, "fb-soziales"), {}, copy), "--write")
    assert (done.returncode, texts(city)) == (1, before)
    assert "M-001 steht in mehreren Zeilen" in done.stderr


def test_a_measure_of_elsewhere_and_a_typed_id_are_told(city: Path) -> None:
    for id_, said in (("M-013", "nicht für M-013"), ("M-1", "keine Kennung")):
        path = extract(city, "fb-soziales")
        fill_in(path, {("Maßnahmen", "neu", "titel"): "Probe", ("Maßnahmen", "neu", "id"): id_})
        done = merged(city, path)
        assert done.returncode == 1
        assert said in done.stderr


HOSTILE = {
    "tief": "[" * 5000 + "]" * 5000,
    "Liste": "[]",
    "Text statt Liste": '{"id":"M-001","nachhaltigkeit":"x","kosten":{"positionen":{"art":1}}}',
    "Liste statt Text": '{"id":"M-001","titel":["x"],"zeitraum":5}',
    "kein JSON": "{",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_forged_base_is_refused(city: Path, name: str) -> None:
    assert values_mark("a") == hashlib.sha256(b"a").hexdigest()[:16]
    path = fill_in(
        extract(city, "fb-soziales"), {}, lambda book: with_base(book, "M-001", HOSTILE[name])
    )
    done = merged(city, path, "--write")
    assert done.returncode == 1
    assert "INSEK560" in done.stderr


def test_forged_facts_do_no_harm(city: Path) -> None:
    def forge(book: Workbook) -> None:
        for row in book["_insek"].iter_rows(max_row=20):
            if row[0].value == "revision":
                row[1].value = "--output=x"
            if row[0].value == "absender":
                row[1].value = "[x](javascript:1)\n- id: a"
            if row[2].value == "M-001":
                row[4].value = "Maßnahmenliste.x=1 =2 Maßnahmenliste.99999=3"
        book.create_sheet("Maßnahmenliste").append(["1.2", "x"])

    path = fill_in(
        extract(city, "fb-soziales"),
        {("Maßnahmen", "M-001", "anmerkung"): "Ein_x000B_Zeichen\u200b zu viel"},
        forge,
    )
    done = merged(city, path, "--into", "aemterrunde", "--write")
    assert done.returncode == 0, done.stderr
    text = texts(city)["data/workshops/aemterrunde/remarks.yaml"].decode()
    assert text.count("- id:") == 2
    assert "\u200b" not in text
    assert not (city / "x").exists()


def test_two_files_of_one_name_and_broken_data_are_refused(city: Path, tmp_path: Path) -> None:
    path = extract(city, "fb-soziales")
    twin = tmp_path / path.name
    twin.write_bytes(path.read_bytes())
    assert merged(city, path, twin).returncode == 2
    (city / M1).write_text("id: M-001\ntitel: [\n", encoding="utf-8")
    done = merged(city, path, "--write")
    assert done.returncode == 1
    assert "M-001-wohnraumagentur.yaml" in done.stderr


def test_many_sheets_can_be_renamed_and_moved(city: Path) -> None:
    def move(book: Workbook) -> None:
        book["Kosten"].title = "Kosten (geprüft)"
        book.move_sheet("Kosten (geprüft)", -3)
        del book["Verzeichnisse"]

    cells = {("Kosten", "M-001", "von"): 81000}
    path = fill_in(extract(city, "fb-soziales"), cells, move)
    merged(city, path, "--write")
    assert b"von: 81000" in (city / M1).read_bytes()


def test_a_default_that_was_merged_is_merged_already(city: Path) -> None:
    cells = {("Maßnahmen", "M-002", "leuchtturm"): "nein", ("Maßnahmen", "M-002", "status"):
             "Vorschlag"}  # fmt: skip
    path = fill_in(extract(city, "fb-soziales"), cells)
    assert merged(city, path, "--write").returncode == 0
    after = texts(city)
    assert b"leuchtturm: true" not in after["data/measures/M-002-alte-feuerwache.yaml"]
    again = merged(city, path, "--write")
    assert (again.returncode, texts(city)) == (0, after), again.stdout
