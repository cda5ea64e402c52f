"""The state that documents name: the last commit of data and templates, and whether it is left."""

import os
import subprocess
from pathlib import Path

import pytest

from insek_cli.build.revision import changed_since, revision
from insek_cli.findings import InsekError

FILE = Path("data", "concept.yaml")


def git(folder: Path, *arguments: str) -> str:
    command = ["git", "-c", "user.name=Ref. 61", "-c", "user.email=ref61@example.org", *arguments]
    done = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()


@pytest.fixture
def city(tmp_path: Path) -> Path:
    root = tmp_path / "stadt"
    (root / "data").mkdir(parents=True)
    (root / FILE).write_bytes(b"titel: A\nstadt: B\n")
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "Anfang")
    return root


def test_without_a_repository_there_is_none(tmp_path: Path) -> None:
    found = revision(tmp_path)
    assert (found.commit, found.changed) == (None, False)
    with pytest.raises(InsekError):
        changed_since(tmp_path, "HEAD")


def test_other_commits_change_nothing(city: Path) -> None:
    before = revision(city)
    (city / "README.md").write_text("Neu", encoding="utf-8")
    git(city, "add", "-A")
    git(city, "commit", "-qm", "Nur Text")
    assert revision(city) == before
    assert before.commit != git(city, "rev-parse", "HEAD")


@pytest.mark.parametrize(
    ("content", "changed"),
    [
        (b"titel: A\nstadt: B\n", False),
        (b"titel: A\r\nstadt: B\r\n", False),  # checked out on Windows
        (b"titel: A\nstadt: C\n", True),
        (b"titel: A\rstadt: B\r", True),
        (None, True),
    ],
)
def test_content_decides_not_time(city: Path, content: bytes | None, changed: bool) -> None:
    (city / FILE).unlink()
    if content is not None:
        (city / FILE).write_bytes(content)
        os.utime(city / FILE, (0, 0))
    assert revision(city).changed is changed
    assert changed_since(city, "HEAD") == ([FILE.as_posix()] if changed else [])


def test_a_new_file_counts_and_an_ignored_one_does_not(city: Path) -> None:
    (city / ".git" / "info" / "exclude").write_text("*.bak\n", encoding="utf-8")
    (city / "data" / "alt.bak").write_text("x", encoding="utf-8")
    assert not revision(city).changed
    (city / "data" / "Straße 1.yaml").write_text("x", encoding="utf-8")
    assert revision(city).changed
    assert changed_since(city, "HEAD") == ["data/Straße 1.yaml"]


def test_a_link_is_not_the_file_it_points_at(city: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "concept.yaml"
    elsewhere.write_bytes((city / FILE).read_bytes())
    (city / FILE).unlink()
    (city / FILE).symlink_to(elsewhere)
    assert revision(city).changed
