"""Which commit the data and templates come from, and what changed since another one."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from insek_cli import limits
from insek_cli.build.git import commit_of, git
from insek_cli.report.revision_state import Revision

WATCHED = ("data", "templates")
"""What a document depends on; other commits change no document."""


def revision(root: Path) -> Revision:
    """The last commit that touched data or templates, and whether they differ from it now."""
    paths = [name for name in WATCHED if (root / name).exists()]
    commit = git(root, "rev-list", "-1", "HEAD", "--", *paths)
    if not commit:
        return Revision(None, changed=False)
    differs = any(_differing(root, "HEAD", *paths))
    added = git(root, "ls-files", "--others", "--exclude-standard", "--", *paths)
    return Revision(commit.decode().strip(), changed=bool(differs or added))


def changed_since(root: Path, name: str) -> list[str]:
    """Files of the project that differ from a revision, or are new and not ignored."""
    commit = commit_of(root, name)
    added = git(root, "ls-files", "-z", "--others", "--exclude-standard") or b""
    new = [part.decode("utf-8", "replace") for part in added.split(b"\0") if part]
    return [*_differing(root, commit), *new]


def _differing(root: Path, commit: str, *paths: str) -> Iterator[str]:
    """Files whose content is not that of a commit.

    git names every file whose time differs, as in a copied folder; their content decides.
    """
    listing = git(root, "diff-index", "-z", "--relative", commit, "--", *paths) or b""
    parts = listing.split(b"\0")
    for about, name in zip(parts[0::2], parts[1::2], strict=False):
        _modes, _mode, blob, *_rest = about.decode().split()
        file = name.decode("utf-8", "replace")
        if not _holds(root / file, blob):
            yield file


def _holds(path: Path, blob: str) -> bool:
    """Whether a file is a blob of git; line ends may be those of Windows."""
    if path.is_symlink() or not path.is_file():
        return False
    if path.stat().st_size > limits.IMAGE:
        return False
    content = path.read_bytes()
    return blob in (_name(content, blob), _name(content.replace(b"\r\n", b"\n"), blob))


def _name(content: bytes, like: str) -> str:
    """The name git gives to a content, by the hash the repository uses."""
    digest = hashlib.sha1(usedforsecurity=False) if len(like) == 40 else hashlib.sha256()
    digest.update(b"blob %d\0" % len(content) + content)
    return digest.hexdigest()
