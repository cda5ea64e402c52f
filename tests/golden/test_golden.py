"""What is printed today is what the golden files say; `make generate` renews them."""

from pathlib import Path

import pytest

from golden.golden_files import GOLDEN, changes, hold
from golden.golden_sets import SETS
from golden.reports import CITIES

HERE = [name for name in SETS if (GOLDEN / name).is_dir()]
"""Sets with a folder of their own; the findings of the cases lie, and are held, beside them."""


@pytest.fixture(autouse=True)
def german(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INSEK_LANG", "de")


def test_there_is_something_to_compare() -> None:
    assert len(CITIES) >= 3
    assert {*CITIES, "screens", "format"} == set(HERE)


@pytest.mark.parametrize("name", HERE)
def test_golden_files_say_what_is_made_now(name: str, tmp_path: Path) -> None:
    made = SETS[name](tmp_path)
    assert all(made.values())
    for file, text in made.items():
        hold(file, text)
    kept = {file for file in (GOLDEN / name).rglob("*") if file.name != "before.yaml"}
    assert kept == set(made), "golden files that nothing makes"


def test_a_change_is_shown_as_a_unified_diff(tmp_path: Path) -> None:
    file = tmp_path / "golden.txt"
    file.write_bytes(b"Eins\nZwei\nDrei\n")
    assert changes(file, "Eins\nZwei\nDrei\n") == ""
    assert changes(file, "Eins\n2\nDrei\n").splitlines()[2:] == [
        "@@ -1,3 +1,3 @@", " Eins", "-Zwei", "+2", " Drei"
    ]  # fmt: skip
    assert changes(file, "Eins\nZwei\nDrei") != ""
    assert changes(tmp_path / "none.txt", "x\n") != ""


@pytest.mark.parametrize("name", CITIES)
def test_reports_name_no_commit_and_no_version(name: str) -> None:
    """Else each release and each change of data would change every golden file."""
    text = (GOLDEN / name / "insek.md").read_text(encoding="utf-8")
    assert "revision=0123456789abcdef" in text
    assert text.rstrip().endswith("werkzeuge=insek -->")
