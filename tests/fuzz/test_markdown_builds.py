"""The smallest inputs that `check` passed and that once broke a build."""

import pytest

from fuzz.markdown_builds import Piece, built

ROWS = "| x | y |\n" * 90
PASSED = {
    "a link that shows nothing": Piece(True, "Analyse", "Siehe [\u00ad](M-001), [](HF1).\n"),
    "one in a measure": Piece(False, "Hof", "[**\u00ad**](M-001) und [\u2800](mailto:a@b.example)"),
    "a link that ends with a soft hyphen": Piece(
        True, "Hof\u00ad", "[a\u00ad](mailto:a@b.example)"
    ),
    "a link in a repeated head": Piece(
        True, "Analyse", "| a | [b](HF1) |\n| --- | --- |\n" + "| x | y |\n" * 90
    ),
    "a footnote in a repeated head": Piece(
        True, "Analyse", f"| a | **b[^1]** |\n| --- | --- |\n{ROWS}\n\n[^1]: Quelle\n"
    ),
    "an image amid marks": Piece(
        True, "Analyse", "- **x** : ***![alt](plan.svg)***  ![b](plan.svg)3. **[^1]**\n\n[^1]: N.\n"
    ),
    "an image between words": Piece(True, "Analyse", "- a **b ![alt](plan.svg) c** d\n- e\n"),
}


@pytest.mark.parametrize("piece", PASSED.values(), ids=PASSED)
def test_what_check_passes_is_built(piece: Piece) -> None:
    assert built([piece]) == 1


def test_many_together_are_built() -> None:
    pieces = [*PASSED.values()] * 3
    assert built(pieces) == len(pieces)
