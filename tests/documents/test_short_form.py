"""The short form: measures of which little is known share pages, and no statement is lost."""

from pathlib import Path

import pytest

from commands import run
from documents.project_files import MEASURE, squeezed, words_of, write_project

TEXT = "Ein Weg am Bach."
ACTORS = [{"id": "ref-61", "name": "Ref. 61"}, {"id": "wfk", "name": "WFK"}]
REMARK = {"id": "r1", "handlungsfeld": "HF1", "text": "Bitte beleuchten.", "massnahmen": ["M-001"]}


def city(root: Path, count: int, concept: dict[str, object] | None = None, **keys: object) -> Path:
    files: dict[str, object] = {
        f"measures/M-{n:03}-x.yaml": {**MEASURE, "id": f"M-{n:03}", "titel": f"Weg {n}", **keys}
        for n in range(2, count + 1)
    }
    first = {"beschreibung": TEXT, "akteure": {"federfuehrung": "ref-61"}, **keys}
    files["measures/M-001-test.yaml"] = {**MEASURE, "titel": "Weg 1", **first}
    files["registers/actors.yaml"] = ACTORS
    files["workshops/abend/workshop.yaml"] = {"titel": "Abend"}
    files["workshops/abend/remarks.yaml"] = [REMARK]
    plain = {"titel": "INSEK Musterstadt", "stadt": "Musterstadt", "stand": "2026-03-16"}
    files["concept.yaml"] = {**plain, **(concept or {})}
    return write_project(root, files)


def pages(root: Path) -> int:
    done = run(root, "build", "--format", "md,docx,pdf", INSEK_LANG="en")
    assert done.returncode == 0, done.stderr
    return int(done.stdout.partition(" pages")[0].split()[-1])


def test_eight_short_forms_share_pages(tmp_path: Path) -> None:
    short = pages(city(tmp_path / "kurz", 8))
    whole = pages(city(tmp_path / "lang", 8, {"kurzform": False}))
    assert whole - short >= 6


@pytest.mark.parametrize("format_", ["insek.md", "insek.docx", "insek.pdf"])
def test_the_short_form_says_what_is_known_and_what_is_not(tmp_path: Path, format_: str) -> None:
    root = city(tmp_path / "stadt", 3)
    pages(root)
    words = words_of(root / "build" / format_)
    for said in (TEXT, "Ref. 61", "Bitte beleuchten.", "Noch offen: Ziele, Standort, Zeitraum"):
        assert squeezed(said) in words


@pytest.mark.parametrize("format_", ["insek.md", "insek.docx", "insek.pdf"])
def test_a_list_in_the_short_form_leaves_no_backslash(tmp_path: Path, format_: str) -> None:
    root = city(tmp_path / "stadt", 1, nachhaltigkeit=["Holz der Region", "Schatten"])
    pages(root)
    words = words_of(root / "build" / format_)
    assert squeezed("Holz der Region") in words
    assert "\\" not in words


@pytest.mark.parametrize(
    ("keys", "short"),
    [
        ({}, True),
        ({"leuchtturm": True}, False),
        ({"weitere_abschnitte": [{"titel": "Anlass", "text": "Hitze."}]}, False),
        ({"prozess": [{"schritt": "Planen"}]}, True),
        ({"prozess": [{"schritt": "Planen"}], "kosten": {"positionen": [{"von": 5}]}}, False),
        ({"beschreibung": "Wort " * 300}, False),
    ],
)
def test_who_takes_the_short_form(tmp_path: Path, keys: dict[str, object], short: bool) -> None:
    root = city(tmp_path / "stadt", 1, **keys)
    run(root, "build", "--format", "md")
    text = (root / "build" / "insek.md").read_text(encoding="utf-8")
    assert ("#### Beschreibung" not in text) is short


def test_nothing_is_told_to_be_open_at_the_decision(tmp_path: Path) -> None:
    root = city(tmp_path / "stadt", 2, {"stufe": "beschluss"})
    run(root, "build", "--format", "md")
    assert "och offen:" not in (root / "build" / "insek.md").read_text(encoding="utf-8")


def test_a_chapter_with_nothing_to_say_is_left_out(tmp_path: Path) -> None:
    root = write_project(tmp_path / "stadt", {})
    run(root, "build", "--format", "md")
    text = (root / "build" / "insek.md").read_text(encoding="utf-8")
    assert "\n## Charta" not in text
    assert "\n## Nicht weiterverfolgte" not in text
    assert "Noch ohne Inhalt" in text
