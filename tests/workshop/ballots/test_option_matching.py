"""Which measure an option is: by what it says, never by a guess."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insek_cli.models.ballots import Option
from insek_cli.models.measure import Measure
from insek_cli.workshop.ballots.option_matching import Matcher


def measure(id_: str, titel: str, kurztitel: str | None = None, *frueher: str) -> Measure:
    data = {"id": id_, "titel": titel, "kurztitel": kurztitel, "frueher": frueher}
    return Measure.model_validate({**data, "handlungsfeld": "HF1"})


MEASURES = [
    measure("M-001", "Wohnraumagentur mit Leerstandslotsin", "Wohnraumagentur", "M-900"),
    measure("M-002", "Umsteigepunkt Nordtor: P+R, Leihrad", None, "Nordtor"),
    measure("M-003", "Radweg"),
    measure("M-004", "Radweg"),
    measure("M-005", "Maßnahmen gegen Hitze auf den Plätzen"),
]
FROZEN = [
    Option(nummer="1.1", id="M-002", wortlaut="Umsteigen am Nordtor"),
    Option(nummer="1.10", id="M-001", wortlaut="Wohnraumagentur"),
]


def matcher() -> Matcher:
    """A new one: each looks for near options only so often."""
    return Matcher(MEASURES, FROZEN, {"Hitze!": "M-005", "weiß nicht": "ignorieren"})


@pytest.mark.parametrize(
    ("label", "id_", "how"),
    [
        ("M-001", "M-001", "id"),
        ("m-001", "M-001", "id"),
        ("M-900", "M-001", "id"),
        ("M-001 Wohnraumagentur", "M-001", "id"),
        ("1.1", "M-002", "nummer"),
        ("1.10 Wohnraumagentur", "M-001", "nummer"),
        ("Umsteigen am Nordtor", "M-002", "titel"),
        ("  wohnraumagentur  MIT leerstandslotsin ", "M-001", "titel"),
        ("Nordtor", "M-002", "titel"),
        ("3. Nordtor", "M-002", "titel"),
        ("Umsteigepunkt Nordtor: P+R, Leihrad", "M-002", "titel"),
        ("hitze!", "M-005", "zuordnung"),
        ("weiß nicht", "ignorieren", "zuordnung"),
    ],
)
def test_exact(label: str, id_: str, how: str) -> None:
    found = matcher().match(label)
    assert (found.measure, found.how, found.exact) == (id_, how, True)


@pytest.mark.parametrize(
    ("label", "near"),
    [
        ("Wohnraumagenturen", "M-001"),
        ("Maßnahmen gegen Hitze auf …", "M-005"),
        ("Maßnahmen gegen H", "M-005"),
        ("1.1 Wohnraumagentur", "M-001"),
        ("M-002 Wohnraumagentur", "M-001"),
        ("Radweg", None),
        ("1.2", None),
        ("M-777", None),
        ("Etwas ganz anderes", None),
        ("", None),
    ],
)
def test_nothing_else_is_taken_without_asking(label: str, near: str | None) -> None:
    found = matcher().match(label)
    assert (found.measure, found.exact) == (near, False)


@given(st.text(max_size=60))
def test_any_text_is_matched_or_open(label: str) -> None:
    found = matcher().match(label)
    assert found.exact or found.how in ("aehnlich", "offen")
