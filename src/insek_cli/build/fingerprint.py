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

from insek_cli import limits
from insek_cli.build.beside_data import yaml_beside_data
from insek_cli.i18n import language
from insek_cli.limits import Budget
from insek_cli.resources import fonts_dir, schema_dir, templates_dir

_PACKAGE = Path(__file__).resolve().parents[1]


def fingerprint(root: Path, folders: Iterable[str], *options: object) -> str:
    """The hash of the files in folders of a project, and of everything else that counts."""
    digest = hashlib.sha256(program_hash().encode())
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    around = (language(), epoch, yaml_beside_data(root), *options)
    digest.update(repr(around).encode())
    budget = Budget(limits.HASHED)
    for folder in folders:
        inside = root / folder
        # Data that lies elsewhere is a finding; templates of the owner's own may.
        if folder == "data" and inside.is_symlink():
            digest.update(os.fsencode(inside.readlink()))
            continue
        for entry in _entries(str(inside)):
            digest.update(b"\0" + os.fsencode(entry.path.removeprefix(str(root))) + b"\0")
            try:
                digest.update(hashlib.sha256(_content(entry, budget)).digest())
            except OSError as error:
                digest.update(repr(error).encode())
    return digest.hexdigest()


def _content(entry: "os.DirEntry[str]", budget: Budget) -> bytes:
    """What decides of a file; a link or a pipe is a finding of its own, and is never opened.

    Of a file that no check accepts, and of all that is beyond the budget, size and times decide.
    """
    state = entry.stat(follow_symlinks=False)
    if stat.S_ISLNK(state.st_mode):
        return os.fsencode(Path(entry.path).readlink())
    small = stat.S_ISREG(state.st_mode) and state.st_size <= limits.IMAGE
    if small and budget.take(state.st_size):
        return Path(entry.path).read_bytes()
    times = (state.st_mtime_ns, state.st_ctime_ns)
    return repr((state.st_mode, state.st_size, times)).encode()


def _entries(folder: str) -> "Iterator[os.DirEntry[str]]":
    """All that is no folder in a folder and below, sorted; no link is followed.

    Entries of the system, not paths: there are hundreds, and this is all that runs.
    """
    waiting = [folder]
    while waiting:
        try:
            with os.scandir(waiting.pop()) as listing:
                found = sorted(listing, key=lambda entry: entry.name)
        except OSError:
            continue
        for entry in found:
            if entry.is_dir(follow_symlinks=False):
                waiting.append(entry.path)
            else:
                yield entry


@cache
def program_hash() -> str:
    """The hash of the program as it is installed: its files, all packages, the machine."""
    digest = hashlib.sha256(repr((_packages(), sys.version, platform.machine())).encode())
    for folder in (_PACKAGE, templates_dir(), schema_dir(), fonts_dir()):
        for entry in _entries(str(folder)):
            if not entry.name.endswith(".pyc"):
                state = entry.stat()
                digest.update(f"{entry.path}\0{state.st_size}\0{state.st_mtime_ns}\0".encode())
    return digest.hexdigest()


def _packages() -> list[str]:
    """Names and versions of all that is installed, told by folders: to ask for them takes longer
    than the rest."""
    entries = (entry for folder in sys.path for entry in _listed(folder))
    return sorted(name for name in entries if name.endswith((".dist-info", ".egg-info")))


def _listed(folder: str) -> list[str]:
    try:
        with os.scandir(folder or os.curdir) as listing:
            return [entry.name for entry in listing]
    except OSError:
        return []
