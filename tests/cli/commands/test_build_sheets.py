"""`insek build --only M-014`: the sheet of a measure alone, to hand to a department."""

from pathlib import Path

import pytest

from commands import run
from documents.printed_words import pages
from documents.project_files import MEASURE, squeezed, words_of, write_project
from office_files import faults

FILES = {
    "registers/actors.yaml": [{"id": "amt", "name": "Bauamt"}],
    "measures/M-001-test.yaml": {
        **MEASURE, "id": "M-001", "titel": "Gewerbehof", "beschreibung": "Ein Hof [M-002](M-002).",
        "akteure": {"federfuehrung": "amt"}, "zeitraum": {"beginn": 2026},
        "kosten": {"positionen": [{"art": "Bau", "von": 5000}]}, "abhaengig_von": ["M-002"],
        "intern": "Nicht weitersagen.",
    },
    "measures/M-002-steg.yaml": {**MEASURE, "id": "M-002", "titel": "Steg"},
    "measures/M-003-turm.yaml": {
        **MEASURE, "id": "M-003", "titel": "Turm", "status": "entfallen",
        "status_begruendung": "Kein Geld.", "beschreibung": "Zu teuer.",
    },
}  # fmt: skip


@pytest.fixture
def city(tmp_path: Path) -> Path:
    return write_project(tmp_path, FILES)


@pytest.mark.office
def test_a_measure_becomes_a_sheet_of_its_own(city: Path) -> None:
    done = run(city, "build", "--only", "m-001")
    assert done.returncode == 0, done.stderr
    folder = city / "build" / "oeffentlich-m-001"
    written = sorted(path.name for path in folder.iterdir())
    assert written == ["steckbrief.docx", "steckbrief.md", "steckbrief.pdf"]
    assert len(pages(folder / "steckbrief.pdf")) == 1
    said = words_of(folder / "steckbrief.pdf")
    for words in ("Gewerbehof", "Auszug Maßnahme M-001", "Stand", "Setzt voraus"):
        assert squeezed(words) in said
    assert "Nichtweitersagen" not in said
    assert faults(folder / "steckbrief.docx") == []


def test_links_to_other_measures_are_text(city: Path) -> None:
    run(city, "build", "--only", "M-001", "--format", "md")
    text = (city / "build/oeffentlich-m-001/steckbrief.md").read_text("utf-8")
    assert "Steg" in text
    assert "](#" not in text
    assert text.count("\n#### ") == 1


@pytest.mark.office
def test_short_forms_and_dropped_measures_have_a_page_each(city: Path) -> None:
    done = run(city, "build", "--only", "M-003,M-002", "--format", "pdf")
    assert done.returncode == 0, done.stderr
    document = city / "build/oeffentlich-m-003-m-002/steckbrief.pdf"
    assert len(pages(document)) == 2
    said = words_of(document)
    assert "Steg" in said
    assert squeezed("Zu teuer.") in said
    assert squeezed("Ein Hof") not in said


def test_a_field_beside_a_measure_stands_for_its_measures(city: Path) -> None:
    assert run(city, "build", "--only", "HF1,M-003", "--format", "md").returncode == 0
    text = (city / "build/oeffentlich-hf1-m-003/steckbrief.md").read_text("utf-8")
    assert all(words in text for words in ("Gewerbehof", "Steg", "Turm"))
    assert "Auszug Handlungsfeld 1 und Maßnahme M-003" in text


def test_the_profile_decides_as_ever(city: Path) -> None:
    run(city, "build", "--only", "M-001", "--profile", "intern", "--format", "md")
    text = (city / "build/intern-m-001/steckbrief.md").read_text("utf-8")
    assert "Nicht weitersagen." in text


def test_what_there_is_not_is_refused(city: Path) -> None:
    unknown = run(city, "build", "--only", "M-099")
    assert (unknown.returncode, "M-099" in unknown.stderr) == (2, True)
    table = run(city, "build", "--only", "M-001", "--format", "xlsx")
    assert (table.returncode, "xlsx" in table.stderr) == (2, True)
    kofi = run(city, "kofi", "--only", "M-001")
    assert (kofi.returncode, "Handlungsfeld M-001" in kofi.stderr) == (2, True)
    assert not (city / "build").exists()


def test_many_measures_do_not_make_an_endless_name(tmp_path: Path) -> None:
    ids = [f"M-{number}" for number in range(100, 180)]
    files = {f"measures/{each}-weg.yaml": {**MEASURE, "id": each, "titel": each} for each in ids}
    done = run(write_project(tmp_path, files), "build", "--only", ",".join(ids), "-f", "md")
    assert done.returncode == 0, done.stderr
    (document,) = (tmp_path / "build").rglob("steckbrief.md")
    assert "Auszug 80 Maßnahmen" in document.read_text("utf-8")
