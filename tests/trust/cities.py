"""A city under git, and the command run in it under any circumstances."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from commands import Done, run
from documents.project_files import write_project

ROOT = Path(__file__).parents[2]
SLUG = "massnahmenwerkstatt"
MEASURE = """\
id: M-00{number}
titel: Quartiersrat {number}
handlungsfeld: HF1
beschreibung: |
  Der Quartiersrat ist *offen*; siehe [Nachbarn](M-001). Er

  - lädt zweimal im Jahr ein,
  - vergibt einen Fonds von 2.500 €.
"""


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
    return _under_git(folder)


def found_town(folder: Path) -> Path:
    """Three measures with texts under git in a new folder: built in a third of the time."""
    files = {f"measures/M-00{n}-test.yaml": MEASURE.format(number=n) for n in (1, 2, 3)}
    return _under_git(write_project(folder, files))


def _under_git(folder: Path) -> Path:
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "Anfang")
    return folder


def process(folder: Path, *arguments: str, **environment: str) -> Done:
    """Run insek as a process of its own: where it could hang, or remembers nothing of others."""
    done = subprocess.run(
        [sys.executable, "-m", "insek_cli", *arguments],
        cwd=folder,
        env={**os.environ, "INSEK_LANG": "de", **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    return Done(done.returncode, done.stdout, done.stderr)


def build_everything(folder: Path, command: Callable[..., Done] = run) -> None:
    """Print the kit, commit the numbers it froze, and build every document."""
    kit = ("workshop", "kit", SLUG)
    report = ("workshop", "report", SLUG)
    for words in (kit, ("build",), report, ("monitoring", "report"), kit):
        done = command(folder, *words)
        assert done.returncode == 0, done.stderr
        if git(folder, "status", "--porcelain", "data"):
            git(folder, "add", "data")
            git(folder, "commit", "-qm", "Nummern eingefroren")
