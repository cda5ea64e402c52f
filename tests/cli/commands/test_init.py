"""A new city's repository builds at once, and nothing that exists is touched."""

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from insek_cli.models.concept import Concept
from insek_cli.models.field import FieldOfAction
from insek_cli.models.measure import Measure
from insek_cli.source import load_project

YAML_KEY = re.compile(r"^([a-z_]+):", re.MULTILINE)
SKELETONS = {
    "data/concept.yaml": Concept,
    "data/fields/HF1.yaml": FieldOfAction,
    "data/measures/M-001-beispielmassnahme.yaml": Measure,
}


@pytest.fixture
def city(insek: Callable, tmp_path: Path) -> Path:
    done = insek("init", "stadt", SOURCE_DATE_EPOCH="1900000000")
    assert done.returncode == 0
    assert "cd stadt" in done.stdout
    return tmp_path / "stadt"


def test_it_builds_without_a_finding(city: Path, insek: Callable) -> None:
    done = insek("build", cwd=city)
    assert (done.returncode, done.stderr) == (0, "")
    assert (city / "build" / "insek.pdf").is_file()


def test_files_have_unix_line_ends_and_composed_letters(city: Path) -> None:
    files = (path for path in city.rglob("*") if path.is_file() and ".insek" not in path.parts)
    texts = [path.read_bytes().decode() for path in files]
    assert len(texts) >= 12
    assert [text for text in texts if "\r" in text or not text.endswith("\n")] == []
    assert [text for text in texts if unicodedata.normalize("NFC", text) != text] == []


@pytest.mark.parametrize("name", SKELETONS)
def test_every_key_is_offered_in_the_order_of_the_model(name: str, city: Path) -> None:
    text = (city / name).read_text(encoding="utf-8")
    uncommented = re.sub("^# ", "", text, flags=re.MULTILINE)
    assert YAML_KEY.findall(uncommented) == list(SKELETONS[name].model_fields)


def test_an_offered_key_is_known_to_the_model(city: Path) -> None:
    """Uncommented and still empty, a key is open or incomplete, but never unknown."""
    for name in SKELETONS:
        text = (city / name).read_text(encoding="utf-8")
        body = text.partition("\n")[2]
        (city / name).write_text(re.sub("^# ", "", body, flags=re.MULTILINE), encoding="utf-8")
    found = {issue.code for issue in load_project(city).issues}
    assert found
    assert "INSEK105" not in found


@pytest.mark.parametrize("option", [(), ("--example",)])
def test_files_that_exist_are_never_overwritten(
    option: tuple[str, ...], insek: Callable, tmp_path: Path
) -> None:
    (tmp_path / "data").mkdir()
    concept = tmp_path / "data" / "concept.yaml"
    concept.write_text("meins", encoding="utf-8")
    done = insek("init", *option)
    assert done.returncode == 2
    assert "data/concept.yaml" in done.stderr
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [concept]
    assert concept.read_text(encoding="utf-8") == "meins"


@pytest.mark.parametrize("option", [(), ("--example",)])
def test_a_new_repository_of_a_service_is_begun(
    option: tuple[str, ...], insek: Callable, tmp_path: Path
) -> None:
    """GitHub and GitLab put a README, a licence and rules for git into a new repository."""
    own = {
        "README.md": "# INSEK\n",
        "LICENSE": "EUPL",
        ".gitignore": "# Python\n__pycache__/\nbuild/\n",
        ".gitlab-ci.yml": "include: []\n",
    }
    for name, text in own.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    done = insek("init", *option)
    assert done.returncode == 0
    assert {name: (tmp_path / name).read_text(encoding="utf-8") for name in own} == own
    assert "README.md war schon da" in done.stdout
    missing = done.stdout.partition(".gitignore war schon da")[2]
    assert "  Thumbs.db" in missing
    assert "/build/" not in missing
    assert (tmp_path / ".gitattributes").is_file()
    assert insek("check").returncode == 0


def test_other_files_do_not_matter(insek: Callable, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert insek("init").returncode == 0
    assert (tmp_path / "data" / "concept.yaml").is_file()


def test_the_example_is_the_musterstadt(musterstadt: Path) -> None:
    assert "INSEK Musterstadt 2040" in (musterstadt / "data/concept.yaml").read_text("utf-8")
    assert (musterstadt / ".gitattributes").is_file()
    assert list((musterstadt / "data" / "bilder").glob("*.png"))
