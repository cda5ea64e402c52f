"""A command that computes without end is ended like one that is told to stop."""

import _thread
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from insek_cli import limits
from insek_cli.findings import InsekError
from insek_cli.i18n import _

LOOK = 1.0
"""Seconds between two looks at how long the command has computed."""


class _Guard(threading.Thread):
    """Counts the computing of this process, whatever waits for people or for the engines apart."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.begun = time.process_time()
        self.over = threading.Event()
        self.exceeded = False

    def run(self) -> None:
        while not self.over.wait(LOOK):
            if time.process_time() - self.begun > limits.COMPUTING:
                self.exceeded = True
                _thread.interrupt_main(signal.SIGINT)
                return


_guards: list[_Guard] = []


@contextmanager
def limited_computing() -> Iterator[None]:
    """Raise InsekError when what is inside computes for longer than any project needs."""
    guard = _Guard()
    _guards.append(guard)
    guard.start()
    try:
        yield
    except KeyboardInterrupt:
        if not guard.exceeded:
            raise
    finally:
        _guards.remove(guard)
        guard.over.set()
        guard.join()
    if guard.exceeded:
        message = _("The command was ended after {n} seconds of computing.")
        hint = _("No project needs so long; a template, an image or a file without end may be why.")
        raise InsekError(message.format(n=f"{limits.COMPUTING:g}"), hint)


def begin_anew() -> None:
    """Count from now on: for a command that waits until it is told to end."""
    for guard in _guards:
        guard.begun = time.process_time()
