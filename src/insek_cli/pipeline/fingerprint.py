"""One hash of all that decides an outcome: files of the project, the program, its tools, options.

This module loads nothing heavy: with an unchanged project it is all that runs.
"""

import hashlib
import os
import platform
import stat
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from insek_cli.i18n import language
from insek_cli.resources import fonts_dir, schema_dir, templates_dir

LARGEST = 256 * 1024 * 1024
"""Bytes of a file that is read; of a larger one, which no check accepts, size and time count."""
_PACKAGE = Path(__file__).resolve().parents[1]


def fingerprint(root: Path, folders: Iterable[str], *options: object) -> str:
    """The hash of the files in folders of a project, and of everything else that counts."""
    digest = hashlib.sha256(program().encode())
    around = (language(), os.environ.get("SOURCE_DATE_EPOCH", ""), *options)
    digest.update(repr(around).encode())
    for folder in folders:
        inside = root / folder
        # Data that lies elsewhere is a finding; templates of the owner's own may.
        paths = [inside] if folder == "data" and inside.is_symlink() else _files(inside)
        for path in paths:
            _add(digest, path, root)
    return digest.hexdigest()


def _add(digest: "hashlib._Hash", path: Path, root: Path) -> None:
    digest.update(b"\0" + os.fsencode(path.relative_to(root)) + b"\0")
    try:
        digest.update(hashlib.sha256(_content(path)).digest())
    except OSError as error:
        digest.update(repr(error).encode())


def _content(path: Path) -> bytes:
    """What decides of a file; a link or a pipe is a finding of its own, and is never opened."""
    state = path.stat(follow_symlinks=False)
    if stat.S_ISLNK(state.st_mode):
        return os.fsencode(path.readlink())
    if stat.S_ISREG(state.st_mode) and state.st_size <= LARGEST:
        return path.read_bytes()
    return repr((state.st_mode, state.st_size, state.st_mtime_ns)).encode()


def _files(folder: Path) -> Iterator[Path]:
    for above, folders, files in os.walk(folder):
        folders.sort()
        # Links to folders are listed among them, and are not followed.
        links = [name for name in folders if Path(above, name).is_symlink()]
        yield from (Path(above, name) for name in sorted([*files, *links]))


@cache
def program() -> str:
    """The hash of the program as it is installed: its files, all packages, the machine."""
    digest = hashlib.sha256(repr((_packages(), sys.version, platform.machine())).encode())
    for folder in (_PACKAGE, templates_dir(), schema_dir(), fonts_dir()):
        for path in _files(folder):
            if path.suffix != ".pyc":
                state = path.stat()
                digest.update(f"{path}\0{state.st_size}\0{state.st_mtime_ns}\0".encode())
    return digest.hexdigest()


def _packages() -> list[str]:
    """Names and versions of all that is installed, told by folders: to ask for them takes longer
    than the rest."""
    paths = (path for folder in map(Path, sys.path) for path in folder.glob("*.*-info"))
    return sorted(path.name for path in paths)
