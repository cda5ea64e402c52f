"""`insek merge insek.docx`: changes and comments of a Word document, through the command."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx.document import Document
from docx.text.paragraph import Paragraph
from hypothesis import given, settings
from hypothesis import strategies as st

from commands import Done, run
from documents.project_files import MEASURE, write_project
from exchange.departments import texts
from exchange.word_editing import added_after, cell, edited, struck, threaded, tracked, without
from insek_cli.exchange.markdown_edits import plain_of
from insek_cli.exchange.merge_plan import open_project
from insek_cli.exchange.word_return import read_word_return
from insek_cli.tables.office_text import alike, flat

FULL: dict[str, object] = {
    **MEASURE,
    "leuchtturm": True,
    "titel": "Weg am Bach",
    "kurzbeschreibung": "Ein Weg für alle.",
    "beschreibung": (
        "Der **Weg** folgt dem Bach.\nEr ist *breit*.\n\n1. erst im Norden\n2. dann im Süden\n\n"
        "- Bänke\n- Licht\n\nMehr unter [Hof](M-002).\n"
    ),
    "weitere_abschnitte": [{"titel": "Anlass", "text": "Es fehlt Schatten."}],
    "nachhaltigkeit": ["Holz der Region", "Schatten"],
    "akteure": {"federfuehrung": "ref-61", "beteiligte": ["wfk"]},
    "kosten": {"positionen": [{"von": 5000, "bis": 8000}]},
    "intern": "Nur für uns.",
}
FILES: dict[str, object] = {
    "measures/M-001-test.yaml": FULL,
    "measures/M-002-hof.yaml": {
        **MEASURE, "id": "M-002", "titel": "Hof", "beschreibung": "Ein Hof.",
    },
    "registers/actors.yaml": [
        {"id": "ref-61", "name": "Referat Stadtentwicklung", "kurz": "Ref. 61"},
        {"id": "wfk", "name": "Wirtschaftsförderung", "kurz": "WFK"},
    ],
    "chapters/vorwort.md": "---\ntitel: Vorwort\n---\n\nEs beginnt.\n",
}  # fmt: skip
BROKEN = (
    b'<herkunft xmlns="urn:insek:herkunft" format="1"><massnahme id="M-001"><werte>[1]</werte>'
    b"</massnahme></herkunft>"
)
NAMELESS = (
    b'<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    b"<w:comment/></w:comments>"
)
M1 = Path("data/measures/M-001-test.yaml")


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The document as it was sent out."""
    root = write_project(tmp_path_factory.mktemp("versandt") / "stadt", FILES)
    done = run(root, "build", "--format", "docx")
    assert done.returncode == 0, done.stderr
    return root / "build" / "insek.docx"


@pytest.fixture
def city(tmp_path: Path) -> Path:
    root = write_project(tmp_path / "stadt", FILES)
    assert run(root, "fmt").returncode == 0
    return root


def merged(city: Path, path: Path, *options: str) -> Done:
    return run(city, "merge", str(path), *options)


def back(sent: Path, city: Path, change: Callable[[Document], object]) -> Path:
    return edited(sent, city.parent / "zurueck.docx", change)


def values(city: Path) -> dict[str, object]:
    return open_project(city).measures["M-001"].model.model_dump(mode="json")


def test_an_unedited_document_changes_nothing(sent: Path, city: Path) -> None:
    before = texts(city)
    done = merged(city, sent, "--write")
    assert done.stdout.splitlines()[-1] == "Nichts ändert sich."
    assert "außerhalb" not in done.stdout
    assert texts(city) == before


@pytest.mark.office
def test_nor_does_one_that_libreoffice_saved(sent: Path, city: Path, tmp_path: Path) -> None:
    before = texts(city)
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profil", "--headless",
         "--convert-to", "docx:Office Open XML Text", "--outdir", str(tmp_path / "neu"), str(sent)],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    done = merged(city, tmp_path / "neu" / "insek.docx", "--write")
    assert done.stdout.splitlines()[-1] == "Nichts ändert sich."
    assert "außerhalb" not in done.stdout
    assert texts(city) == before


def _edit(document: Document) -> None:
    cell(document, "M-001/kurzbeschreibung").paragraphs[0].runs[
        0
    ].text = "Ein Weg für jede*n & 2 < 3."
    text = cell(document, "M-001/beschreibung").paragraphs
    tracked(text[0], " Er hat Schatten.")
    struck(text[4].runs[-1])
    items = cell(document, "M-001/nachhaltigkeit").paragraphs
    items[1].runs[0].text = "Schatten im Sommer"
    added_after(items[1], "Wasser bleibt im Boden")
    cell(document, "M-001/weitere_abschnitte.1").paragraphs[0].add_run(" Und Ruhe.")
    cell(document, "M-001/akteure.beteiligte").paragraphs[0].add_run(", Ref. 61")
    titles = [p for p in document.paragraphs if p.text == "1.1 Weg am Bach"]
    next(p for p in titles if p.runs).runs[-1].text = "Weg am großen Bach"


def test_edits_and_tracked_changes_become_values(sent: Path, city: Path) -> None:
    before = texts(city)
    done = merged(city, back(sent, city, _edit), "--write")
    assert done.returncode == 0, done.stderr
    now = values(city)
    assert now["titel"] == "Weg am großen Bach"
    assert now["kurzbeschreibung"] == "Ein Weg für jede*n & 2 < 3."
    assert now["beschreibung"] == (
        "Der **Weg** folgt dem Bach.\nEr ist *breit*.\nEr hat Schatten.\n\n"
        "1. erst im Norden\n2. dann im Süden\n\n- Bänke\n\nMehr unter [Hof](M-002).\n"
    )
    assert now["nachhaltigkeit"] == [
        "Holz der Region", "Schatten im Sommer", "Wasser bleibt im Boden",
    ]  # fmt: skip
    assert now["weitere_abschnitte"] == [
        {"titel": "Anlass", "text": "Es fehlt Schatten.\nUnd Ruhe.\n"}
    ]
    assert now["akteure"]["beteiligte"] == ["wfk", "ref-61"]  # type: ignore[index]
    assert now["intern"] == "Nur für uns."
    assert {name for name, text in texts(city).items() if before[name] != text} == {M1.as_posix()}
    again = merged(city, city.parent / "zurueck.docx", "--write")
    assert again.stdout.splitlines()[-1] == "Nichts ändert sich."


def test_nothing_is_written_unless_asked_for(sent: Path, city: Path) -> None:
    before = texts(city)
    done = merged(city, back(sent, city, _edit))
    assert "6 Änderungen" in done.stdout
    assert texts(city) == before


def test_what_is_put_together_or_stands_in_chapters_is_told_and_left(
    sent: Path, city: Path
) -> None:
    def change(document: Document) -> None:
        cell(document, "M-001/kosten").paragraphs[0].add_run(" und mehr")
        next(p for p in document.paragraphs if p.text == "Es beginnt.").add_run(" Neu.")

    before = texts(city)
    done = merged(city, back(sent, city, change), "--write")
    assert "INSEK564 M-001:kosten" in done.stderr
    assert "Vorwort" in done.stdout
    assert texts(city) == before


def test_a_table_in_a_text_is_not_taken_apart(tmp_path: Path) -> None:
    text = "Vorher.\n\n| A | B |\n| --- | --- |\n| x | y |\n\nNachher.\n"
    root = write_project(
        tmp_path / "stadt", {"measures/M-001-test.yaml": {**MEASURE, "beschreibung": text}}
    )
    assert run(root, "build", "--format", "docx").returncode == 0

    def change(document: Document) -> None:
        (table,) = cell(document, "M-001/beschreibung").tables
        table.rows[1].cells[0].paragraphs[0].add_run("z")

    before = texts(root)
    done = merged(root, back(root / "build" / "insek.docx", root, change), "--write")
    assert "INSEK564 M-001:beschreibung" in done.stderr
    assert texts(root) == before


def test_both_sides_keep_their_sentences(sent: Path, city: Path) -> None:
    path = city / M1
    path.write_text(path.read_text("utf-8").replace("folgt", "begleitet"), encoding="utf-8")

    def change(document: Document) -> None:
        tracked(cell(document, "M-001/beschreibung").paragraphs[0], " Er hat Schatten.")

    assert merged(city, back(sent, city, change), "--write").returncode == 0
    said = str(values(city)["beschreibung"])
    assert "Der **Weg** begleitet dem Bach." in said
    assert "Er hat Schatten." in said


def test_the_same_sentence_changed_twice_is_a_contradiction(sent: Path, city: Path) -> None:
    path = city / M1
    path.write_text(path.read_text("utf-8").replace("für alle", "für viele"), encoding="utf-8")
    before = texts(city)

    def change(document: Document) -> None:
        cell(document, "M-001/kurzbeschreibung").paragraphs[0].runs[0].text = "Ein Weg für dich."

    returned = back(sent, city, change)
    done = merged(city, returned, "--write")
    assert done.returncode == 1
    assert "M-001:kurzbeschreibung" in done.stdout
    assert texts(city) == before
    assert merged(city, returned, "--write", "--take", "theirs").returncode == 0
    assert values(city)["kurzbeschreibung"] == "Ein Weg für dich."


def _comment(document: Document) -> None:
    where = cell(document, "M-001/beschreibung").paragraphs[0]
    document.add_comment(where.runs[0:5], "Ist das so?", author="Mia Muster")
    document.add_comment(where.runs[0:5], "Ja.", author="Ref. 61")
    preface: Paragraph = next(p for p in document.paragraphs if p.text == "Es beginnt.")
    document.add_comment(preface.runs, "Wann?", author="WFK")


def test_comments_become_remarks_with_their_words_and_answers(sent: Path, city: Path) -> None:
    returned = back(sent, city, _comment)
    assert "--into" in merged(city, returned, "--write").stdout
    assert merged(city, returned, "--write", "--into", "aemterrunde").returncode == 0
    written = (city / "data/workshops/aemterrunde/remarks.yaml").read_text("utf-8")
    assert (
        "Beschreibung, zu „Der Weg folgt dem Bach.“: Ist das so? – Antwort (Ref. 61): Ja."
        in written
    )
    assert "massnahmen:\n    - M-001" in written
    assert 'thema: WFK\n  text: "Vorwort, zu „Es beginnt.“: Wann?"' in written
    assert "Muster" not in written
    assert run(city, "check").returncode == 0
    again = merged(city, returned, "--write", "--into", "aemterrunde")
    assert again.stdout.splitlines()[-1] == "Nichts ändert sich."


def test_threads_are_those_that_word_keeps(sent: Path, city: Path) -> None:
    def change(document: Document) -> None:
        runs = cell(document, "M-001/nachhaltigkeit").paragraphs[0].runs
        for text in ("Welches?", "Woher?", "Kiefer."):
            document.add_comment(runs, text, author="X")
        threaded(document, {2: 0})

    assert merged(city, back(sent, city, change), "--write", "--into", "runde").returncode == 0
    written = (city / "data/workshops/runde/remarks.yaml").read_text("utf-8")
    assert "zu „Holz der Region“: Welches? – Antwort: Kiefer." in written
    assert "zu „Holz der Region“: Woher?" in written
    assert written.count("- id:") == 2


@pytest.mark.parametrize("origin", [False, True])
def test_without_marks_headings_and_labels_tell_what_is_what(
    sent: Path, city: Path, origin: bool
) -> None:
    def change(document: Document) -> None:
        cell(document, "M-001/kurzbeschreibung").paragraphs[0].runs[0].text = "Ein Weg für dich."
        document.add_comment(
            cell(document, "M-001/nachhaltigkeit").paragraphs[0].runs, "Welches?", author="X"
        )

    returned = without(back(sent, city, change), city.parent / "bloss.docx", origin=origin)
    done = merged(city, returned, "--into", "aemterrunde")
    assert "an Überschrift und Beschriftung erkannt" in done.stdout
    assert ("mit den heutigen Dateien verglichen" in done.stdout) is origin
    assert "1 Änderung" in done.stdout
    assert merged(city, returned, "--into", "aemterrunde", "--write").returncode == 0
    assert values(city)["kurzbeschreibung"] == "Ein Weg für dich."
    written = (city / "data/workshops/aemterrunde/remarks.yaml").read_text("utf-8")
    assert "M-001" in written
    assert "zu „Holz der Region“: Welches?" in written


def test_a_missing_row_deletes_nothing(sent: Path, city: Path) -> None:
    def change(document: Document) -> None:
        row = cell(document, "M-001/kurzbeschreibung")._tc.getparent()
        row.getparent().remove(row)
        (table,) = [
            t for t in document.tables if any("M_002" in x for x in t._tbl.xpath(".//@w:name"))
        ]
        table._tbl.getparent().remove(table._tbl)

    before = texts(city)
    done = merged(city, back(sent, city, change), "--write")
    assert "INSEK565" in done.stderr
    assert texts(city) == before


def test_a_document_of_another_city_is_refused(sent: Path, tmp_path: Path) -> None:
    other = {"titel": "INSEK", "stadt": "Anderstadt", "stand": "2026-03-16"}
    root = write_project(tmp_path / "anders", {**FILES, "concept.yaml": other})
    done = merged(root, sent, "--write")
    assert done.returncode == 1
    assert "INSEK560" in done.stderr


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("customXml/item1.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><x xmlns="urn:insek:herkunft"/>'),
        ("customXml/item1.xml", BROKEN),
        ("word/vbaProject.bin", b"x"),
        ("word/document.xml", b"<a>"),
        ("word/comments.xml", b"<a>"),
        ("word/comments.xml", b"<a/>"),
        ("word/comments.xml", NAMELESS),
        ("word/styles.xml", b"<a/>"),
    ],
)  # fmt: skip
def test_hostile_documents_are_refused(sent: Path, city: Path, part: str, content: bytes) -> None:
    target = city.parent / "boese.docx"
    commented = back(sent, city, _comment)
    with ZipFile(commented) as archive, ZipFile(target, "w") as copy:
        for name in archive.namelist():
            if name != part:
                copy.writestr(name, archive.read(name))
        copy.writestr(part, content)
    before = texts(city)
    done = merged(city, target, "--write")
    assert done.returncode == 1
    assert "INSEK5" in done.stderr
    assert texts(city) == before


def test_the_document_carries_nothing_that_its_readers_may_not_see(sent: Path) -> None:
    with ZipFile(sent) as archive:
        carried = archive.read("customXml/item1.xml").decode()
    assert "Ein Weg für alle." in carried
    assert "Nur für uns" not in carried


@settings(max_examples=10, deadline=None)
@given(
    st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1, max_size=40)
)
def test_whatever_is_typed_is_read_as_it_stands(sent: Path, text: str) -> None:
    root = write_project(sent.parents[1].parent / "eigenschaft", FILES)
    typed = f"Wort {text} Ende."

    def change(document: Document) -> None:
        cell(document, "M-001/kurzbeschreibung").paragraphs[0].runs[0].text = typed
        cell(document, "M-002/beschreibung").paragraphs[0].runs[0].text = typed

    path = edited(sent, root / "getippt.docx", change)
    found = {edit.key: edit.theirs for edit in read_word_return(path, open_project(root)).edits}
    assert flat(found["kurzbeschreibung"]) == flat(typed)
    assert alike(plain_of(found["beschreibung"]), typed)
