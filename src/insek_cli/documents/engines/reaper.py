"""Ends the programs of a build that was killed, and removes its private folder.

A program of its own, told line by line what begins and what is over. When nobody can tell it
anything any more, whatever is not over has lost its build. It loads nothing of the package.
"""

import json
import os
import shutil
import signal
import sys
import time
from contextlib import suppress

PATIENCE = 5.0
"""Seconds in which programs that were ended let go of their files."""


def main() -> None:
    """Listen until the end, then clear up."""
    programs: dict[int, int | None] = {}
    folders: set[str] = set()
    for line in sys.stdin:
        word, what = json.loads(line)
        if word == "begins":
            with suppress(ProcessLookupError):
                programs[what] = _handle(what)
        elif word == "is over":
            _let_go(programs.pop(what, None))
        elif word == "uses":
            folders.add(what)
        else:
            folders.discard(what)
    for number, handle in programs.items():
        with suppress(OSError):
            _end(number, handle)
    until = time.monotonic() + PATIENCE
    while folders and time.monotonic() < until:
        for folder in tuple(folders):
            shutil.rmtree(folder, ignore_errors=True)
            if not os.path.lexists(folder):
                folders.discard(folder)
        time.sleep(0.05)


def _handle(number: int) -> int | None:
    """What stands for this program alone, even when its number is given to another (Linux)."""
    return os.pidfd_open(number) if sys.platform == "linux" else None


def _let_go(handle: int | None) -> None:
    if handle is not None:
        os.close(handle)


def _end(number: int, handle: int | None) -> None:
    if sys.platform == "linux" and handle is not None:
        signal.pidfd_send_signal(handle, signal.SIGKILL)
    else:
        # On Windows any signal ends a program at once.
        os.kill(number, getattr(signal, "SIGKILL", signal.SIGTERM))


if __name__ == "__main__":
    main()
