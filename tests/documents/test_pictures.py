"""A picture is in every document, whatever its file is called and wherever it stands."""

import zipfile
from pathlib import Path
from shutil import copyfile

import pikepdf
import pytest

from documents.project_files import MEASURE, write_project
from insek_cli.build.produce import produce
from insek_cli.build.request import Request
from insek_cli.resources import examples_dir

PICTURES = examples_dir() / "musterstadt" / "data" / "bilder"
PICTURE = next(PICTURES.glob("*.png"))
DRAWING = next(PICTURES.glob("*.svg"))
NAMES = (
    "Karte Süd 1.png",
    "50%20 mehr.png",
    "a(b)[c]#1&2;'3.png",
    "a_b*c.png",
    "Plan (Entwurf).svg",
)
CHAPTER = """\
---
titel: Analyse
---

# Die Karte ![Karte](<Karte Süd 1.png>)

- ![In einer Liste](<a_b*c.png>)

| Karte |
| --- |
| ![In einer Zelle](<Plan (Entwurf).svg>) |

[![In einem Verweis](<50%2520 mehr.png>)](https://stadt.example)
"""


def built(root: Path, kind: str) -> Path:
    (root / "data" / "bilder").mkdir()
    for name in NAMES:
        copyfile(DRAWING if name.endswith(".svg") else PICTURE, root / "data" / "bilder" / name)
    outcome = produce(Request(root, formats=(kind,)))
    assert [issue for issue in outcome.issues if issue.severity == "error"] == []
    return outcome.outputs[0].path


def pictures(path: Path) -> list[str]:
    """The alternative texts of the pictures that a document shows."""
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as archive:
            xml = archive.read("word/document.xml").decode()
        return [part.split('"')[0] for part in xml.split('descr="')[1:]]
    with pikepdf.open(path) as pdf:
        return [
            str(thing.Alt)
            for thing in pdf.objects
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/Figure"
        ]


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_any_name_of_a_file(tmp_path: Path, kind: str) -> None:
    pictured = [
        {"datei": name, "rolle": "foto", "alt": f"Bild {n}"} for n, name in enumerate(NAMES)
    ]
    measure = {**MEASURE, "bilder": pictured}
    path = built(write_project(tmp_path, {"measures/M-001-test.yaml": measure}), kind)
    assert {f"Bild {n}" for n, _name in enumerate(NAMES)} <= set(pictures(path))


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_any_place_in_a_chapter(tmp_path: Path, kind: str) -> None:
    path = built(write_project(tmp_path, {"chapters/analyse.md": CHAPTER}), kind)
    shown = {"Karte", "In einer Liste", "In einer Zelle", "In einem Verweis"}
    assert shown <= set(pictures(path))
