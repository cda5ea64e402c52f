"""A Steckbrief in Word: a table of two columns in which each key has a row of its own."""

from pathlib import Path

import docx
import pytest
from docx.table import Table

from commands import run
from documents.project_files import MEASURE, write_project

KEYS: dict[str, object] = {
    "kurzbeschreibung": "Ein Weg für alle.",
    "beschreibung": "Der Weg folgt dem Bach.\n\n- erst im Norden\n- dann im Süden\n",
    "nachhaltigkeit": ["Holz der Region", "Schatten"],
    "kosten": {"positionen": [{"von": 5000, "bis": 8000}], "preisstand": 2026},
    "zeitraum": {"beginn": 2027},
    "intern": "Mit dem Kämmerer klären.",
}
SAID = {
    "kurzbeschreibung": "Ein Weg für alle.",
    "beschreibung": "Der Weg folgt dem Bach.\nerst im Norden\ndann im Süden",
    "nachhaltigkeit": "Holz der Region\nSchatten",
    "zeitraum": "ab 2027",
}


def tables(root: Path, *options: str, folder: str = "") -> list[Table]:
    done = run(root, "build", "--format", "docx", *options)
    assert done.returncode == 0, done.stderr
    document = docx.Document(str(root / "build" / folder / "insek.docx"))
    return [t for t in document.tables if t.style is not None and "Steckbrief" in str(t.style.name)]


def rows(table: Table) -> dict[str, str]:
    """What stands in the second column, by the key that the bookmark of the first names."""
    found = {}
    for row in table.rows[1:]:
        label, value = row.cells
        for name in label._tc.xpath(".//w:bookmarkStart/@w:name"):
            found[name] = value.text
    return found


@pytest.mark.parametrize("short", [True, False])
def test_each_key_has_a_cell_of_its_own(tmp_path: Path, short: bool) -> None:
    measure = {**MEASURE, **KEYS, "leuchtturm": not short}
    if short:
        del measure["kosten"]
    root = write_project(tmp_path / "stadt", {"measures/M-001-test.yaml": measure})
    (table,) = tables(root)
    found = rows(table)
    for key, said in SAID.items():
        assert found[f"M_001__{key}"] == said
    assert {len(row.cells) for row in table.rows} == {2}
    assert "M_001__intern" not in found


def test_hidden_keys_have_a_row_only_for_those_who_may_read_them(tmp_path: Path) -> None:
    root = write_project(tmp_path / "stadt", {"measures/M-001-test.yaml": {**MEASURE, **KEYS}})
    (table,) = tables(root, "--profile", "intern", folder="intern")
    assert rows(table)["M_001__intern"] == "Mit dem Kämmerer klären."


def test_the_heading_row_names_the_measure_on_every_page(tmp_path: Path) -> None:
    root = write_project(tmp_path / "stadt", {"measures/M-001-test.yaml": {**MEASURE, **KEYS}})
    (table,) = tables(root)
    head = table.rows[0]
    assert head.cells[0].text == "1.1"
    assert head.cells[1].text.startswith("M-001")
    assert head._tr.xpath("w:trPr/w:tblHeader")
    assert {column.width for column in table.columns} == {1367790, 4679950}


def test_a_long_row_breaks_between_paragraphs(tmp_path: Path) -> None:
    text = "\n\n".join(f"Absatz {number}. " + "Wort " * 60 for number in range(8))
    root = write_project(
        tmp_path / "stadt", {"measures/M-001-test.yaml": {**MEASURE, "beschreibung": text}}
    )
    (table,) = tables(root)
    (long,) = [row for row in table.rows if len(row.cells[1].text) > 700]
    assert not long._tr.xpath("w:trPr/w:cantSplit")
    assert all(p.paragraph_format.keep_together for p in long.cells[1].paragraphs)
    others = [row for row in table.rows if len(row.cells[1].text) <= 700]
    assert all(row._tr.xpath("w:trPr/w:cantSplit") for row in others)


def test_a_picture_fits_its_row(tmp_path: Path) -> None:
    shape = '<rect width="9" height="9"/>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 90">{shape}</svg>'
    picture = {"datei": "turm.svg", "rolle": "foto", "alt": "Ein Turm."}
    root = write_project(
        tmp_path / "stadt",
        {"measures/M-001-test.yaml": {**MEASURE, "bilder": [picture]}, "bilder/turm.svg": svg},
    )
    (table,) = tables(root)
    (height,) = table._tbl.xpath(".//wp:inline/wp:extent/@cy")
    (width,) = table._tbl.xpath(".//wp:inline/wp:extent/@cx")
    assert int(height) <= 80 * 36000
    assert int(width) <= 126 * 36000


def test_short_chapters_share_a_page(tmp_path: Path) -> None:
    chapters = {
        f"chapters/{name.lower()}.md": f"---\ntitel: {name}\nnach: impressum\n---\n\n{text}\n"
        for name, text in (("Kurz", "Ein Satz."), ("Lang", "Wort " * 4000))
    }
    root = write_project(tmp_path / "stadt", chapters)
    done = run(root, "build", "--format", "docx")
    assert done.returncode == 0, done.stderr
    breaks = {
        paragraph.text: paragraph.paragraph_format.page_break_before
        for paragraph in docx.Document(str(root / "build" / "insek.docx")).paragraphs
        if paragraph.style is not None and paragraph.style.name == "Heading 1"
    }
    assert (breaks["Kurz"], breaks["Lang"]) == (False, None)
