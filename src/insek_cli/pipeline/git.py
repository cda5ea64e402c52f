"""The one place that starts git: plumbing commands that run nothing a repository configures."""

import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

from insek_cli.findings import InsekError
from insek_cli.i18n import _

_HASH = re.compile(rb"[0-9a-f]{40}(?:[0-9a-f]{24})?\n")
_SAFE = (
    "-c", "core.fsmonitor=false",
    "-c", "core.hooksPath=/dev/null",
    "-c", "core.quotePath=false",
)  # fmt: skip


def git(root: Path, *arguments: str, text: bytes | None = None) -> bytes | None:
    """Output of a plumbing command; None outside a repository, without git or when it fails."""
    environment = {
        **os.environ,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
    }
    try:
        done = subprocess.run(
            [_program(), *_SAFE, *arguments],
            cwd=root, env=environment, input=text, capture_output=True, timeout=60, check=False,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None


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


def prefix(root: Path) -> str:
    """The project's folder within its repository: empty, or `a/b/`."""
    found = git(root, "rev-parse", "--show-prefix")
    return found.decode().strip("\n") if found else ""


def blobs(root: Path, commit: str, folder: str) -> dict[str, bytes]:
    """Regular files below a folder of the project at a commit, by path relative to the project."""
    listing = git(root, "ls-tree", "-rz", commit, "--", folder) or b""
    wanted: dict[str, str] = {}
    for entry in listing.split(b"\0"):
        if not entry:
            continue
        about, _tab, name = entry.partition(b"\t")
        mode, kind, identifier = about.decode().split()
        if kind == "blob" and mode != "120000":
            wanted[name.decode("utf-8", "replace")] = identifier
    request = "".join(f"{identifier}\n" for identifier in wanted.values()).encode()
    stream = git(root, "cat-file", "--batch", text=request) or b""
    return dict(zip(wanted, _contents(stream), strict=False))


def _contents(stream: bytes) -> list[bytes]:
    found, place = [], 0
    while place < len(stream):
        end = stream.index(b"\n", place)
        size = int(stream[place:end].split()[-1])
        found.append(stream[end + 1 : end + 1 + size])
        place = end + 1 + size + 1
    return found
