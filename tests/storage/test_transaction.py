"""Killed at the n-th file operation, n = 1, 2, 3 … until it succeeds: old or new files."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from figures import FAULTS, count
from insek_cli.findings import InsekError
from insek_cli.storage import Recovered, disk, recover, write_files

OLD = {"a.txt": b"old a", "b.txt": b"old b", "weg.txt": b"old"}
NEW = {"a.txt": b"new a", "b.txt": b"new b" * 1000, "tief/c.txt": b"new c"}
KILLED = 9
OPERATIONS = ("make_folder", "write", "replace", "keep", "remove", "sync_folder")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    for name, content in OLD.items():
        (tmp_path / name).write_bytes(content)
    return tmp_path


def change(place: Path) -> None:
    files = {place / name: content for name, content in NEW.items()}
    write_files(place, files, remove=[place / "weg.txt"])


def state(place: Path) -> dict[str, bytes]:
    found = (p for p in place.rglob("*") if p.is_file() and ".insek/" not in p.as_posix())
    return {path.relative_to(place).as_posix(): path.read_bytes() for path in found}


def counted(limit: int, end: Callable[[], None]) -> Iterator[tuple[str, Callable[..., None]]]:
    """Every disk operation, made so that the `limit`-th one ends halfway."""
    count = 0

    def wrap(name: str, real: Callable[..., None]) -> Callable[..., None]:
        def operation(*arguments: object) -> None:
            nonlocal count
            count += 1
            if count == limit:
                if name == "write":
                    path, content = arguments
                    assert isinstance(path, Path)
                    assert isinstance(content, bytes)
                    path.write_bytes(content[: len(content) // 2])
                end()
            real(*arguments)

        return operation

    for name in OPERATIONS:
        yield name, wrap(name, getattr(disk, name))


def killed_at(limit: int, work: Callable[[], object]) -> bool:
    """Run `work` in a child that dies at its `limit`-th operation; whether it died."""
    child = os.fork()
    if child == 0:
        for name, operation in list(counted(limit, lambda: os._exit(KILLED))):
            setattr(disk, name, operation)
        work()
        os._exit(0)
    died = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == KILLED
    count(FAULTS, died)
    return died


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a forked child")
def test_killed_anywhere_the_files_are_old_or_new(place: Path) -> None:
    before = state(place)
    outcomes = set()
    limit = 1
    while True:
        for path in state(place):
            (place / path).unlink()
        for name, content in OLD.items():
            (place / name).write_bytes(content)
        if not killed_at(limit, lambda: change(place)):
            break
        recovered = recover(place)
        after = state(place)
        assert after in (before, NEW), limit
        outcomes.add((recovered, after == NEW))
        assert recover(place) is Recovered.NOTHING
        limit += 1
    assert state(place) == NEW
    assert (Recovered.COMPLETED, True) in outcomes
    assert (Recovered.UNDONE, False) in outcomes
    assert limit > 20


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a forked child")
def test_killed_while_recovering_the_next_recovery_finishes(place: Path) -> None:
    before = state(place)
    limit = 1
    while killed_at(limit, lambda: change(place)):
        inner = 1
        while killed_at(inner, lambda: recover(place)):
            inner += 1
        recover(place)
        assert state(place) in (before, NEW), limit
        for path in state(place):
            (place / path).unlink()
        for name, content in OLD.items():
            (place / name).write_bytes(content)
        limit += 1


@pytest.mark.parametrize("limit", range(1, 60))
def test_an_error_at_any_operation_leaves_the_old_files(
    place: Path, monkeypatch: pytest.MonkeyPatch, limit: int
) -> None:
    """A full disk, a folder that vanishes: an error at one operation, then all works again."""
    before = state(place)

    def fail() -> None:
        count(FAULTS)
        raise OSError(28, "No space left on device", str(place / "a.txt"))

    for name, operation in list(counted(limit, fail)):
        monkeypatch.setattr(disk, name, operation)
    try:
        change(place)
    except InsekError:
        monkeypatch.undo()
        recover(place)
        assert state(place) in (before, NEW)
    else:
        assert state(place) == NEW


def test_a_file_held_open_is_named_and_everything_goes_back(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows while Word holds a document."""
    before = state(place)
    real = Path.replace

    def refuse(source: Path, target: Path) -> None:
        if Path(target).name == "b.txt" and str(source).endswith(".new"):
            count(FAULTS)
            raise PermissionError(13, "in use", str(target))
        real(source, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(InsekError, match=r"b\.txt"):
        change(place)
    assert state(place) == before


def test_a_short_hold_is_waited_for(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A virus scanner lets go after a moment."""
    real, tries = Path.replace, []

    def refuse_twice(source: Path, target: Path) -> None:
        if Path(target).name == "b.txt" and len(tries) < 2:
            tries.append(target)
            error = PermissionError(13, "in use", str(target))
            error.winerror = 32  # type: ignore[attr-defined]
            raise error
        real(source, target)

    monkeypatch.setattr(Path, "replace", refuse_twice)
    change(place)
    assert state(place) == NEW


def test_a_write_protected_file_is_not_replaced(place: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write everything")
    (place / "a.txt").chmod(0o444)
    with pytest.raises(InsekError, match=r"a\.txt"):
        change(place)
    assert (place / "a.txt").read_bytes() == OLD["a.txt"]
