"""A link can be read wherever it stands."""

import re
import zipfile
from pathlib import Path

import pikepdf
import pytest
from lxml import etree

from accessibility.rules import Tagged, contrasts
from documents.project_files import CONCEPT, words_of, write_project
from insek_cli.build.produce import produce
from insek_cli.build.request import Request
from insek_cli.documents.word.ooxml import q, text_of, val_of

CHAPTER = """\
---
titel: Analyse
---

# Zahlen [im Portal](https://stadt.example/zahlen)

| Kennzahl | [Quelle](https://stadt.example/quelle) |
| --- | --- |
| **Einwohner** | [Amt](https://stadt.example/amt) |
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path, {"chapters/analyse.md": CHAPTER})


def test_in_the_head_of_a_table_of_the_pdf(project: Path) -> None:
    path = produce(Request(project, formats=("pdf",))).outputs[0].path
    with pikepdf.open(path) as pdf:
        tagged = Tagged(pdf)
        links = {node.text: node.runs for node in tagged.root.all("Link")}
        assert list(contrasts(tagged)) == []
    assert {"im Portal", "Quelle", "Amt"} <= set(links)


def test_in_the_head_of_a_table_in_word(project: Path) -> None:
    path = produce(Request(project, formats=("docx",))).outputs[0].path
    with zipfile.ZipFile(path) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    links = {text_of(link): link for link in body.iter(q("w:hyperlink"))}
    style, line = f"{q('w:r')}/w:rPr/w:rStyle", f"{q('w:r')}/w:rPr/w:u"
    assert (val_of(links["Quelle"], style), val_of(links["Quelle"], line)) == (None, "single")
    assert val_of(links["Amt"], style) is not None


def test_an_address_longer_than_typst_takes_is_printed_as_its_words(tmp_path: Path) -> None:
    chapter = f"---\ntitel: Analyse\n---\n\nSiehe [Plan](https://stadt.example/{'a' * 9000}).\n"
    root = write_project(tmp_path, {"chapters/analyse.md": chapter})
    assert "SiehePlan." in words_of(produce(Request(root, formats=("pdf",))).outputs[0].path)


def test_a_mail_address_in_the_imprint(tmp_path: Path) -> None:
    concept = {**CONCEPT, "impressum": "Stadt, Amt 1\nE-Mail: in_sek@stadt.example, Tel. 1"}
    root = write_project(tmp_path, {"concept.yaml": concept})
    path = produce(Request(root, formats=("md",))).outputs[0].path
    assert "E-Mail: [in_sek@stadt.example](mailto:in_sek@stadt.example), Tel. 1" in unescaped(path)


def unescaped(path: Path) -> str:
    """The text with its marks; an address in angle brackets is a link of the same words."""
    plain = path.read_text("utf-8").replace("\\", "")
    return re.sub(r"<([\w.]+@[\w.]+)>", r"[\1](mailto:\1)", plain)
