"""The colours of the concept and of its fields reach every document, and can be read in each."""

import re
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from commands import run
from documents.project_files import CONCEPT, FIELD, write_project
from insek_cli.models.concept import Concept
from insek_cli.report.colour import GREY, INK, MINIMUM_CONTRAST, SLATE, WHITE, contrast, tint
from insek_cli.report.theme import Theme, theme

OWN = {"akzent": "#6a1b4d", "text": "#102030", "grau": "#4a4a52"}
FIELD_COLOUR = "#00585f"
HOUSE = (SLATE, INK, GREY)
REMARKS = [{"id": "r1", "text": "Mehr Bänke", "handlungsfeld": "HF1"}]
WORKSHOP = {
    "titel": "Werkstatt",
    "datum": "2026-02-24",
    "gruppen": [{"titel": "Gruppe A", "handlungsfelder": ["HF1"]}],
    "fragen": [{"id": "f1", "handlungsfeld": "HF1", "wortlaut": "Was zuerst?", "max_auswahl": 1}],
}


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All documents of a city with colours of its own."""
    files: dict[str, object] = {
        "concept.yaml": {**CONCEPT, "farben": OWN},
        "fields/HF1.yaml": {**FIELD, "farbe": FIELD_COLOUR},
        "workshops/werk/workshop.yaml": WORKSHOP,
        "workshops/werk/remarks.yaml": REMARKS,
    }
    root = write_project(tmp_path_factory.mktemp("farben"), files)
    for command in (
        ("build", "--format", "pdf,docx,xlsx"),
        ("workshop", "report", "werk", "--format", "pptx"),
        ("workshop", "kit", "werk"),
    ):
        done = run(root, *command)
        assert done.returncode == 0, done.stderr
    return root / "build"


def office_colours(path: Path, parts: str) -> set[str]:
    """Colours written in the XML of an Office file, #rrggbb."""
    with ZipFile(path) as archive:
        texts = [archive.read(n).decode() for n in archive.namelist() if re.search(parts, n)]
    found = re.findall(r'"(?:FF)?([0-9A-Fa-f]{6})"', "".join(texts))
    return {f"#{code.lower()}" for code in found}


@pytest.mark.parametrize(
    ("file", "parts", "roles"),
    [
        ("insek.docx", r"word/(document|styles|header\d|footer\d)", ("akzent", "text", "grau")),
        ("massnahmenliste.xlsx", r"xl/styles", ("akzent", "text", "grau")),
        ("workshops/werk/strichliste.xlsx", r"xl/styles", ("akzent", "text", "grau")),
        ("workshops/werk/dokumentation.pptx", r"ppt/(theme/theme1|slides/)", ("akzent", "text")),
    ],
)
def test_office_files_have_the_colours_of_the_city(
    file: str, parts: str, roles: tuple[str, ...], documents: Path
) -> None:
    found = office_colours(documents / file, parts)
    assert {OWN[role] for role in roles} <= found
    assert FIELD_COLOUR in found
    assert found.isdisjoint(HOUSE)


@pytest.mark.parametrize(
    ("file", "roles"),
    [
        ("insek.pdf", ("akzent", "text", "grau")),
        ("workshops/werk/karten.pdf", ("text", "grau")),
        ("workshops/werk/ablauf.pdf", ("akzent", "text", "grau")),
    ],
)
def test_pdfs_have_the_colours_of_the_city(
    file: str, roles: tuple[str, ...], documents: Path
) -> None:
    found = set()
    with pikepdf.open(documents / file) as pdf:
        for page in pdf.pages:
            for operands, operator in pikepdf.parse_content_stream(page):
                if str(operator) in ("scn", "SCN", "rg", "RG") and len(operands) == 3:
                    parts = (round(float(part) * 255) for part in operands)
                    found.add("#" + "".join(f"{part:02x}" for part in parts))
    assert {*(OWN[role] for role in roles), FIELD_COLOUR} <= found
    assert found.isdisjoint(HOUSE)


def test_a_template_of_the_city_keeps_its_own_colours() -> None:
    assert Theme(akzent="#6a1b4d").own("#123456") == "#123456"
    assert Theme().own(SLATE) == SLATE


colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@given(colours, colours, colours)
def test_every_colour_can_be_read(akzent: str, text: str, grau: str) -> None:
    """White on it, and it on white and on its own tint, whatever the concept asks for."""
    given_colours = {"akzent": akzent, "text": text, "grau": grau}
    made = theme(Concept.model_validate({**CONCEPT, "farben": given_colours}))
    for role, colour in made.roles.items():
        if role == "blass":
            assert contrast(colour, made.akzent) >= MINIMUM_CONTRAST
        else:
            assert contrast(colour, WHITE) >= MINIMUM_CONTRAST
            assert contrast(colour, tint(colour)) >= MINIMUM_CONTRAST
