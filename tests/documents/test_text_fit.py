"""Text is split and never lost: whatever is put in comes out, in order, and fits."""

from hypothesis import given, settings
from hypothesis import strategies as st

from effort import SLOW
from insek_cli.documents.text_fit import SIZES, Block, Para, arrange_columns, pack_columns

WIDTH, HEIGHT = 400.0, 300.0

words = st.lists(st.text("abcdefghßü", min_size=1, max_size=12), min_size=1, max_size=120)
paras = st.builds(Para, words.map(" ".join), st.integers(0, 2), st.booleans())
blocks = st.lists(st.lists(paras, min_size=1, max_size=6).map(tuple), min_size=1, max_size=8)


def flat(columns: list[list[Block]]) -> list[str]:
    """The words of all paragraphs, without the marks of a cut."""
    parts = [para for column in columns for block in column for para in block]
    return [word for para in parts for word in para.text.split() if word != "…"]


@settings(max_examples=SLOW)
@given(blocks, st.sampled_from(SIZES))
def test_nothing_is_higher_than_a_slide(given_blocks: list[Block], size: int) -> None:
    for column in pack_columns(given_blocks, WIDTH, HEIGHT, size):
        tallest = [sum(para.height(WIDTH, size) for para in block) for block in column]
        heads = [block[0].height(WIDTH, size) for block in column]
        # A heading that alone fills a slide is the one thing that cannot be helped; half a line
        # more than a slide is still inside its margin.
        assert sum(tallest) <= HEIGHT + size / 2 or max(heads) > HEIGHT / 3


@given(st.lists(paras.map(lambda para: (para,)), min_size=1, max_size=12), st.sampled_from((1, 2)))
def test_every_word_stays_in_its_order(given_blocks: list[Block], columns: int) -> None:
    size, filled = arrange_columns(given_blocks, WIDTH, HEIGHT, columns)
    assert size in SIZES
    assert flat(filled) == flat([given_blocks])


@settings(max_examples=SLOW)
@given(blocks)
def test_what_fits_one_slide_is_not_split(given_blocks: list[Block]) -> None:
    high = sum(para.height(WIDTH, SIZES[-1]) for block in given_blocks for para in block)
    _, filled = arrange_columns(given_blocks, WIDTH, high + 1)
    assert len(filled) == 1
