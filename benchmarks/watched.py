"""A program that goes on running, measured from a saved file to the next document."""

import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Self

from benchmarks import catalogues
from benchmarks.side_by_side import MissingPeerError, Program


class Watched:
    """A program that watches a city; a turn edits a measure and waits for the next PDF."""

    def __init__(self, program: Program, city: Path) -> None:
        self._program = program
        self._city = city
        self._turn = 0

    def __enter__(self) -> Self:
        (self._city / "build" / "insek.pdf").unlink(missing_ok=True)
        self._child = subprocess.Popen(
            self._program.command, cwd=self._city, env=self._program.around(),
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self._wait((self._city / "build" / "insek.pdf").is_file)
        time.sleep(2)
        return self

    def __exit__(self, *_error: object) -> None:
        self._child.send_signal(signal.SIGTERM)
        self._child.wait(60)

    def turn(self) -> float:
        """Seconds from the saved file to the new PDF."""
        document = self._city / "build" / "insek.pdf"
        before = document.stat().st_mtime_ns
        self._turn += 1
        catalogues.edit(self._city, self._turn)
        begin = time.perf_counter()
        self._wait(lambda: document.stat().st_mtime_ns != before)
        seconds = time.perf_counter() - begin
        time.sleep(1.5)
        return seconds

    def _wait(self, done: Callable[[], bool]) -> None:
        end = time.monotonic() + 300
        while not done():
            if self._child.poll() is not None or time.monotonic() > end:
                raise MissingPeerError("insek build --watch ended")
            time.sleep(0.01)
