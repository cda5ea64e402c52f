"""Programs measured side by side: medians of alternating turns, time and peak memory."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROUNDS = 5
PEERS = Path(__file__).parents[1] / ".venv-bench" / "bin"
Work = Callable[[], float]
"""Something that is measured: it returns its seconds."""


class MissingPeerError(Exception):
    """A peer that is not there, or does not run here; the text says why."""


@dataclass(frozen=True)
class Program:
    """A command in a folder; its seconds are those until it ends."""

    command: tuple[str, ...]
    folder: Path | None = None
    environment: tuple[tuple[str, str], ...] = ()
    before: Callable[[], object] = lambda: None
    """What is done before each turn, outside of the time."""

    def __call__(self) -> float:
        self.before()
        return self.used()[0]

    def around(self) -> dict[str, str]:
        """The environment it runs in."""
        # Modules are compiled once, as where a program is installed.
        return {**os.environ, "PYTHONDONTWRITEBYTECODE": "", **dict(self.environment)}

    def used(self) -> tuple[float, int]:
        """Seconds and peak memory in bytes; raises MissingPeerError when the program fails."""
        with tempfile.TemporaryFile() as said:
            begin = time.perf_counter()
            try:
                child = subprocess.Popen(
                    self.command, cwd=self.folder, env=self.around(), stdout=said, stderr=said
                )
            except FileNotFoundError as error:
                raise MissingPeerError(f"{self.command[0]} is not installed") from error
            _pid, status, resources = os.wait4(child.pid, 0)
            seconds = time.perf_counter() - begin
            child.returncode = os.waitstatus_to_exitcode(status)
            if child.returncode:
                said.seek(0)
                lines = said.read().decode(errors="replace").strip().splitlines() or ["no message"]
                raise MissingPeerError(f"{Path(self.command[0]).name} failed: {lines[-1][:150]}")
        return seconds, resources.ru_maxrss * 1024


@dataclass(frozen=True)
class Lanes:
    """Several chains of programs at once, as one would start them by hand on as many cores."""

    chains: tuple[tuple[Program, ...], ...]

    def __call__(self) -> float:
        begin = time.perf_counter()
        with ThreadPoolExecutor(len(self.chains)) as pool:
            for done in [pool.submit(_run, chain) for chain in self.chains]:
                done.result()
        return time.perf_counter() - begin


def _run(chain: tuple[Program, ...]) -> None:
    for program in chain:
        program()


def compare(works: Mapping[str, Work], rounds: int = ROUNDS) -> dict[str, float | MissingPeerError]:
    """Median seconds of each work; one turn to warm up, then the order alternates."""
    found: dict[str, float | MissingPeerError] = {}
    times: dict[str, list[float]] = {}
    for name, work in works.items():
        try:
            work()
            times[name] = []
        except MissingPeerError as reason:
            found[name] = reason
    for turn in range(rounds):
        for name in sorted(times, reverse=bool(turn % 2)):
            times[name].append(works[name]())
    return found | {name: statistics.median(taken) for name, taken in times.items()}


def tool(name: str) -> str:
    """A program of this Python, else of the peers' environment, else of the path."""
    for folder in (Path(sys.executable).parent, PEERS):
        if (folder / name).is_file():
            return str(folder / name)
    return name
