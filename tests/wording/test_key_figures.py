"""The lower end of a sum as a key figure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insek_cli.finance.amount import amount
from insek_cli.wording.sums import LARGE, at_least


@pytest.mark.parametrize(
    ("low", "said"),
    [
        (40_415_000, ("40,4", "Mio. €")),
        (1_999_999, ("1,9", "Mio. €")),
        (1_000_000, ("1", "Mio. €")),
        (1_234_567_890, ("1.234", "Mio. €")),
        (999_999, ("999", "Tsd. €")),
        (9_500, ("9,5", "Tsd. €")),
        (999, None),
        (None, None),
    ],
)
def test_it_is_short(low: int | None, said: tuple[str, str] | None) -> None:
    assert at_least(amount(low, None)) == said


@given(st.integers(min_value=1000, max_value=10**12))
def test_it_never_says_more_than_is_known(low: int) -> None:
    said = at_least(amount(low, low + 5))
    assert said
    figure = float(said[0].replace(".", "").replace(",", "."))
    size = {unit: euro for euro, unit in LARGE}[said[1]]
    assert low * 0.9 < figure * size <= low
