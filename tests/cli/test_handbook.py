"""The handbook and the README say what there is: commands, options and codes, all of them."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from insek_cli.cli.app import command_line
from insek_cli.findings.codes import CODES

ROOT = Path(__file__).parents[2]
TEXTS = ("docs/handbuch.md", "README.md", "action.yml", "ci/gitlab.yml", ".pre-commit-hooks.yaml")
PAGES = ("docs/handbuch.md", "docs/grenzen.md", "docs/vertrauen.md", "README.md")
CODE = re.compile(r"^ *```.*?^ *```|`[^`\n]+`", re.MULTILINE | re.DOTALL)
CODE_CALL = re.compile(r"^[ `]*(?:\$ )?insek((?: [a-z]+)+)", re.MULTILINE)
CALL = re.compile(r"(?:^|[`\"$|;&] ?| )insek((?: [a-z]+)+)([^`\n|>&;]*)", re.MULTILINE)


def commands(group: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every command that can be run, by the words that name it."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from commands(command, (*path, name))
        else:
            yield (*path, name), command


ALL = dict(commands(command_line()))


def named(text: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """The commands a text calls, with what stands behind them."""
    for call in CALL.finditer(text):
        words = tuple(call.group(1).split())
        for length in (2, 1):
            if words[:length] in ALL:
                yield words[:length], call.group(0)
                break


def test_every_command_is_in_the_handbook() -> None:
    text = (ROOT / "docs" / "handbuch.md").read_text(encoding="utf-8")
    assert {" ".join(path) for path in ALL} == {" ".join(path) for path, _call in named(text)}


@pytest.mark.parametrize("name", PAGES)
def test_every_command_that_is_named_exists(name: str) -> None:
    """What stands as code, in a line or a block, begins with a command or a group of them."""
    text = (ROOT / name).read_text(encoding="utf-8")
    groups = {path[:1] for path in ALL}
    code = "\n".join(CODE.findall(text))
    calls = [tuple(words.split()) for words in CODE_CALL.findall(code)]
    assert calls
    named = {words[: 2 if words[:1] not in ALL else 1] for words in calls}
    assert named <= ALL.keys() | groups


@pytest.mark.parametrize("name", TEXTS)
def test_every_option_that_is_named_exists(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    found = 0
    for path, call in named(text):
        options = set(re.findall(r"(?<= )--?[a-z][a-z-]*", call))
        known = {option for param in ALL[path].params for option in param.opts}
        assert options <= known | {"--help"}, call
        found += 1
    assert found or name == "action.yml"


def test_options_in_the_running_text_exist() -> None:
    """`--stage` and the like, named without their command."""
    text = (ROOT / "docs" / "handbuch.md").read_text(encoding="utf-8")
    known = {
        option for command in ALL.values() for param in command.params for option in param.opts
    }
    bare = set(re.findall(r"`(--[a-z][a-z-]*)", text))
    assert len(bare) >= 5
    assert bare <= known | {"--help", "--version", "--install-completion"}


def test_every_code_that_is_named_exists() -> None:
    texts = [(ROOT / name).read_text(encoding="utf-8") for name in PAGES]
    named = set(re.findall(r"INSEK[0-9]{3}\b", "".join(texts)))
    assert len(named) >= 5
    assert named <= CODES.keys()
