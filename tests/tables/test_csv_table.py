"""CSV files as offices save them: any dialect, any encoding, or refused as a whole."""

import pytest

from workshop.imports.conftest import Run, Town

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
