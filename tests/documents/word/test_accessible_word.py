"""What the accessibility checker of Word asks for, and that no text is lost on the way."""

import shutil
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree

from documents.word.word_samples import PROJECTS, Opened, built, opened
from insek_cli.documents.word.ooxml import NAMESPACES, q, text_of, val_of

both = pytest.mark.parametrize("project", PROJECTS)
VAGUE = {"hier", "link", "mehr", "klicken sie hier", "weiter"}


@both
def test_language_is_set_once_for_all(project: str) -> None:
    document = opened(project)
    path = "w:docDefaults/w:rPrDefault/w:rPr/w:lang"
    assert val_of(document.styles, path) == "de-DE"
    assert {node.get(q("w:val")) for node in document.body.iter(q("w:lang"))} <= {"de-DE"}


@both
def test_headings_leave_no_level_out(project: str) -> None:
    headings = opened(project).headings()
    assert headings[0][0] == 1
    assert {level for level, _words in headings} >= {1, 2, 3}
    for (before, _first), (after, words) in pairwise(headings):
        assert after <= before + 1, words
    assert all(words.strip() for _level, words in headings)


@both
def test_pictures_have_an_alternative_text_or_are_decoration(project: str) -> None:
    document = opened(project)
    pictures = document.all("wp:docPr")
    assert len(pictures) >= 2
    for picture in pictures:
        mark = picture.find(".//adec:decorative", NAMESPACES)
        description = picture.get("descr", "")
        assert bool(description) != (mark is not None)
        assert not description.endswith((".png", ".svg"))
    assert len({picture.get("id") for picture in pictures}) == len(pictures)


@both
def test_header_drawings_are_decoration(project: str) -> None:
    for name, part in opened(project).parts.items():
        if name.startswith("word/header"):
            assert part.count(b"wp:docPr ") == part.count(b"adec:decorative ")


@both
def test_links_say_where_they_lead(project: str) -> None:
    for link in opened(project).all("w:hyperlink"):
        words = text_of(link).strip()
        assert words
        assert words.lower() not in VAGUE


@both
def test_no_empty_paragraphs_make_space(project: str) -> None:
    document = opened(project)
    empty = [
        document.style_of(paragraph)
        for paragraph in document.paragraphs()
        if not text_of(paragraph).strip() and paragraph.find(f".//{q('w:drawing')}") is None
    ]
    # Word needs a paragraph behind a table that ends a section.
    assert set(empty) <= {"Abschnittsende"}
    assert len(empty) <= 2


@both
def test_lists_are_lists(project: str) -> None:
    document = opened(project)
    names = [document.style_of(paragraph) or "" for paragraph in document.paragraphs()]
    assert names.count("List Bullet") > 20
    assert "Charta" in names
    for paragraph in document.paragraphs():
        assert not text_of(paragraph).lstrip().startswith(("• ", "- ", "* "))
    numbered = [p for p in document.paragraphs() if p.find("w:pPr/w:numPr", NAMESPACES) is not None]
    assert {document.style_of(p) for p in numbered} <= {
        "List Number", "List Number 2", "List Number 3", "Charta",
    }  # fmt: skip


@both
def test_tables_have_one_plain_grid(project: str) -> None:
    document = opened(project)
    assert not document.all("w:gridSpan")
    assert not document.all("w:vMerge")
    for cell in document.all("w:tc"):
        assert text_of(cell).strip()


def _words(paragraphs: list[etree._Element]) -> str:
    return "".join("".join(text_of(paragraph).split()) for paragraph in paragraphs)


@pytest.mark.office
@both
def test_round_trip_through_libreoffice_keeps_the_text(project: str, tmp_path: Path) -> None:
    source = tmp_path / "insek.docx"
    source.write_bytes(built(project))
    program = shutil.which("soffice") or "soffice"
    subprocess.run(
        [program, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless",
         "--convert-to", "docx:Office Open XML Text", "--outdir", str(tmp_path / "back"),
         str(source)],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    back = Opened((tmp_path / "back" / "insek.docx").read_bytes())
    assert _words(back.paragraphs()) == _words(opened(project).paragraphs())
    assert len(back.sections()) == len(opened(project).sections())
