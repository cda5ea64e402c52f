"""The columns of the printed list: they fill the page, and long texts have the room."""

from hypothesis import given
from hypothesis import strategies as st

from insek_cli.documents.column_widths import LEAST, balanced, list_columns

CELLS = st.lists(st.text("ab ", max_size=300), max_size=4).map(tuple)


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), max_size=6), st.integers(90, 500))
def test_the_columns_fill_the_width_and_none_is_below_its_least(
    rows: list[list[tuple[str, ...]]], total: int
) -> None:
    least = (36.0, 26.0, 26.0)
    widths = balanced(rows, least, total)
    assert abs(sum(widths) - total) < 0.2
    assert all(width >= low for width, low in zip(widths, least, strict=True))


def test_the_column_with_the_long_text_is_the_widest() -> None:
    rows = [(("Weg",), ("Wort " * 60,), ()), (("Park",), ("Wort " * 20,), ("–",))]
    widths = balanced(rows, (20, 20, 20), 200)
    assert widths[1] > 100
    assert widths[2] < 30


def test_a_list_without_measures_has_columns_too() -> None:
    assert len(list_columns([]).split()) == len(LEAST) + 2
