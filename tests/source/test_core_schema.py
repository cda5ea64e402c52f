"""Plain scalars by YAML 1.2, chapter 10.3, and not by YAML 1.1: nein and 08:30 are words."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insek_cli.source.core_schema import Unclear, resolve_plain

VALUES = {
    "": None, "~": None, "null": None, "Null": None,
    "true": True, "FALSE": False,
    "0": 0, "-7": -7, "+12": 12, "0o17": 15, "0xFf": 255,
    "1.5": 1.5, "-.5": -0.5, "1.": 1.0, "2e3": 2000.0, "1.5E-2": 0.015,
    "-.inf": -math.inf, ".Inf": math.inf,
}  # fmt: skip
WORDS = (
    "nein",
    "yes",
    "on",
    "nULL",
    "08:30",
    "1_000",
    "2026-05",
    "1.2.3",
    "+",
    "-",
    ".",
    "0b1",
    "1e",
    "§ 9",
)


@pytest.mark.parametrize(("text", "value"), VALUES.items())
def test_values(text: str, value: object) -> None:
    found = resolve_plain(text)
    assert (found, type(found)) == (value, type(value))


def test_not_a_number_is_one_word_of_the_schema() -> None:
    found = resolve_plain(".nan")
    assert isinstance(found, float)
    assert math.isnan(found)


@pytest.mark.parametrize("text", WORDS)
def test_everything_else_is_text(text: str) -> None:
    assert resolve_plain(text) == text


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("08111000", "leading_zero"),
        ("-007", "leading_zero"),
        ("01.5", "leading_zero"),
        ("1234567890123456", "too_long"),
        ("0.1234567890123456", "too_long"),
        ("0x" + "1" * 5000, "too_long"),
        ("9" * 100_000, "too_long"),
    ],
)
def test_a_number_that_would_lose_something_stays_what_is_written(text: str, why: str) -> None:
    """Keys of municipalities and 20 digits: as a number they would be others."""
    found = resolve_plain(text)
    assert isinstance(found, Unclear)
    assert found.why == why
    assert text.startswith(str(found))


@given(st.integers(-(10**14), 10**14))
def test_whole_numbers_are_what_they_say(number: int) -> None:
    assert resolve_plain(str(number)) == number
