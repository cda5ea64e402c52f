"""Which commit the data and templates come from, and what changed since another one."""

from pathlib import Path

from insek_cli.pipeline.git import commit_of, git
from insek_cli.report.views import Revision

WATCHED = ("data", "templates")
"""What a document depends on; other commits change no document."""


def revision(root: Path) -> Revision:
    """The last commit that touched data or templates, and whether they differ from it now."""
    paths = [name for name in WATCHED if (root / name).exists()]
    commit = git(root, "rev-list", "-1", "HEAD", "--", *paths)
    if not commit:
        return Revision(None, changed=False)
    differs = git(root, "diff-index", "--name-only", "HEAD", "--", *paths)
    added = git(root, "ls-files", "--others", "--exclude-standard", "--", *paths)
    return Revision(commit.decode().strip(), changed=bool(differs or added))


def changed_since(root: Path, name: str) -> list[str]:
    """Files of the project that differ from a revision, or are new and not ignored."""
    commit = commit_of(root, name)
    differs = git(root, "diff-index", "-z", "--name-only", "--relative", commit, "--") or b""
    added = git(root, "ls-files", "-z", "--others", "--exclude-standard") or b""
    return [part.decode("utf-8", "replace") for part in (differs + added).split(b"\0") if part]
