"""Tracked changes: accepting all gives the new Steckbriefe, rejecting all gives the old ones."""

import re
import shutil
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from insek_cli.documents.word.ooxml import element, q
from insek_cli.review.redline.change_marks import Marks
from insek_cli.review.redline.merge_blocks import merge_blocks
from office_files import faults
from review.conftest import Run, git

Edit = Callable[[str, str, str], Path]
MARKS = (q("w:ins"), q("w:del"))


def body(content: bytes) -> etree._Element:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))[0]


def settle(root: etree._Element, *, accept: bool) -> list[str]:
    """The non-empty paragraphs after accepting or rejecting all changes, as ECMA-376 has it."""
    kept, lost = (q("w:ins"), q("w:del")) if accept else (q("w:del"), q("w:ins"))
    for row in list(root.iter(q("w:tr"))):
        if row.find(f"{q('w:trPr')}/{lost}") is not None:
            row.getparent().remove(row)
    for mark in list(root.iter(lost)):
        if mark.getparent().tag not in (q("w:rPr"), q("w:trPr")):
            mark.getparent().remove(mark)
    texts, joined = [], ""
    for paragraph in root.iter(q("w:p")):
        joined += "".join(node.text or "" for node in paragraph.iter(q("w:t"), q("w:delText")))
        if paragraph.find(f"{q('w:pPr')}/{q('w:rPr')}/{lost}") is None:
            texts.append(joined)
            joined = ""
    assert kept
    return [text for text in [*texts, joined] if text.strip()]


@pytest.fixture
def edited(city: Path, edit: Edit) -> Path:
    """A branch as reviewers see it: edited, renamed, moved, merged, added and dropped."""
    edit("measures/M-002*", "sechs Toren", "acht breiten Toren")
    edit("measures/M-002*", "Umbau bei laufender", "Umbau und Ausbau bei laufender")
    edit("measures/M-003*", "titel: Quartiersrat Nordstadt", "titel: Rat für die Nordstadt")
    path = edit("measures/M-003*", "  - vergibt einen Fonds für Vorhaben bis 2.500 €,\n", "")
    assert "lädt zweimal" in path.read_text("utf-8")
    edit("measures/M-004*", "handlungsfeld: HF1", "handlungsfeld: HF2")
    edit("measures/M-007*", "handlungsfeld:", "zusammengefuehrt_in: M-006\nhandlungsfeld:")
    (city / "data" / "measures" / "M-099-neu.yaml").write_text(
        "id: M-099\ntitel: Ein neuer Platz\nhandlungsfeld: HF2\n"
        "beschreibung: |\n  Ein **Satz** mit Betonung.\n\n  - eins\n  - zwei\n",
        encoding="utf-8",
    )
    next((city / "data" / "measures").glob("M-010*")).unlink()
    return city


def whole(city: Path, insek: Run, name: str, state: str) -> list[str]:
    """The Steckbriefe of a state as a redline against nothing shows them: all inserted."""
    copy = Path(shutil.copytree(city, city.parent / name))
    git(copy, "stash", "-q", "-u") if state == "old" else None
    kept = {path.name: path.read_bytes() for path in (copy / "data" / "measures").iterdir()}
    for path in (copy / "data" / "measures").iterdir():
        path.unlink()
    git(copy, "add", "-A")
    git(copy, "commit", "-qm", "ohne Maßnahmen")
    for file, content in kept.items():
        (copy / "data" / "measures" / file).write_bytes(content)
    assert insek("diff", "--redline", "-C", str(copy)).returncode == 0
    return settle(body((copy / "build" / "insek-redline.docx").read_bytes()), accept=True)


def sheets(texts: list[str]) -> dict[str, list[str]]:
    """The paragraphs of each Steckbrief by the id in its heading row."""
    starts = [n - 2 for n, text in enumerate(texts) if re.search(r"M-[0-9]{3} · ", text)]
    ends = [*starts[1:], len(texts)]
    return {
        re.search(r"M-[0-9]{3}", texts[a + 2]).group(): texts[a:b]  # type: ignore[union-attr]
        for a, b in zip(starts, ends, strict=True)
    }


CHANGED = {"M-002", "M-003", "M-004", "M-007"}


def test_accepting_gives_the_new_and_rejecting_the_old(edited: Path, insek: Run) -> None:
    done = insek("diff", "--redline")
    assert done.returncode == 0, done.stderr
    content = (edited / "build" / "insek-redline.docx").read_bytes()
    accepted = sheets(settle(body(content), accept=True))
    rejected = sheets(settle(body(content), accept=False))
    new = sheets(whole(edited, insek, "neu", "new"))
    old = sheets(whole(edited, insek, "alt", "old"))
    assert accepted.keys() >= CHANGED | {"M-099"}
    assert "M-010" not in accepted
    assert rejected.keys() >= CHANGED | {"M-010"}
    assert "M-099" not in rejected
    assert accepted == {name: new[name] for name in accepted}
    assert rejected == {name: old[name] for name in rejected}


def test_marks_are_complete_and_the_file_is_sound(edited: Path, insek: Run) -> None:
    assert insek("diff", "--redline").returncode == 0
    path = edited / "build" / "insek-redline.docx"
    root = body(path.read_bytes())
    marks = list(root.iter(*MARKS))
    assert len(marks) > 50
    assert {mark.get(q("w:author")) for mark in marks} == {
        "Stadt Musterstadt, Fachbereich Stadtplanung und Bauordnung"
    }
    assert {mark.get(q("w:date")) for mark in marks} == {"2026-03-16T12:00:00Z"}
    numbered = [*marks, *root.iter(q("w:bookmarkStart"))]
    ids = [mark.get(q("w:id")) for mark in numbered]
    assert len(ids) == len(set(ids))
    for change in MARKS:
        assert root.find(f".//{q('w:trPr')}/{change}") is not None
        assert root.find(f".//{q('w:pPr')}/{q('w:rPr')}/{change}") is not None
    assert faults(path) == []
    again = path.read_bytes()
    assert insek("diff", "--redline").returncode == 0
    assert path.read_bytes() == again


def test_between_commits_the_date_is_that_of_the_newer_one(edited: Path, insek: Run) -> None:
    git(edited, "add", "-A")
    git(edited, "commit", "-qm", "neu", "--date", "2026-05-04T10:00:00+00:00")
    assert insek("diff", "HEAD~1..HEAD", "--redline", "--out", "runde.docx").returncode == 0
    root = body((edited / "runde.docx").read_bytes())
    made = git(edited, "show", "-s", "--format=%cd", "--date=format-local:%Y-%m-%d", "HEAD").strip()
    assert {mark.get(q("w:date"), "")[:10] for mark in root.iter(*MARKS)} == {made}


def test_what_goes_wrong_is_said(city: Path, insek: Run, edit: Edit) -> None:
    assert insek("diff", "--redline", "--format", "json").returncode == 2
    assert not (city / "build" / "insek-redline.docx").exists()
    assert insek("diff", "--redline").returncode == 0
    root = body((city / "build" / "insek-redline.docx").read_bytes())
    assert list(root.iter(*MARKS)) == []
    # A state with errors is compared as far as it can be read.
    edit("measures/M-002*", "id: M-002", "id: M-002\nunbekannt: ja")
    edit("measures/M-003*", "federfuehrung: ", "federfuehrung: gibt-es-nicht-")
    done = insek("diff", "--redline")
    assert done.returncode in (0, 3)
    assert "Traceback" not in done.stderr


WORDS = st.lists(
    st.sampled_from(["ein", "Haus", "am", "Platz", "wird", "neu", "gebaut", ",", "12", "€", "."]),
    max_size=6,
)
PARAGRAPHS = st.lists(WORDS.map(" ".join), max_size=6)
ROWS = st.lists(st.tuples(WORDS.map(" ".join), WORDS.map(" ".join)), min_size=1, max_size=4)


def paragraph(text: str) -> etree._Element:
    """A paragraph of two runs, cut in the middle of a word."""
    runs = []
    for part in (text[: len(text) // 2], text[len(text) // 2 :]):
        node = element("t")
        node.text = part
        runs.append(element("r", node))
    return element("p", *runs)


def table(rows: list[tuple[str, str]]) -> etree._Element:
    cells = [[element("tc", paragraph(text)) for text in row] for row in rows]
    return element("tbl", *(element("tr", *row) for row in cells))


@given(PARAGRAPHS, PARAGRAPHS, ROWS, ROWS)
def test_any_two_states_come_back(
    old: list[str], new: list[str], rows: list[tuple[str, str]], others: list[tuple[str, str]]
) -> None:
    def state(texts: list[str], cells: list[tuple[str, str]]) -> list[etree._Element]:
        return [*map(paragraph, texts), table(cells), paragraph("Ende")]

    def merged() -> etree._Element:
        marks = Marks("Ref. 61", "2026-03-16T12:00:00Z", 1)
        return element("body", *merge_blocks(state(old, rows), state(new, others), marks))

    def plain(texts: list[str], cells: list[tuple[str, str]]) -> list[str]:
        whole = [*texts, *(text for row in cells for text in row), "Ende"]
        return [text for text in whole if text.strip()]

    assert settle(merged(), accept=True) == plain(new, others)
    assert settle(merged(), accept=False) == plain(old, rows)
