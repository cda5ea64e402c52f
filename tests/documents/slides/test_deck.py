"""Slides: native, unique titles, text that fits, same bytes; opened by another program."""

import re
import shutil
import subprocess
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from pptx import Presentation
from pptx.util import Pt

from office_files import faults
from workshop.documentation.documents import ROOT, SLUG, Run, charts, slides, texts

SMALLEST = Pt(12)


@pytest.fixture(scope="session", params=["real", "fictitious"])
def deck(request: pytest.FixtureRequest) -> Path:
    """Each of the two presentations."""
    folder: Path = request.getfixturevalue(request.param)
    return folder / "dokumentation.pptx"


def test_the_file_keeps_to_the_standard(deck: Path) -> None:
    assert faults(deck) == []


def test_every_slide_has_its_own_title(deck: Path) -> None:
    titles = [slide.shapes.title.text for slide in slides(deck)]
    assert len(titles) > 20
    assert all(title.strip() for title in titles)
    assert len(set(titles)) == len(titles)


def test_no_placeholder_asks_for_a_click(deck: Path) -> None:
    for slide in slides(deck):
        for shape in slide.placeholders:
            assert shape.has_chart or shape.has_table or shape.text_frame.text.strip()


def test_no_text_is_smaller_than_12_points(deck: Path) -> None:
    small = [
        run.text
        for slide in slides(deck)
        for shape in slide.shapes
        for run in _runs(shape)
        if run.font.size is not None and run.font.size < SMALLEST
    ]
    assert small == []


def _runs(shape: Any) -> list[Any]:
    frames = [shape.text_frame] if shape.has_text_frame else []
    if shape.has_table:
        frames += [cell.text_frame for row in shape.table.rows for cell in row.cells]
    return [run for frame in frames for paragraph in frame.paragraphs for run in paragraph.runs]


def test_all_text_is_german_and_footers_are_read_last(deck: Path) -> None:
    for slide in slides(deck):
        for shape in slide.shapes:
            for run in _runs(shape):
                assert run._r.rPr.get("lang") == "de-DE"
        kinds = [s.placeholder_format.type for s in slide.shapes if s.is_placeholder]
        last = [str(kind).split()[0] for kind in kinds[-2:]]
        if "FOOTER" in str(kinds):
            assert last == ["FOOTER", "SLIDE_NUMBER"]
        assert slide.shapes[0] == slide.shapes.title


def test_a_field_is_one_slide_with_its_map_beside_the_goals(fictitious: Path) -> None:
    found = {s.shapes.title.text: s for s in slides(fictitious / "dokumentation.pptx")}
    green = found["Handlungsfeld 3: Ziele und Strategien"]
    assert [shape.name for shape in green.shapes].count("Karte") == 1
    said = list(texts(green))
    assert "Entwicklungsziele" in said
    assert any(line.startswith("– ") for line in said)
    assert sum(title.startswith("Handlungsfeld 3: Ziele") for title in found) == 1


def test_nothing_is_shown_that_is_not_there(deck: Path) -> None:
    lines = [line for slide in slides(deck) for line in texts(slide)]
    assert lines
    assert [line for line in lines if line.startswith(("Karte noch", "noch offen"))] == []


def test_dividers_carry_an_arrow(real: Path) -> None:
    found = [s.shapes.title.text for s in slides(real / "dokumentation.pptx") if _divides(s)]
    assert found == [
        "➔ Handlungsfelder, Entwicklungsziele, Strategien",
        "➔ Umsetzung, Maßnahmen, Leuchtturmprojekte",
        "➔ Zusammenfassung der Kleingruppendiskussion",
    ]


def _divides(slide: Any) -> bool:
    return slide.slide_layout.name == "Abschnitt"


def test_charts_are_native_and_hold_their_numbers(fictitious: Path) -> None:
    frames = charts(fictitious / "dokumentation.pptx")
    assert len(frames) == 8
    plot = frames[0].chart.plots[0]
    assert list(plot.series[0].values) == [42, 32, 14, 14]
    assert [name.split()[0] for name in plot.categories] == ["1", "2", "3=*", "3=*"]
    words = frames[0]._element.nvGraphicFramePr.cNvPr.get("descr")
    assert "Platz 3=* 1.4 Spielstraßen auf Zeit: 14 Rangpunkte" in words


def test_half_of_the_slides_say_all(real: Path) -> None:
    """A talk has no use for the 52 slides there once were, nor for parts of one or two."""
    found = slides(real / "dokumentation.pptx")
    assert len(found) <= 28
    openings = [place for place, slide in enumerate(found) if _divides(slide)]
    assert all(b - a > 4 for a, b in pairwise([*openings, len(found) - 1]))
    notes = "\n".join(s.notes_slide.notes_text_frame.text for s in found if s.has_notes_slide)
    assert "– Übersicht Beteiligungsformate" in notes


def test_long_tables_go_on_with_their_headings(fictitious: Path) -> None:
    tables = [
        shape.table
        for slide in slides(fictitious / "dokumentation.pptx")
        for shape in slide.shapes
        if shape.has_table and "Teilnehmende" in slide.shapes.title.text
    ]
    assert len(tables) == 2
    heads = [[cell.text for cell in table.rows[0].cells] for table in tables]
    assert heads[0] == heads[1] == ["Organisation", "Stelle oder Funktion", "Anzahl"]
    assert all(table.first_row for table in tables)


def test_names_appear_only_with_consent(fictitious: Path) -> None:
    told = "\n".join(t for s in slides(fictitious / "dokumentation.pptx") for t in texts(s))
    assert "Muster, Vorname" in told
    assert "Beispiel, Vorname" not in told


def test_same_data_same_bytes(city: Path, insek: Run, fictitious: Path) -> None:
    insek(city, "workshop", "report", SLUG, "--format", "pptx")
    made = (city / "build" / "workshops" / SLUG / "dokumentation.pptx").read_bytes()
    assert made == (fictitious / "dokumentation.pptx").read_bytes()


def test_no_clock_in_the_file_and_its_workbooks(fictitious: Path) -> None:
    with ZipFile(fictitious / "dokumentation.pptx") as archive:
        books = [archive.read(name) for name in archive.namelist() if name.endswith(".xlsx")]
        assert len(books) == 8
        for content in (Path(str(archive.filename)).read_bytes(), *books):
            with ZipFile(BytesIO(content)) as part:
                assert {info.date_time[0] for info in part.infolist()} == {1980}
                core = part.read("docProps/core.xml").decode()
                assert set(re.findall(r"20\d\d-\d\d-\d\d", core)) == {"2026-03-16"}


def test_the_office_may_change_the_template(city: Path, insek: Run) -> None:
    folder = city / "templates" / "pptx"
    folder.mkdir(parents=True)
    own = Presentation(str(ROOT / "templates" / "pptx" / "vorlage.pptx"))
    own.slide_width = own.slide_width + 1
    own.save(str(folder / "vorlage.pptx"))
    done = insek(city, "workshop", "report", SLUG, "--format", "pptx")
    made = Presentation(str(city / "build" / "workshops" / SLUG / "dokumentation.pptx"))
    assert (done.returncode, made.slide_width) == (0, own.slide_width)


@pytest.mark.parametrize("layout", ["Abschnitt", "Diagramm"])
def test_a_template_that_lacks_a_layout_is_named(layout: str, city: Path, insek: Run) -> None:
    folder = city / "templates" / "pptx"
    folder.mkdir(parents=True)
    own = Presentation(str(ROOT / "templates" / "pptx" / "vorlage.pptx"))
    own.slide_layouts.get_by_name(layout)._element.cSld.set("name", "umbenannt")
    own.save(str(folder / "vorlage.pptx"))
    done = insek(city, "workshop", "report", SLUG, "--format", "pptx")
    assert done.returncode == 3
    assert "vorlage.pptx" in done.stderr
    assert layout in done.stderr


def test_what_is_no_presentation_is_named(city: Path, insek: Run) -> None:
    folder = city / "templates" / "pptx"
    folder.mkdir(parents=True)
    (folder / "vorlage.pptx").write_text("kein Archiv", encoding="utf-8")
    done = insek(city, "workshop", "report", SLUG, "--format", "pptx")
    assert done.returncode == 3
    assert "vorlage.pptx" in done.stderr


@pytest.mark.office
def test_another_program_shows_every_slide(deck: Path, tmp_path: Path) -> None:
    copy = shutil.copy(deck, tmp_path / "folien.pptx")
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", tmp_path, copy]
    subprocess.run(command, check=True, capture_output=True)
    pages = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "folien.pdf", "-"],
        check=True, capture_output=True, encoding="utf-8",
    ).stdout.split("\f")[:-1]  # fmt: skip
    assert len(pages) == len(slides(deck))
    for page, slide in zip(pages, slides(deck), strict=True):
        assert slide.shapes.title.text.split()[-1] in page
