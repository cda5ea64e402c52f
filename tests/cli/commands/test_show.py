"""`insek show`: the measure that was meant, on a card."""

from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.mark.parametrize("word", ["M-005", "m5", "2.1", "kaufhaus am MARKT", "Dachterrasse"])
def test_ways_to_name_a_measure(word: str, insek: Callable, musterstadt: Path) -> None:
    done = insek("show", word, cwd=musterstadt)
    assert done.returncode == 0
    assert "M-005 · 2 Wirtschaft" in done.stdout


def test_several_fit(insek: Callable, musterstadt: Path) -> None:
    done = insek("show", "nordstadt", cwd=musterstadt)
    assert done.returncode == 2
    assert "passt auf 4 Maßnahmen" in done.stderr
    assert "M-003" in done.stderr


def test_a_typing_error_is_answered_with_the_nearest(insek: Callable, project: Path) -> None:
    done = insek("show", "Leerstandkatastr", cwd=project)
    assert done.returncode == 2
    assert "Meinten Sie „Leerstandskataster“?" in done.stderr


def test_the_card_speaks_the_language_of_messages(insek: Callable, musterstadt: Path) -> None:
    """Columns and values have the names of the data; what the program adds is a message."""
    said = insek("show", "M-004", cwd=musterstadt, INSEK_LANG="en").stdout
    assert "Still open" in said
    assert "Noch offen" not in said
    assert "Beschreibung" in said
    assert "Noch offen" in insek("show", "M-004", cwd=musterstadt).stdout
