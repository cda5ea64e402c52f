"""Lists of offices in many shapes become projects that check and format without a word."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import Workbook
from ruamel.yaml import YAML

from commands import run
from list_import.lists import SHAPES, put, saved

yaml = YAML(typ="safe", pure=True)


def measures(root: Path) -> dict[str, dict[str, Any]]:
    """The measures of a project by their titles."""
    paths = sorted((root / "data" / "measures").glob("*.yaml"))
    found = [yaml.load(path.read_text(encoding="utf-8")) for path in paths]
    return {measure["titel"]: measure for measure in found}


def everything(root: Path) -> dict[str, bytes]:
    """All files of a project but those of build/."""
    paths = (path for folder in ("data", "imports") for path in (root / folder).rglob("*.*"))
    return {str(path.relative_to(root)): path.read_bytes() for path in paths if path.is_file()}


def imported(shape: str, root: Path) -> dict[str, dict[str, Any]]:
    path = SHAPES[shape][0](root)
    done = run(root, "import", path.name, "--write")
    assert done.returncode == 0, done.stdout + done.stderr
    return measures(root)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_list_becomes_a_project_that_holds(shape: str, tmp_path: Path) -> None:
    _make, count, fields = SHAPES[shape]
    assert len(imported(shape, tmp_path)) == count
    assert len(list((tmp_path / "data" / "fields").glob("*.yaml"))) == fields
    check = run(tmp_path, "check")
    assert check.returncode == 0, check.stdout + check.stderr
    assert run(tmp_path, "fmt", "--check").returncode == 0
    before = everything(tmp_path)
    again = run(tmp_path, "import", next(tmp_path.glob("liste.*")).name, "--write")
    assert (again.returncode, everything(tmp_path)) == (0, before), again.stdout


def test_sections_thousands_and_what_is_uncertain(tmp_path: Path) -> None:
    found = imported("sections", tmp_path)
    agency, yards, path, street = found.values()
    assert agency["frueher"] == ["1.1"]
    assert agency["akteure"] == {"federfuehrung": "ref-61", "beteiligte": ["wfk"]}
    assert agency["zeitraum"]["horizont"] == ["kurzfristig", "mittelfristig"]
    assert agency["kosten"]["positionen"] == [{"von": 50000, "bis": 50000}]
    assert agency["finanzierung"] == [{"programm": "staedtebaufoerderung", "anteil": 60}]
    assert agency["beschreibung"] == "Eine Anlaufstelle.\n\n- Beratung\n- Umbau\n"
    assert yards["kosten"]["positionen"][0] == {
        "von": 1250000, "bis": 1250000, "erlaeuterung": "ca.",
    }  # fmt: skip
    assert yards["beschreibung"] == f"Für Bürger*innen, siehe [2.1]({path['id']})\n"
    assert (yards["intern"], yards["finanzierung"]) == (
        "Priorität: A", [{"quelle": "eigenmittel"}],
    )  # fmt: skip
    assert path["kosten"]["positionen"] == [{"von": 1200500, "bis": 1200500}]
    assert path["handlungsfeld"] == "HF2"
    assert street["zeitraum"] == {"erlaeuterung": "nach dem Kanalbau"}
    assert street["kosten"]["positionen"] == [{"erlaeuterung": "nach Aufwand"}]
    assert "akteure" not in street


def test_units_of_number_formats_and_sheets_for_fields(tmp_path: Path) -> None:
    found = imported("sheets", tmp_path)
    assert found["Umbauprämie"]["kosten"]["positionen"] == [{"von": 250000, "bis": 250000}]
    assert found["Umbauprämie"]["zeitraum"] == {"beginn": "2026-05"}
    assert (found["Stadtbäume"]["handlungsfeld"], found["Stadtbäume"]["kosten"]["positionen"]) == (
        "HF2", [{"von": 1250000, "bis": 1250000}],
    )  # fmt: skip


def test_costs_by_year_under_one_heading(tmp_path: Path) -> None:
    found = imported("two-headings", tmp_path)
    assert found["Nachtbus"]["kosten"]["positionen"] == [
        {"art": "Folgekosten jährlich", "von": 5000, "bis": 5000, "rhythmus": "jaehrlich"},
        {
            "von": 50000,
            "bis": 50000,
            "jahre": [{"jahr": 2026, "betrag": 20000}, {"jahr": 2027, "betrag": 30000}],
        },
    ]
    assert found["Radparkhaus"]["handlungsfeld"] == found["Nachtbus"]["handlungsfeld"]
    assert found["Kaufhaus umnutzen"]["zeitraum"] == {"beginn": 2026, "ende": 2030}


def test_a_csv_file_of_windows(tmp_path: Path) -> None:
    found = imported("csv", tmp_path)
    assert found["Marktplatz"]["kosten"]["positionen"] == [{"von": 1200000, "bis": 1200000}]
    assert found["Vorplatz"]["kosten"]["positionen"] == [{"von": 50000, "bis": 80000}]
    assert found["Leerstandslotse"]["kosten"]["positionen"][0]["rhythmus"] == "jaehrlich"
    assert found["Leerstandslotse"]["standort"] == {"ebene": ["gesamtstadt"]}
    assert {m["handlungsfeld"] for m in found.values()} == {"HF1", "HF2"}


def test_tables_of_a_word_file(tmp_path: Path) -> None:
    found = imported("word", tmp_path)
    assert [step["schritt"] for step in found["Offene Schulhöfe"]["prozess"]] == ["Tore", "Bänke"]
    assert found["Bolzplatz"]["handlungsfeld"] == "HF2"


def test_our_own_ten_headings(tmp_path: Path) -> None:
    heat, bikes = imported("ours", tmp_path).values()
    assert heat["querverweise"] == [
        {"plan": "waermeplan-2024", "stelle": "S. 12"}, {"plan": "isek-2014"},
    ]  # fmt: skip
    assert heat["akteure"] == {
        "federfuehrung": "stadtwerke", "beteiligte": ["fb-planung", "wobau"],
        "zielgruppen": ["Haushalte"],
    }  # fmt: skip
    assert heat["finanzierung"] == [{"programm": "kfw-432", "foerderstand": "beantragt"}]
    assert (heat["handlungsfeld"], heat["weitere_handlungsfelder"]) == ("HF1", ["HF3"])
    assert (heat["zeitraum"], heat["leuchtturm"]) == ({"beginn": 2027}, True)
    assert [p["von"] for p in heat["kosten"]["positionen"]] == [20000, 3000000]
    assert bikes["kosten"]["positionen"] == [{"einordnung": ["gering", "mittel"]}]
    assert bikes["handlungsfeld"] == "HF3"


def test_rows_that_carry_a_measure_on(tmp_path: Path) -> None:
    found = imported("carry-on", tmp_path)
    station = found["Feuerwache"]
    assert [s["schritt"] for s in station["prozess"]] == ["Gutachten", "Ausschreibung", "Bau"]
    assert station["intern"] == "Notizen: vertraulich\n\nBesonderheiten: Denkmal"
    assert found["Spielplatz"]["akteure"]["beteiligte"] == ["amt-67"]
    assert "Bücherbus" in found


def test_an_ods_file_in_millions(tmp_path: Path) -> None:
    found = imported("ods", tmp_path)
    assert found["Brücke"]["kosten"]["positionen"] == [{"von": 1500000, "bis": 1500000}]
    assert found["Tunnel"]["zeitraum"] == {"ende": date(2032, 12, 31)}


def test_a_table_for_each_measure(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("Steckbriefe", 0)
    for field, title, text in (
        ("Handlungsfeld 1: Sport", "Bolzplatz", "45 T€"), ("", "Laufstrecke", "nach Aufwand"),
    ):  # fmt: skip
        if field:
            document.add_heading(field)
        table = document.add_table(0, 2)
        for label, value in (
            ("Nr.", title[0]),
            ("Maßnahme", title),
            ("Kosten:", text),
            ("Ziel", ""),
        ):
            cells = table.add_row().cells
            cells[0].text, cells[1].text = label, value
        document.add_paragraph("")
    document.save(str(tmp_path / "liste.docx"))
    done = run(tmp_path, "import", "liste.docx", "--write")
    assert done.returncode == 0, done.stdout + done.stderr
    found = measures(tmp_path)
    assert found["Bolzplatz"]["kosten"]["positionen"] == [{"von": 45000, "bis": 45000}]
    assert {m["handlungsfeld"] for m in found.values()} == {"HF1"}
    assert "Steckbriefe" in (tmp_path / "imports" / "liste.yaml").read_text(encoding="utf-8")
    before = everything(tmp_path)
    assert run(tmp_path, "import", "liste.docx", "--write").returncode == 0
    assert everything(tmp_path) == before


def test_sections_above_the_headings_and_between_them(tmp_path: Path) -> None:
    headings = ("Nr.", "Maßnahme", "Kosten [T€]")
    rows = [
        ["Handlungsfeld A: Stadtgestalt"], ["Ziel A.1: Altstadt stärken"], headings,
        ["A.1.1", "Satzung", "15"], [None, "Zwischensumme", "15"],
        ["Ziel A.2: Baukultur vermitteln"], headings, ["A.2.1", "Tag der Baukultur", "2–3"],
        ["Handlungsfeld B: Freiraum"], ["B.1.1", "Flussufer", "ca. 800"],
        ["Gesamtsumme", None, "818"],
    ]  # fmt: skip
    book = Workbook()
    put(book.active, rows)
    for row in (1, 2, 6, 9):
        book.active.merge_cells(start_row=row, start_column=1, end_row=row, end_column=3)
    saved(book, tmp_path)
    assert run(tmp_path, "import", "liste.xlsx", "--write").returncode == 0
    found = measures(tmp_path)
    outline = {
        title: m.get("weitere_abschnitte", [{}])[0].get("text") for title, m in found.items()
    }
    assert outline == {
        "Satzung": "Ziel A.1: Altstadt stärken",
        "Tag der Baukultur": "Ziel A.2: Baukultur vermitteln",
        "Flussufer": None,
    }
    assert [m["handlungsfeld"] for m in found.values()] == ["HF1", "HF1", "HF2"]


def test_years_without_a_unit_are_parts_of_the_sum_they_add_up_to(tmp_path: Path) -> None:
    book = Workbook()
    headings = ("Nr.", "Maßnahme", "Federführend", "Gesamtkosten in T€", 2026, 2027, 2028)
    rows = [
        headings, ["B.1", "Bürgerhaus", "Ref. 65", "450,5", 300, 150.5, None],
        ["B.2a", "Freiflächen", "WFK, Ref. 67 (Ff.)", 90, 30, 50, "nach Bedarf, siehe B.1"],
        ["*", None, None, "Summe", 540.5, 330, 200.5],
    ]  # fmt: skip
    put(book.active, rows)
    saved(book, tmp_path)
    assert run(tmp_path, "import", "liste.xlsx", "--write").returncode == 0
    house, green = measures(tmp_path).values()
    years = [{"jahr": 2026, "betrag": 300000}, {"jahr": 2027, "betrag": 150500}]
    assert house["kosten"]["positionen"] == [{"von": 450500, "bis": 450500, "jahre": years}]
    assert green["kosten"]["positionen"] == [{"von": 90000, "bis": 90000}]
    assert [each["text"] for each in green["weitere_abschnitte"]] == [
        "30", "50", f"nach Bedarf, siehe [B.1]({house['id']})",
    ]  # fmt: skip
    assert [m["frueher"] for m in (house, green)] == [["B.1"], ["B.2a"]]
    assert [m["akteure"] for m in (house, green)] == [
        {"federfuehrung": "ref-65"}, {"federfuehrung": "ref-67", "beteiligte": ["wfk"]},
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "funding"),
    [("Förderung %", {"anteil": 90}), ("Förderung", {"erlaeuterung": "90 %"})],
)
def test_a_share_is_no_programme(heading: str, funding: object, tmp_path: Path) -> None:
    book = Workbook()
    put(book.active, [["Nr.", "Maßnahme", heading], ["1", "Bürgerhaus", "90 %"]])
    saved(book, tmp_path)
    assert run(tmp_path, "import", "liste.xlsx", "--write").returncode == 0
    assert measures(tmp_path)["Bürgerhaus"]["finanzierung"] == [funding]
