"""Importing as a whole: preview, replacing, mapping, and nothing stored while anything is open."""

import io
from pathlib import Path

import pytest

from workshop.imports.conftest import PROMPT, SLUG, TITLES, Run, Town

HF1 = [f"{PROMPT}: {TITLES[id_]}" for id_ in ("M-001", "M-002", "M-003")]


def stub(town: Town, source: str) -> Path:
    return town.root / "build" / "workshops" / SLUG / f"zuordnung-{source}.yaml"


def test_the_preview_says_what_was_recognised(town: Town, votes: Run) -> None:
    path = town.voters("menti.xlsx", ["Wie war es?", *HF1], [[1, 1, "gut", 1, 2, 3]])
    assert votes(path).out == (
        "menti.xlsx\n"
        "  hf1 (Voters!E3): 1 Stimmzettel\n"
        "    ✓  Leerstandskataster → M-001\n"
        "    ✓  Radweg: Bahnhof, Markt und zurück → M-002\n"
        "    ✓  Grüne Höfe → M-003 Höfe\n"
        "  – Voters!D3: keine Frage dieser Werkstatt: Wie war es?\n"
        "3 Zeilen in data/workshops/abend/ballots.csv gespeichert.\n"
    )


def test_the_same_file_twice_changes_nothing(town: Town, votes: Run) -> None:
    path = town.voters("menti.xlsx", HF1, [[1, 1, 1, 2, 3]])
    assert votes(path).code == 0
    before = town.ballots.read_bytes()
    done = votes(path)
    assert (done.code, town.ballots.read_bytes()) == (0, before)
    assert "ändert sich nichts" in done.out


def test_a_corrected_file_replaces_its_own_rows_only(town: Town, votes: Run) -> None:
    votes(town.file("punkte.csv", "massnahme;punkte\nM-001;4\n"))
    votes(town.voters("menti.xlsx", HF1, [[1, 1, 1, 2, 3], [1, 2, 1, 2, 3]]))
    assert len(town.rows()) == 7
    assert votes(town.voters("menti.xlsx", HF1, [[1, 1, 2, 1, None]])).code == 0
    assert town.rows() == [
        "menti.xlsx;mentimeter;hf1;;;1-1;stimme;1;M-002;1",
        "menti.xlsx;mentimeter;hf1;;;1-1;stimme;2;M-001;1",
        "punkte.csv;punkte;hf1;;;;summe;;M-001;4",
    ]


def test_a_question_imported_alone_leaves_the_others(town: Town, votes: Run) -> None:
    columns = [*HF1, *(f"{PROMPT}: {TITLES[id_]}" for id_ in ("M-003", "M-004", "M-005", "M-006"))]
    path = town.voters("menti.xlsx", columns, [[1, 1, 1, 2, 3, 1, 2, None, None]])
    assert votes(path, "--question", "hf1").code == 0
    assert votes(path, "--question", "hf2").code == 0
    assert [row.split(";")[2] for row in town.rows()] == ["hf1"] * 3 + ["hf2"] * 2
    before = town.ballots.read_bytes()
    assert votes(town.ballots, "--question", "hf2").code == 0
    assert town.ballots.read_bytes() == before


def test_rows_that_go_are_told(town: Town, votes: Run) -> None:
    path = town.voters("menti.xlsx", HF1, [[1, 1, 1, 2, 3], [2, 1, 3, 2, 1]])
    votes(path, "--session", "1")
    assert "3 Zeilen aus einem früheren Einlesen entfallen." in votes(path, "--session", "2").out


def test_what_could_not_be_read_back_is_not_written(town: Town, votes: Run) -> None:
    done = votes(town.file("punkte.csv", "massnahme;punkte;gruppe\nM-001;4;A\u202eB\n"))
    assert (done.code, town.rows()) == (1, [])
    assert "INSEK103" in done.err


def test_a_renamed_file_is_not_counted_again(town: Town, votes: Run) -> None:
    rows = [[1, 1, 1, 2, 3]]
    votes(town.voters("menti.xlsx", HF1, rows))
    done = votes(town.voters("menti (1).xlsx", HF1, rows))
    assert (done.code, len(town.rows())) == (1, 3)
    assert "INSEK533" in done.err
    changed = town.voters("menti (1).xlsx", HF1, [[1, 1, 2, 1, None]])
    assert votes(changed, "--source", "menti.xlsx").code == 0
    assert len(town.rows()) == 2


def test_close_matches_need_a_mapping(town: Town, votes: Run) -> None:
    text = "massnahme;punkte\nLeerstandkataster;4\nEtwas anderes;1\nHöfe;2\n"
    path = town.file("punkte.csv", text)
    done = votes(path)
    assert (done.code, town.rows()) == (1, [])
    assert "INSEK531" in done.err
    file = stub(town, "punkte.csv")
    content = file.read_text(encoding="utf-8")
    assert '  "Leerstandkataster":  # M-001 Leerstandskataster?\n' in content
    assert '  "Etwas anderes":\n' in content
    done = votes(path, "--mapping", file)
    assert (done.code, town.rows()) == (1, [])
    content = content.replace('"Leerstandkataster":', '"Leerstandkataster": M-001')
    file.write_text(content.replace('"Etwas anderes":', '"Etwas anderes": ignorieren'), "utf-8")
    assert votes(path, "--mapping", file).code == 0
    assert [row.split(";")[8:] for row in town.rows()] == [["M-001", "4"], ["M-003", "2"]]


def test_a_close_match_counts_when_somebody_confirms_it(
    town: Town, votes: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    path = town.file("punkte.csv", "massnahme;punkte\nLeerstandkataster;4\n")
    monkeypatch.setattr("sys.stdin", Terminal("n\n"))
    assert votes(path, yes=False).code == 1
    monkeypatch.setattr("sys.stdin", Terminal("y\ny\n"))
    done = votes(path, yes=False)
    assert (done.code, len(town.rows())) == (0, 1)
    assert "ähnlich, bestätigt" in done.out


@pytest.mark.parametrize(
    "text", ["optionen: [a]\n", "x: 1\n", 'optionen:\n  "A": M-999\n', "{", ""]
)
def test_a_mapping_that_says_nothing_usable(text: str, town: Town, votes: Run) -> None:
    mapping = town.file("zuordnung.yaml", text)
    done = votes(town.file("punkte.csv", "massnahme;punkte\nM-001;4\n"), "--mapping", mapping)
    assert (done.code, town.rows()) == (1, [])
    assert "zuordnung.yaml:" in done.err


def test_one_bad_file_of_two_keeps_both_out(town: Town, votes: Run) -> None:
    good = town.file("gut.csv", "massnahme;punkte\nM-001;4\n")
    bad = town.file("schlecht.csv", "massnahme;punkte\nM-001;x\n")
    assert votes(good, bad).code == 1
    assert not town.ballots.exists()
    assert votes(good, town.file("zwei.csv", "massnahme;punkte\nM-002;1\n")).code == 0
    assert len(town.rows()) == 2


def test_frozen_numbers_count_and_computed_ones_do_not(town: Town, votes: Run) -> None:
    path = town.file("punkte.csv", "massnahme;punkte\n1.7;4\n1.2 Höfe;2\n")
    assert votes(path).code == 1
    options = (
        '- nummer: "1.7"\n  id: M-001\n  wortlaut: Leerstand erfassen\n  frage: hf1\n'
        '- nummer: "1.2"\n  id: M-003\n  wortlaut: Höfe\n  frage: hf1\n'
    )
    (town.ballots.parent / "optionen.yaml").write_text(options, encoding="utf-8")
    assert votes(path).code == 0
    assert [row.split(";")[8:] for row in town.rows()] == [["M-001", "4"], ["M-003", "2"]]
    other = town.file("punkte.csv", "massnahme;punkte\n1.7 Höfe;4\n")
    done = votes(other)
    assert (done.code, len(town.rows())) == (1, 2)


def test_numbers_that_no_kit_printed_are_named_as_such(town: Town, votes: Run) -> None:
    path = town.file("punkte.csv", "massnahme;punkte\n1.1;3\n1.2;4\n")
    unnamed = votes(path)
    assert "Keine Frage der Werkstatt hat diese Nummern: 1.1; 1.2" in unnamed.err
    named = votes(path, "--question", "hf1")
    assert "Die Nummer „1.1“ ist für diese Werkstatt nicht gedruckt worden" in named.err
    for done in (unnamed, named):
        assert (done.code, town.rows()) == (1, [])
        assert "Kennungen oder Titel in die Datei schreiben" in done.err
    titled = town.file("punkte.csv", "massnahme;punkte\n1. Bauabschnitt;3\n")
    assert "nicht gedruckt" not in votes(titled, "--question", "hf1").err


def test_broken_rows_in_the_project_are_not_written_over(town: Town, votes: Run) -> None:
    town.ballots.write_text("quelle;kanal\n", encoding="utf-8")
    done = votes(town.file("punkte.csv", "massnahme;punkte\nM-001;4\n"))
    assert done.code == 1
    assert "INSEK501" in done.err
    assert town.ballots.read_text() == "quelle;kanal\n"


def test_group_round_channel_and_question_from_the_command(town: Town, votes: Run) -> None:
    path = town.file("hand.csv", "massnahme;stimmen\nM-003;4\n")
    assert votes(path).code == 1
    options = ("--question", "hf2", "--channel", "hand", "--group", "Gruppe  A", "--round", "2")
    assert votes(path, *options).code == 0
    assert town.rows() == ["hand.csv;hand;hf2;Gruppe A;2;;summe;;M-003;4"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nichts.csv"], "gibt es nicht"),
        (["a.csv", "--channel", "Zettel 1"], "Kanals"),
        (["a.csv", "sub/a.csv"], "heißen gleich"),
        (["a.csv", "b.csv", "--source", "x"], "einer einzigen Datei"),
        (["a.csv", "--mapping", "fehlt.yaml"], "gibt es nicht"),
    ],
)
def test_usage(arguments: list[str], said: str, town: Town, votes: Run) -> None:
    (town.root / "sub").mkdir()
    for name in ("a.csv", "b.csv", "sub/a.csv"):
        town.file(name, "massnahme;punkte\nM-001;4\n")
    done = votes(*arguments)
    assert (done.code, town.rows()) == (2, [])
    assert said in done.err


def test_what_is_open_is_told_where_it_stands_and_once(town: Town, votes: Run) -> None:
    done = votes(town.file("punkte.csv", "massnahme;punkte\n2.9;5\n"))
    assert (done.code, town.rows()) == (1, [])
    assert done.err.startswith(
        "punkte.csv:1:1: Fehler INSEK530 massnahme: Keine Frage der Werkstatt hat diese Nummern:"
        " 2.9\n"
    )
    assert "massnahme: massnahme" not in done.out + done.err
    assert done.err.count("INSEK5") == 1


def test_a_question_that_does_not_exist_is_a_slip_of_the_command(town: Town, votes: Run) -> None:
    done = votes(town.file("punkte.csv", "massnahme;punkte\nM-001;5\n"), "--question", "hf11")
    assert done.code == 2
    assert "hf1" in done.err


def test_numbers_of_people_and_sessions_that_are_not_there(town: Town, votes: Run) -> None:
    path = town.file("punkte.csv", "massnahme;punkte\nM-001;5\nPersonen;12\n")
    done = votes(path, "--session", "1")
    assert done.code == 1
    assert "nicht in Sitzungen geteilt" in done.err
    assert "wie viele da waren, steht nicht in workshop.yaml" in done.err
