"""One hash of all that decides an outcome: files of the project, the program, its tools, options.

This module loads nothing heavy: with an unchanged project it is all that runs.
"""

import hashlib
import os
import platform
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from insek_cli.i18n import language
from insek_cli.resources import fonts_dir, schema_dir, templates_dir

_PACKAGE = Path(__file__).resolve().parents[1]


def fingerprint(root: Path, folders: Iterable[str], *options: object) -> str:
    """The hash of the files in folders of a project, and of everything else that counts."""
    digest = hashlib.sha256(program().encode())
    around = (language(), os.environ.get("SOURCE_DATE_EPOCH", ""), *options)
    digest.update(repr(around).encode())
    for folder in folders:
        for path in _files(root / folder):
            _add(digest, path, root)
    return digest.hexdigest()


def _add(digest: "hashlib._Hash", path: Path, root: Path) -> None:
    digest.update(b"\0" + os.fsencode(path.relative_to(root)) + b"\0")
    try:
        # A link is a finding of its own, whatever it leads to.
        content = os.fsencode(path.readlink()) if path.is_symlink() else path.read_bytes()
        digest.update(hashlib.sha256(content).digest())
    except OSError as error:
        digest.update(repr(error).encode())


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
