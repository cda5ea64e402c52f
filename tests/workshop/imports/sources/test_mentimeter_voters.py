"""Mentimeter: sessions, slides with one prompt, and the ways rankings are written."""

import pytest

from workshop.imports.conftest import PROMPT, TITLES, Run, Town

HF1 = [f"{PROMPT}: {TITLES[id_]}" for id_ in ("M-001", "M-002", "M-003")]
HF2 = [f"{PROMPT}: {TITLES[id_]}" for id_ in ("M-003", "M-004", "M-005", "M-006")]


def cells(row: str) -> tuple[str, ...]:
    """Question, ballot, kind, rank and measure of a row."""
    _, _, question, _, _, ballot, kind, rank, measure, _ = row.split(";")
    return question, ballot, kind, rank, measure


def test_slides_with_one_prompt_are_told_apart_by_their_options(town: Town, votes: Run) -> None:
    rows = [[1, 1, 1, 2, None, 1, None, 2, None], [1, 2, None, 1, None, None, 1, None, None]]
    done = votes(town.voters("menti.xlsx", [*HF1, *HF2], rows))
    assert done.code == 0, done.err
    assert [cells(row) for row in town.rows()] == [
        ("hf1", "1-1", "stimme", "1", "M-001"),
        ("hf1", "1-1", "stimme", "2", "M-002"),
        ("hf1", "1-2", "stimme", "1", "M-002"),
        ("hf2", "1-1", "stimme", "1", "M-003"),
        ("hf2", "1-1", "stimme", "2", "M-005"),
        ("hf2", "1-2", "stimme", "1", "M-004"),
    ]


def test_names_never_reach_the_project(town: Town, votes: Run) -> None:
    columns = ["Wie heißen Sie?", *HF1, "Quiz: Name", "Quiz: Score", f"{PROMPT} reaction: ❤"]
    rows = [[1, "Erika Beispiel", "Erika", 1, 2, 3, "Erika", 900, 4]]
    done = votes(town.voters("menti.xlsx", columns, rows))
    assert done.code == 0, done.err
    assert len(town.rows()) == 3
    everything = "".join(path.read_text(errors="replace") for path in town.root.rglob("*.[cy]*"))
    assert "Erika" not in everything + done.out + done.err


def test_the_header_is_found_wherever_it_stands(town: Town, votes: Run) -> None:
    table = [["x"], [], ["y"], [], ["Sitzung", "Abstimmende", *HF1], ["1", "01", "1", "2", ""]]
    done = votes(town.workbook("menti.xlsx", Notiz=[["nichts"]], Stimmen=table))
    assert done.code == 0, done.err
    assert [cells(row)[1] for row in town.rows()] == ["1-01", "1-01"]


def test_a_foreign_header_is_refused(town: Town, votes: Run) -> None:
    table = [["Fecha", "Sesión", "Votante", *HF1], ["2030-05-14", 1, 1, 1, 2, 3]]
    done = votes(town.workbook("menti.xlsx", Votantes=table))
    assert (done.code, town.rows()) == (1, [])
    assert "INSEK527" in done.err


def test_a_rehearsal_is_never_mixed_in(town: Town, votes: Run) -> None:
    path = town.voters("menti.xlsx", HF1, [[1, 1, 3, 2, 1], [2, 1, 1, 2, 3], [2, 2, 1, 2, 3]])
    done = votes(path)
    assert (done.code, town.rows()) == (1, [])
    assert "INSEK529" in done.err
    assert "1, 2" in done.err
    assert votes(path, "--session", "2=Gruppe B/1").code == 0
    assert {row.split(";")[3:6:2][0] for row in town.rows()} == {"Gruppe B"}
    assert {cells(row)[1] for row in town.rows()} == {"2-1", "2-2"}
    assert votes(path, "--session", "1=A", "--session", "2=B").code == 0
    assert len(town.rows()) == 9
    assert votes(path, "--session", "3").code == 1
    assert len(town.rows()) == 9


def test_prompt_with_a_colon_at_its_end(town: Town, votes: Run) -> None:
    columns = [f"Ihre Wahl:: {TITLES[id_]}" for id_ in ("M-001", "M-002", "M-003")]
    done = votes(town.voters("menti.xlsx", columns, [[1, 1, 2, 1, 3]]))
    assert done.code == 0, done.err
    assert [cells(row)[4] for row in town.rows()] == ["M-002", "M-001", "M-003"]


def test_choices_without_order_carry_no_rank(town: Town, votes: Run) -> None:
    done = votes(town.voters("menti.xlsx", HF1, [[1, 1, "x", "", "x"], [1, 2, 0, 1, 0]]))
    assert done.code == 0, done.err
    assert [cells(row)[3:] for row in town.rows()] == [
        ("", "M-001"), ("", "M-003"), ("", "M-002")
    ]  # fmt: skip


@pytest.mark.parametrize("heading", ["{}", "Rank {}", "{}. Platz", "#{}"])
def test_a_column_for_each_place(heading: str, town: Town, votes: Run) -> None:
    columns = [f"{PROMPT}: {heading.format(n)}" for n in (1, 2, 3)]
    rows = [[1, 1, TITLES["M-002"], "Höfe", ""], [1, 2, "M-001", "", ""]]
    done = votes(town.voters("menti.xlsx", columns, rows))
    assert done.code == 0, done.err
    assert [cells(row)[1:] for row in town.rows()] == [
        ("1-1", "stimme", "1", "M-002"),
        ("1-1", "stimme", "2", "M-003"),
        ("1-2", "stimme", "1", "M-001"),
    ]


def test_an_ordered_list_in_one_cell(town: Town, votes: Run) -> None:
    first = f"{TITLES['M-002']}, {TITLES['M-001']}"
    second = f"{TITLES['M-001']}, {TITLES['M-002']}, Höfe"
    done = votes(town.voters("menti.xlsx", [PROMPT], [[1, 1, first], [1, 2, second]]))
    assert done.code == 0, done.err
    assert [cells(row)[1:] for row in town.rows()] == [
        ("1-1", "stimme", "1", "M-002"),
        ("1-1", "stimme", "2", "M-001"),
        ("1-2", "stimme", "1", "M-001"),
        ("1-2", "stimme", "2", "M-002"),
        ("1-2", "stimme", "3", "M-003"),
    ]


def test_lists_that_may_be_either_are_asked_about(town: Town, votes: Run) -> None:
    rows = [[1, 1, "M-001; M-002"], [1, 2, "M-001; M-003"]]
    path = town.voters("menti.xlsx", [PROMPT], rows)
    done = votes(path)
    assert (done.code, town.rows()) == (1, [])
    assert "INSEK532" in done.err
    assert votes(path, "--ranked").code == 0
    assert [cells(row)[3] for row in town.rows()] == ["1", "2", "1", "2"]
    assert votes(path, "--unranked").code == 0
    assert [cells(row)[3] for row in town.rows()] == ["", "", "", ""]


def test_a_scale_is_no_ranking(town: Town, votes: Run) -> None:
    rows = [[1, n, 3, 3, 2] for n in range(1, 5)]
    done = votes(town.voters("menti.xlsx", HF1, rows))
    assert (done.code, town.rows()) == (1, [])
    assert "INSEK526" in done.err
    assert "Voters!D3" in done.err


def test_broken_ballots_are_told_and_spoilt(town: Town, votes: Run) -> None:
    rows = [[1, 1, 1, 2, 3, None], [1, 2, 1, 1, None, None], [1, 3, 1, 2, None, None],
            [1, 4, 2, 1, None, None], [1, 5, None, 1, 2, None]]  # fmt: skip
    done = votes(town.voters("menti.xlsx", HF2, rows))
    assert done.code == 0, done.err
    kinds = {cells(row)[1]: cells(row)[2] for row in town.rows()}
    assert kinds == {"1-1": "ungueltig", "1-2": "ungueltig", "1-3": "stimme", "1-4": "stimme",
                     "1-5": "stimme"}  # fmt: skip
    assert "INSEK534" in done.err
    assert "davon 2 ungültig" in done.out


def test_most_ballots_spoilt_say_that_the_cap_is_wrong(town: Town, votes: Run) -> None:
    rows = [[1, n, 1, 2, 3, 4] for n in range(1, 4)]
    done = votes(town.voters("menti.xlsx", HF2, rows))
    assert (done.code, town.rows()) == (1, [])
    assert "Fehler INSEK534" in done.err
    assert "max_auswahl" in done.err


def test_two_slides_with_one_question_are_not_added_up(town: Town, votes: Run) -> None:
    done = votes(town.voters("menti.xlsx", [*HF1, *HF1], [[1, 1, 1, 2, 3, 3, 2, 1]]))
    assert (done.code, town.rows()) == (1, [])
    assert "INSEK530" in done.err


def test_a_voter_twice_is_refused_with_its_cell(town: Town, votes: Run) -> None:
    done = votes(town.voters("menti.xlsx", HF1, [[1, 1, 1, 2, 3], [1, 1, 3, 2, 1]]))
    assert (done.code, town.rows()) == (1, [])
    assert "Voters!C5" in done.err


@pytest.mark.parametrize(
    ("value", "variant"), [("=1+1", "Formel"), ("#REF!", "Fehlerwert")], ids=["formula", "error"]
)
def test_cells_that_are_no_values_are_named(
    value: str, variant: str, town: Town, votes: Run
) -> None:
    done = votes(town.voters("menti.xlsx", HF1, [[1, 1, 1, value, 3]]))
    assert (done.code, town.rows()) == (1, [])
    assert "INSEK523 Voters!E4" in done.err
    assert variant in done.err


def test_an_export_without_votes(town: Town, votes: Run) -> None:
    done = votes(town.voters("menti.xlsx", HF1, []))
    assert (done.code, town.rows()) == (1, [])
    assert "INSEK528" in done.err


def session(*questions: tuple[str, list[tuple[object, ...]]]) -> list[list[object]]:
    rows: list[list[object]] = []
    for number, (heading, options) in enumerate(questions, 1):
        rows += [[f"Question {number}"], ["Date", "2030-05-14"], ["Type", "Ranking"],
                 ["Question", PROMPT], ["Voters", 9], ["Quickform", "no"], [],
                 ["", heading], *map(list, options), []]  # fmt: skip
    return rows


def test_session_sheets_give_sums(town: Town, votes: Run) -> None:
    points = [(TITLES["M-001"], 9), (TITLES["M-002"], 4), ("Höfe", 0)]
    book = town.workbook(
        "menti.xlsx", Overview=[["x"]], Session_1=session(("Points", points)),
        Session_2=session(("Points", [("Höfe", 0), (TITLES["M-001"], 0)])),
    )  # fmt: skip
    done = votes(book)
    assert done.code == 0, done.err
    assert [row.split(";")[6:] for row in town.rows()] == [
        ["summe", "", "M-001", "9"], ["summe", "", "M-002", "4"], ["summe", "", "M-003", "0"]
    ]  # fmt: skip


def test_averages_are_refused(town: Town, votes: Run) -> None:
    options = [(TITLES["M-001"], 1.5), (TITLES["M-002"], 2.25)]
    done = votes(town.workbook("menti.xlsx", Session_1=session(("Average", options))))
    assert (done.code, town.rows()) == (1, [])
    assert "Mittelwert" in done.err
    assert "Session 1!B9" in done.err
