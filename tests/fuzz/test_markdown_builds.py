"""The smallest inputs that `check` passed and that once broke a build."""

import pytest

from fuzz.markdown_builds import Piece, built

PASSED = {
    "a link that shows nothing": Piece(True, "Analyse", "Siehe [\u00ad](M-001), [](HF1).\n"),
    "one in a measure": Piece(False, "Hof", "[**\u00ad**](M-001) und [\u2800](mailto:a@b.example)"),
}


@pytest.mark.parametrize("piece", PASSED.values(), ids=PASSED)
def test_what_check_passes_is_built(piece: Piece) -> None:
    assert built([piece]) == 1


def test_many_together_are_built() -> None:
    pieces = [*PASSED.values()] * 3
    assert built(pieces) == len(pieces)
