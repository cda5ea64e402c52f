"""A number of a list is a fact: the PDF and Word print the one that is written."""

import re
import zipfile
from pathlib import Path

import pikepdf

from accessibility.rules import Tagged
from documents.project_files import MEASURE, write_project
from insek_cli.build.produce import produce
from insek_cli.build.request import Request

LISTS = """Davor.

1. Eins

   3. Drei
   4. Vier
      1. Innen
      - Punkt
        1. Unten
2. Zwei
"""


def test_numbers_of_lists_in_lists(tmp_path: Path) -> None:
    files: dict[str, object] = {"measures/M-001-test.yaml": {**MEASURE, "beschreibung": LISTS}}
    outcome = produce(Request(write_project(tmp_path, files), formats=("pdf", "docx")))
    said = {output.format: output.path for output in outcome.outputs}
    with pikepdf.open(said["pdf"]) as pdf:
        labels = [node.text.strip() for node in Tagged(pdf).root.all("Lbl")]
    numbers = [label for label in labels if re.fullmatch(r"[0-9]+\.", label)]
    assert "1. 3. 4. 1. 1. 2." in " ".join(numbers)
    with zipfile.ZipFile(said["docx"]) as archive:
        looks = archive.read("word/numbering.xml").decode().split("<w:abstractNum ")[1:]
    levels = [re.findall(r'<w:lvlText w:val="([^"]*)"', look) for look in looks]
    assert [each for each in levels if each[0] == "%1."]
    for each in levels:
        assert each[0] != "%1." or each == [f"%{n}." for n, _ in enumerate(each, 1)]
