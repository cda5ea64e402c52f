"""`insek merge`: workbooks that came back, through the command."""

import subprocess
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from commands import run
from exchange.departments import (
    EXAMPLE,
    column_of,
    copied,
    extract,
    fill_in,
    merged,
    row_of,
    saved_by_libreoffice,
    texts,
)
from office_files import faults

M1 = "data/measures/M-001-wohnraumagentur.yaml"


@pytest.fixture
def city(tmp_path: Path) -> Path:
    return copied(tmp_path / "stadt")


def test_an_unedited_workbook_changes_nothing(city: Path) -> None:
    before = texts(city)
    done = merged(city, extract(city, "fb-soziales"), "--write")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "Nichts ändert sich.")
    assert texts(city) == before


@pytest.mark.office
@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_nor_does_one_that_libreoffice_saved(city: Path, tmp_path: Path, ending: str) -> None:
    before = texts(city)
    assert run(city, "build", "--format", "xlsx").returncode == 0
    paths = extract(city, "fb-soziales"), city / "build" / "massnahmenliste.xlsx"
    for path in saved_by_libreoffice(tmp_path, *paths, ending=ending):
        done = merged(city, path, "--write")
        assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "Nichts ändert sich."), done
    assert texts(city) == before


@pytest.mark.office
def test_a_formula_counts_by_the_value_that_was_computed(city: Path, tmp_path: Path) -> None:
    path = extract(city, "fb-soziales")
    fill_in(path, {("Kosten", "M-001", "von"): "=40000*2", ("Kosten", "M-001", "bis"): "=1/0"})
    assert "INSEK561" in merged(city, path).stderr
    (saved,) = saved_by_libreoffice(tmp_path, path)
    done = merged(city, saved)
    assert "78.000 € → 80.000 €" in done.stdout
    assert done.stderr.count("INSEK561") == 1


def as_people_leave_it(book: Workbook) -> None:
    """Sorted, numbers as text, signs corrected, rows and columns put in, formulas, formats lost."""
    sheet = book["Maßnahmen"]
    sheet.insert_cols(5)
    sheet.cell(2, 5).value = "Notiz des Amts"
    sheet.cell(4, 5).value = "erledigt"
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
    for number, row in enumerate(sorted(rows, key=lambda cells: str(cells[2]))):
        for place, value in enumerate(row):
            sheet.cell(3 + 2 * number, 1 + place).value = _typed(value)
            sheet.cell(4 + 2 * number, 1 + place).value = None
    sheet.insert_rows(1, 2)
    for row in book["Kosten"].iter_rows(min_row=3, min_col=5):
        for cell in row:
            cell.value = _typed(cell.value)
            cell.number_format = "General"


def _typed(value: object) -> object:
    if isinstance(value, int):
        return f"{value:,}".replace(",", ".") if value > 2999 else str(value)
    if isinstance(value, str):
        changed = value.replace("–", "-").replace("„", '"').replace("“", '"')
        return changed.replace(" ", "\u00a0", 1).replace("\n", "_x000D_\n") + "  "
    return value


def test_nor_does_one_that_went_through_many_hands(city: Path) -> None:
    before = texts(city)
    path = fill_in(extract(city, "fb-soziales"), {}, as_people_leave_it)
    done = merged(city, path, "--write")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "Nichts ändert sich."), done
    assert "Notiz des Amts" in done.stderr
    assert texts(city) == before


def test_edits_are_shown_and_written_only_when_asked(city: Path) -> None:
    before = texts(city)
    path = fill_in(
        extract(city, "fb-soziales"),
        {
            ("Maßnahmen", "M-001", "zeitraum.ende"): "05/2031",
            ("Maßnahmen", "M-001", "prioritaet"): "mittel",
            ("Prozess", "M-001", "beginn"): 2027,
            ("Maßnahmen", "M-001", "akteure.beteiligte"): "wohnungsbau\nFB Planung\nstadtwerke",
            ("Kosten", "M-001", "von"): "80.000 €",
            ("Kosten", "M-001", "art", 4): "Umzug",
        },
    )
    done = merged(city, path)
    assert "Priorität: hoch → mittel" in done.stdout
    assert "2030 → 05/2031" in done.stdout
    assert "--write" in done.stdout
    assert texts(city) == before
    done = merged(city, path, "--write")
    assert "git commit" in done.stdout
    after = texts(city)
    wanted = before[M1]
    for old, new in (("prioritaet: hoch", "prioritaet: mittel"), ("ende: 2030", "ende: 2031-05"),
                     ("beginn: 2026-01\n", "beginn: 2027\n"),
                     ("von: 78000", "von: 80000"),
                     ("Mieten ausfallen.\n", "Mieten ausfallen.\n    - art: Umzug\n")):  # fmt: skip
        assert wanted.count(old.encode()) == 1
        wanted = wanted.replace(old.encode(), new.encode())
    assert {name for name in after if after[name] != before.get(name)} == {M1}
    assert after[M1].decode() == wanted.decode()
    assert merged(city, path, "--write").stdout.endswith("Nichts ändert sich.\n")


def test_texts_keep_their_marks_and_take_the_edits_of_both_sides(city: Path) -> None:
    path = extract(city, "fb-soziales")
    book = load_workbook(path)
    row, column = row_of(book, "Maßnahmen", "M-001"), column_of(book, "Maßnahmen", "beschreibung")
    text = str(book["Maßnahmen"].cell(row, column).value)
    edited = text.replace("klärt den Bedarf", "klärt, was gebraucht wird,")
    assert edited != text
    fill_in(path, {("Maßnahmen", "M-001", "beschreibung"): edited})
    raw = (city / M1).read_text(encoding="utf-8")
    ours = raw.replace("schon gar nicht streiten.", "sich nicht streiten.")
    (city / M1).write_text(ours, encoding="utf-8")
    assert merged(city, path, "--write").returncode == 0
    both = ours.replace("klärt den Bedarf", "klärt, was gebraucht wird,")
    assert (city / M1).read_text(encoding="utf-8") == both
    assert "**Leerstandslotsin**" in both


def test_contradictions_stand_side_by_side_until_somebody_decides(city: Path) -> None:
    path = extract(city, "fb-soziales")
    fill_in(path, {("Maßnahmen", "M-001", "zeitraum.ende"): 2033})
    raw = (city / M1).read_bytes().replace(b"  ende: 2030", b"  ende: 2029")
    (city / M1).write_bytes(raw)
    done = merged(city, path, "--write")
    assert done.returncode == 1
    assert all(text in done.stdout for text in ("Widerspruch", "2030", "2029", "2033"))
    assert (city / M1).read_bytes() == raw
    decisions = city / "build" / "merge" / "entscheidungen.xlsx"
    assert faults(decisions) == []
    book = load_workbook(decisions)
    sheet = book["Entscheidungen"]
    keys = [cell.value for cell in sheet[3]]
    sheet.cell(5, keys.index("entscheidung") + 1).value = "fb-soziales.xlsx"
    book.save(decisions)
    done = merged(city, path, "--decisions", decisions)
    assert "2029 → 2033" in done.stdout
    sheet.cell(5, keys.index("wert") + 1).value = "06/2035"
    book.save(decisions)
    assert merged(city, path, "--decisions", decisions, "--write").returncode == 0
    assert b"  ende: 2035-06" in (city / M1).read_bytes()
    (city / M1).write_bytes(raw)
    assert merged(city, path, "--take", "ours").stdout.endswith("Nichts ändert sich.\n")
    merged(city, path, "--take", "M-001:zeitraum=theirs", "--write")
    assert b"  ende: 2033" in (city / M1).read_bytes()


def test_new_rows_and_remarks_find_their_places(city: Path) -> None:
    path = fill_in(
        extract(city, "fb-soziales"),
        {
            ("Maßnahmen", "neu", "titel"): "Mietertelefon",
            ("Maßnahmen", "neu", "handlungsfeld"): "HF1",
            ("Maßnahmen", "neu", "zeitraum.beginn"): 2027,
            ("Maßnahmen", "M-001", "anmerkung"): "Die Stelle ist bewilligt.",
        },
    )
    assert "--into" in merged(city, path).stdout
    done = merged(city, path, "--into", "aemterrunde", "--write")
    assert done.returncode == 0
    after = texts(city)
    assert b"beginn: 2027" in after["data/measures/M-015-mietertelefon.yaml"]
    remarks = after["data/workshops/aemterrunde/remarks.yaml"].decode()
    assert "Die Stelle ist bewilligt." in remarks
    assert "FB Soziales" in remarks
    assert run(city, "check").returncode == 0
    again = merged(city, path, "--into", "aemterrunde", "--write")
    assert "M-015" in again.stdout
    assert texts(city) == after


def test_a_missing_row_deletes_nothing_and_an_emptied_entry_goes(city: Path) -> None:
    def cut(book: Workbook) -> None:
        book["Maßnahmen"].delete_rows(row_of(book, "Maßnahmen", "M-003"))
        book["Prozess"].delete_rows(row_of(book, "Prozess", "M-001"))
        row = row_of(book, "Kosten", "M-001", 1)
        for column in range(5, book["Kosten"].max_column + 1):
            book["Kosten"].cell(row, column).value = None

    before = texts(city)
    done = merged(city, fill_in(extract(city, "fb-soziales"), {}, cut), "--write")
    assert "M-003" in done.stderr
    after = texts(city)
    gone = b"    - art: Einrichtung des B\xc3\xbcros\n      von: 20000\n      rhythmus: einmalig\n"
    assert {name for name in after if after[name] != before[name]} == {M1}
    assert after[M1] == before[M1].replace(gone, b"")


def test_wrong_cells_are_named_and_marked_in_a_copy(city: Path) -> None:
    before = texts(city)
    cells = {
        ("Maßnahmen", "M-001", "status"): "fertig",
        ("Maßnahmen", "M-001", "akteure.beteiligte"): "wohnungsbau\nstadtwerk",
        ("Maßnahmen", "M-001", "zeitraum.ende"): "bald",
        ("Kosten", "M-001", "von"): "ca. 80.000",
        ("Kosten", "M-001", "bis"): "=1/0",
        ("Maßnahmen", "M-003", "kurztitel"): "x" * 61,
    }
    path = fill_in(extract(city, "fb-soziales"), cells)
    done = merged(city, path, "--write")
    assert done.returncode == 1
    assert texts(city) == before
    assert done.stderr.count("INSEK561") == 6
    assert "Meinten Sie „stadtwerke“?" in done.stderr
    copy = city / "build" / "merge" / "fb-soziales-markiert.xlsx"
    assert faults(copy) == []
    book = load_workbook(copy)
    marked = [c for s in book.worksheets for row in s.iter_rows() for c in row if c.comment]
    assert len(marked) == 6
    assert {cell.fill.fgColor.rgb for cell in marked} == {"FFFFC9C9"}


def test_an_edited_massnahmenliste_comes_back_too(city: Path) -> None:
    run(city, "build", "--format", "xlsx", "--profile", "werkstatt")
    path = city / "build" / "werkstatt" / "massnahmenliste.xlsx"
    book = load_workbook(path)
    row = next(r for r in range(3, 30) if book["Daten"].cell(r, 2).value == "M-001")
    book["Daten"].cell(row, column_of(book, "Daten", "kosten.preisstand")).value = 2026
    book["Daten"].cell(row, column_of(book, "Daten", "querverweise")).value = "ganz anders"
    book["Maßnahmenliste"]["C3"].value = "Neuer Text an falscher Stelle"
    book.save(path)
    done = merged(city, path, "--write")
    assert done.returncode == 0
    assert done.stderr.count("INSEK564") == 2
    assert b"preisstand: 2026" in (city / M1).read_bytes()


def test_files_of_elsewhere_are_refused_with_a_reason(city: Path, tmp_path: Path) -> None:
    path = extract(city, "fb-soziales")
    other = copied(tmp_path / "andere")
    concept = other / "data" / "concept.yaml"
    concept.write_text(
        concept.read_text(encoding="utf-8").replace("stadt: Musterstadt", "stadt: Nebenan"),
        encoding="utf-8",
    )
    for root, file, said in (
        (other, path, "Nebenan"),
        (city, _foreign(tmp_path), "woraus sie erstellt"),
        (city, _changed_base(path, tmp_path), "M-001"),
        (city, city / "data" / "concept.yaml", ".yaml"),
        (city, _macros(path, tmp_path), "INSEK522"),
        (city, _torn(path, tmp_path), "INSEK520"),
    ):
        done = merged(root, file, "--write")
        assert done.returncode == 1, said
        assert said in done.stderr
    assert texts(city) == {
        name: raw for name, raw in texts(EXAMPLE).items() if name.startswith("data/")
    }


def _foreign(folder: Path) -> Path:
    book = Workbook()
    book.active.append(["Maßnahme", "Kosten"])
    book.save(folder / "liste.xlsx")
    return folder / "liste.xlsx"


def _changed_base(path: Path, folder: Path) -> Path:
    book = load_workbook(path)
    for row in book["_insek"].iter_rows():
        if row[2].value == "M-001":
            row[5].value = str(row[5].value).replace("2030", "2031")
    book.save(folder / "basis.xlsx")
    return folder / "basis.xlsx"


def _macros(path: Path, folder: Path) -> Path:
    target = folder / "makro.xlsx"
    target.write_bytes(path.read_bytes())
    with ZipFile(target, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"x")
    return target


def _torn(path: Path, folder: Path) -> Path:
    target = folder / "halb.xlsx"
    target.write_bytes(path.read_bytes()[:9000])
    return target


def test_what_a_commit_would_say_is_proposed(city: Path) -> None:
    subprocess.run(["git", "init", "-q"], cwd=city, check=True)
    path = fill_in(extract(city, "fb-soziales"), {("Maßnahmen", "M-001", "prioritaet"): "niedrig"})
    done = merged(city, path, "--write")
    assert "git commit -m 'fb-soziales eingearbeitet: 1 Angabe in 1 Maßnahme'" in done.stdout


def test_a_terminal_is_asked(city: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = texts(city)
    path = fill_in(extract(city, "fb-soziales"), {("Maßnahmen", "M-001", "prioritaet"): "niedrig"})
    asked: list[str] = []
    answers = [False, True]
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("typer.confirm", lambda text, **_: asked.append(text) or answers.pop(0))
    assert merged(city, path).returncode == 1
    assert texts(city) == before
    assert merged(city, path).returncode == 0
    assert asked == ["1 Datei schreiben?"] * 2
    assert b"prioritaet: niedrig" in (city / M1).read_bytes()
