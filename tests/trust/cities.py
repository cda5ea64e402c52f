"""A city under git, and the command run in it under any circumstances."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SLUG = "massnahmenwerkstatt"


def git(folder: Path, *arguments: str) -> str:
    """Run git with fixed names and times, so that two copies have the same commits."""
    moment = "2026-03-16T12:00:00+01:00"
    environment = {**os.environ, "GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
    command = ["git", "-c", "user.name=Ref. 61", "-c", "user.email=ref61@example.org", *arguments]
    done = subprocess.run(
        command, cwd=folder, check=True, capture_output=True, text=True, env=environment
    )
    return done.stdout


def found_city(folder: Path) -> Path:
    """The Musterstadt under git in a new folder."""
    folder.mkdir(parents=True)
    shutil.copytree(ROOT / "examples" / "musterstadt" / "data", folder / "data")
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "Anfang")
    return folder


def insek(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run insek in a folder, in German."""
    around = {**os.environ, "INSEK_LANG": "de", "CI": "1", "NO_COLOR": "1", **environment}
    command = [sys.executable, "-m", "insek_cli", *arguments]
    return subprocess.run(
        command, cwd=folder, env=around, capture_output=True, text=True, check=False, timeout=300
    )


def build_everything(folder: Path, **environment: str) -> None:
    """Print the kit, commit the numbers it froze, and build every document."""
    kit = ("workshop", "kit", SLUG)
    for command in (kit, ("build",), ("workshop", "report", SLUG), kit):
        done = insek(folder, *command, **environment)
        assert done.returncode == 0, done.stderr
        if git(folder, "status", "--porcelain", "data"):
            git(folder, "add", "data")
            git(folder, "commit", "-qm", "Nummern eingefroren")
