"""What was probably meant: umlauts, capitals and dashes do not count, guesses are not made."""

import pytest

from insek_cli.findings.suggest import closest, did_you_mean

KEYS = ("beschreibung", "handlungsfeld", "zeitraum", "Begründung", "ref-61")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("beschreibun", "beschreibung"),
        ("Beschreibung", "beschreibung"),
        ("handlungs feld", "handlungsfeld"),
        ("begruendung", "Begründung"),
        ("ref_61", "ref-61"),
        ("zietraum", "zeitraum"),
        ("kosten", None),
        ("", None),
    ],
)
def test_the_nearest(word: str, meant: str | None) -> None:
    assert closest(word, KEYS) == meant


def test_nothing_near_asks_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INSEK_LANG", "de")
    assert did_you_mean("kosten", KEYS) == ""
    assert did_you_mean("Zeitraum", []) == ""
    assert "zeitraum" in did_you_mean("Zeitraun", KEYS)
