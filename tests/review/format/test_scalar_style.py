"""How a text is written in one line: read as the same text, here and by other YAML readers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from insek_cli.review.format.scalar_style import is_plain, one_line

AWKWARD = st.text(st.sampled_from("ab ä:#-'\"\\[]{},&*!|>%@`?\n\t~0.1e§"), min_size=1, max_size=12)


def read(text: str, version: tuple[int, int] = (1, 2)) -> object:
    yaml = YAML(typ="safe", pure=True)
    yaml.version = version
    return yaml.load(f"- {text}\n")[0]


@given(AWKWARD, st.booleans())
def test_what_is_written_is_read(text: str, careful: bool) -> None:
    assert read(one_line(text, careful=careful)) == text


@pytest.mark.parametrize(
    "text", ["no", "Off", "y", "12:30", "1_000", "2026-05-01", "0o7", "1e3", "08111000"]
)
def test_careful_writing_is_read_as_text_by_older_readers(text: str) -> None:
    assert read(one_line(text, careful=True), (1, 1)) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Straße", "Straße"),
        ("nein", "nein"),
        ("Haus: neu", '"Haus: neu"'),
        ("a #b", '"a #b"'),
        ('sagt "ja"', 'sagt "ja"'),
        ('"ja", sagt', "'\"ja\", sagt'"),
        ("C:\\Daten: alt", "'C:\\Daten: alt'"),
        ("1.5", '"1.5"'),
        ("", '""'),
        ("- x", '"- x"'),
        ("a\nb", '"a\\nb"'),
    ],
)
def test_as_few_marks_as_may_be(text: str, written: str) -> None:
    assert one_line(text) == written
    assert is_plain(text) == (written == text)
