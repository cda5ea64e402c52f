"""The file operations a transaction is made of; nothing else touches the disk while writing."""

import os
import shutil
import time
from pathlib import Path

SHARING = (5, 32, 33)
"""Windows: access denied, sharing violation, lock violation: the file is open elsewhere."""
PATIENCE = (0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds between tries: virus scanners let go of a file soon, Word and Excel do not."""


def make_folder(path: Path) -> None:
    """Create a folder and those above it."""
    path.mkdir(parents=True, exist_ok=True)


def write(path: Path, content: bytes) -> None:
    """Write a new file and see it onto the disk; a link or pipe of that name is never followed."""
    path.unlink(missing_ok=True)
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def replace(source: Path, target: Path) -> None:
    """Put `source` in the place of `target`; tries again while another program holds it."""
    for pause in (*PATIENCE, None):
        try:
            source.replace(target)
            return
        except PermissionError as error:
            if pause is None or getattr(error, "winerror", None) not in SHARING:
                raise
            time.sleep(pause)


def keep(source: Path, copy: Path) -> None:
    """Keep the content of `source` under a second name."""
    try:
        os.link(source, copy)
    except OSError:
        shutil.copy2(source, copy)


def remove(path: Path) -> None:
    """Remove a file; nothing happens when there is none."""
    path.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """See the names in a folder onto the disk; Windows does so by itself."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
