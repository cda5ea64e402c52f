"""Help teaches, in the user's language, and answers at once."""

import subprocess
import sys
from collections.abc import Callable

import pytest

import insek_cli

HEAVY = {"docx", "jinja2", "openpyxl", "pydantic", "pypandoc", "rich", "ruamel", "typst"}


def test_the_first_page_names_the_commands(process: Callable) -> None:
    text = process("--help").stdout
    assert "  build  " in text
    assert {"list", "show", "init", "new"} <= set(text.split())


@pytest.mark.parametrize("words", [(), ("new",)])
def test_a_group_without_a_command_shows_its_help(words: tuple[str], process: Callable) -> None:
    done = process(*words)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == process(*words, "--help").stdout


def test_version(process: Callable) -> None:
    done = process("--version")
    assert (done.returncode, done.stdout) == (0, f"insek {insek_cli.__version__}\n")


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_loads_no_engine(option: str, environment: dict[str, str]) -> None:
    script = (
        "import sys; from insek_cli.cli import main; main(sys.argv[1:]); "
        "print(*{name.split('.')[0] for name in sys.modules}, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, option],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(done.stderr.split())
    assert "typer" in loaded
    assert loaded & HEAVY == set()


@pytest.mark.parametrize(
    ("begun", "offered"),
    [
        ("insek b", '"build"'),
        ("insek build --stage w", '"werkstatt"'),
        ("insek build --format md,p", '"md,pdf"'),
        ("insek list --field H", '"HF1":"Wohnen"'),
        ("insek show M", '"M-001"'),
    ],
)
def test_tab_offers_what_fits(begun: str, offered: str, process: Callable, project: object) -> None:
    done = process(cwd=project, _INSEK_COMPLETE="complete_zsh", _TYPER_COMPLETE_ARGS=begun)
    assert offered in done.stdout


def test_a_command_loaded_alone_is_the_one_among_all() -> None:
    from insek_cli.cli.app import command_line, command_names  # noqa: PLC0415

    names = command_names()
    assert sorted(command_line().commands) == sorted(names)
    assert sorted(command_line(["--help", "build"]).commands) == sorted(names)
    for name in names:
        assert list(command_line([name, "--help"]).commands) == [name]
