"""One writer at a time: the second waits, is told who writes, and a lock ends with its owner."""

import os
from pathlib import Path

import pytest

from insek_cli.findings import InsekError
from insek_cli.storage import lock
from insek_cli.storage.journal import FOLDER


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "WAIT", 0.1)


def test_a_second_writer_is_told_who_writes(tmp_path: Path) -> None:
    with lock.locked(tmp_path):
        with pytest.raises(InsekError) as caught, lock.locked(tmp_path):
            pass
        assert str(os.getpid()) in str(caught.value)
    with lock.locked(tmp_path):
        pass
    assert not (tmp_path / FOLDER / "owner").exists()


def test_what_fails_leaves_the_place_free(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), lock.locked(tmp_path):
        raise ZeroDivisionError
    with lock.locked(tmp_path):
        assert (tmp_path / FOLDER / "owner").is_file()


@pytest.mark.parametrize("name", ["lock", "owner"])
def test_a_link_that_came_with_the_folder_leads_nowhere(tmp_path: Path, name: str) -> None:
    place, elsewhere = tmp_path / "stadt", tmp_path / "fremd.txt"
    elsewhere.write_text("bleibt", encoding="utf-8")
    (place / FOLDER).mkdir(parents=True)
    (place / FOLDER / name).symlink_to(elsewhere)
    with lock.locked(place):
        pass
    assert elsewhere.read_text(encoding="utf-8") == "bleibt"
