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
LIMIT = 512 * 1024 * 1024
"""Bytes of all files of one revision that are read."""
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
        # A partial clone would fetch what it lacks: by any program its configuration names.
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_ALLOW_PROTOCOL": "none",
        # What a commit holds is not what a repository says it should be replaced by.
        "GIT_NO_REPLACE_OBJECTS": "1",
        "GIT_GRAFT_FILE": os.devnull,
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
    """Regular files below a folder of the project at a commit, by path relative to the project.

    Raises InsekError when the repository lacks one of them, or when they are too large.
    """
    listing = git(root, "ls-tree", "-rlz", commit, "--", folder)
    if listing is None:
        raise _incomplete(commit)
    wanted: dict[str, str] = {}
    total = 0
    for entry in listing.split(b"\0"):
        if not entry:
            continue
        about, _tab, name = entry.partition(b"\t")
        mode, kind, identifier, size = about.decode().split()
        if kind == "blob" and mode != "120000":
            total += int(size) if size.isdigit() else 0
            wanted[name.decode("utf-8", "replace")] = identifier
    if total > LIMIT:
        message = _("The files of revision {name} are larger than {limit} MiB.")
        raise InsekError(message.format(name=commit[:7], limit=LIMIT // 1024**2))
    request = "".join(f"{identifier}\n" for identifier in wanted.values()).encode()
    stream = git(root, "cat-file", "--batch", text=request)
    contents = _contents(stream or b"")
    if len(contents) != len(wanted):
        raise _incomplete(commit)
    return dict(zip(wanted, contents, strict=True))


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
