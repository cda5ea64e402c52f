"""Circles among measures: found where there are any, named as they run, none made up."""

from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from insek_cli.checks.cycles import find_cycles

IDS = [f"M-{number:03}" for number in range(1, 7)]
GRAPHS = st.dictionaries(
    st.sampled_from(IDS), st.lists(st.sampled_from([*IDS, "M-999"]), max_size=3).map(tuple)
)


@given(GRAPHS)
def test_circles_are_real_and_found_where_there_are_any(graph: dict[str, tuple[str, ...]]) -> None:
    circles = list(find_cycles(graph))
    for circle in circles:
        assert circle[0] == circle[-1]
        assert all(after in graph[before] for before, after in pairwise(circle))
    try:
        TopologicalSorter(graph).prepare()
    except CycleError:
        assert circles
    else:
        assert circles == []


def test_a_measure_may_not_wait_for_itself() -> None:
    assert list(find_cycles({"M-001": ("M-001",)})) == [("M-001", "M-001")]


def test_a_chain_of_thousands_is_walked() -> None:
    graph = {str(number): (str(number + 1),) for number in range(20_000)}
    assert list(find_cycles(graph)) == []
    assert len(list(find_cycles(graph | {"20000": ("0",)}))) == 1
