"""What earlier runs found out, kept in the user's cache folder: it may be deleted at any time.

An entry is known by the hash of everything it was made from, and carries the hash of itself: one
that is cut, changed or made by another version is never used. It lies outside the project, so that
nothing in a repository can stand for it.
"""

import hashlib
import os
from contextlib import suppress
from pathlib import Path

import platformdirs

VARIABLE = "INSEK_CACHE"
"""Names another folder; `aus` turns the cache off."""
OFF = "aus"
MOST = 200
"""Entries that are kept; the oldest go first."""
_DIGEST = 32


def read(name: str) -> bytes | None:
    """The content of an entry, None when there is none that can be trusted."""
    folder = _folder()
    if folder is None:
        return None
    try:
        whole = (folder / name).read_bytes()
    except OSError:
        return None
    content = whole[_DIGEST:]
    return content if whole[:_DIGEST] == _digest(name, content) else None


def write(name: str, content: bytes) -> None:
    """Keep an entry; without a place to write nothing happens."""
    folder = _folder()
    if folder is None:
        return
    fresh = folder / f".{name}.{os.getpid()}"
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        fresh.write_bytes(_digest(name, content) + content)
        fresh.replace(folder / name)
        _prune(folder)


def _digest(name: str, content: bytes) -> bytes:
    return hashlib.sha256(name.encode() + b"\0" + content).digest()


def _prune(folder: Path) -> None:
    entries = sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime_ns)
    for path in entries[:-MOST]:
        path.unlink(missing_ok=True)


def _folder() -> Path | None:
    named = os.environ.get(VARIABLE, "")
    if named.lower() == OFF:
        return None
    if named:
        return Path(named)
    try:
        return platformdirs.user_cache_path("insek", appauthor=False)
    except RuntimeError:  # a user without a home, as in containers
        return None
