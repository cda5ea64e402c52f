"""Nothing that comes from data steers a terminal, hides in it or fills it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insek_cli.findings.reporters.terminal_safe import LIMIT, safe


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Straße – 100 %", "Straße – 100 %"),
        ("\x1b[31mrot", "\\u001b[31mrot"),
        ("a\nb\tc", "a\\u000ab\\u0009c"),
        ("ab\u202egnp.exe", "ab\\u202egnp.exe"),
        ("\U000e0041", "\\U000e0041"),
        ("\ud800", "\\ud800"),
    ],
)
def test_what_is_shown(text: str, shown: str) -> None:
    assert safe(text) == shown


@given(st.text(max_size=50), st.integers(1, 60))
def test_one_line_that_can_be_printed(text: str, limit: int) -> None:
    shown = safe(text, limit)
    shown.encode()
    assert [c for c in shown if unicodedata.category(c)[0] == "C" or c in "\u2028\u2029"] == []
    assert shown.endswith("…") or len(text) <= limit


def test_a_long_text_is_cut() -> None:
    assert len(safe("ä" * 10_000)) == LIMIT
