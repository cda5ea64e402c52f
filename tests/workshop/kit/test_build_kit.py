"""Which files a kit has, what is said of the rest, and the lists to paste and to fill in."""

import re
from collections.abc import Callable
from pathlib import Path

from openpyxl import load_workbook

from workshop.kit.kit_files import SLUG, folder, frozen

LIMIT = 60


def test_a_workshop_without_questions_prints_the_rest(musterstadt: Path, kit: Callable) -> None:
    done = kit(musterstadt, "markt-der-ideen")
    assert done.returncode == 0
    names = {path.name for path in folder(musterstadt, "markt-der-ideen").iterdir()}
    assert {"karten.pdf", "plakat-hf1.pdf", "tisch-hf4.pdf", "ablauf.pdf"} <= names
    assert not {"stimmzettel.pdf", "mentimeter.txt", "strichliste.xlsx"} & names
    assert "the questions (fragen)" in done.stdout
    assert not (frozen(musterstadt).parent.parent / "markt-der-ideen" / "optionen.yaml").exists()


def test_what_is_missing_is_said(stadt: Path, kit: Callable) -> None:
    out = kit(stadt, SLUG).stdout
    for words in ("the day (datum)", "the place (ort)", "max_auswahl", "the programme"):
        assert words in out


def test_a_question_may_not_put_to_vote_what_the_workshop_leaves_out(
    stadt: Path, kit: Callable, measure: Callable
) -> None:
    measure("M-002", "Zweite")
    path = frozen(stadt).parent / "workshop.yaml"
    text = path.read_text(encoding="utf-8") + "    massnahmen:\n      - M-001\n      - M-002\n"
    text += "ausgenommen:\n  - grund: erledigt\n    massnahmen:\n      - M-002\n"
    path.write_text(text, encoding="utf-8")
    done = kit(stadt, SLUG)
    assert "M-002 on the ballot of hf1: the workshop leaves it out" in done.stdout
    assert "M-002" not in frozen(stadt).read_text(encoding="utf-8")


def test_german_messages(stadt: Path, kit: Callable) -> None:
    assert "Es fehlt noch:" in kit(stadt, SLUG, INSEK_LANG="de").stdout


def test_an_unknown_workshop_is_answered_with_the_nearest(musterstadt: Path, kit: Callable) -> None:
    done = kit(musterstadt, "massnahmenwerkstat")
    assert done.returncode == 2
    assert "massnahmenwerkstatt" in done.stderr


def test_errors_in_the_data_stop_it(stadt: Path, kit: Callable, measure: Callable) -> None:
    measure("M-002", "Zweite", "status: fertig")
    done = kit(stadt, SLUG)
    assert done.returncode == 1
    assert "M-002.yaml" in done.stderr
    assert not (stadt / "build").exists()
    assert not frozen(stadt).exists()


def test_old_sheets_go_and_other_files_stay(stadt: Path, kit: Callable) -> None:
    folder(stadt).mkdir(parents=True)
    for name in ("plakat-hf9.pdf", "tisch-gruppe-x.pdf", "notizen.txt", "plakat.docx"):
        (folder(stadt) / name).write_text("x", encoding="utf-8")
    assert kit(stadt, SLUG).returncode == 0
    names = {path.name for path in folder(stadt).iterdir()}
    assert {"notizen.txt", "plakat.docx", "karten.pdf"} <= names
    assert not {"plakat-hf9.pdf", "tisch-gruppe-x.pdf"} & names


def test_options_for_mentimeter_are_unique_and_short(
    stadt: Path, kit: Callable, measure: Callable
) -> None:
    for number in range(2, 14):
        measure(f"M-{number:03}", "Ein sehr langer Titel, der sich nur am Ende unterscheidet, " * 2)
    assert kit(stadt, SLUG).returncode == 0
    text = (folder(stadt) / "mentimeter.txt").read_bytes().decode()
    options = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert len(options) == len(set(options)) == 13
    assert max(map(len, options)) <= LIMIT
    assert options[9].startswith("1.10 Ein sehr langer Titel")
    assert options[9].endswith(" …")


def test_the_tally_form_is_read_back(stadt: Path, kit: Callable, insek: Callable) -> None:
    assert kit(stadt, SLUG).returncode == 0
    path = folder(stadt) / "strichliste.xlsx"
    book = load_workbook(path)
    sheet = book["Strichliste"]
    head, row = ([cell.value for cell in sheet[number]] for number in (4, 5))
    assert row[:4] == ["hf1", "1.1", "M-001", "Leerstandskataster"]
    for name, value in {"gruppe": "Gruppe A", "punkte": 7}.items():
        sheet.cell(5, head.index(name) + 1).value = value
    book.save(path)
    done = insek(stadt, "votes", "import", SLUG, str(path), "--yes")
    assert done.returncode == 0, done.stderr
    rows = (frozen(stadt).parent / "ballots.csv").read_text(encoding="utf-8").splitlines()
    assert rows[1:] == ["strichliste.xlsx;punkte;hf1;Gruppe A;;;summe;;M-001;7"]


def test_a_pasted_option_finds_its_measure_when_the_list_has_grown(
    stadt: Path, kit: Callable, insek: Callable, measure: Callable
) -> None:
    measure("M-002", "Ein sehr langer Titel, der nicht in eine Zeile der Umfrage passen will")
    assert kit(stadt, SLUG).returncode == 0
    (option,) = re.findall("1.2 .*", (folder(stadt) / "mentimeter.txt").read_text(encoding="utf-8"))
    measure("M-003", "Zuerst", "reihenfolge: 1")
    votes = stadt / "punkte.csv"
    votes.write_text(f'massnahme;punkte\n"{option}";4\n', encoding="utf-8")
    done = insek(stadt, "votes", "import", SLUG, str(votes), "--yes", "--question", "hf1")
    assert done.returncode == 0, done.stdout + done.stderr
    assert ";M-002;4" in (frozen(stadt).parent / "ballots.csv").read_text(encoding="utf-8")


def test_the_tally_form_asks_every_question(printed: Path) -> None:
    sheet = load_workbook(folder(printed) / "strichliste.xlsx")["Strichliste"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5)]
    assert [row[0] for row in rows] == [f"hf{field}" for field in (1, 2, 3, 4) for _ in range(4)]
    assert [row[2] for row in rows if row[0] == "hf2"] == ["M-002", "M-005", "M-006", "M-012"]
    assert sheet["H3"].value == f"=SUM(H5:H{sheet.max_row})"


def test_the_tally_form_holds_titles_as_text(stadt: Path, kit: Callable, measure: Callable) -> None:
    measure("M-002", "'=1+1'")
    assert kit(stadt, SLUG).returncode == 0
    sheet = load_workbook(folder(stadt) / "strichliste.xlsx")["Strichliste"]
    (cell,) = [cell for row in sheet.iter_rows() for cell in row if cell.value == "=1+1"]
    assert cell.data_type == "s"
