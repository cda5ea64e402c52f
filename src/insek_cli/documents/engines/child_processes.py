"""Programs that run for a build: ended together with it, however it ends."""

import atexit
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Any

_running: set["subprocess.Popen[bytes]"] = set()
_lock = Lock()
_ended = False
_reaper: "subprocess.Popen[bytes] | None" = None


def start(command: Sequence[str], **options: Any) -> "subprocess.Popen[bytes]":
    """Begin a program; raises KeyboardInterrupt once all are ended."""
    with _lock:
        if _ended:
            raise KeyboardInterrupt
        child = subprocess.Popen(command, **options)
        _running.add(child)
        _tell("begins", child.pid)
    return child


def ended(child: "subprocess.Popen[bytes]") -> None:
    """Tell the reaper that a program has ended, and that its end was seen."""
    with _lock:
        _running.discard(child)
        _tell("is over", child.pid)


def enter_folder(folder: Path) -> None:
    """Tell the reaper of a private folder, which goes with this program."""
    with _lock:
        _tell("uses", str(folder))


def leave_folder(folder: Path) -> None:
    """Tell the reaper that a private folder is no longer worked in."""
    with _lock:
        _tell("leaves", str(folder))


def _tell(word: str, what: int | str) -> None:
    """Say it to the reaper, a program that clears up when this one was killed."""
    global _reaper  # noqa: PLW0603
    if _reaper is None:
        # Outside the group of this program, with which it may be killed; without the streams of
        # this program, so that nobody who reads them waits for the reaper.
        _reaper = subprocess.Popen(
            [sys.executable, "-I", "-S", str(Path(__file__).with_name("reaper.py"))],
            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True,
        )  # fmt: skip
    assert _reaper.stdin is not None
    with suppress(OSError):
        _reaper.stdin.write(json.dumps([word, what]).encode() + b"\n")
        _reaper.stdin.flush()


@atexit.register
def _dismiss() -> None:
    if _reaper is not None:
        with suppress(OSError):
            _reaper.communicate()


def run(
    command: Sequence[str],
    text: bytes,
    timeout: int,
    *,
    folder: Path | None = None,
    environment: dict[str, str] | None = None,
    yielding: bool = False,
) -> "subprocess.CompletedProcess[bytes]":
    """Run a program to its end; raises TimeoutExpired, and KeyboardInterrupt as `start`.

    A `yielding` one leaves the cores to the others (not on Windows).
    """
    pipe = subprocess.PIPE
    child = start(command, stdin=pipe, stdout=pipe, stderr=pipe, cwd=folder, env=environment)
    if yielding and hasattr(os, "setpriority"):
        # It may have ended already.
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, child.pid, 10)
    try:
        output, errors = child.communicate(text, timeout=timeout)
    except BaseException:
        child.kill()
        child.wait()
        raise
    finally:
        ended(child)
    return subprocess.CompletedProcess(command, child.returncode, output, errors)


def end_all() -> None:
    """End all of them, and let none begin any more; may be called while a signal is handled."""
    global _ended  # noqa: PLW0603
    _ended = True
    for child in tuple(_running):
        child.kill()
