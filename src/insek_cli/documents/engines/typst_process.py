"""Typst in a process of its own, with a limit of time and memory: it cannot take insek along.

The process stays for the next order and remembers what it laid out: while `insek build --watch`
runs, only what has changed is set anew. This file is also the program of that process, so it loads
nothing of the package.
"""

import atexit
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TIMEOUT, TIMEOUT_PER_BYTE = 300.0, 1e-4
"""Seconds, and how many more for each byte of text: some ten times what text takes."""
MEMORY, MEMORY_PER_BYTE = 6 * 1024**3, 2048
"""Bytes that it may ask for (Linux), and how many more for each of text: twice what text takes."""
ORDERS = 20
"""After so many orders a process ends, and with it what it remembers."""


@dataclass(frozen=True)
class TypesetResult:
    """What was set: a PDF or the pages as pictures, and the warnings."""

    pages: tuple[bytes, ...]
    warnings: tuple[str, ...]


class TypesettingError(Exception):
    """Why nothing was set; `ended` when it took too long, too much memory, or broke."""

    def __init__(self, message: str, *, ended: bool = False) -> None:
        super().__init__(message)
        self.ended = ended


def typeset(
    main: Path, fonts: Path, options: Mapping[str, object], seconds: float | None = None
) -> TypesetResult:
    """Set a main file, which may read its own folder and nothing else.

    `seconds` is how long it may take, by default in proportion to the text. Raises
    TypesettingError.
    """
    text = sum(path.stat().st_size for path in main.parent.rglob("*.typ"))
    order = {
        "main": str(main), "fonts": str(fonts), "options": options,
        "memory": MEMORY + MEMORY_PER_BYTE * text,
    }  # fmt: skip
    try:
        engine = _idle.pop()
    except IndexError:
        engine = _Engine()
    answer = engine.ask(order, seconds or TIMEOUT + TIMEOUT_PER_BYTE * text)
    if engine.orders < ORDERS:
        _idle.append(engine)
    else:
        engine.end()
    if "error" in answer:
        raise TypesettingError(answer["error"])
    pages = tuple(Path(name).read_bytes() for name in answer["pages"])
    for name in answer["pages"]:
        Path(name).unlink()
    return TypesetResult(pages, tuple(answer["warnings"]))


class _Engine:
    """The process, and how it is spoken to: a line of JSON for each order and each answer."""

    def __init__(self) -> None:
        # The program itself loads nothing of the package.
        from insek_cli.documents.engines import child_processes  # noqa: PLC0415

        self.orders = 0
        self._over = child_processes.ended
        self._late = 0.0
        self._last_words = tempfile.TemporaryFile()  # noqa: SIM115
        # Without -P, a file of a stranger's could stand for a module.
        self._process = child_processes.start(
            [sys.executable, "-P", str(Path(__file__).resolve())], cwd=Path(__file__).parent,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._last_words,
        )  # fmt: skip

    def ask(self, order: Mapping[str, object], seconds: float) -> dict[str, Any]:
        """The answer; raises TypesettingError when the process does not live to give one."""
        self.orders += 1
        clock = threading.Timer(seconds, self._overdue, [seconds])
        clock.start()
        try:
            answer = self._exchange(json.dumps(order).encode() + b"\n")
        except BaseException:
            self._process.kill()
            self.end()
            raise
        finally:
            clock.cancel()
        if not answer:
            raise TypesettingError(self._why(), ended=True)
        return dict(json.loads(answer))

    def _exchange(self, line: bytes) -> bytes:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            self._process.stdin.write(line)
            self._process.stdin.flush()
        except OSError:
            return b""
        return self._process.stdout.readline()

    def _overdue(self, seconds: float) -> None:
        self._late = seconds
        self._process.kill()

    def _why(self) -> str:
        self._process.wait()
        self._last_words.seek(0)
        lines = self._last_words.read().decode("utf-8", "replace").strip().splitlines()
        self.end()
        if self._late:
            return f"> {self._late:.0f} s"
        return lines[0] if lines else str(self._process.returncode)

    def end(self) -> None:
        """Let the process go; it ends when nobody can give it an order any more."""
        for stream in (self._process.stdin, self._process.stdout, self._last_words):
            # What was not said yet cannot be said any more.
            with suppress(OSError):
                if stream is not None:
                    stream.close()
        self._process.wait()
        self._over(self._process)


_idle: list[_Engine] = []


@atexit.register
def _rest() -> None:
    while _idle:
        _idle.pop().end()


def _limit(memory: int) -> None:
    if sys.platform == "linux":
        import resource  # noqa: PLC0415

        _soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
        most = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
        resource.setrlimit(resource.RLIMIT_DATA, (most, hard))


def _without_packages(folder: Path) -> dict[str, str]:
    """Typst has no switch for it: what it would fetch or has fetched lies where nothing is."""
    for name in ("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
        os.environ[name] = "http://127.0.0.1:9"
    for name in ("no_proxy", "NO_PROXY"):
        os.environ.pop(name, None)
    nowhere = str(folder / ".pakete")
    return {"package_path": nowhere, "package_cache_path": nowhere}


def _work(order: Mapping[str, Any]) -> dict[str, object]:
    import typst  # noqa: PLC0415

    main = Path(order["main"])
    options: Any = {**_without_packages(main.parent), **order["options"]}
    try:
        made, warnings = typst.compile_with_warnings(
            str(main), root=str(main.parent), font_paths=[order["fonts"]],
            ignore_system_fonts=True, **options,
        )  # fmt: skip
    except typst.TypstError as error:
        return {"error": str(error.diagnostic or error.message)}
    # One page comes as bytes, several as a list.
    pages: Sequence[bytes] = made if isinstance(made, list) else [made]
    names = [main.with_name(f".{main.stem}-{number}.fertig") for number in range(len(pages))]
    for name, page in zip(names, pages, strict=True):
        name.write_bytes(page)
    said = [warning.message for warning in warnings]
    return {"pages": [str(name) for name in names], "warnings": said}


def _serve() -> None:
    # The engine does not look for a Ctrl-C while it works.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    for line in sys.stdin.buffer:
        order = json.loads(line)
        _limit(order["memory"])
        sys.stdout.write(json.dumps(_work(order)) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    _serve()
