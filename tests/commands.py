"""Commands as people run them, in the process of the tests: engines are loaded once for all."""

import contextlib
import io
from dataclasses import dataclass
from pathlib import Path

import pytest

from insek_cli.cli import main

VARIABLES = {"INSEK_LANG": "de", "LANGUAGE": "de", "COLUMNS": "80", "PYTHONIOENCODING": "utf-8"}


@dataclass(frozen=True)
class Done:
    """What a command said and how it ended."""

    returncode: int
    stdout: str
    stderr: str


def run(folder: Path, *arguments: str, **variables: str) -> Done:
    """Run a command in a folder, in German and on 80 columns unless variables say otherwise."""
    out, trouble = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2))
    with (
        pytest.MonkeyPatch.context() as patch,
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(trouble),
    ):
        patch.chdir(folder)
        for name, value in {**VARIABLES, **variables}.items():
            patch.setenv(name, value)
        code = main(list(arguments))
    return Done(code, *(stream.detach().getvalue().decode() for stream in (out, trouble)))
