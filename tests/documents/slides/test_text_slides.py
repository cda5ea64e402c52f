"""Remarks on slides: each is printed once, however long, with a theme or without."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.project_files import write_project
from effort import SLOW
from insek_cli.documents.slides.text_slides import theme_items
from insek_cli.documents.text_fit import SIZES, Para, arrange_columns, pack_columns
from insek_cli.models.workshop import Remark
from insek_cli.workshop.results.workshop_views import RemarkView, ThemeView
from workshop.documentation.documents import Run, slides, texts

WIDTH, HEIGHT = 400.0, 300.0
WORKSHOP = {"titel": "Werkstatt", "art": "werkstatt", "datum": "2026-02-24"}
LONG = "sie betrifft den Gehweg vor der Schule und die Beleuchtung am Abend, auch im Winter"

lengths = st.integers(1, 120)
groups = st.lists(
    st.tuples(st.booleans(), st.lists(st.tuples(lengths, st.booleans()), min_size=1, max_size=9)),
    min_size=1,
    max_size=5,
)


@settings(max_examples=SLOW)
@given(groups, st.sampled_from(SIZES))
def test_every_word_of_a_remark_is_said_once(
    drawn: list[tuple[bool, list[tuple[int, bool]]]], size: int
) -> None:
    """Words carry the number of their remark, so none can stand for another."""
    number = 0
    views = []
    for place, (titled, remarks) in enumerate(drawn):
        said = []
        for length, answered in remarks:
            number += 1
            text = " ".join(f"r{number}w{word}" for word in range(length))
            answer = f"a{number}" if answered else None
            said.append(RemarkView(Remark(id=f"r{number}", text=text), "", answer, ()))
        views.append(ThemeView(f"t{place}" if titled else None, tuple(said)))
    for columns in (
        pack_columns(theme_items(views), WIDTH, HEIGHT, size),
        arrange_columns(theme_items(views), WIDTH, 90)[1],
    ):
        printed = [para for column in columns for block in column for para in block]
        words = [word for para in printed if not para.heading for word in para.text.split()]
        own = [word for word in words if word not in ("…", "→")]
        assert len(own) == len(set(own))
        assert sum("w" in word for word in own) == sum(n for _, part in drawn for n, _ in part)


def test_a_heading_of_half_a_slide_is_said_once() -> None:
    """Said again on each slide it would leave room for a word or two."""
    heading = Para(" ".join(["Überschrift"] * 30), heading=True)
    columns = pack_columns([(heading, Para(" ".join(["Wort"] * 300), 1))], WIDTH, HEIGHT, 20)
    assert [para for column in columns for block in column for para in block].count(heading) == 1


@pytest.mark.parametrize("theme", [None, "Gehweg", "Ein langes Thema: " + LONG])
def test_remarks_on_slides_are_not_repeated(theme: str | None, tmp_path: Path, insek: Run) -> None:
    remarks = [
        {"id": f"r{n:02}", "handlungsfeld": "HF1", "text": f"Anmerkung {n:02}: {LONG}."}
        | ({"thema": theme} if theme else {})
        | ({"antwort": "uebernommen"} if n % 2 else {})
        for n in range(30)
    ]
    files = {"workshops/werk/workshop.yaml": WORKSHOP, "workshops/werk/remarks.yaml": remarks}
    root = write_project(tmp_path, files)
    done = insek(root, "workshop", "report", "werk", "--format", "pptx")
    assert done.returncode == 0, done.stderr
    deck = slides(root / "build" / "workshops" / "werk" / "dokumentation.pptx")
    told = [line for slide in deck for line in texts(slide)]
    assert [sum(f"Anmerkung {n:02}:" in line for line in told) for n in range(30)] == [1] * 30
    if theme:
        assert sum(f"Thema {theme}" in line for line in told) > 1
