"""A resolution leaves out what is not known: no document of that stage says that it is open."""

import re
import shutil
from pathlib import Path

import pytest

from commands import run
from documents.project_files import CONCEPT, words_of, write_project
from once import once

pytestmark = pytest.mark.office
REPOSITORY = Path(__file__).resolve().parents[2]
WORKSHOP = "massnahmenwerkstatt"
EXPECTED = {"Übersicht Beteiligungsformate", "Handlungsfeld 1: Wohnen", "Handlungsfeld 2: Grün"}
"""A drawing stands below the one, which Markdown lacks; a field is there with nothing known."""
DANGLING = re.compile(r"^.*\w:\**\s*\n\n(?=#|\Z)", re.MULTILINE)
SAID = re.compile(r"noch\W{0,3}offen|wird\W{0,3}ergänzt|k\. ?A\.", re.IGNORECASE)


def everything(root: Path, workshop: str) -> None:
    """All documents of a project, with kit and documentation of a workshop."""
    for command in (["build"], ["workshop", "kit", workshop], ["workshop", "report", workshop]):
        done = run(root, *command)
        assert done.returncode == 0, done.stderr


def documents(root: Path) -> list[Path]:
    """All that was written, of every format."""
    return sorted(path for path in (root / "build").rglob("*.*") if path.is_file())


@pytest.fixture(scope="session")
def kaiserslautern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Kaiserslautern as if it were resolved, though most of it is not known."""

    def make(root: Path) -> None:
        shutil.copytree(REPOSITORY / "data", root / "data")
        concept = root / "data" / "concept.yaml"
        text = concept.read_text(encoding="utf-8")
        assert "stufe: werkstatt" in text
        concept.write_text(text.replace("stufe: werkstatt", "stufe: beschluss"), encoding="utf-8")
        everything(root, WORKSHOP)

    return Path(once(tmp_path_factory, "kaiserslautern-beschluss", make))


@pytest.fixture(scope="session")
def unknown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A city at that stage of which next to nothing is known, with a workshop."""
    group: dict[str, object] = {"titel": "Gruppe A", "handlungsfelder": []}
    question = {"id": "hf1", "handlungsfeld": "HF1", "wortlaut": "Was zuerst?"}
    workshop = {"titel": "Werk", "gruppen": [group], "fragen": [question],
                "programm": [{"titel": "Begrüßung"}]}  # fmt: skip
    files: dict[str, object] = {
        "concept.yaml": {**CONCEPT, "stufe": "beschluss", "formate": [{"titel": "Forum"}]},
        "fields/HF2.yaml": {"id": "HF2", "titel": "Grün"},
        "workshops/werk/workshop.yaml": workshop,
        "workshops/leer/workshop.yaml": {"titel": "Leer"},
        "registers/actors.yaml": [{"id": "ref-61", "name": "Referat 61"}],
    }

    def make(root: Path) -> None:
        write_project(root, files)
        everything(root, "werk")
        everything(root, "leer")

    return Path(once(tmp_path_factory, "unbekannt-beschluss", make))


@pytest.mark.parametrize("city", ["kaiserslautern", "unknown"])
def test_no_document_of_a_resolution_says_that_something_is_open(
    city: str, request: pytest.FixtureRequest
) -> None:
    found = documents(request.getfixturevalue(city))
    kinds = {path.suffix for path in found}
    assert {".md", ".docx", ".pdf", ".xlsx", ".pptx", ".txt"} <= kinds
    said = {
        path.name: SAID.findall(
            path.read_text("utf-8") if path.suffix == ".txt" else words_of(path)
        )
        for path in found
        if path.suffix in {".md", ".docx", ".pdf", ".xlsx", ".pptx", ".txt"}
    }
    said |= {p.name: SAID.findall(p.read_text("utf-8")) for p in found if p.suffix == ".txt"}
    assert {name: words for name, words in said.items() if words} == {}


@pytest.mark.parametrize("city", ["kaiserslautern", "unknown"])
def test_no_label_stands_without_what_it_announces(
    city: str, request: pytest.FixtureRequest
) -> None:
    for path in documents(request.getfixturevalue(city)):
        if path.suffix == ".md":
            text = path.read_text(encoding="utf-8")
            headings = re.findall(r"^(#+) (.*)\n+(?=^(#+) )", text, re.MULTILINE)
            empty = {title for level, title, below in headings if len(below) <= len(level)}
            assert (path.name, empty - EXPECTED) == (path.name, set())
            assert (path.name, DANGLING.findall(text)) == (path.name, [])


def test_who_works_on_a_resolution_still_sees_what_is_missing(tmp_path: Path) -> None:
    write_project(tmp_path, {"concept.yaml": {**CONCEPT, "stufe": "beschluss"}})
    assert run(tmp_path, "build", "--profile", "intern", "-f", "md").returncode == 0
    text = (tmp_path / "build" / "intern" / "insek.md").read_text(encoding="utf-8")
    assert "Was noch offen ist" in text
    assert "*noch offen*" not in text.split("Was noch offen ist")[0]
