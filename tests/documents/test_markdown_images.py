"""The images a delivered Markdown shows lie beside it; nobody else's file is touched for them."""

import hashlib
import re
import shutil
from pathlib import Path
from urllib.parse import unquote

import pytest

from commands import Done, run

ROOT = Path(__file__).parents[2]
RECORD = ".insek.json"
MEASURE = """id: M-00{number}
titel: Bild {number}
handlungsfeld: HF1
beschreibung: Ein Text.
bilder:
  - datei: {image}
    rolle: grafik
    alt: Ein Bild
"""
SVG = """<svg xmlns="http://www.w3.org/2000/svg" width="40" height="{h}">
<rect width="9" height="9"/></svg>
"""


def lying(folder: Path) -> dict[str, bytes]:
    """The files in bilder/ by name, without the record."""
    images = folder / "bilder"
    paths = [path for path in images.rglob("*") if path.is_file() and path.name != RECORD]
    return {path.relative_to(images).as_posix(): path.read_bytes() for path in paths}


def shown(document: Path) -> set[str]:
    return set(map(unquote, re.findall(r"\]\(bilder/([^)]+)\)", document.read_text("utf-8"))))


def measure(project: Path, number: int, image: str, height: int = 20) -> None:
    path = project / "data/bilder" / image
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(SVG.format(h=height), encoding="utf-8")
    text = MEASURE.format(number=number, image=image)
    (project / f"data/measures/M-00{number}-bild.yaml").write_text(text, encoding="utf-8")


def build(project: Path, *arguments: str) -> Done:
    return run(project, "build", "--format", "md", *arguments)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    run(tmp_path, "init", ".")
    measure(tmp_path, 7, "plan.svg")
    measure(tmp_path, 8, "Pläne/Plan (2) 50 %.svg", 30)
    return tmp_path


@pytest.mark.parametrize(
    ("command", "document"),
    [
        (("build",), "insek.md"),
        (
            ("workshop", "report", "massnahmenwerkstatt"),
            "workshops/massnahmenwerkstatt/dokumentation.md",
        ),
    ],
)
def test_every_image_shown_lies_there_and_no_other(
    tmp_path: Path, command: tuple[str, ...], document: str
) -> None:
    city = tmp_path / "stadt"
    shutil.copytree(ROOT / "examples/musterstadt", city)
    assert run(city, *command, "--format", "md").returncode == 0
    file = city / "build" / document
    there = lying(file.parent)
    assert there.keys() == shown(file)
    source = city / "data/bilder"
    assert all((source / name).read_bytes() == content for name, content in there.items())
    before = (file.parent / "bilder" / RECORD).read_bytes() if there else b""
    shutil.rmtree(city / "build")
    assert run(city, *command, "--format", "md").returncode == 0
    assert lying(file.parent) == there
    assert not there or (file.parent / "bilder" / RECORD).read_bytes() == before


def test_folders_and_marks_in_names(project: Path) -> None:
    assert build(project).returncode == 0
    assert lying(project / "build").keys() == {"plan.svg", "Pläne/Plan (2) 50 %.svg"}
    assert shown(project / "build/insek.md") >= {"plan.svg"}


def test_a_copy_follows_its_image_and_goes_with_it(project: Path) -> None:
    build(project)
    measure(project, 7, "plan.svg", 99)
    assert build(project).returncode == 0
    assert b'height="99"' in lying(project / "build")["plan.svg"]
    for path in (project / "data/measures").glob("*-bild.yaml"):
        path.unlink()
    own = project / "build/bilder/eigenes.png"
    own.write_bytes(b"von uns")
    assert build(project).returncode == 0
    assert lying(project / "build") == {"eigenes.png": b"von uns"}
    assert not (project / "build/bilder" / RECORD).exists()


def test_a_copy_that_was_changed_by_hand_is_not_removed(project: Path) -> None:
    build(project)
    (project / "build/bilder/plan.svg").write_bytes(b"nachgezeichnet")
    (project / "data/measures/M-007-bild.yaml").unlink()
    assert build(project).returncode == 0
    assert lying(project / "build")["plan.svg"] == b"nachgezeichnet"


def test_a_missing_copy_comes_back_though_nothing_changed(project: Path) -> None:
    build(project)
    before = lying(project / "build")
    (project / "build/bilder/plan.svg").unlink()
    assert build(project).returncode == 0
    assert lying(project / "build") == before


@pytest.mark.parametrize("kind", ["file", "folder", "link"])
def test_what_others_put_there_stops_the_build(project: Path, kind: str) -> None:
    elsewhere = project / "draussen"
    path = elsewhere / "bilder/plan.svg"
    path.parent.mkdir(parents=True)
    goal = project / "foto.svg"
    goal.write_bytes(b"mein Foto")
    if kind == "file":
        path.write_bytes(b"mein Foto")
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to(goal)
    done = build(project, "--out", str(elsewhere))
    assert done.returncode == 3
    assert "ist keine Kopie, die insek geschrieben hat" in done.stderr.replace("\n", " ")
    assert not (elsewhere / "insek.md").exists()
    assert kind == "folder" or path.read_bytes() == b"mein Foto"


def test_the_folder_of_the_data_stays_as_it_is(project: Path) -> None:
    before = lying(project / "data")
    for _again in range(2):
        done = build(project, "--out", str(project / "data"))
        assert lying(project / "data") == before, done.stderr
    assert not (project / "data/bilder" / RECORD).exists()


def test_two_documents_share_a_folder(tmp_path: Path) -> None:
    city, out = tmp_path / "stadt", tmp_path / "aus"
    shutil.copytree(ROOT / "examples/musterstadt", city)
    report = ("workshop", "report", "massnahmenwerkstatt", "--format", "md", "--out", str(out))
    for _again in range(2):
        assert build(city, "--out", str(out)).returncode == 0
        assert run(city, *report).returncode == 0
        together = shown(out / "insek.md") | shown(out / "dokumentation.md")
        assert lying(out).keys() == together
        with (city / "data/bilder/logo-musterstadt.svg").open("a", encoding="utf-8") as file:
            file.write("<!-- neu -->\n")


def test_a_record_leads_nowhere_else(project: Path) -> None:
    build(project)
    victim = project / "build/notiz.txt"
    victim.write_bytes(b"bleibt")
    digest = hashlib.sha256(b"bleibt").hexdigest()
    record = f'{{"insek.md": {{"../notiz.txt": "{digest}", "{victim}": "{digest}"}}}}'
    (project / "build/bilder" / RECORD).write_text(record, encoding="utf-8")
    assert build(project, "--only", "HF1").returncode == 0
    build(project)
    assert victim.read_bytes() == b"bleibt"


def test_an_image_that_is_only_written_about_is_not_copied(project: Path) -> None:
    (project / "data/bilder/geheim.svg").write_text(SVG.format(h=5), encoding="utf-8")
    path = project / "data/measures/M-007-bild.yaml"
    about = "Der Befehl `![x](bilder/geheim.svg)` und bilder/geheim.svg."
    path.write_text(path.read_text("utf-8").replace("Ein Text.", f"|\n  {about}"), "utf-8")
    done = build(project)
    assert "geheim.svg" not in lying(project / "build"), done.stderr
