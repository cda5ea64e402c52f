"""Everything that is said goes through here: safe for terminals, and no error when nobody reads."""

import errno
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

from insek_cli.findings.reporters.terminal_safe import safe
from insek_cli.i18n import _

if TYPE_CHECKING:
    from rich.console import RenderableType

LONGEST = 2000
WIDE = 250
"""Columns of a table that goes to a file."""


def say(text: str) -> None:
    """Finished text for standard output; what comes from data has passed `safe`."""
    _write(sys.stdout, text)


def say_data(text: str) -> None:
    """Data for other programs, in UTF-8 wherever it goes."""
    if not sys.stdout.isatty() and (reconfigure := getattr(sys.stdout, "reconfigure", None)):
        reconfigure(encoding="utf-8", newline="\n")
    _write(sys.stdout, text)


def say_status(text: str) -> None:
    """Finished text for standard error."""
    _write(sys.stderr, text)


def say_error(message: str, hint: str = "") -> None:
    """What went wrong, and what to do."""
    error, advice = _("Error"), _("Hint")
    lines = _labelled(error, message) + (_labelled(advice, hint) if hint else [])
    say_status("\n".join(lines))


def _labelled(label: str, text: str) -> list[str]:
    """The first line after the label, further ones (an engine's, a list) indented below."""
    first, *more = text.splitlines() or [""]
    return [f"{label}: {safe(first, LONGEST)}", *(f"  {safe(line, LONGEST)}" for line in more)]


def say_table(renderable: "RenderableType") -> None:
    """A table or card, as wide as the terminal."""
    from rich.console import Console

    console = Console(highlight=False, markup=False, emoji=False, width=terminal_width())
    with console.capture() as captured:
        console.print(renderable)
    say("\n".join(line.rstrip() for line in captured.get().splitlines()))


def terminal_width() -> int:
    """Columns of the terminal; in a file wide enough to lose nothing."""
    narrow = sys.stdout.isatty() or os.environ.get("COLUMNS", "").isdecimal()
    return shutil.get_terminal_size().columns if narrow else WIDE


@contextmanager
def show_progress() -> Iterator[Callable[[str], None]]:
    """What is being done at the moment, on a terminal; nothing in CI or in a file."""
    if not sys.stderr.isatty() or os.environ.get("CI"):
        yield lambda _text: None
        return
    from rich.console import Console
    from rich.status import Status
    from rich.text import Text

    with Status("", console=Console(stderr=True), spinner="line") as status:
        yield lambda text: status.update(Text(safe(text)))


def _write(stream: TextIO, text: str) -> None:
    try:
        stream.write(text + "\n")
        stream.flush()
    except OSError as error:
        if error.errno not in (errno.EPIPE, errno.EINVAL):  # Windows says EINVAL
            raise
        # The reader has seen enough (`insek list | head`); the work itself goes on.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
