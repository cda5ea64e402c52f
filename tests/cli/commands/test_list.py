"""`insek list`: filters, a table that fits, and data for other programs."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from documents.project_files import write_project
from insek_cli.models.measure import Measure
from report.test_cost_overview import costs, measure

FILTERS = {
    "--field HF2": {"M-005", "M-006", "M-007"},
    "--status zurueckgestellt,entfallen": {"M-008", "M-014"},
    "--missing Kosten": {"M-004"},
    "--missing kosten": {"M-004"},
    "--field hf4 --status abgestimmt": {"M-013"},
}


def ids(done: object) -> list[str]:
    return [record["id"] for record in json.loads(done.stdout)]


@pytest.mark.parametrize("width", ["60", "80", "120"])
def test_the_table_fits_the_terminal(width: str, insek: Callable, musterstadt: Path) -> None:
    done = insek("list", "--all", cwd=musterstadt, COLUMNS=width)
    assert done.returncode == 0
    assert max(map(len, done.stdout.splitlines())) <= int(width)


def test_a_file_gets_whole_titles(insek: Callable, musterstadt: Path) -> None:
    done = insek("list", cwd=musterstadt, COLUMNS="")
    assert "öffentlich zugänglicher Dachterrasse " in done.stdout


@pytest.mark.parametrize("options", FILTERS)
def test_filters(options: str, insek: Callable, musterstadt: Path) -> None:
    done = insek("list", *options.split(), "--format", "json", cwd=musterstadt)
    found = set(ids(done))
    assert found >= FILTERS[options]
    assert len(found) < 14


def test_an_actor_is_found_by_id_and_by_short_name(insek: Callable, musterstadt: Path) -> None:
    by_id = insek("list", "--actor", "fb-planung", "-f", "json", cwd=musterstadt)
    by_name = insek("list", "--actor", "FB Planung", "-f", "json", cwd=musterstadt)
    assert ids(by_id) == ids(by_name) != []


def test_numbered_measures_only_unless_all_are_asked_for(
    insek: Callable, musterstadt: Path
) -> None:
    numbered = ids(insek("list", "-f", "json", cwd=musterstadt))
    everything = ids(insek("list", "--all", "-f", "json", cwd=musterstadt))
    assert set(everything) - set(numbered) == {"M-008", "M-011", "M-014"}


def test_json_has_the_keys_of_the_model(insek: Callable, musterstadt: Path) -> None:
    records = json.loads(insek("list", "--format", "json", cwd=musterstadt).stdout)
    assert len(records) == 11
    assert records[0]["nummer"] == "1.1"
    keys = {key for record in records for key in record}
    assert keys - {"nummer", "ampel", "offen"} <= Measure.model_fields.keys()


def test_csv_runs_no_formula(insek: Callable, project: Path) -> None:
    file = project / "data" / "measures" / "M-002-formel.yaml"
    file.write_text(
        'id: M-002\ntitel: \'=HYPERLINK("x";"y")\'\nhandlungsfeld: HF1\n', encoding="utf-8"
    )
    done = insek("list", "--format", "csv", cwd=project)
    rows = list(csv.DictReader(io.StringIO(done.stdout), delimiter=";"))
    assert [row["nummer"] for row in rows] == ["1.1", "1.2"]
    assert rows[1]["titel"] == '\'=HYPERLINK("x";"y")'


def test_nothing_matches(insek: Callable, project: Path) -> None:
    done = insek("list", "--status", "umgesetzt", cwd=project)
    assert (done.returncode, done.stdout) == (0, "Keine Maßnahme passt.\n")


def test_what_can_be_read_is_listed_despite_errors(insek: Callable, project: Path) -> None:
    measures = project / "data" / "measures"
    (measures / "M-002-kaputt.yaml").write_text("id: [\n", encoding="utf-8")
    (measures / "M-003-feld.yaml").write_text(
        "id: M-003\ntitel: Ohne Feld\nhandlungsfeld: HF9\n", encoding="utf-8"
    )
    done = insek("list", cwd=project)
    assert done.returncode == 0
    assert "Leerstandskataster" in done.stdout
    assert "Ohne Feld" in done.stdout
    assert "1 Fehler in den Daten" in done.stderr
    assert insek("show", "M-003", cwd=project).returncode == 0


def test_whom_to_ask(insek: Callable, musterstadt: Path) -> None:
    done = insek("list", "--by", "actor", "--all", cwd=musterstadt)
    assert done.returncode == 0
    blocks = [block.splitlines() for block in done.stdout.split("\n\n")]
    names = [block[0].partition(":")[0] for block in blocks]
    assert names == sorted(set(names), key=lambda n: (n == "noch ohne Federführung", n.casefold()))
    told = [line.split()[0] for block in blocks for line in block[1::2]]
    records = json.loads(insek("list", "--all", "-f", "json", cwd=musterstadt).stdout)
    assert set(told) >= {record["id"] for record in records if record["offen"]}
    assert len(told) == len(set(told))


def test_nobody_is_asked_for_what_is_not_there(insek: Callable, musterstadt: Path) -> None:
    done = insek("list", "--by", "monat", cwd=musterstadt)
    assert (done.returncode, "--by" in done.stderr) == (2, True)


def test_columns_of_money_end_in_their_sums(insek: Callable, tmp_path: Path) -> None:
    one = {"von": 610340, "bis": 610340, "rhythmus": "einmalig"}
    yearly = {"von": 5, "bis": 7, "rhythmus": "jaehrlich"}
    files: dict[str, object] = {
        "measures/M-001-test.yaml": measure(
            1, "HF1", kosten=costs(one, yearly),
            finanzierung=[{"quelle": "eigenmittel", "anteil": 33.333}],
        ),
        "measures/M-002-a.yaml": measure(
            2, "HF1", kosten=costs({"von": 100, "rhythmus": "einmalig"}, {"rhythmus": "einmalig"}),
            finanzierung=[{"quelle": "dritte"}],
        ),
    }  # fmt: skip
    city = write_project(tmp_path, files)
    done = insek("list", "--columns", "kosten,finanzierung", cwd=city, COLUMNS="160")
    said = done.stdout.replace("\u00a0", " ")
    lines = said.splitlines()
    rows = {n: line for line in lines for n in ("M-001", "M-002") if n in line}
    assert rows["M-001"].split()[-4:] == ["610.340", "€", "203.444,63", "€"]
    assert "ab 100 € + offen" in rows["M-002"]
    assert rows["M-002"].rstrip().endswith("nicht beziffert")
    assert lines[-1] == (
        "Summe: Einmalige Kosten ab 610.440 € + offen; Jährliche Kosten 5 bis 7 €; "
        "Mittel 203.444,63 € + offen"
    )
    assert insek("list", "--columns", "kosten", "-f", "csv", cwd=city).returncode == 2
    assert insek("list", "--columns", "preis", cwd=city).returncode == 2


def test_amounts_are_not_cut_on_a_narrow_terminal(insek: Callable, musterstadt: Path) -> None:
    done = insek("list", "--columns", "kosten,finanzierung", cwd=musterstadt, COLUMNS="80")
    said = done.stdout.replace("\u00a0", " ")
    assert "14.500.000 bis 17.000.000 € + offen  10.200.000 € + offen" in said
