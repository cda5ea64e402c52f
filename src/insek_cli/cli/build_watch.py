"""Building again on every change: data and templates are looked at ten times a second."""

import os
import time
from collections.abc import Callable
from pathlib import Path

from insek_cli.build.revision import WATCHED
from insek_cli.cli.computing_limit import begin_anew
from insek_cli.cli.console import say_status
from insek_cli.i18n import _

PAUSE = 0.1
"""Seconds between two looks; a change also has to rest that long, as editors save in steps."""

Snapshot = dict[str, tuple[int, int]]


def watch(root: Path, attempt: Callable[[], None]) -> None:
    """Build now and after every change until Ctrl-C."""
    try:
        while True:
            before = snapshot(root)
            attempt()
            say_status(_("Waiting for changes in data/ and templates/; Ctrl-C ends."))
            _until_changed(root, before)
    except KeyboardInterrupt:
        say_status("\n" + _("Ended; the last documents stay in place."))


def snapshot(root: Path) -> Snapshot:
    """Time and size of every file a document depends on, without those of editors and offices."""
    found: Snapshot = {}
    for name in WATCHED:
        for folder, _folders, files in os.walk(root / name):
            for file in files:
                if not file.startswith((".", "~")) and not file.endswith("~"):
                    _note(Path(folder, file), found)
    return found


def _note(path: Path, found: Snapshot) -> None:
    try:
        state = path.stat()
    except OSError:
        return  # gone since the folder was listed
    found[str(path)] = (state.st_mtime_ns, state.st_size)


def _until_changed(root: Path, before: Snapshot) -> None:
    last = before
    while True:
        time.sleep(PAUSE)
        begin_anew()
        now = snapshot(root)
        if now != before and now == last:
            return
        last = now
