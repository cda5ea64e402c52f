"""A repository from elsewhere may bring links and journals; nothing outside the project changes."""

import json
from pathlib import Path

import pytest

from commands import run as insek
from trust.cities import found_city

SECRET = "geheim\n"


@pytest.fixture
def city(tmp_path: Path) -> Path:
    return found_city(tmp_path / "stadt")


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A folder beside the project, with a file that must stay as it is."""
    folder = tmp_path / "draussen"
    folder.mkdir()
    (folder / "wichtig.txt").write_text(SECRET, encoding="utf-8")
    return folder


def untouched(folder: Path) -> bool:
    """Whether the folder holds that one file and nothing else."""
    return [path.name for path in folder.iterdir()] == ["wichtig.txt"] and (
        folder / "wichtig.txt"
    ).read_text(encoding="utf-8") == SECRET


def test_a_link_in_place_of_a_document_is_replaced(city: Path, outside: Path) -> None:
    (city / "build").mkdir()
    (city / "build" / "insek.md").symlink_to(outside / "wichtig.txt")
    done = insek(city, "build", "--format", "md")
    assert done.returncode == 0, done.stderr
    assert untouched(outside)
    assert not (city / "build" / "insek.md").is_symlink()


@pytest.mark.parametrize("link", ["build", "build/.insek", "build/workshops"])
def test_a_folder_that_is_a_link_is_refused(city: Path, outside: Path, link: str) -> None:
    (city / link).parent.mkdir(exist_ok=True)
    (city / link).symlink_to(outside, target_is_directory=True)
    slug = "massnahmenwerkstatt"
    done = insek(city, "workshop", "report", slug, "--format", "md")
    assert done.returncode == 3
    assert "führt über eine Verknüpfung aus seinem Ordner hinaus" in done.stderr
    assert untouched(outside)


@pytest.mark.parametrize("state", ["staging", "moving", "returning"])
def test_a_journal_from_elsewhere_moves_nothing(city: Path, outside: Path, state: str) -> None:
    ours = city / "build" / "neu.txt"
    folder = city / "build" / ".insek"
    folder.mkdir(parents=True)
    ours.write_text("untergeschoben", encoding="utf-8")
    aim = str(outside / "wichtig.txt")
    entries = [
        {"target": aim, "new": str(ours), "old": None},
        {"target": aim, "new": None, "old": aim},
        {"target": str(ours), "new": aim, "old": aim},
        {"target": str(city / "build" / ".." / ".." / "draussen" / "wichtig.txt"), "new": None,
         "old": None},
    ]  # fmt: skip
    for entry in entries:
        journal = {"state": state, "entries": [entry]}
        (folder / "journal.json").write_text(json.dumps(journal), encoding="utf-8")
        assert insek(city, "list").returncode == 0
        assert untouched(outside)


def test_nothing_stays_behind_but_the_documents(city: Path) -> None:
    assert insek(city, "build", "--format", "md").returncode == 0
    assert insek(city, "new", "measure", "Neu", "--field", "HF1").returncode == 0
    found = {path.relative_to(city).as_posix() for path in (city / "build").rglob("*")}
    images = {f"build/bilder/{path.name}" for path in (city / "data/bilder").iterdir()}
    images |= {"build/bilder", "build/bilder/.insek.json"}
    assert found - images <= {"build/insek.md", "build/.insek", "build/.insek/lock"}
    assert not (city / "data" / ".insek").exists()
