"""The chain of measures that ends last."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from insek_cli.models.measure import Measure
from insek_cli.schedule.chains import critical_chain


def measure(number: int, after: list[int], end: int | None = None, **more: object) -> Measure:
    return Measure.model_validate(
        {
            "id": f"M-{number:03}", "titel": "T", "handlungsfeld": "HF1",
            "abhaengig_von": tuple(f"M-{each:03}" for each in after),
            "zeitraum": {"beginn": 2025, "ende": end}, **more,
        }
    )  # fmt: skip


def ids(*measures: Measure) -> list[str]:
    return [each.id for each in critical_chain(measures)]


def test_it_ends_with_the_last_and_goes_back_by_the_latest() -> None:
    plan = measure(1, [], 2026), measure(2, [], 2028), measure(3, [1, 2], 2029)
    assert ids(*plan, measure(4, [1], 2027), measure(5, [], 2040)) == ["M-002", "M-003"]
    assert ids(*plan, measure(4, [3], 2031)) == ["M-002", "M-003", "M-004"]
    assert ids(*plan, measure(4, [1])) == ["M-001", "M-004"], "without an end it ends last"


def test_what_is_given_up_holds_nobody_up() -> None:
    assert ids(measure(1, [], 2026, status="entfallen"), measure(2, [1], 2027)) == []
    assert ids(measure(1, [2], 2026), measure(2, [1], 2027)) == ["M-001", "M-002"]


GRAPHS = st.lists(
    st.tuples(
        st.lists(st.integers(1, 6), max_size=3), st.one_of(st.none(), st.integers(2025, 2040))
    ),
    min_size=1, max_size=6,
).map(lambda rows: [measure(n, after, end) for n, (after, end) in enumerate(rows, 1)])  # fmt: skip


@given(GRAPHS.flatmap(lambda found: st.tuples(st.just(found), st.permutations(found))))
def test_each_waits_for_the_one_before_in_any_order(
    both: tuple[list[Measure], list[Measure]],
) -> None:
    chain = critical_chain(both[0])
    assert critical_chain(both[1]) == chain
    assert len({each.id for each in chain}) == len(chain)
    for before, after in itertools.pairwise(chain):
        assert before.id in after.abhaengig_von
