"""The one place that starts git for builds: which commit the data and templates come from."""

import os
import subprocess
from pathlib import Path

from insek_cli.report.views import Revision

WATCHED = ("data", "templates")
"""What a document depends on; other commits change no document."""


def revision(root: Path) -> Revision:
    """The last commit that touched data or templates, and whether they differ from it now."""
    paths = [name for name in WATCHED if (root / name).exists()]
    commit = _git(root, "rev-list", "-1", "HEAD", "--", *paths)
    if not commit:
        return Revision(None, changed=False)
    differs = _git(root, "diff-index", "--name-only", "HEAD", "--", *paths)
    added = _git(root, "ls-files", "--others", "--exclude-standard", "--", *paths)
    return Revision(commit.strip(), changed=bool(differs or added))


def _git(root: Path, *arguments: str) -> str:
    """Output of a plumbing command; empty outside a repository or without git.

    A stranger's repository must not start programs: no fsmonitor, no hooks, no textconv.
    """
    environment = {
        **os.environ,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
    }
    command = ["git", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", *arguments]
    try:
        done = subprocess.run(
            command, cwd=root, env=environment, capture_output=True, timeout=60, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode(errors="replace") if done.returncode == 0 else ""
