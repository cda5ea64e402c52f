"""Private folders for the engines to work in, and those that a dead run left behind.

Every command looks for the latter: what is rarely needed is loaded only then.
"""

import os
import shutil
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_BENCH = "insek-"
_LOCK = ".in-arbeit"
"""Held by whoever works in a private folder; free when that program is gone, however it ended."""
_BEGINNING = 60.0
"""Seconds in which a new folder may still lack its lock."""


@contextmanager
def private_folder() -> Iterator[Path]:
    """A private folder for the engines to work in; removed at the end, even of a killed run."""
    from filelock import FileLock  # noqa: PLC0415

    from insek_cli.documents.engines import child_processes  # noqa: PLC0415

    with tempfile.TemporaryDirectory(prefix=_BENCH, ignore_cleanup_errors=True) as folder:
        bench = Path(folder)
        child_processes.enter_folder(bench)
        try:
            with FileLock(bench / _LOCK):
                yield bench
        finally:
            child_processes.leave_folder(bench)


def remove_stale_folders() -> None:
    """Remove the private folders of this user's runs that are gone."""
    found: list[Path] = []
    with suppress(OSError), os.scandir(tempfile.gettempdir()) as listing:
        found = [Path(entry.path) for entry in listing if entry.name.startswith(_BENCH)]
    for bench in found:
        with suppress(OSError):
            if _ours(bench) and bench.stat().st_mtime < time.time() - _BEGINNING:
                _clear(bench)


def _clear(bench: Path) -> None:
    from filelock import FileLock, Timeout  # noqa: PLC0415

    with suppress(Timeout):
        with FileLock(bench / _LOCK, blocking=False):
            pass
        shutil.rmtree(bench, ignore_errors=True)


def _ours(bench: Path) -> bool:
    """Whether a run of this user made a folder: no other is touched, and no link followed."""
    folder, lock = bench.lstat(), (bench / _LOCK).lstat()
    mine = not hasattr(os, "getuid") or {folder.st_uid, lock.st_uid} == {os.getuid()}
    return mine and stat.S_ISDIR(folder.st_mode) and stat.S_ISREG(lock.st_mode)
