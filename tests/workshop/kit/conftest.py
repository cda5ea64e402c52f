"""Workshops as folders, and the kit as people print it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from commands import Done, run
from once import once
from workshop.kit.kit_files import SLUG, frozen

MUSTERSTADT = Path(__file__).parents[3] / "examples" / "musterstadt"
MINIMAL = Path(__file__).parents[2] / "cases" / "valid" / "minimal"

Run = Callable[..., Done]


def insek_in(root: Path, *arguments: str, **variables: str) -> Done:
    """A command in a project, in English."""
    return run(root, *arguments, **{"INSEK_LANG": "en", "COLUMNS": "100", **variables})


def kit_in(root: Path, *arguments: str, **variables: str) -> Done:
    """`insek workshop kit` in a project."""
    return insek_in(root, "workshop", "kit", *arguments, **variables)


@pytest.fixture
def kit() -> Run:
    """Print the kit of a workshop of a project."""
    return kit_in


@pytest.fixture
def insek() -> Run:
    """Run any command in a project."""
    return insek_in


@pytest.fixture
def musterstadt(tmp_path: Path) -> Path:
    """A copy of the fictitious city, nothing frozen."""
    return _copy(tmp_path)


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the fictitious city whose kit is printed; tests only look at it."""

    def print_it(folder: Path) -> None:
        done = kit_in(_copy(folder), SLUG)
        assert done.returncode == 0, done.stderr

    return once(tmp_path_factory, "kit", print_it) / "stadt"


def _copy(folder: Path) -> Path:
    root = folder / "stadt"
    shutil.copytree(MUSTERSTADT, root)
    frozen(root).unlink(missing_ok=True)
    return root


@pytest.fixture
def stadt(tmp_path: Path) -> Path:
    """A small city with one field, one measure and a workshop with one question."""
    root = tmp_path / "stadt"
    shutil.copytree(MINIMAL, root)
    folder = root / "data" / "workshops" / SLUG
    folder.mkdir(parents=True)
    question = "  - id: hf1\n    handlungsfeld: HF1\n    wortlaut: Was zuerst?\n"
    text = f"titel: Werkstatt\nfragen:\n{question}"
    (folder / "workshop.yaml").write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def measure(stadt: Path) -> Callable[..., None]:
    """Add a measure to the small city: id, title, and further lines of YAML."""

    def add(id_: str, titel: str, *lines: str) -> None:
        text = "\n".join([f"id: {id_}", f"titel: {titel}", "handlungsfeld: HF1", *lines, ""])
        (stadt / "data" / "measures" / f"{id_}.yaml").write_text(text, encoding="utf-8")

    return add
