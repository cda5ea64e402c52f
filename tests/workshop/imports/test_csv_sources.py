"""Sticky dots, the neutral format, LimeSurvey, and CSV files as offices save them."""

import pytest

from workshop.imports.conftest import HEADER, TITLES, Run, Town

DOTS = (
    "Tisch;Runde;Maßnahme;Punkte\n1;1;Grüne Höfe;5\n1;1;Leerstandskataster;3\n2;1;Grüne Höfe;-1\n"
)
READ = [
    "punkte.csv;punkte;hf1;1;1;;summe;;M-001;3",
    "punkte.csv;punkte;hf1;1;1;;summe;;M-003;5",
    "punkte.csv;punkte;hf1;2;1;;summe;;M-003;-1",
]


@pytest.mark.parametrize(
    "raw",
    [
        DOTS.encode(),
        DOTS.encode("utf-8-sig"),
        DOTS.encode("cp1252"),
        DOTS.encode("utf-16"),
        DOTS.replace(";", "\t").encode("utf-16-le"),
        DOTS.replace(";", ",").encode(),
        ("sep=;\r\n" + DOTS.replace("\n", "\r\n")).encode("cp1252"),
        ("\ufeffsep=,\n" + DOTS.replace(";", ",")).encode(),
    ],
    ids=["utf-8", "bom", "cp1252", "utf-16", "utf-16 tabs", "commas", "sep crlf", "bom sep"],
)
def test_dots_in_any_dialect(raw: bytes, town: Town, votes: Run) -> None:
    done = votes(town.file("punkte.csv", raw))
    assert done.code == 0, done.err
    assert town.rows() == READ


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("massnahme;punkte;Punkte\nM-001;1;2\n", "INSEK525"),
        ("massnahme;gruppe\nM-001;A\n", "INSEK525"),
        ("punkte;gruppe\n3;A\n", "INSEK525"),
        ("massnahme;punkte\nM-001;viele\n", "punkte.csv:2:2: Fehler INSEK526"),
        ("massnahme;punkte\nM-001;1,5\n", "INSEK526"),
        ("massnahme;punkte\nM-001;\n", "INSEK526"),
        ("massnahme;punkte\n;4\n", "INSEK526"),
        ("massnahme;punkte\nM-001;4;5\n", "punkte.csv:2:1: Fehler INSEK524"),
        ('massnahme;punkte\n"M-001;4\n', "INSEK524"),
        ("massnahme;punkte\nM-0\x0001;4\n", "INSEK524"),
        ("a;b\n1;2\n", "INSEK527"),
        ("massnahme;punkte\n", "INSEK528"),
        ("", "INSEK528"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_as_a_whole(
    text: str, found: str, town: Town, votes: Run
) -> None:
    done = votes(town.file("punkte.csv", text))
    assert (done.code, town.rows()) == (1, [])
    assert found in done.err


def test_undecodable_letters_are_refused(town: Town, votes: Run) -> None:
    done = votes(town.file("punkte.csv", b"massnahme;punkte\nM\x81\x8d;4\n"))
    assert (done.code, town.rows()) == (1, [])
    assert "INSEK524" in done.err


def test_people_are_compared_with_the_workshop(town: Town, votes: Run) -> None:
    text = "tisch;massnahme;punkte\n1;M-001;3\n1;Personen;7\n2;Personen;5\n"
    done = votes(town.file("punkte.csv", text))
    assert done.code == 0
    assert "punkte: 12" in done.err


def test_a_table_of_dots_from_a_spreadsheet(town: Town, votes: Run) -> None:
    path = town.workbook("punkte.xlsx", Tisch=[["Maßnahme", "Punkte"], ["M-001", 4]])
    assert votes(path).code == 0
    assert town.rows() == ["punkte.xlsx;punkte;hf1;;;;summe;;M-001;4"]


def test_sums_of_all_questions_in_one_list(town: Town, votes: Run) -> None:
    text = "massnahme;punkte\nM-001;4\nM-002;1\nM-004;2\n"
    assert votes(town.file("punkte.csv", text)).code == 0
    assert [row.split(";")[2] for row in town.rows()] == ["hf1", "hf1", "hf2"]
    assert votes(town.file("mehr.csv", text + "M-003;9\n")).code == 1
    assert len(town.rows()) == 3


NEUTRAL = HEADER + (
    "zettel.csv;zettel;hf1;A;1;1;stimme;1;Höfe;1\n"
    "zettel.csv;zettel;hf1;A;1;1;stimme;2;M-001;1\n"
    "zettel.csv;zettel;hf1;A;1;2;enthaltung;;;1\n"
)


def test_the_neutral_format_takes_titles_and_any_order_of_columns(town: Town, votes: Run) -> None:
    turned = "\n".join(";".join(reversed(line.split(";"))) for line in NEUTRAL.split("\n"))
    done = votes(town.file("neutral.csv", turned))
    assert done.code == 0, done.err
    assert [row.split(";")[8] for row in town.rows()] == ["M-003", "M-001", ""]
    assert town.ballots.read_bytes().startswith(HEADER.encode())


def test_what_was_written_is_read_as_the_same(town: Town, votes: Run) -> None:
    votes(town.file("neutral.csv", NEUTRAL))
    before = town.ballots.read_bytes()
    done = votes(town.ballots)
    assert "ändert sich nichts" in done.out
    assert town.ballots.read_bytes() == before


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("hf1;A;1;2", "hf9;A;1;2", "INSEK530"),
        ("M-001", "M-004", "INSEK531"),
        ("stimme;2", "stimme;1", "INSEK506"),
        ("stimme;2", "votum;2", "INSEK503"),
        (";gewicht", "", "INSEK525"),
    ],
)
def test_neutral_rows_that_contradict_the_workshop(
    old: str, new: str, found: str, town: Town, votes: Run
) -> None:
    done = votes(town.file("neutral.csv", NEUTRAL.replace(old, new)))
    assert (done.code, town.rows()) == (1, [])
    assert found in done.err


LIME = (
    '"Antwort ID","Datum Abgeschickt","Letzte Seite","Name","{q} [Rang 1]","{q} [Rang 2]"\n'
    '"7","2030-05-14","3","Erika","Grüne Höfe","Leerstandskataster"\n'
    '"9","","1","Max","Leerstandskataster",""\n'
    '"12","2030-05-14","3","","Leerstandskataster",""\n'
)


def test_limesurvey_rankings_of_finished_answers(town: Town, votes: Run) -> None:
    done = votes(town.file("umfrage.csv", LIME.replace("{q}", "Was zuerst?")))
    assert done.code == 0, done.err
    assert [row.split(";")[1:] for row in town.rows()] == [
        ["limesurvey", "hf1", "", "", "1", "stimme", "1", "M-003", "1"],
        ["limesurvey", "hf1", "", "", "1", "stimme", "2", "M-001", "1"],
        ["limesurvey", "hf1", "", "", "2", "stimme", "1", "M-001", "1"],
    ]
    assert "Erika" not in done.out + done.err


def test_limesurvey_codes_end_in_a_mapping(town: Town, votes: Run) -> None:
    text = '"id","submitdate","lastpage","Q1[1]","Q1[2]"\n"1","2030","3","A1","A2"\n'
    path = town.file("umfrage.csv", text)
    done = votes(path, "--question", "hf1")
    assert done.code == 1
    stub = town.root / "build" / "workshops" / "abend" / "zuordnung-umfrage.csv.yaml"
    filled = stub.read_text().replace('"A1":', '"A1": M-001').replace('"A2":', '"A2": ignorieren')
    stub.write_text(filled, encoding="utf-8")
    done = votes(path, "--mapping", stub)
    assert done.code == 0, done.err
    assert [row.split(";")[6:9] for row in town.rows()] == [["stimme", "1", "M-001"]]


def test_limesurvey_choices_in_columns(town: Town, votes: Run) -> None:
    names = ",".join(f'"Was zuerst? [{TITLES[id_]}]"' for id_ in ("M-001", "M-003"))
    text = f'"id","submitdate",{names}\n"1","2030","Ja","Nein"\n"2","2030","Ja","Ja"\n'
    assert votes(town.file("umfrage.csv", text)).code == 0
    assert [row.split(";")[7:9] for row in town.rows()] == [
        ["", "M-001"], ["", "M-001"], ["", "M-003"]
    ]  # fmt: skip
