"""Sums: any order, any split into fields or programmes gives one total, and none is made up."""

from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insek_cli.finance.amount import Amount, amount, total
from insek_cli.finance.costs import costs, total_costs
from insek_cli.finance.shares import rounded, split
from insek_cli.models.measure import Measure
from insek_cli.models.measure_parts import CostItem, Costs

EUROS = st.integers(0, 10**9)
ENDS = st.one_of(st.none(), EUROS)
ITEMS = st.builds(
    lambda low, high, rhythm: CostItem(
        von=low, bis=high if high is None or low is None else low + high, rhythmus=rhythm
    ),
    ENDS,
    ENDS,
    st.sampled_from(["einmalig", "jaehrlich", None]),
)
KNOWN = st.builds(
    Costs,
    positionen=st.lists(ITEMS, max_size=4).map(tuple),
    preisstand=st.sampled_from([None, 2024, 2025]),
)


def measure(number: int, known: Costs | None, field: int = 1, **more: str) -> Measure:
    return Measure.model_validate(
        {
            "id": f"M-{number:03}",
            "titel": "T",
            "handlungsfeld": f"HF{field}",
            "kosten": known,
            **more,
        }
    )


MEASURES = st.lists(st.tuples(st.one_of(st.none(), KNOWN), st.integers(1, 4)), max_size=8).map(
    lambda rows: [measure(number, known, field) for number, (known, field) in enumerate(rows, 1)]
)


@given(MEASURES.flatmap(lambda found: st.tuples(st.just(found), st.permutations(found))))
def test_any_order_and_any_split_give_the_same_total(
    both: tuple[list[Measure], list[Measure]],
) -> None:
    measures, shuffled = both
    whole = total_costs(measures)
    assert total_costs(shuffled) == whole
    fields: dict[str, list[Measure]] = {}
    for each in measures:
        fields.setdefault(each.handlungsfeld, []).append(each)
    middle = len(shuffled) // 2
    for parts in (list(fields.values()), [shuffled[:middle], shuffled[middle:]]):
        sums = [total_costs(part) for part in parts]
        assert {
            kind: total(part[kind] for part in sums if kind in part)
            for kind in dict.fromkeys(kind for part in sums for kind in part)
        } == whole


@given(MEASURES)
def test_the_total_is_that_of_the_positions_and_leaves_none_out(measures: list[Measure]) -> None:
    """Counted again from the positions, without the code that adds."""
    found = total_costs(measures)
    items = [item for m in measures if m.kosten for item in m.kosten.positionen]
    for rhythm in ("einmalig", "jaehrlich", None):
        mine = [item for item in items if item.rhythmus == rhythm]
        sum_ = found.get(rhythm, Amount())
        assert sum_.von == sum(item.von or 0 for item in mine)
        assert sum_.bis == sum(item.bis if item.bis is not None else item.von or 0 for item in mine)
        assert sum_.ab == sum(item.bis is None and item.von is not None for item in mine)
    without = sum(not (m.kosten and m.kosten.positionen) for m in measures)
    counted = sum(each.beziffert + each.offen for each in found.values())
    assert counted == len(items) + without


def test_what_is_merged_dropped_or_named_twice_is_counted_once() -> None:
    price = Costs(positionen=(CostItem(von=100, bis=100, rhythmus="einmalig"),))
    kept = measure(1, price)
    gone = [
        measure(2, price, zusammengefuehrt_in="M-001"),
        measure(3, price, status="zurueckgestellt"),
        measure(4, price, status="entfallen"),
    ]
    assert total_costs([kept, *gone, kept]) == costs(kept)


def test_open_ends_stay_open_and_price_bases_are_named() -> None:
    both = amount(100, None, 2024) + amount(None, 50, 2025) + amount(None, None) + amount(10, 20)
    assert both == Amount(
        110, 170, ab=1, offen=1, beziffert=3, preisstaende=frozenset({2024, 2025, None})
    )
    assert not both.genau
    assert amount(7, 7).genau
    assert Amount().leer


def test_no_costs_are_nought_and_words_are_no_number() -> None:
    none = CostItem(einordnung=("keine",), rhythmus="einmalig")
    high = CostItem(einordnung=("hoch",), rhythmus="jaehrlich")
    found = costs(measure(1, Costs(positionen=(none, high))))
    assert found["einmalig"].genau
    assert found["einmalig"].bis == 0
    assert found["jaehrlich"] == Amount(offen=1)


@given(EUROS, st.lists(st.integers(0, 1000), min_size=1).filter(any))
def test_parts_add_up_and_each_is_within_a_unit(whole: int, weights: list[int]) -> None:
    parts = split(whole, weights)
    assert sum(parts) == whole
    exact = [Fraction(whole * weight, sum(weights)) for weight in weights]
    assert all(abs(part - share) < 1 for part, share in zip(parts, exact, strict=True))


def test_thirds_in_cents() -> None:
    whole = 364_082 + 182_750 + 29_238 + 34_270
    assert whole == 610_340
    parts = split(whole * 100, [1, 1, 1])
    assert parts == [20_344_667, 20_344_667, 20_344_666]
    assert {tuple(sorted(split(100, list(order)))) for order in permutations([1, 1, 1])} == {
        (33, 33, 34)
    }


def test_rounded_sums_and_nothing_to_split_by() -> None:
    assert rounded([Fraction(1, 2), Fraction(1, 2)]) == [1, 0]
    assert rounded([]) == []
    for weights in ([], [0, 0], [1, -1]):
        with pytest.raises(ValueError, match="weights"):
            split(10, weights)
