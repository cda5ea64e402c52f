"""The cover holds any title, and carries the logos of the concept, in every document."""

import re
import struct
import subprocess
import zlib
from itertools import pairwise
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from pptx import Presentation

from commands import run
from documents.printed_words import MM, Page, pages
from documents.project_files import CONCEPT, squeezed, write_project
from insek_cli.documents.slides.deck import RUBRIC
from insek_cli.documents.text_fit import wrapped_line_count
from office_files import faults

pytestmark = pytest.mark.office
COMPOUND = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnungen"
SENTENCE = (
    "Integriertes nachhaltiges Stadtentwicklungskonzept für alle Stadtteile, Ortsbezirke und "
)
TITLES = {
    "letter": "X",
    "compound": COMPOUND,
    "long": (SENTENCE * 3)[:250],
    "wide": ("WWWWWWWWW " * 25)[:250].strip(),
    "solid": "X" * 250,
}
WORKSHOP = {"titel": "Werkstatt", "datum": "2026-02-24", "ort": "Aula"}
FOOT = 11
PICTURE = 176
"""Millimetres from the upper edge to the end of the picture in the PDF."""
DARK = 172
"""The same in Word, of its dark field."""


def city(root: Path, title: str, **more: Any) -> Path:
    """A city whose concept has that title, and a workshop of that name."""
    concept = {**CONCEPT, "titel": title, "untertitel": title, "stadt": title[:200], **more}
    workshop = {**WORKSHOP, "titel": title, "ort": title}
    files: dict[str, object] = {
        "concept.yaml": concept,
        "fields/HF1.yaml": {"id": "HF1", "titel": title},
        "workshops/werk/workshop.yaml": workshop,
    }
    return write_project(root, files)


def built(root: Path, *command: str) -> None:
    """Run a command that must succeed."""
    done = run(root, *command)
    assert done.returncode == 0, done.stderr


def said(page: Page) -> str:
    """The words of a page."""
    return squeezed("".join(word.text for word in page.words))


@pytest.mark.parametrize("name", TITLES)
def test_the_pdf_holds_any_title(name: str, tmp_path: Path) -> None:
    root = city(tmp_path, TITLES[name])
    built(root, "build", "--format", "pdf")
    built(root, "workshop", "report", "werk", "--format", "pdf")
    for file in ("insek.pdf", "workshops/werk/dokumentation.pdf"):
        cover = pages(root / "build" / file)[0]
        assert said(cover).startswith(squeezed(TITLES[name]))
        assert cover.outside(22, 18) == []
        assert cover.collisions() == []
        # The picture keeps its zone, the colours of the fields theirs.
        assert min(w.top for w in cover.words) > PICTURE * MM
        assert max(w.bottom for w in cover.words) < 290 * MM


@pytest.mark.parametrize("name", TITLES)
def test_word_holds_any_title(name: str, tmp_path: Path) -> None:
    root = city(tmp_path, TITLES[name])
    built(root, "build", "--format", "docx")
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", tmp_path]
    subprocess.run([*command, root / "build" / "insek.docx"], check=True, capture_output=True)
    cover = pages(tmp_path / "insek.pdf")[0]
    assert said(cover).count(squeezed(TITLES[name])) >= 2 or name == "letter"
    assert cover.outside(20, 18) == []
    assert max(w.bottom for w in cover.words) < DARK * MM


@pytest.mark.parametrize("name", TITLES)
def test_the_first_slide_holds_any_title(name: str, tmp_path: Path) -> None:
    root = city(tmp_path, TITLES[name])
    built(root, "workshop", "report", "werk", "--format", "pptx")
    deck = root / "build" / "workshops" / "werk" / "dokumentation.pptx"
    slide = Presentation(str(deck)).slides[0]
    title = slide.shapes.title
    assert title.text_frame.text.replace("\u00a0", " ") == TITLES[name]
    layouts = [shown.slide_layout.name for shown in Presentation(str(deck)).slides]
    # No part is opened that has nothing in it.
    assert all(a != "Abschnitt" or b not in ("Abschnitt", "Schluss") for a, b in pairwise(layouts))
    sizes = [run.font.size for p in title.text_frame.paragraphs for run in p.runs]
    assert all(size is None or size.pt >= 16 for size in sizes)


def _png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        crc = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", crc)

    rows = (b"\x00" + b"\x20\x40\x80" * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


LOGOS = [
    {"datei": "stadt.png", "rolle": "logo", "alt": "Wappen der Stadt"},
    {"datei": "land.png", "rolle": "logo", "alt": "Schriftzug des Landes"},
]


@pytest.fixture
def with_logos(tmp_path: Path) -> Path:
    """A city with a square logo and one ten times as wide as high."""
    root = city(tmp_path, "INSEK Musterstadt", bilder=LOGOS)
    (root / "data" / "bilder").mkdir()
    (root / "data" / "bilder" / "stadt.png").write_bytes(_png(200, 200))
    (root / "data" / "bilder" / "land.png").write_bytes(_png(1000, 100))
    return root


def test_the_logos_are_printed_on_every_cover(with_logos: Path) -> None:
    built(with_logos, "build", "--format", "pdf,docx")
    built(with_logos, "workshop", "report", "werk", "--format", "pdf,docx,pptx")
    folder = with_logos / "build"
    for file in ("insek", "workshops/werk/dokumentation"):
        command = ["pdfimages", "-list", "-f", "1", "-l", "1", folder / f"{file}.pdf"]
        listed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        assert sum(" image " in line for line in listed.splitlines()) == 2
        with ZipFile(folder / f"{file}.docx") as archive:
            text = archive.read("word/document.xml").decode()
        cover = text.partition("w:sectPr")[0]
        assert cover.count("<wp:anchor") == 2
        assert all(f'descr="{logo["alt"]}"' in cover for logo in LOGOS)
    deck = Presentation(str(folder / "workshops" / "werk" / "dokumentation.pptx"))
    shapes = [shape for shape in deck.slides[0].shapes if shape.name == "Logo"]
    assert [s._element.nvPicPr.cNvPr.get("descr") for s in shapes] == [x["alt"] for x in LOGOS]
    assert [round(s.width / s.height, 1) for s in shapes] == [1.0, 10.0]
    assert shapes[0].left + shapes[0].width < shapes[1].left


@pytest.mark.parametrize("name", TITLES)
def test_long_titles_leave_the_slides_and_sheets_their_room(name: str, tmp_path: Path) -> None:
    """A foot or a rubric takes one line, a title over a table as many as the table is wide."""
    root = city(tmp_path, TITLES[name])
    built(root, "build", "--format", "xlsx")
    built(root, "workshop", "report", "werk", "--format", "pptx")
    deck = Presentation(str(root / "build" / "workshops" / "werk" / "dokumentation.pptx"))
    lines = [
        (place.text_frame.text, place.width.pt, 12 if place.placeholder_format.idx == FOOT else 14)
        for slide in list(deck.slides)[1:]
        for place in slide.placeholders
        if place.placeholder_format.idx in (FOOT, RUBRIC)
        and slide.slide_layout.name not in ("Abschnitt", "Schluss")
    ]
    assert len(lines) > 5
    assert [text for text, width, size in lines if wrapped_line_count(text, width, size) > 1] == []
    assert all("Stand 16.03.2026" in text for text, _, size in lines if size == 12)
    sheet = load_workbook(root / "build" / "massnahmenliste.xlsx")["Übersicht"]
    if name in ("long", "wide"):
        assert sheet["A1"].alignment.wrap_text
        assert sheet.row_dimensions[1].height > 40
        assert any(area.coord.startswith("A1:") for area in sheet.merged_cells.ranges)
        rows = [cell.row for cell in sheet["B"] if cell.value == TITLES[name]]
        assert rows
        assert all(sheet.row_dimensions[row].height > 30 for row in rows)


def _cover_images(pdf: Path) -> list[list[str]]:
    """Width and height in pixels of each image on the first page."""
    command = ["pdfimages", "-list", "-f", "1", "-l", "1", pdf]
    listed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [line.split()[3:5] for line in listed.splitlines() if " image " in line]


def test_a_title_image_takes_the_place_of_the_drawing(tmp_path: Path) -> None:
    image = {"datei": "markt.png", "rolle": "titel", "alt": "Der Markt", "quelle": "Stadtarchiv"}
    root = city(tmp_path, "INSEK Musterstadt", bilder=[image])
    (root / "data" / "bilder").mkdir()
    (root / "data" / "bilder" / "markt.png").write_bytes(_png(1300, 1100))
    built(root, "build", "--format", "pdf")
    built(root, "workshop", "report", "werk", "--format", "pdf")
    pdf = root / "build" / "insek.pdf"
    assert _cover_images(pdf) == [["1300", "1100"]]
    assert _cover_images(root / "build/workshops/werk/dokumentation.pdf") == [["1300", "1100"]]
    imprint = next(page for page in pages(pdf) if said(page).startswith("Impressum"))
    assert "TitelbildStadtarchiv" in said(imprint)


def test_a_title_image_is_on_the_cover_of_word_and_markdown(tmp_path: Path) -> None:
    image = {"datei": "markt.png", "rolle": "titel", "alt": "Der Markt", "quelle": "Stadtarchiv"}
    root = city(tmp_path, "INSEK Musterstadt", bilder=[image])
    (root / "data" / "bilder").mkdir()
    (root / "data" / "bilder" / "markt.png").write_bytes(_png(1300, 1100))
    built(root, "build", "--format", "docx,md")
    text = (root / "build" / "insek.md").read_text(encoding="utf-8")
    assert text.startswith("![Der Markt](bilder/markt.png)\n")
    assert "Stadtarchiv" in text
    assert faults(root / "build" / "insek.docx") == []
    xml = ZipFile(root / "build" / "insek.docx").read("word/document.xml").decode()
    (anchor,) = re.findall(r"<wp:anchor .*?</wp:anchor>", xml, re.DOTALL)
    assert 'descr="Der Markt"' in anchor
    places = [int(place) for place in re.findall(r"<wp:posOffset>(\d+)</wp:posOffset>", anchor)]
    (across, down) = map(int, re.findall(r'<wp:extent cx="(\d+)" cy="(\d+)"/>', anchor)[0])
    assert (places[0], across) == (0, 210 * 36_000)
    assert places[1] >= DARK * 36_000
    assert places[1] + down == 297 * 36_000
    sides = re.findall(r'([ltrb])="(\d+)"', anchor.split("srcRect")[1][:50])
    cut = {side: int(part) for side, part in sides}
    kept = 1300 * (100_000 - cut["l"] - cut["r"]) / (1100 * (100_000 - cut["t"] - cut["b"]))
    assert kept == pytest.approx(across / down, rel=0.01)


@pytest.mark.parametrize(("fields", "measures"), [(1, 0), (1, 1), (11, 3), (3, 300)])
def test_without_one_the_cover_is_drawn_from_the_measures(
    fields: int, measures: int, tmp_path: Path
) -> None:
    """Whatever there is to draw, the title below keeps its place and the fields are named."""
    ids = [f"HF{number}" for number in range(1, fields + 1)]
    files: dict[str, object] = {"measures/M-001-test.yaml": ""} if not measures else {}
    files |= {f"fields/{name}.yaml": {"id": name, "titel": f"Feld{name}"} for name in ids}
    for number in range(1, measures + 1):
        measure = {"titel": "Bau", "handlungsfeld": ids[number % fields], "leuchtturm": number < 3}
        name = f"M-{number:03d}"
        files[f"measures/{name}{'-test' if number == 1 else ''}.yaml"] = {"id": name, **measure}
    root = write_project(tmp_path, files)
    if not measures:
        (root / "data" / "measures" / "M-001-test.yaml").unlink()
    built(root, "build", "--format", "pdf")
    cover = pages(root / "build" / "insek.pdf")[0]
    assert min(w.top for w in cover.words) > PICTURE * MM
    assert cover.outside(22, 18) == []
    assert all(f"Feld{name}" in said(cover) for name in ids)
    assert "Revision" not in said(cover)
