"""Notes what a program opens, starts and connects to; found by Python through PYTHONPATH."""

import os
import sys
from pathlib import Path
from typing import Any

LOG = os.environ.get("WATCHER_LOG", "")
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC


def note(event: str, arguments: tuple[Any, ...]) -> None:
    """One line for each thing that could reach out of the project."""
    if event == "subprocess.Popen":
        line = f"start {Path(os.fsdecode(arguments[0])).name}"
    elif event in {"socket.connect", "socket.bind", "socket.getaddrinfo", "os.system", "os.exec"}:
        line = f"reach {event}"
    elif event == "open" and isinstance(arguments[0], str | bytes):
        name, _mode, flags = arguments
        line = f"{'write' if flags & WRITING else 'read'} {Path(os.fsdecode(name)).absolute()}"
    else:
        return
    os.write(LOG_FILE, (line + "\n").encode("utf-8", "surrogateescape"))


if LOG:
    LOG_FILE = os.open(LOG, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    sys.addaudithook(note)
