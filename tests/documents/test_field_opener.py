"""How a field of action begins in the PDF: its page, its goals with their measures, its list."""

import re
from pathlib import Path

import pikepdf
import pytest

from commands import run
from documents.printed_words import Page, pages
from documents.project_files import CONCEPT, squeezed, write_project

pytestmark = pytest.mark.office
FIELD = {
    "id": "HF1",
    "titel": "Wohnen",
    "leitsatz": "Jede Lebenslage findet eine Wohnung.",
    "ziele": [
        {"id": "HF1.1", "titel": "Bestand", "unterziele": [{"id": "HF1.1.1", "titel": "Mieten"}]},
        {"id": "HF1.2", "titel": "Begegnung"},
    ],
}


def measure(number: int, field: str = "HF1", **more: object) -> tuple[str, object]:
    """A measure as a file; the first bears the name of that of the least project."""
    name = f"M-{number:03d}{'-test' if number == 1 else ''}"
    record = {"id": f"M-{number:03d}", "titel": f"Bau {number}", "handlungsfeld": field, **more}
    return f"measures/{name}.yaml", record


def built(root: Path, files: dict[str, object], *options: str) -> tuple[Path, list[Page]]:
    """The PDF of a city and its pages."""
    done = run(write_project(root, files), "build", "--format", "pdf", *options)
    assert done.returncode == 0, done.stderr
    (pdf,) = (root / "build").rglob("insek.pdf")
    return pdf, pages(pdf)


def said(page: Page) -> str:
    return squeezed("".join(word.text for word in page.words))


def test_a_field_with_enough_to_say_has_a_page_of_its_own(tmp_path: Path) -> None:
    served = measure(1, ziele=["HF1.1.1"])
    pdf, found = built(
        tmp_path, dict([("fields/HF1.yaml", FIELD), served, *map(measure, range(2, 7))])
    )
    texts = [said(page) for page in found]
    place = next(i for i, text in enumerate(texts) if text.startswith("Handlungsfeld1Wohnen"))
    assert "JedeLebenslagefindeteineWohnung." in texts[place]
    counted = [word.text for word in found[place].words if word.text.isdecimal()]
    assert counted == ["1", "2", "1", "6"]
    assert "Stand" not in texts[place]
    goals = texts[place + 1]
    assert goals.startswith("EntwicklungszieleZiel1.1Bestand1.1.1Mieten→1.1")
    assert "Ziel1.2BegegnungkeineMaßnahme" in goals
    listed = re.findall(r"1\.\dBau(\d)Seite(\d+?)(?=1\.\d|\D)", goals)
    assert [number for number, _page in listed] == list("123456")
    for number, page in listed:
        assert f"1.{number}Bau{number}" in texts[int(page) - 1]
    with pikepdf.open(pdf) as document:
        links = [str(link.Dest) for link in document.pages[place + 1].Annots if "/Dest" in link]
    assert {"m-001", "m-006"} <= set(links)


@pytest.mark.parametrize("fields", [1, 11])
def test_a_sparse_city_gets_no_page_that_says_little(fields: int, tmp_path: Path) -> None:
    ids = [f"HF{number}" for number in range(1, fields + 1)]
    files: dict[str, object] = {f"fields/{i}.yaml": {"id": i, "titel": f"Feld {i}"} for i in ids}
    files |= dict(measure(number, name) for number, name in enumerate(ids, 1))
    _pdf, found = built(tmp_path, files)
    first = [text for text in map(said, found) if "Handlungsfeld1:" in text]
    assert len(first) == 1
    # One field stands below what is said of all, each of several has its page.
    assert first[0].startswith("Handlungsfelder" if fields == 1 else "Handlungsfeld1:")
    assert "M-001" in first[0]


def test_what_a_field_does_not_know_is_not_printed_at_stage_beschluss(tmp_path: Path) -> None:
    files: dict[str, object] = {
        "concept.yaml": {**CONCEPT, "stufe": "beschluss"},
        "fields/HF2.yaml": {"id": "HF2", "titel": "Grün"},
        **dict(map(measure, range(1, 5))),
    }
    _pdf, found = built(tmp_path, files)
    texts = [said(page) for page in found]
    before = texts[: next(i for i, text in enumerate(texts) if "Bau1Seite" in text) + 1]
    assert [text for text in before if "nochoffen" in text.lower()] == []
    assert any(text.startswith("Handlungsfeld2:Grün") for text in texts)


def test_more_goals_and_measures_than_a_page_holds_are_all_there(tmp_path: Path) -> None:
    parts = [{"id": f"HF1.1.{n}", "titel": f"Unterziel {n}"} for n in range(1, 61)]
    field = {**FIELD, "ziele": [{"id": "HF1.1", "titel": "Bestand", "unterziele": parts}]}
    files = dict(map(measure, range(1, 131))) | {"fields/HF1.yaml": field}
    _pdf, found = built(tmp_path, files)
    text = "".join(map(said, found))
    assert all(f"1.1.{n}Unterziel{n}" in text for n in range(1, 61))
    assert all(re.search(rf"1\.{n}Bau{n}Seite\d+", text) for n in range(1, 131))
    assert all(page.outside(22, 18) == [] for page in found if page.width < 600)
