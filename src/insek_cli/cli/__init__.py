"""The command `insek`: the only place that knows the terminal. `main` runs a command.

`commands` holds one module a command; `console` is the one way to the terminal.
"""

import gettext
import os
import signal
import sys
from contextlib import suppress

from insek_cli.i18n import DOMAIN, FOLDER, language

__all__ = ["main"]

INTERRUPTED = 130
"""What shells expect of a program that was stopped with Ctrl-C."""


def main(arguments: list[str] | None = None) -> int:
    """Run a command; what the environment lacks ends in one sentence, a bug in its traceback."""
    # What else is installed has no say in what is valid, and need not be looked for.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")
    _speak()
    from insek_cli.cli.app import command_line
    from insek_cli.cli.computing_limit import limited_computing
    from insek_cli.cli.console import say_error
    from insek_cli.cli.framework import run_command_line
    from insek_cli.findings import InsekError
    from insek_cli.i18n import _

    _heed_signals()
    words = sys.argv[1:] if arguments is None else arguments
    try:
        with limited_computing():
            code = run_command_line(command_line(words), words)
    except InsekError as error:
        say_error(error.message, error.hint)
        return error.exit_code
    except KeyboardInterrupt:
        code = INTERRUPTED
    if code == INTERRUPTED:
        say_error(_("Stopped; nothing was left half-written."))
    return code


def _heed_signals() -> None:
    """A program that is told to end does so as with Ctrl-C, and its own programs with it."""
    for name in ("SIGTERM", "SIGHUP", "SIGINT"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            with suppress(ValueError):  # not the main thread: somebody else heeds them
                signal.signal(number, _stop)


def _stop(_number: int, _frame: object) -> None:
    if children := sys.modules.get("insek_cli.documents.engines.child_processes"):
        children.end_all()
    raise KeyboardInterrupt


def _speak() -> None:
    """Settle language and encoding before anything is said: help texts are made on import."""
    for stream in (sys.stdout, sys.stderr):
        # A console with an old code page shows an escape instead of ending the program.
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors="backslashreplace")
    # typer asks the process-wide domain for the few words it says itself.
    os.environ["LANGUAGE"] = language()
    gettext.bindtextdomain(DOMAIN, FOLDER)
    gettext.textdomain(DOMAIN)
