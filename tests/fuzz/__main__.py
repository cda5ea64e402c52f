"""Fuzz one target after the other: `python -m fuzz [--seconds N | --runs N] [target …]`.

Prints a line a target: how many inputs were tried, for how long, how much of the program they
reached, and what they broke. Inputs that broke something are kept below build/fuzz/.
"""

import argparse
import io
import os
import re
import shutil
import sys
import tempfile
import time
from contextlib import redirect_stderr
from pathlib import Path

import atheris

# What only lists texts or draws documents tells the fuzzer nothing.
PARTS = ("checks", "formatting", "importers", "loader", "markdown", "reporters", "votes")
READERS = ["markdown_it", *(f"insek_cli.{part}" for part in PARTS)]
with redirect_stderr(io.StringIO()), atheris.instrument_imports(include=READERS):
    from fuzz.targets import TARGETS, words, written_by

CORPUS = Path(__file__).parent / "corpus"
KEPT = Path("build", "fuzz")
SECONDS_AN_INPUT = 20
MEGABYTES = 2048
LONGEST = 4096
"""Bytes of an input: enough for every shape of file, few enough to try many."""


def main() -> int:
    """The number of targets that broke."""
    parser = argparse.ArgumentParser(prog="fuzz")
    parser.add_argument("--seconds", type=int, default=0, help="for each target")
    parser.add_argument("--runs", type=int, default=-1, help="for each target")
    parser.add_argument("targets", nargs="*", choices=[*TARGETS, []])
    chosen = parser.parse_args()
    # A child ends in the middle of things: only who made the folder removes it.
    folder, me = Path(tempfile.mkdtemp(prefix="insek-fuzz-")), os.getpid()
    try:
        return _all(folder, chosen.targets or list(TARGETS), chosen.seconds, chosen.runs)
    finally:
        if os.getpid() == me:
            shutil.rmtree(folder)


def _all(folder: Path, names: list[str], seconds: int, runs: int) -> int:
    row = "{:<11} {:>9} {:>5} s  {:>5} → {:<5} {}"
    _say(row.format("target", "inputs", "", "reach", "", "findings"))
    broken = 0
    for name in names:
        log = folder / f"{name}.txt"
        began = time.monotonic()
        code = _fuzzed(name, log, seconds, runs)
        text = log.read_text(encoding="utf-8", errors="replace")
        if code:
            broken += 1
            shutil.copy(log, KEPT / name / "protokoll.txt")
        _say(row.format(name, *_figures(text, time.monotonic() - began, code)))
    return broken


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _fuzzed(name: str, log: Path, seconds: int, runs: int) -> int:
    """The exit code of a child that fuzzes, whose output goes to `log`."""
    found = log.parent / name
    found.mkdir()
    kept = KEPT / name
    kept.mkdir(parents=True, exist_ok=True)
    quoted = ("".join(f"\\x{byte:02x}" for byte in word.encode()) for word in words())
    book = log.with_suffix(".dict")
    book.write_text("".join(f'"{word}"\n' for word in quoted), encoding="ascii")
    options = [
        f"-max_total_time={seconds}", f"-runs={runs}", f"-timeout={SECONDS_AN_INPUT}",
        f"-rss_limit_mb={MEGABYTES}", f"-max_len={LONGEST}", f"-dict={book}",
        f"-seed={int(runs >= 0)}",  # 0 is another one each time
        f"-artifact_prefix={kept}/", "-print_final_stats=1",
    ]  # fmt: skip
    child = os.fork()
    if child == 0:
        stream = os.open(log, os.O_WRONLY | os.O_CREAT, 0o600)
        os.dup2(stream, 1)
        os.dup2(stream, 2)
        seeds = CORPUS / name
        if name == "archive":
            seeds = _workbooks(log.with_suffix(".seeds"))
        atheris.Setup([name, *options, str(found), str(seeds)], TARGETS[name])
        atheris.Fuzz()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _workbooks(folder: Path) -> Path:
    """The seeds of other targets as files of a spreadsheet program."""
    folder.mkdir()
    for source in ("voters", "sessions"):
        for seed in (CORPUS / source).iterdir():
            (folder / f"{source}-{seed.name}").write_bytes(written_by(source, seed.read_bytes()))
    return folder


def _figures(text: str, seconds: float, code: int) -> tuple[str, ...]:
    inputs = re.findall(r"stat::number_of_executed_units:\s*([0-9]+)", text) or ["?"]
    reached = re.findall(r"(?:INITED|DONE|NEW|REDUCE|pulse)\s+cov: ([0-9]+)", text) or ["?"]
    finding = ""
    if code:
        raised = re.findall(r"^([A-Za-z_.]*(?:Error|Exception|Interrupt)\b.*)$", text, re.MULTILINE)
        input_ = re.findall(r"Test unit written to (\S+)", text)
        finding = " ".join([*(raised[-1:] or [f"exit {code}"]), *input_[-1:]])
    return inputs[-1], f"{seconds:.0f}", reached[0], reached[-1], finding or "–"


if __name__ == "__main__":
    sys.exit(main())
