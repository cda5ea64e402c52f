"""The command as people use it: in German, on a terminal of 80 columns."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from commands import VARIABLES, Done, run

CASES = Path(__file__).parents[1] / "cases"


@pytest.fixture
def environment() -> dict[str, str]:
    """The variables of a process."""
    return {**os.environ, **VARIABLES}


@pytest.fixture
def insek(tmp_path: Path) -> Callable[..., Done]:
    """Run a command in a folder."""

    def here(*arguments: str, cwd: Path | None = None, **variables: str) -> Done:
        return run(cwd or tmp_path, *arguments, **variables)

    return here


@pytest.fixture
def process(environment: dict[str, str], tmp_path: Path) -> Callable[..., Done]:
    """Run a command as a process of its own: for what is settled once on its start."""

    def run(*arguments: str, cwd: Path | None = None, **variables: str) -> Done:
        done = subprocess.run(
            [sys.executable, "-m", "insek_cli", *arguments],
            cwd=cwd or tmp_path,
            env={**environment, **variables},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return Done(done.returncode, done.stdout, done.stderr)

    return run


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project without findings."""
    shutil.copytree(CASES / "valid" / "minimal", tmp_path / "stadt")
    return tmp_path / "stadt"


@pytest.fixture
def musterstadt(insek: Callable[..., Done], tmp_path: Path) -> Path:
    """The fictitious city, as `insek init --example` brings it."""
    assert insek("init", "--example", "musterstadt").returncode == 0
    return tmp_path / "musterstadt"
