"""Every seed, and every input that once broke something, is read to the end; then a short fuzz."""

import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from figures import HOSTILE, count
from fuzz.targets import TARGETS

HERE = Path(__file__).parent
SEEDS = sorted(path for path in (HERE / "corpus").rglob("*") if path.is_file())
RUNS = 25


def test_every_target_has_seeds() -> None:
    # Those of `archive` are made of the others: a workbook is no text.
    assert {path.parent.name for path in SEEDS} == TARGETS.keys() - {"archive"}
    assert len(SEEDS) > 80


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_seed(seed: Path) -> None:
    count(HOSTILE)
    TARGETS[seed.parent.name](seed.read_bytes())


@pytest.mark.skipif(
    importlib.util.find_spec("atheris") is None, reason="atheris has no wheel for this platform"
)
def test_a_short_fuzz_of_every_target_breaks_nothing(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "fuzz", "--runs", str(RUNS)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(HERE.parent)},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    tried = dict(re.findall(r"^(\w+) +([0-9]+) ", done.stdout, re.MULTILINE))
    assert tried.keys() == TARGETS.keys()
    assert all(int(number) >= RUNS for number in tried.values())
    count(HOSTILE, sum(map(int, tried.values())))
