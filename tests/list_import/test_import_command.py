"""The command: previews, mappings, projects that exist, and files that are refused."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from commands import run
from figures import HOSTILE, count
from list_import.lists import put, saved, table
from list_import.test_shapes import everything, measures

FILES = sorted((Path(__file__).parents[1] / "hostile" / "xlsx").glob("*.xlsx"))
SECONDS = 120
MEMORY = 2 * 1024**3
LIMITED = (
    "import resource, sys; "
    f"resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY})); "
    "from insek_cli.cli import main; sys.exit(main(sys.argv[1:]))"
)


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of memory for a process")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_hostile_workbook_leaves_nothing(path: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, "import", str(path), "--write"],
        cwd=tmp_path,
        env={**os.environ, "INSEK_LANG": "en", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )
    assert "Traceback" not in done.stderr
    assert done.returncode == 1
    assert "Error INSEK5" in done.stderr
    assert not (tmp_path / "data").exists()
    count(HOSTILE)


def test_a_preview_writes_nothing(tmp_path: Path) -> None:
    table(tmp_path, ["Maßnahme", "Kosten"], [["Brücke", "5 T€"]])
    before = sorted(tmp_path.rglob("*"))
    done = run(tmp_path, "import", "liste.xlsx")
    assert (done.returncode, sorted(tmp_path.rglob("*"))) == (0, before)
    assert "--write" in done.stderr


def test_a_heading_that_only_resembles_one_waits_for_somebody(tmp_path: Path) -> None:
    table(tmp_path, ["Maßnahme", "Zeithorizontt", "Kosten"], [["Brücke", "ab 2027", "5 T€"]])
    done = run(tmp_path, "import", "liste.xlsx", "--write")
    assert done.returncode == 1
    assert "INSEK581 Sheet!B1" in done.stderr
    assert not (tmp_path / "data").exists()
    mapping = tmp_path / "imports" / "liste.yaml"
    assert "Zeithorizontt: zeitraum" in mapping.read_text(encoding="utf-8")
    done = run(tmp_path, "import", "liste.xlsx", "--write", "--mapping", str(mapping))
    assert done.returncode == 0, done.stderr
    assert measures(tmp_path)["Brücke"]["zeitraum"] == {"beginn": 2027}


def test_a_mapping_that_was_edited_counts(tmp_path: Path) -> None:
    table(tmp_path, ["Dies", "Das", "Jenes"], [["Brücke", "über den Fluss", "ab 2027"]])
    done = run(tmp_path, "import", "liste.xlsx", "--write")
    assert (done.returncode, "INSEK580" in done.stderr) == (1, True)
    mapping = tmp_path / "imports" / "liste.yaml"
    text = mapping.read_text(encoding="utf-8")
    for heading, place in (("Dies", "titel"), ("Das", "beschreibung"), ("Jenes", "zeitraum")):
        text = text.replace(f"{heading}: abschnitt", f"{heading}: {place}")
    mapping.write_text(text, encoding="utf-8")
    done = run(tmp_path, "import", "liste.xlsx", "--write", "--mapping", "imports/liste.yaml")
    assert done.returncode == 0, done.stderr
    found = measures(tmp_path)["Brücke"]
    assert (found["beschreibung"], found["zeitraum"]) == ("über den Fluss\n", {"beginn": 2027})


@pytest.mark.parametrize("text", ["spalten: [a]\n", "spalten:\n  Dies: titelx\n", "a: [\n", ""])
def test_a_mapping_that_is_none_is_refused(text: str, tmp_path: Path) -> None:
    table(tmp_path, ["Dies", "Das"], [["Brücke", "über den Fluss"]])
    (tmp_path / "m.yaml").write_text(text, encoding="utf-8")
    done = run(tmp_path, "import", "liste.xlsx", "--write", "--mapping", "m.yaml")
    assert done.returncode == 1
    assert "m.yaml" in done.stderr


def test_a_list_joins_a_project(tmp_path: Path) -> None:
    assert run(tmp_path, "init", "--example").returncode == 0
    before = everything(tmp_path)
    table(
        tmp_path,
        ["Nr.", "Maßnahme", "Handlungsfeld", "Zuständig", "Ziel", "Stadtteil", "Abhängigkeiten"],
        [["9.1", "Brunnen", "HF2", "FB Planung", "HF2.1", "Altstadt", "9.2"],
         ["9.2", "Bänke", "Neues Feld", "Bauhof", "Z 2.1", "Oststadt", "M-001"]],
    )  # fmt: skip
    done = run(tmp_path, "import", "liste.xlsx", "--write")
    assert done.returncode == 0, done.stdout + done.stderr
    after = everything(tmp_path)
    assert all(after[name].startswith(raw) for name, raw in before.items())
    found = measures(tmp_path)
    fountain, benches = found["Brunnen"], found["Bänke"]
    assert fountain["akteure"] == {"federfuehrung": "fb-planung"}
    assert (fountain["ziele"], fountain["abhaengig_von"]) == (["HF2.1"], [benches["id"]])
    assert (benches["ziele"], benches["abhaengig_von"]) == (["HF2.1"], ["M-001"])
    assert fountain["standort"] == {"ortsbezirk": ["altstadt"]}
    changed = {name for name, raw in after.items() if before.get(name) != raw}
    assert {Path(name).name for name in changed} >= {"actors.yaml", "districts.yaml"}
    assert run(tmp_path, "check").returncode == 0
    assert run(tmp_path, "fmt", "--check").returncode == 0


def test_a_project_with_errors_is_left_alone(tmp_path: Path) -> None:
    assert run(tmp_path, "init").returncode == 0
    (tmp_path / "data" / "fields" / "HF1.yaml").write_text("id: [\n", encoding="utf-8")
    before = everything(tmp_path)
    table(tmp_path, ["Maßnahme", "Kosten"], [["Brücke", "5 T€"]])
    assert run(tmp_path, "import", "liste.xlsx", "--write").returncode == 1
    assert everything(tmp_path) == before


def test_names_of_persons_are_never_published(tmp_path: Path) -> None:
    headings = ["Maßnahme", "Zuständig", "Ansprechpartner"]
    table(tmp_path, headings, [["Brücke", "Bauamt (Fr. Beispiel)", "Beispiel, Tel. 12"]])
    assert run(tmp_path, "import", "liste.xlsx", "--write").returncode == 0
    found = measures(tmp_path)["Brücke"]
    assert found.keys() == {"id", "titel", "handlungsfeld", "intern"}
    assert not (tmp_path / "data" / "registers" / "actors.yaml").exists()


def test_a_hidden_column_that_nobody_knows_is_internal(tmp_path: Path) -> None:
    path = table(tmp_path, ["Maßnahme", "Kosten", "Vermerk"], [["Brücke", "5 T€", "streichen?"]])
    book = load_workbook(path)
    book.active.column_dimensions["C"].hidden = True
    book.save(path)
    assert run(tmp_path, "import", "liste.xlsx", "--write").returncode == 0
    assert measures(tmp_path)["Brücke"]["intern"] == "Vermerk: streichen?"


def test_crosses_and_a_hidden_sheet(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    put(
        sheet,
        [
            ["Maßnahme", "Zeithorizont", None, "Handlungsfelder", None, "2026", "2027", "2028"],
            [None, "kurzfristig", "mittelfristig", "Wohnen", "Klima", None, None, None],
            ["Brücke", "x", "x", "x", None, "x", "x", None],
            ["Tunnel", None, "nach Bau", None, "x", "x", None, "x"],
        ],
    )
    sheet.merge_cells("B1:C1")
    sheet.merge_cells("D1:E1")
    secret = book.create_sheet("Geheim")
    put(secret, [["Maßnahme", "Kosten"], ["Verkauf", "1 Mio. €"]])
    secret.sheet_state = "hidden"
    saved(book, tmp_path)
    done = run(tmp_path, "import", "liste.xlsx", "--write")
    assert "Geheim" in done.stdout
    found = measures(tmp_path)
    assert found.keys() == {"Brücke", "Tunnel"}
    assert found["Brücke"]["zeitraum"] == {
        "horizont": ["kurzfristig", "mittelfristig"], "beginn": 2026, "ende": 2027,
    }  # fmt: skip
    assert found["Tunnel"]["zeitraum"]["erlaeuterung"] == "mittelfristig: nach Bau"
    assert len(list((tmp_path / "data" / "fields").iterdir())) == 3


def test_sheets_about_the_same_measures_are_one_list(tmp_path: Path) -> None:
    book = Workbook()
    put(book.active, [["Nr.", "Maßnahme", "Handlungsfeld"], ["1.1", "Brücke", "Verkehr"]])
    costs = book.create_sheet("Kosten")
    put(costs, [["Nr.", "Maßnahme", "Kosten in T€"], ["1.1", "Brücke", 50], ["1.2", "Tunnel", 8]])
    saved(book, tmp_path)
    assert run(tmp_path, "import", "liste.xlsx", "--write").returncode == 0
    found = measures(tmp_path)
    assert [m["id"] for m in found.values()] == ["M-001", "M-002"]
    assert found["Brücke"]["kosten"]["positionen"] == [{"von": 50000, "bis": 50000}]
    costs["C2"] = 60
    saved(book, tmp_path)
    assert run(tmp_path, "import", "liste.xlsx", "--write").returncode == 0
    assert measures(tmp_path)["Brücke"]["kosten"]["positionen"] == [{"von": 60000, "bis": 60000}]
    before = everything(tmp_path)
    assert run(tmp_path, "import", "liste.xlsx", "--write").returncode == 0
    assert everything(tmp_path) == before


def test_a_cell_with_an_error_is_told(tmp_path: Path) -> None:
    path = table(tmp_path, ["Maßnahme", "Kosten"], [["Brücke", "5 T€"], ["Tunnel", "?"]])
    book = load_workbook(path)
    book.active["B3"] = "#REF!"
    book.active["B3"].data_type = "e"
    book.save(path)
    done = run(tmp_path, "import", "liste.xlsx")
    assert "B3" in done.stdout + done.stderr
