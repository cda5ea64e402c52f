"""Every Office file of every command opens without a question in the programs that offices have."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from commands import run
from documents.project_files import CONCEPT, FIELD, MEASURE, write_project
from insek_cli.documents import office_package
from office_files import faults, validator
from once import once
from trust.cities import ROOT, SLUG, git

Change = Callable[[dict[str, bytes]], None]
ENDINGS = (".docx", ".xlsx", ".pptx")
LONG = "Integriertes Konzept für Straßen, Plätze & Häuser <2040> mit „Nachbarn“ " * 5
ODD = "\"Ö&K\" <b>'x'</b> ]]> &amp; 👪 _x0041_ =1+1 \\ {{x}} a\u0301 \u00ad"


def office_files(folder: Path) -> list[Path]:
    return [
        path for path in sorted(folder.rglob("*")) if path.suffix in (".docx", ".xlsx", ".pptx")
    ]


def test_microsofts_validator_is_at_hand() -> None:
    if validator() is None:
        pytest.skip("not installed: make office installs Microsoft's validator")


def test_all_files_of_the_fictitious_city_are_sound(built: Path, tmp_path: Path) -> None:
    city = Path(shutil.copytree(built, tmp_path / "stadt"))
    for words in (
        ("build", "--profile", "intern"),
        ("build", "--only", "HF2", "--profile", "werkstatt"),
        ("workshop", "report", "markt-der-ideen"),
        ("votes", "result", SLUG, "--format", "xlsx"),
        ("diff", "HEAD~1..HEAD", "--redline"),
        ("diff", "HEAD~1..HEAD", "--format", "docx"),
    ):
        done = run(city, *words)
        assert done.returncode == 0, done.stderr
    files = office_files(city / "build")
    assert {path.name for path in files} >= {
        "insek.docx", "massnahmenliste.xlsx", "dokumentation.docx", "dokumentation.pptx",
        "strichliste.xlsx", "ergebnisse.xlsx", "insek-redline.docx", "synopse.docx",
    }  # fmt: skip
    assert faults(*files) == []


def test_all_files_of_kaiserslautern_are_sound(tmp_path_factory: pytest.TempPathFactory) -> None:
    def build(folder: Path) -> None:
        shutil.copytree(ROOT / "data", folder / "data")
        for words in (("build",), ("workshop", "report", SLUG), ("workshop", "kit", SLUG)):
            done = run(folder, *words)
            assert done.returncode == 0, done.stderr

    files = office_files(once(tmp_path_factory, "kaiserslautern", build) / "build")
    assert len(files) == 5
    assert faults(*files) == []


@pytest.mark.parametrize("template", sorted((ROOT / "templates").glob("*/*.???x")), ids=str)
def test_templates_are_sound(template: Path) -> None:
    assert faults(template) == []


def picture(path: Path, mode: str = "RGB", form: str | None = None) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new(mode, (40, 20), 1).save(path, form)


def with_pictures(root: Path) -> None:
    """Pictures of every kind in every place, two of one name, one in capitals."""
    images = root / "data" / "bilder"
    picture(images / "plan.png", "P")
    picture(images / "plan.jpg", "CMYK")
    picture(images / "GRAU.JPEG", "L")
    picture(images / "durchsichtig.png", "RGBA")
    (images / "zeichnung.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20">'
        '<rect width="40" height="20" fill="#123456"/></svg>',
        encoding="utf-8",
    )
    names = sorted(path.name for path in images.iterdir())
    shown = [{"datei": n, "rolle": "foto", "alt": ODD, "bildunterschrift": ODD} for n in names]
    plain = [{"datei": n, "rolle": "grafik", "dekorativ": True} for n in names]
    for number in (1, 2):
        measure = {**MEASURE, "id": f"M-00{number}", "bilder": shown}
        write_project(root, {f"measures/M-00{number}-test.yaml": measure})
    text = "\n\n".join(f"![Ein Bild]({name})" for name in names)
    write_project(
        root,
        {
            "concept.yaml": {**CONCEPT, "bilder": plain},
            "fields/HF1.yaml": {**FIELD, "bilder": shown},
            "chapters/analyse.md": f"---\ntitel: Analyse\nnach: prozess\n---\n{text}\n",
            "measures/M-001-test.yaml": {**MEASURE, "bilder": shown},
            f"workshops/{SLUG}/workshop.yaml": {**WORKSHOP, "bilder": shown},
        },
    )


WORKSHOP: dict[str, Any] = {
    "titel": "Werkstatt",
    "art": "werkstatt",
    "datum": "2026-02-24",
    "programm": [{"titel": "Ankommen", "minuten": 15}],
    "teilnehmende": [{"organisation": "Stadt", "anzahl": 3}],
    "gruppen": [{"titel": "Gruppe A", "handlungsfelder": ["HF1"], "runden": 1}],
    "fragen": [{"id": "hf1", "handlungsfeld": "HF1", "wortlaut": "Was zuerst?", "max_auswahl": 1}],
}


def with_long_texts(root: Path) -> None:
    """Titles that no property holds, tables, links and long lists."""
    links = " ".join(f"[x{n}](https://beispiel.example/{n}?a=1&b=%20%C3%BC#{n})" for n in range(40))
    remarks = [
        {"id": f"r{n}", "handlungsfeld": "HF1", "text": LONG * 4, "antwort": "offen"}
        for n in range(1, 4)
    ]
    write_project(
        root,
        {
            "concept.yaml": {**CONCEPT, "titel": LONG, "untertitel": LONG, "auftraggeber": LONG},
            "fields/HF1.yaml": {**FIELD, "titel": LONG, "leitsatz": LONG},
            "measures/M-001-test.yaml": {
                **MEASURE, "titel": LONG, "beschreibung": f"{LONG * 9}\n\n{links}\n",
            },
            f"workshops/{SLUG}/workshop.yaml": {**WORKSHOP, "titel": LONG, "ort": LONG},
            f"workshops/{SLUG}/remarks.yaml": remarks,
        },
    )  # fmt: skip


def with_odd_marks(root: Path) -> None:
    """Every mark that XML, spreadsheets or file names know, wherever text may stand."""
    write_project(
        root,
        {
            "concept.yaml": {**CONCEPT, "titel": ODD, "stadt": ODD, "auftraggeber": ODD},
            "fields/HF1.yaml": {**FIELD, "titel": ODD, "strategien": [ODD], "leitsatz": ODD},
            "measures/M-001-test.yaml": {
                **MEASURE, "titel": ODD, "kurzbeschreibung": ODD, "nachhaltigkeit": [ODD, "=1"],
            },
            f"workshops/{SLUG}/workshop.yaml": {
                **WORKSHOP, "titel": ODD, "leitfragen": [ODD], "ziele": [ODD],
            },
        },
    )  # fmt: skip


def with_little(root: Path) -> None:
    """One measure of which nothing is known."""
    write_project(root, {f"workshops/{SLUG}/workshop.yaml": {"titel": "W", "art": "werkstatt"}})


VARIANTS = (with_pictures, with_long_texts, with_odd_marks, with_little)


@pytest.mark.parametrize("fill", VARIANTS, ids=lambda fill: fill.__name__)
def test_files_of_unusual_projects_are_sound(tmp_path: Path, fill: Callable[[Path], None]) -> None:
    root = tmp_path / "stadt"
    write_project(root, {})
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "Anfang")
    fill(root)
    for words in (
        ("build", "--format", "docx,xlsx"),
        ("workshop", "kit", SLUG),
        ("workshop", "report", SLUG, "--format", "docx,pptx"),
        ("diff", "--format", "docx"),
        ("diff", "--redline"),
    ):
        done = run(root, *words)
        assert done.returncode == 0, done.stdout + done.stderr
    files = office_files(root / "build")
    assert len(files) >= 6
    assert faults(*files) == []


def without_type(parts: dict[str, bytes]) -> None:
    text = parts[office_package.TYPES]
    parts[office_package.TYPES] = re.sub(rb'<Default Extension="png"[^>]*/>', b"", text)


def without_picture(parts: dict[str, bytes]) -> None:
    del parts[next(name for name in parts if name.startswith("word/media/"))]


def in_wrong_order(parts: dict[str, bytes]) -> None:
    text = parts["word/document.xml"]
    parts["word/document.xml"] = text.replace(b"<w:jc ", b"<w:pStyle w:val='x'/><w:jc ", 1)


def with_foreign_element(parts: dict[str, bytes]) -> None:
    text = parts["word/styles.xml"]
    parts["word/styles.xml"] = text.replace(b"</w:styles>", b"<w:unbekannt/></w:styles>")


@pytest.mark.parametrize(
    "spoil", [without_type, without_picture, in_wrong_order, with_foreign_element]
)
def test_readers_notice_what_is_wrong(built: Path, tmp_path: Path, spoil: Change) -> None:
    parts = office_package.read((built / "build" / "insek.docx").read_bytes())
    before = dict(parts)
    spoil(parts)
    assert parts != before
    spoilt = tmp_path / "insek.docx"
    spoilt.write_bytes(office_package.write(parts))
    assert faults(spoilt)
