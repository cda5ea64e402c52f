"""The repository keeps its own promises: locked, portable, dated, licensed, in small pieces."""

import ast
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from ruamel.yaml import YAML

import insek_cli
from insek_cli import resources

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ("requirements.txt", "requirements-dev.txt")
MODULES = sorted((ROOT / "src").rglob("*.py"))
MAX_MODULE_LINES = 250
MAX_FUNCTION_LINES = 45
VAGUE_NAMES = {"common", "helpers", "manager", "utils"}

# Written in two parts, so that this file does not contain what it looks for.
_HOSTS = (
    "pypi" + ".org",
    "python" + "hosted",
    "npm" + "js",
    "deb." + "debian",
    "files.python" + "hosted",
)
_FOLDERS = ("/wo" + "rk/", "/ro" + "ot/", "/ho" + "me/", "/Us" + "ers/", "/tm" + "p/", "/op" + "t/")
MACHINE_TRACES = re.compile("|".join(map(re.escape, (*_HOSTS, *_FOLDERS))))

FEATURES = {Path(), Path("trust"), Path("documents")}
"""Folders with tests whose names say what is promised, not which module is tested."""

# Attacks name absolute paths on purpose.
HOSTILE = ("tests/hostile/", "tests/cases/invalid/")


def _tracked_files() -> list[str]:
    listing = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
    )
    return [name for name in listing.stdout.split("\0") if name and (ROOT / name).is_file()]


def _text(name: str) -> str:
    content = (ROOT / name).read_bytes()
    return "" if b"\0" in content[:8000] else content.decode("utf-8", errors="replace")


def _locked(name: str) -> dict[str, str]:
    """Package, version and environment marker of every pinned line."""
    pins = re.findall(r"^([A-Za-z0-9._-]+)==(\S+)(.*?)\\?$", _text(name), re.MULTILINE)
    return {package + marker.strip(): version for package, version, marker in pins}


def _name(requirement: str) -> str:
    """The name as package indexes compare it: ruamel.yaml and ruamel-yaml are one."""
    return re.sub(r"[._-]+", "-", re.split(r"[<>=~!;\[ ]", requirement)[0].lower())


def _functions(module: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_no_file_names_a_registry_or_a_folder_of_one_machine() -> None:
    files = [name for name in _tracked_files() if not name.startswith(HOSTILE)]
    assert len(files) > 20
    traces = {
        name: match.group() for name in files if (match := MACHINE_TRACES.search(_text(name)))
    }
    assert traces == {}


def test_changelog_begins_with_the_current_version() -> None:
    versions = re.findall(r"^## (\d+\.\d+\.\d+)", _text("CHANGELOG.md"), re.MULTILINE)
    assert versions[0] == insek_cli.__version__


def test_publiccode_says_what_catalogues_of_public_software_ask_for() -> None:
    software = YAML(typ="safe", pure=True).load(_text("publiccode.yml"))
    required = {
        *("publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus", "softwareType"),
        *("description", "legal", "maintenance", "localisation"),
    }
    assert required <= software.keys()
    assert software["softwareVersion"] == insek_cli.__version__
    assert software["legal"]["license"] == "EUPL-1.2"
    assert software["maintenance"]["type"] == "none" or software["maintenance"]["contacts"]
    assert {"localisationReady", "availableLanguages"} <= software["localisation"].keys()


@pytest.mark.parametrize("language", ["de", "en"])
def test_publiccode_descriptions_have_the_lengths_of_the_standard(language: str) -> None:
    software = YAML(typ="safe", pure=True).load(_text("publiccode.yml"))
    description = software["description"][language]
    assert len(description["shortDescription"]) <= 150
    assert 150 <= len(description["longDescription"]) <= 10_000
    assert description["features"]


@pytest.mark.parametrize("name", LOCKS)
def test_lock_pins_every_requirement_by_hash_and_names_no_place(name: str) -> None:
    text = _text(name)
    blocks = re.split(r"^(?=[A-Za-z0-9])", text, flags=re.MULTILINE)[1:]
    assert len(blocks) > 15
    assert [block for block in blocks if "==" not in block or "--hash=sha256:" not in block] == []
    assert "://" not in text
    assert not re.search(r"^\s*--?(?!hash)[a-z]", text, re.MULTILINE)


def test_both_locks_name_the_same_versions() -> None:
    runtime, development = (_locked(name) for name in LOCKS)
    assert runtime
    assert runtime.items() <= development.items()


def test_lock_covers_every_runtime_dependency() -> None:
    project = tomllib.loads(_text("pyproject.toml"))["project"]
    wanted = {_name(line) for line in project["dependencies"]}
    locked = {_name(package) for package in _locked("requirements.txt")}
    assert wanted
    assert wanted <= locked


def test_licence_texts_lie_beside_the_code_and_the_fonts() -> None:
    assert "European Union Public Licence" in _text("LICENSE")
    assert list(resources.fonts_dir().glob("*.ttf"))
    assert (resources.fonts_dir() / "OFL.md").is_file()


def test_modules_are_small_and_named_for_what_they_hold() -> None:
    assert MODULES
    lengths = {str(m.relative_to(ROOT)): len(_text(str(m)).splitlines()) for m in MODULES}
    assert {name: lines for name, lines in lengths.items() if lines > MAX_MODULE_LINES} == {}
    assert [str(m.relative_to(ROOT)) for m in MODULES if m.stem in VAGUE_NAMES] == []


def test_a_test_named_after_a_module_stands_where_the_module_stands() -> None:
    """Who changes documents/sheet/daten.py finds documents/sheet/test_daten.py."""
    source, tests = ROOT / "src" / "insek_cli", ROOT / "tests"
    rooms: dict[str, set[Path]] = {}
    for module in MODULES:
        rooms.setdefault(module.stem, set()).add(module.parent.relative_to(source))
    named = [file for file in tests.rglob("test_*.py") if file.stem[5:] in rooms]
    astray = [
        str(file.relative_to(tests))
        for file in named
        if file.parent.relative_to(tests) not in rooms[file.stem[5:]] | FEATURES
    ]
    assert len(named) > 30
    assert astray == []


def test_functions_are_small() -> None:
    lengths = {
        f"{module.relative_to(ROOT)}:{node.lineno} {node.name}": (node.end_lineno or 0)
        - node.lineno
        + 1
        for module in MODULES
        for node in _functions(module)
    }
    assert lengths
    assert {name: lines for name, lines in lengths.items() if lines > MAX_FUNCTION_LINES} == {}
