"""`insek votes result`: tables for people, records for programs."""

import contextlib
import csv
import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from commands import run
from insek_cli.cli import main
from insek_cli.source import assemble, load_project
from insek_cli.workshop.ballots.ballot_rows import ballots_csv

ROOT = Path(__file__).resolve().parents[3]
SLUG = "massnahmenwerkstatt"

Result = Callable[..., tuple[int, str, str]]


@pytest.fixture
def result(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Result:
    """The command in German on a copy of Musterstadt: exit code, output, errors."""
    city = tmp_path / "musterstadt"
    shutil.copytree(ROOT / "examples" / "musterstadt", city)

    def run(*arguments: str, slug: str = SLUG, root: Path = city) -> tuple[int, str, str]:
        monkeypatch.setenv("INSEK_LANG", "de")
        monkeypatch.setenv("COLUMNS", "100")
        monkeypatch.chdir(root)
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = main(["votes", "result", slug, *arguments])
        return code, out.getvalue(), err.getvalue()

    return run


def test_the_table_shows_places_ties_and_what_does_not_hold(result: Result) -> None:
    code, out, _ = result("--question", "hf1")
    assert code == 0
    tied = [line.split() for line in out.splitlines() if "Spielstraßen" in line]
    assert tied[0][0] == "=3*"
    assert "mentimeter, alle zusammen, 18 Stimmzettel gezählt, 18 anwesend" in out
    assert "punkte, alle zusammen, 66 Punkte, 24 anwesend" in out
    assert "wenn ein Stimmzettel wegfällt" in out
    assert "aus Summen nicht berechenbar" in out
    assert "Rangpunkte nach Borda: Platz 1 gibt 3 Punkte" in out


def test_the_rule_is_told_in_the_language_of_messages(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples" / "musterstadt", tmp_path / "city")
    arguments = ("votes", "result", SLUG, "--question", "hf1")
    said = " ".join(run(tmp_path / "city", *arguments, INSEK_LANG="en").stdout.split())
    assert "Points by rank (Borda): the first place gives 3 points" in said
    assert "up to 3 measures could be chosen" in said
    assert "Rangpunkte" not in said


def test_one_group(result: Result) -> None:
    code, out, _ = result("--question", "hf3", "--group", "Gruppe A")
    assert code == 0
    assert "mentimeter, Gruppe A, 8 Stimmzettel gezählt, 1 Enthaltung" in out
    assert "alle zusammen" not in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(("--question", "hf9"), "hf9"), (("--group", "Gruppe C"), "Gruppe C"), (("-f", "pdf"), "pdf")],
)
def test_unknown_names_are_usage_errors(
    arguments: tuple[str, ...], said: str, result: Result
) -> None:
    code, out, err = result(*arguments)
    assert (code, out) == (2, "")
    assert said in err


def test_json_and_csv_say_the_same(result: Result) -> None:
    records = json.loads(result("--format", "json")[1])
    rows = list(csv.DictReader(io.StringIO(result("--format", "csv")[1]), delimiter=";"))
    assert len(records) == len(rows) > 40
    assert [r["massnahme"] for r in records] == [r["massnahme"] for r in rows]
    first = records[0]
    assert (first["platz"], first["massnahme"], first["borda"]) == (1, "M-002", 42)
    sums = [row for row in rows if row["grundlage"] == "summen"]
    assert {row["borda"] for row in sums} == {"nicht berechenbar"}
    assert {row["mittlerer_rang"] for row in sums} == {"nicht berechenbar"}
    assert rows[0]["mittlerer_rang"] == "1,38"


def test_the_spreadsheet_has_all_rows_and_the_same_bytes_again(
    result: Result, tmp_path: Path
) -> None:
    code, out, _ = result("--format", "xlsx")
    file = tmp_path / "musterstadt" / out.strip()
    assert (code, file.name) == (0, "ergebnisse.xlsx")
    before = file.read_bytes()
    result("--format", "xlsx")
    assert file.read_bytes() == before
    sheet = load_workbook(file)["Ergebnisse"]
    records = json.loads(result("--format", "json")[1])
    assert sheet.max_row == len(records) + 1


def test_a_workshop_without_ballots_says_so_plainly(result: Result) -> None:
    code, out, _ = result(root=ROOT)
    assert code == 0
    assert out.count("Es liegen keine Stimmen vor.") == 4
    code, out, err = result("--format", "json", root=ROOT)
    assert (code, json.loads(out)) == (0, [])
    assert "keine Stimmen" in err
    code, out, _ = result(slug="markt-der-ideen")
    assert (code, out) == (0, "Die Werkstatt hat nichts zur Wahl gestellt.\n")


def test_wrong_rows_stop_the_counting(result: Result, tmp_path: Path) -> None:
    file = tmp_path / "musterstadt" / "data" / "workshops" / SLUG / "ballots.csv"
    file.write_text(file.read_text("utf-8").replace("M-013", "M-099"), "utf-8")
    code, out, err = result()
    assert (code, out) == (1, "")
    assert "INSEK505" in err


def test_the_example_is_written_as_an_import_writes_it() -> None:
    city = ROOT / "examples" / "musterstadt"
    (record,) = [w for w in assemble(load_project(city)).workshops if w.slug == SLUG]
    file = city / "data" / "workshops" / SLUG / "ballots.csv"
    assert file.read_bytes().decode() == ballots_csv(record.ballots)
