"""How ballots become figures, against figures worked out by hand."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insek_cli.workshop.ballots.cast_ballots import Pick
from insek_cli.workshop.ballots.counting_rules import (
    ballot_points,
    mean_ranks,
    shared_places,
    total_points,
)
from insek_cli.workshop.ballots.outcome import Rule


def ballot(*measures: str, weight: int = 1) -> tuple[Pick, ...]:
    return tuple(Pick(measure, rank, weight) for rank, measure in enumerate(measures, 1))


@pytest.mark.parametrize(
    ("rule", "points"),
    [
        ("zustimmung", {"A": 1, "B": 1}),
        ("borda", {"A": 5, "B": 4}),
        ("borda_schrumpfend", {"A": 2, "B": 1}),
    ],
)
def test_what_a_ballot_of_two_gives_where_five_may_be_named(rule: Rule, points: object) -> None:
    assert ballot_points(rule, ballot("A", "B"), 5) == points


def test_a_weight_counts_as_often() -> None:
    once, thrice = ballot("A", "B"), ballot("A", "B", weight=3)
    for rule in ("zustimmung", "borda", "borda_schrumpfend"):
        assert total_points(rule, [once] * 3, 5) == total_points(rule, [thrice], 5)


def test_mean_ranks_say_how_many_ballots_stand_behind_them() -> None:
    found = mean_ranks([ballot("A", "B"), ballot("B", "A"), ballot("A")])
    assert found == {"A": (4 / 3, 3), "B": (1.5, 2)}


@given(st.dictionaries(st.sampled_from("ABCDEF"), st.integers(0, 4)))
def test_places_count_who_stands_before(values: dict[str, int]) -> None:
    measures = tuple("ABCDEF")
    given_points = Counter(values)
    for measure, place in shared_places(values, measures).items():
        before = [one for one in measures if given_points[one] > given_points[measure]]
        assert place == 1 + len(before)
