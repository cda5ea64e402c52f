"""Sticky dots: people, spreadsheets, one list for all questions."""

from workshop.imports.conftest import Run, Town


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
