"""One writer at a time in one place: a lock of the operating system that names its owner."""

import getpass
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from insek_cli.findings import InsekError
from insek_cli.i18n import _
from insek_cli.storage.journal import FOLDER

WAIT = 20
"""Seconds to wait for another writer: writing takes less than one, and the lock ends with it."""


@contextmanager
def locked(place: Path) -> Iterator[None]:
    """Hold the lock of a place; raises InsekError naming the owner when it stays taken."""
    folder = place / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    owner = folder / "owner"
    if (folder / "lock").is_symlink():
        # It came with a repository from elsewhere, and would lead the writing out of here.
        (folder / "lock").unlink()
    lock = FileLock(folder / "lock", timeout=WAIT)
    try:
        lock.acquire()
    except Timeout as error:
        name = owner.read_text("utf-8").strip() if owner.is_file() else _("unknown")
        raise InsekError(
            _("Another insek is writing to {place} ({owner}).").format(place=place, owner=name),
            _("Wait until it has finished, then try again."),
        ) from error
    try:
        with suppress(OSError):
            owner.unlink(missing_ok=True)
            with owner.open("x", encoding="utf-8") as stream:
                stream.write(_owner())
        yield
    finally:
        with suppress(OSError):
            owner.unlink()
        lock.release()


def _owner() -> str:
    whole = _("{user} on {host}, process {number}")
    return whole.format(user=_user(), host=socket.gethostname(), number=os.getpid())


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"
