"""A repository of a small city, and the command run in it."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from commands import Done, run

ROOT = Path(__file__).parents[2]
Run = Callable[..., Done]


def git(folder: Path, *arguments: str) -> str:
    command = ["git", "-c", "user.name=Ref. 61", "-c", "user.email=ref61@example.org", *arguments]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """The Musterstadt under git, as a city keeps it."""
    folder = tmp_path / "stadt"
    folder.mkdir()
    shutil.copytree(ROOT / "examples" / "musterstadt" / "data", folder / "data")
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "Anfang")
    return folder


@pytest.fixture
def insek(city: Path) -> Run:
    """Run insek in the city, or in another folder."""

    def here(*arguments: str, cwd: Path = city) -> Done:
        return run(cwd, *arguments)

    return here


@pytest.fixture
def edit(city: Path) -> Callable[[str, str, str], Path]:
    """Replace a text in the one file that a pattern names."""

    def change(pattern: str, old: str, new: str) -> Path:
        (path,) = (city / "data").glob(pattern)
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return path

    return change
