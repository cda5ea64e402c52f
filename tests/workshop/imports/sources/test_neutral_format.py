"""The neutral format: titles, any order of columns, the same when read again."""

import pytest

from workshop.imports.conftest import HEADER, Run, Town

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
