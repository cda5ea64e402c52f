"""What cells mean: ranks, marks, places and lists, and when nobody can say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insek_cli.workshop.imports.rank_encodings import (
    by_list,
    by_option,
    by_place,
    heading_place,
    split_options,
)

OPTIONS = ("Grüne Höfe", "Radweg: Bahnhof, Markt und zurück", "Nachtbus")


def resolve(text: str) -> str | None:
    return text if text in OPTIONS else None


@pytest.mark.parametrize(
    ("heading", "place"),
    [
        ("1", 1), ("1.", 1), ("2nd", 2), ("Rank 3", 3), ("Ranking #4", 4), ("2. Platz", 2),
        (" 10 ", 10), ("Priorität 1", 1), ("1. Wahl", 1),
        ("Radweg", None), ("100", None), ("1 2", None), ("Haus 3", None),
    ],
)  # fmt: skip
def test_headings_that_name_a_place(heading: str, place: int | None) -> None:
    assert heading_place(heading) == place


def test_marks_are_choices_without_order() -> None:
    found = by_option(("A", "B"), [("x", ""), ("ja", "B"), ("nein", "0"), ("", "–")])
    assert found.problem is None
    # Who marked nothing voted blank; who left everything empty did not vote.
    assert found.ballots == (((None, "A"),), ((None, "A"), (None, "B")), (), None)


def test_ranks_are_put_in_order() -> None:
    found = by_option(("A", "B", "C"), [("2", "1", ""), ("", "1", "3")])
    assert found.ballots == (((1, "B"), (2, "A")), ((1, "B"), (3, "C")))
    assert not found.spoilt


def test_one_rank_twice_spoils_a_ballot_and_many_such_are_a_scale() -> None:
    good, bad = ("1", "2", "3"), ("2", "2", "1")
    assert by_option(("A", "B", "C"), [good, good, bad]).spoilt == {2}
    assert by_option(("A", "B", "C"), [good, bad, bad]).problem == "scale"


def test_a_word_among_ranks_is_named_with_its_cell() -> None:
    found = by_option(("A", "B"), [("1", "2"), ("1", "vielleicht")])
    assert (found.problem, found.value, found.at) == ("number", "vielleicht", (1, 1))


def test_columns_of_places() -> None:
    found = by_place((2, 1), [("B", "A"), ("", ""), ("A", "A")])
    assert found.ballots[:2] == (((1, "A"), (2, "B")), None)
    assert found.spoilt == {2}


@pytest.mark.parametrize(
    ("lists", "ranked"),
    [
        ([["A", "B"], ["B", "A"]], True),  # no single order: each ballot has its own
        ([["A", "B"], ["A", "C"]], None),  # may be the order in which the options were shown
        ([["A"], ["B"]], False),
    ],
)
def test_whether_lists_are_rankings(lists: list[list[str]], ranked: bool | None) -> None:
    found = by_list([", ".join(labels) for labels in lists], lists, None)
    if ranked is None:
        assert found.problem == "order"
        return
    assert found.problem is None
    assert [place for ballot in found.ballots for place, _ in ballot or ()] == (
        [1, 2, 1, 2] if ranked else [None, None]
    )


def test_numbers_make_a_ranking() -> None:
    lists = [["A", "B"], ["A", "B"]]
    assert by_list(["1. A\n2. B", "1) A; 2) B"], lists, None).ballots[0] == ((1, "A"), (2, "B"))


@given(
    st.permutations(OPTIONS).flatmap(lambda o: st.integers(1, 3).map(lambda n: o[:n])),
    st.sampled_from([", ", ",", "; ", "\n", " | ", " > "]),
)
def test_options_that_hold_the_separator_stay_whole(options: list[str], mark: str) -> None:
    assert split_options(mark.join(options), resolve) == options


def test_a_list_as_json_and_one_that_nobody_knows() -> None:
    assert split_options('["Nachtbus", "Grüne Höfe"]', resolve) == ["Nachtbus", "Grüne Höfe"]
    assert split_options("Etwas, anderes", resolve) == ["Etwas, anderes"]
    assert split_options(" ", resolve) == []
    assert split_options("[" * 100_000, resolve) == ["[" * 100_000]
