"""The matrix of measures and fields: legible with any number of fields, heads on every page."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from commands import run
from documents.extreme_cities import MEASURES, TITLES, many_fields
from documents.printed_words import MM, Page, Word, pages
from documents.project_files import squeezed, write_project
from once import once

pytestmark = pytest.mark.office
TITLE_ROOM = 55
"""Millimetres that a title has at least, between its margins."""
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="session", params=[1, 4, 8, 11, 20, 25])
def fields(request: pytest.FixtureRequest) -> int:
    """How many fields the city has."""
    count: int = request.param
    return count


@pytest.fixture(scope="session")
def built(fields: int, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of the city."""

    def build(root: Path) -> None:
        done = run(write_project(root, many_fields(fields)), "build", "--format", "pdf,docx")
        assert done.returncode == 0, done.stderr

    return once(tmp_path_factory, f"matrix-{fields}", build) / "build"


def _heads(page: Page) -> list[tuple[Word, list[Word]]]:
    """The heads of matrices on a page: the word Maßnahme and the numbers beside it."""
    found = []
    for word in page.words:
        beside = [w for w in page.words if abs(w.top - word.top) < 2 and w.left > word.right]
        if word.text == "Maßnahme" and beside and all(w.text.isdecimal() for w in beside):
            found.append((word, sorted(beside, key=lambda w: w.left)))
    return found


def test_every_page_names_all_columns_and_leaves_room_for_titles(fields: int, built: Path) -> None:
    matrix = [page for page in pages(built / "insek.pdf") if _heads(page)]
    heads = [head for page in matrix for head in _heads(page)]
    assert len(matrix) > 1
    first = [[w.text for w in beside] for _, beside in heads]
    named = {number for numbers in first for number in numbers}
    assert named == {str(n) for n in range(1, fields + 1)}
    assert all(len(numbers) == (min(fields, 20) if numbers[0] == "1" else 5) for numbers in first)
    for word, beside in heads:
        assert beside[0].left - word.left > TITLE_ROOM * MM
        assert max(w.right for w in beside) < (210 - 18) * MM
    assert [page.collisions() for page in matrix] == [[]] * len(matrix)
    said = squeezed("".join(w.text for page in matrix for w in page.words))
    for m in range(1, MEASURES + 1):
        assert squeezed(f"{TITLES[m % 3]} {m}") in said


def test_the_marks_stand_below_the_number_of_their_field(fields: int, built: Path) -> None:
    marks = 0
    for page in pages(built / "insek.pdf"):
        for _, beside in _heads(page)[:1] if fields <= 20 else ():
            columns = [(w.left + w.right) / 2 for w in beside]
            for mark in (w for w in page.words if w.text in ("●", "○") and w.top > beside[0].top):
                centre = (mark.left + mark.right) / 2
                assert min(abs(centre - column) for column in columns) < 1.5
                marks += mark.text == "●"
    assert marks == MEASURES or fields > 20


def test_word_has_room_for_every_column(fields: int, built: Path) -> None:
    with ZipFile(built / "insek.docx") as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    tables = [t for t in root.iter(f"{W}tbl") if "".join(t.itertext()).startswith("Nr.Maßnahme1")]
    (table,) = tables
    widths = [int(column.get(f"{W}w")) / 56.7 for column in table.iter(f"{W}gridCol")]
    assert sum(widths) < 169
    assert widths[1] > TITLE_ROOM
    # Two figures of 9 pt are 3.3 mm wide; what has no margins of its own has room for them.
    for cell, width in zip(next(table.iter(f"{W}tr")).iter(f"{W}tc"), widths, strict=True):
        bare = cell.find(f"{W}tcPr/{W}tcMar") is not None
        assert width - (0 if bare else 4) > 3.3
    assert len(widths) == min(fields, 20) + 2
    assert next(table.iter(f"{W}tr")).find(f"{W}trPr/{W}tblHeader") is not None
