"""The one place that starts git: plumbing commands that run nothing a repository configures."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from insek_cli import limits
from insek_cli.findings import InsekError
from insek_cli.i18n import _
from insek_cli.limits import Budget

_HASH = re.compile(rb"[0-9a-f]{40}(?:[0-9a-f]{24})?\n")
_TEXTS = (".yaml", ".md", ".csv")
_SAFE = (
    "-c", "core.fsmonitor=false",
    "-c", "core.hooksPath=/dev/null",
    "-c", "core.quotePath=false",
)  # fmt: skip


def git(root: Path, *arguments: str, text: bytes | None = None) -> bytes | None:
    """Output of a plumbing command; None outside a repository, without git or when it fails."""
    try:
        done = subprocess.run(
            [_program(), *_SAFE, *arguments],
            cwd=root, env=_around(), input=text, capture_output=True, timeout=60, check=False,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None


def _bounded(root: Path, most: int, *arguments: str) -> bytes | None:
    """The same for what may have no end: of more than `most` bytes only as many are read."""
    try:
        with subprocess.Popen(
            [_program(), *_SAFE, *arguments],
            cwd=root,
            env=_around(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        ) as running:
            assert running.stdout is not None
            output = running.stdout.read(most + 1)
            if len(output) > most:
                running.kill()
                return output
    except OSError:
        return None
    return output if running.returncode == 0 else None


def _around() -> dict[str, str]:
    """Variables that keep git to this repository as it is, and to itself."""
    return {
        **os.environ,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
        # A partial clone would fetch what it lacks: by any program its configuration names.
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_ALLOW_PROTOCOL": "none",
        # What a commit holds is not what a repository says it should be replaced by.
        "GIT_NO_REPLACE_OBJECTS": "1",
        "GIT_GRAFT_FILE": os.devnull,
    }


@cache
def _program() -> str:
    """The git of the path; a file of that name in a stranger's folder is never started."""
    name = "git.exe" if sys.platform == "win32" else "git"
    found = (Path(folder, name) for folder in os.get_exec_path() if Path(folder).is_absolute())
    program = next((path for path in found if path.is_file()), None)
    if program is None:
        raise FileNotFoundError(name)
    return str(program)


def commit_of(root: Path, revision: str) -> str:
    """The hash of a revision; raises InsekError when there is none, or no repository."""
    if git(root, "rev-parse", "--git-dir") is None:
        raise InsekError(
            _("{folder} is not in a git repository.").format(folder=root),
            _("Comparing with an earlier state needs git: begin with git init and a commit."),
        )
    name = f"{revision}^{{commit}}"
    plain = revision and not revision.startswith("-") and ".." not in revision
    found = (
        git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", name) if plain else None
    )
    if found and _HASH.fullmatch(found):
        return found.decode().strip()
    if git(root, "rev-parse", "--is-shallow-repository") == b"true\n":
        raise InsekError(
            _("There is no revision “{name}” in this shallow clone.").format(name=revision),
            _("Fetch the history: git fetch --unshallow"),
        )
    raise InsekError(
        _("There is no revision “{name}”.").format(name=revision),
        _("Name a commit, a branch or a tag, for example HEAD~1 or main."),
        exit_code=2,
    )


def moment_of(root: Path, commit: str) -> int | None:
    """When a commit was made (Unix time)."""
    found = git(root, "rev-list", "--max-count=1", "--format=%ct", commit)
    return int(found.split()[-1]) if found else None


def blobs(root: Path, commit: str, folder: str) -> dict[str, bytes]:
    """Regular files below a folder of the project at a commit, by path relative to the project.

    Raises InsekError when the repository lacks one of them, or when they are too large.
    """
    listed = _listed(root, commit, folder)
    if sum(size for _identifier, size in listed.values()) > limits.REVISION:
        raise _too_large(commit, limits.REVISION // limits.MIB)
    return _read(root, commit, listed)


def data_texts(root: Path, commit: str, folder: str) -> dict[str, bytes | None]:
    """The same, with the content of those alone that the data is read from.

    None stands for others, and for what is too large for a text or beyond those that are read.
    """
    listed = _listed(root, commit, folder)
    budget = Budget(limits.TEXTS)
    wanted = {
        name: (identifier, size)
        for name, (identifier, size) in listed.items()
        if name.endswith(_TEXTS) and size <= limits.BALLOTS and budget.take(size)
    }
    return {**dict.fromkeys(listed), **_read(root, commit, wanted)}


def _listed(root: Path, commit: str, folder: str) -> dict[str, tuple[str, int]]:
    """Hash and size of the regular files below a folder, by path relative to the project."""
    listing = _bounded(root, limits.LISTING, "ls-tree", "-rlz", commit, "--", folder)
    if listing is None:
        raise _incomplete(commit)
    if len(listing) > limits.LISTING:
        message = _("Revision {name} has more files than are looked at.")
        raise InsekError(message.format(name=commit[:7]))
    found: dict[str, tuple[str, int]] = {}
    for entry in filter(None, listing.split(b"\0")):
        about, _tab, name = entry.partition(b"\t")
        mode, kind, identifier, size = about.decode().split()
        if kind == "blob" and mode != "120000":
            bytes_ = int(size) if size.isdigit() else 0
            found[name.decode("utf-8", "replace")] = (identifier, bytes_)
    return found


def _read(root: Path, commit: str, listed: Mapping[str, tuple[str, int]]) -> dict[str, bytes]:
    request = "".join(f"{identifier}\n" for identifier, _size in listed.values()).encode()
    stream = git(root, "cat-file", "--batch", text=request)
    contents = _contents(stream or b"")
    if len(contents) != len(listed):
        raise _incomplete(commit)
    return dict(zip(listed, contents, strict=True))


def _too_large(commit: str, limit: int) -> InsekError:
    message = _("The files of revision {name} are larger than {limit} MiB.")
    return InsekError(message.format(name=commit[:7], limit=limit))


def _incomplete(commit: str) -> InsekError:
    return InsekError(
        _("The repository does not have all files of revision {name}.").format(name=commit[:7]),
        _("Clone it in full, without --filter and --depth."),
    )


def _contents(stream: bytes) -> list[bytes]:
    found, place = [], 0
    while place < len(stream):
        end = stream.index(b"\n", place)
        *_about, size_or_missing = stream[place:end].split()
        if not size_or_missing.isdigit():
            break
        size = int(size_or_missing)
        found.append(stream[end + 1 : end + 1 + size])
        place = end + 1 + size + 1
    return found
