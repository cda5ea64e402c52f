"""A list that is imported again changes what was corrected in it, and nothing else."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from commands import Done, run
from list_import.lists import table
from list_import.test_shapes import everything, measures

HEADINGS = ("Nr.", "Maßnahme", "Beschreibung", "Zuständig", "Kosten in T€", "Zeitraum")
ROWS = [
    ["1.1", "Höfe öffnen", "Tore auf.", "Ref. 61", 50, "2026"],
    ["1.2", "Bäume pflanzen", "Viele Bäume.", "Ref. 67, WFK", 80, "ab 2027"],
    ["1.3", "Bänke", "Zum Sitzen.", "Ref. 66", None, "laufend"],
]


def rows(**changes: object) -> list[list[object]]:
    """The rows with other cells: a2="…" is the first column of the second row."""
    found: list[list[object]] = [list(row) for row in ROWS]
    for place, value in changes.items():
        found[int(place[1:]) - 1]["abcdef".index(place[0])] = value
    return found


def again(
    root: Path, lines: Sequence[Sequence[object]], *options: str, name: str = "liste"
) -> Done:
    table(root, HEADINGS, lines).rename(root / f"{name}.xlsx")
    done = run(root, "import", f"{name}.xlsx", "--write", *options)
    assert done.returncode == 0, done.stdout + done.stderr
    return done


@pytest.fixture
def city(tmp_path: Path) -> Path:
    again(tmp_path, ROWS)
    return tmp_path


def measure(root: Path, title: str) -> Path:
    return next(p for p in (root / "data" / "measures").iterdir() if title in p.read_text("utf-8"))


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


def test_only_the_corrected_cell_changes(city: Path) -> None:
    path = measure(city, "Bäume pflanzen")
    edit(
        path,
        "handlungsfeld: HF1\n",
        "# mit dem Forst besprechen\nhandlungsfeld: HF1\nart: projekt\n",
    )
    edit(measure(city, "Höfe"), "Tore auf.", "Tore auf, Bänke dazu.")
    before = everything(city)
    again(city, rows(e2=90))
    after = everything(city)
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed == {str(path.relative_to(city)), "imports/liste-stand.csv"}
    text = before[str(path.relative_to(city))].decode()
    assert after[str(path.relative_to(city))].decode() == text.replace("80000", "90000")


def test_a_corrected_title_is_the_same_measure(city: Path) -> None:
    again(city, rows(b1="Höfe und Gärten öffnen"))
    assert {m["titel"]: m["id"] for m in measures(city).values()} == {
        "Höfe und Gärten öffnen": "M-001", "Bäume pflanzen": "M-002", "Bänke": "M-003",
    }  # fmt: skip


def test_moved_new_and_missing_rows(city: Path) -> None:
    new = ["1.1", "Brunnen", "Wasser.", "Ref. 66", 5, "2026"]
    renumbered = [ROWS[1], new, ROWS[0]]
    done = again(city, renumbered, name="liste-2026")
    assert {m["titel"]: m["id"] for m in measures(city).values()} == {
        "Höfe öffnen": "M-001", "Bäume pflanzen": "M-002", "Bänke": "M-003", "Brunnen": "M-004",
    }  # fmt: skip
    assert "nicht mehr in der Liste, bleiben in den Dateien: M-003" in done.stdout
    assert not (city / "imports" / "liste-2026-stand.csv").exists()
    before = everything(city)
    again(city, renumbered, name="liste-2026")
    assert everything(city) == before


def test_what_both_changed_stays_until_somebody_decides(city: Path) -> None:
    edit(measure(city, "Höfe"), "Tore auf.", "Alle Tore auf.")
    done = again(city, rows(c1="Tore zu."))
    assert "INSEK582" in done.stderr
    assert measures(city)["Höfe öffnen"]["beschreibung"] == "Alle Tore auf.\n"
    edited = again(city, rows(c1="Tore zu, wirklich."), "--take", "theirs")
    assert "INSEK582" not in edited.stderr
    assert measures(city)["Höfe öffnen"]["beschreibung"] == "Tore zu, wirklich.\n"


def test_a_deleted_measure_does_not_come_back(city: Path) -> None:
    measure(city, "Bänke").unlink()
    done = again(city, rows(e1=60))
    assert "aus den Dateien gelöscht; ausgelassen: M-003" in done.stdout
    assert len(measures(city)) == 2


def test_a_list_meets_measures_that_are_there(city: Path) -> None:
    (city / "imports" / "liste-stand.csv").unlink()
    edit(measure(city, "Bänke"), "Zum Sitzen.", "Zum Ausruhen.")
    before = everything(city)
    done = again(city, ROWS)
    assert "INSEK582" in done.stderr
    after = everything(city)
    assert {n for n in after if after[n] != before.get(n)} == {"imports/liste-stand.csv"}
