"""Nothing in data or on the command line steers a terminal; pipes and old consoles work."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

HOSTILE = ["\x1b[31mrot", "\x07", "a\rb", "\x9b2J", "\u202egnp", "[/nix]", "[bold]x"]


def steering(text: str) -> list[str]:
    allowed = text.replace("\n", "")
    return [c for c in allowed if not c.isprintable() and c not in "\u00a0\u202f"]


COMMANDS = [("show",), ("list", "--actor"), ("build", "--stage"), ("new", "field"), ()]


@pytest.mark.parametrize("word", HOSTILE, ids=ascii)
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_arguments(command: tuple[str, ...], word: str, insek: Callable, project: Path) -> None:
    done = insek(*command, word, cwd=project)
    assert steering(done.stdout + done.stderr) == []


def test_markup_in_data_is_text(insek: Callable, project: Path) -> None:
    file = project / "data" / "measures" / "M-002-marken.yaml"
    text = "id: M-002\ntitel: '[/nix] [bold]fett[/] :smile:'\nhandlungsfeld: HF1\n"
    file.write_text(text, encoding="utf-8")
    for command in (("list",), ("show", "M-002"), ("list", "-f", "json")):
        done = insek(*command, cwd=project, COLUMNS="120")
        assert "[/nix] [bold]fett[/] :smile:" in done.stdout


@pytest.mark.parametrize("command", ["list --all", "show M-009"])
def test_an_old_console_gets_escapes_for_what_it_cannot_show(
    command: str, process: Callable, musterstadt: Path
) -> None:
    done = process(*command.split(), cwd=musterstadt, PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert done.stdout.isascii()


def test_a_reader_that_has_seen_enough(environment: dict[str, str], musterstadt: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "insek_cli", "list", "--format", "json", "--profile", "intern"],
        cwd=musterstadt,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    process.stdout.close()
    trouble = process.stderr.read()
    process.stderr.close()
    assert (process.wait(timeout=60), trouble) == (0, b"")


def test_no_progress_where_nobody_watches(insek: Callable, project: Path) -> None:
    done = insek("build", "-f", "md", cwd=project)
    assert (done.returncode, done.stderr) == (0, "")
