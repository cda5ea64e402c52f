"""`insek diff` as a reviewer of a pull request uses it."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from commands import run
from insek_cli.review.diff.key_changes import Change
from insek_cli.review.diff.reports import inline
from insek_cli.review.diff.word_diff import compare_words
from office_files import faults
from review.conftest import git

COLOUR = "1f4e8c"
"""The accent of Musterstadt."""


def differences(insek: Callable, *arguments: str) -> dict[str, dict]:
    found = json.loads(insek("diff", *arguments, "--format", "json").stdout)
    return {entry["id"]: entry for entry in found["differences"]}


def test_nothing_changed(insek: Callable) -> None:
    done = insek("diff", "--exit-code")
    assert (done.returncode, done.stdout.strip()) == (0, "Keine inhaltlichen Änderungen.")


def test_a_pull_request(insek: Callable, edit: Callable, city: Path) -> None:
    edit("measures/M-001*.yaml", "status: ", "status: umgesetzt #")
    edit("measures/M-003*.yaml", "titel: ", "titel: Rat im Quartier #")
    edit("measures/M-007*.yaml", "handlungsfeld: HF2", "handlungsfeld: HF3")
    edit("measures/M-010*.yaml", "handlungsfeld:", "zusammengefuehrt_in: M-009\nhandlungsfeld:")
    for path in (city / "data" / "measures").glob("M-012*"):
        path.unlink()
    found = differences(insek)
    assert "Status beschlossen → umgesetzt" in found["M-001"]["moves"]
    assert any("umbenannt" in move for move in found["M-003"]["moves"])
    assert "von Handlungsfeld 2 nach Handlungsfeld 3 verschoben" in found["M-007"]["moves"]
    assert any(move.startswith("in M-009 ") for move in found["M-010"]["moves"])
    assert found["M-012"]["fate"] == "dropped"
    assert insek("diff", "--exit-code").returncode == 1
    assert insek("diff").returncode == 0


def test_moved_files_are_no_change(insek: Callable, city: Path) -> None:
    (path,) = (city / "data" / "measures").glob("M-005*")
    path.rename(path.with_name("M-005-anders.yaml"))
    text = (city / "data/measures/M-005-anders.yaml").read_text(encoding="utf-8")
    lines = text.splitlines()
    (city / "data/measures/M-005-anders.yaml").write_text(
        "# ein Kommentar\n" + "\n".join(lines) + "\n", encoding="utf-8"
    )
    assert differences(insek) == {}


def test_texts_are_compared_word_by_word(insek: Callable, edit: Callable) -> None:
    edit("measures/M-001*.yaml", "Wohnungen", "Häuser")
    assert "[-Wohnungen-]{+Häuser+}" in insek("diff").stdout


def test_records_are_called_by_their_names(insek: Callable, edit: Callable) -> None:
    """A council reads of Ref. 61 and of titles, never of the slugs and ids behind them."""
    edit("measures/M-002*.yaml", "federfuehrung: gebaeudemanagement", "federfuehrung: fb-planung")
    edit("measures/M-002*.yaml", "    - fb-soziales\n", "")
    edit("measures/M-002*.yaml", "  - HF4.3\n", "")
    changes = {
        change["key"]: (change["old"], change["new"])
        for change in differences(insek)["M-002"]["changes"]
    }
    lead = ("Städtisches Gebäudemanagement", "FB Planung")
    assert changes["akteure.federfuehrung"] == lead
    assert "Z 4.3 " in changes["ziele"][0]
    assert "Z 4.3 " not in changes["ziele"][1]


def test_the_name_of_a_record_changes_where_it_stands_only(insek: Callable, edit: Callable) -> None:
    edit("registers/actors.yaml", "name: Städtisches Gebäudemanagement", "name: Hochbauamt")
    assert list(differences(insek)) == ["gebaeudemanagement"]


def test_what_is_new_is_shown_and_what_nobody_wrote_is_not(insek: Callable, city: Path) -> None:
    text = "id: M-077\ntitel: Ein Platz\nhandlungsfeld: HF1\nnachhaltigkeit: [Schatten, Wasser]\n"
    (city / "data/measures/M-077-platz.yaml").write_text(text, encoding="utf-8")
    shown = insek("diff", "--format", "md").stdout
    assert "| Nachhaltigkeit | Schatten\\; Wasser |" in shown
    assert "Leuchtturm" not in shown
    assert "Kennung" not in shown


def test_colour_on_a_terminal_only(insek: Callable, edit: Callable, city: Path) -> None:
    edit("measures/M-001*.yaml", "Wohnungen", "Häuser")
    plain = insek("diff").stdout
    assert "\x1b" not in plain
    shown = painted(city)
    assert "[-Wohnungen-]\x1b" in shown
    assert re.sub(r"\x1b\[[0-9;]*m", "", shown).strip() == plain.strip()


def painted(city: Path) -> str:
    """What a person sees who runs `insek diff` in a terminal."""
    ours, theirs = os.openpty()
    environment = {**os.environ, "INSEK_LANG": "de", "TERM": "xterm-256color"}
    environment.pop("NO_COLOR", None)
    done = subprocess.Popen(
        [sys.executable, "-m", "insek_cli", "diff"], cwd=city, env=environment, stdout=theirs
    )
    os.close(theirs)
    parts = []
    try:
        while part := os.read(ours, 65_536):
            parts.append(part)
    except OSError:
        pass  # the terminal is gone when the command ends
    os.close(ours)
    assert done.wait() == 0
    return b"".join(parts).decode().replace("\r\n", "\n")


def test_money_by_field(insek: Callable, edit: Callable) -> None:
    edit("measures/M-002*.yaml", "bis: 3850000", "bis: 4850000")
    said = insek("diff").stdout.replace("\u00a0", " ")
    assert "Handlungsfeld 1: Einmalige Kosten ab 3.360.000 € → ab 3.360.000 € (0 bis" in said
    # 66,7 % of what can be funded, which is 90 % of the million.
    assert "Mittel 2.416.155 € → 3.016.455 € (+600.300 €)" in said


def test_a_broken_file_is_no_dropped_measure(insek: Callable, edit: Callable) -> None:
    edit("measures/M-002*.yaml", "von: 3200000", "von: abc")
    edit("measures/M-001*.yaml", "Wohnungen", "Häuser")
    found = differences(insek)
    assert "M-002" not in found
    assert "M-001" in found
    assert "M-002" in insek("diff").stdout.splitlines()[0]


@pytest.mark.parametrize("name", ["M-002-alte-feuerwache.yml", "M-002-alte-feuerwache.yaml.txt"])
def test_a_file_with_a_wrong_ending_is_no_dropped_measure(
    name: str, insek: Callable, city: Path
) -> None:
    (path,) = (city / "data" / "measures").glob("M-002*")
    path.rename(path.with_name(name))
    assert "M-002" not in differences(insek)
    assert name in insek("diff", "--format", "md").stdout.replace("\\", "")


def test_a_file_with_the_id_of_another_is_no_dropped_measure(
    insek: Callable, edit: Callable
) -> None:
    path = edit("measures/M-002*.yaml", "id: M-002", "id: M-001")
    assert "M-002" not in differences(insek)
    edit("measures/M-003*.yaml", "titel: ", "titel: Rat im Quartier #")
    assert path.name in insek("diff").stdout.splitlines()[0]


def test_two_revisions(insek: Callable, edit: Callable, city: Path) -> None:
    edit("measures/M-001*.yaml", "status: ", "status: umgesetzt #")
    git(city, "commit", "-qam", "zwei")
    assert list(differences(insek, "HEAD~1..HEAD")) == ["M-001"]
    assert differences(insek, "HEAD") == {}


@pytest.mark.parametrize(
    "revision", ["gibt-es-nicht", "--output=x", "HEAD..", "..HEAD", "HEAD...HEAD~1", "HEAD:data"]
)
def test_bad_revisions(revision: str, insek: Callable, city: Path) -> None:
    done = insek("diff", "--", revision)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert not (city / "x").exists()


def test_without_a_repository(insek: Callable, tmp_path: Path, city: Path) -> None:
    (city / ".git").rename(tmp_path / "weg")
    done = insek("diff")
    assert done.returncode == 3
    assert "Git-Repository" in done.stderr


def test_a_shallow_clone(insek: Callable, city: Path, tmp_path: Path) -> None:
    (city / "data" / "neu.txt").write_text("x", encoding="utf-8")
    git(city, "add", "-A")
    git(city, "commit", "-qm", "zwei")
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{city}", "flach")
    done = insek("diff", "HEAD~1", cwd=tmp_path / "flach")
    assert done.returncode == 3
    assert "flachen Klon" in done.stderr


def test_a_hostile_repository_starts_nothing(insek: Callable, city: Path) -> None:
    for key in ("core.fsmonitor", "diff.external", "diff.x.textconv"):
        git(city, "config", key, f"touch {city / 'GESTARTET'}")
    (city / ".gitattributes").write_text("*.yaml diff=x\n", encoding="utf-8")
    assert insek("diff").returncode == 0
    assert insek("check", "--changed", "HEAD").returncode == 0
    assert insek("build", "--format", "md").returncode == 0
    assert not (city / "GESTARTET").exists()


def test_markdown_stays_below_the_limit_of_a_comment(insek: Callable, city: Path) -> None:
    for path in (city / "data" / "measures").glob("*.yaml"):
        path.write_text(path.read_text("utf-8").replace(" die ", " jene "), encoding="utf-8")
    for number in range(100, 220):
        text = f"id: M-{number}\ntitel: Vorhaben {number}\nhandlungsfeld: HF1\n"
        text += f"beschreibung: {'Wort ' * 150}\n"
        (city / f"data/measures/M-{number}.yaml").write_text(text, encoding="utf-8")
    git(city, "add", "-A")
    git(city, "commit", "-qm", "viele")
    for path in (city / "data" / "measures").glob("M-[12]??.yaml"):
        path.write_text(path.read_text("utf-8").replace("Wort", "Satz"), encoding="utf-8")
    text = insek("diff", "--format", "md").stdout
    assert len(text) < 65_536
    assert "weitere Einträge" in text
    assert text.count("| --- | --- | --- |") > 5


def test_the_synopse_is_a_sound_word_document(insek: Callable, edit: Callable, city: Path) -> None:
    edit("measures/M-001*.yaml", "Wohnungen", "Häuser")
    assert insek("diff", "--format", "docx").returncode == 0
    target = city / "build" / "synopse.docx"
    first = target.read_bytes()
    assert faults(target) == []
    insek("diff", "--format", "docx")
    assert target.read_bytes() == first


def test_a_removed_measure_stays_readable_beside_one_word(insek: Callable, city: Path) -> None:
    """Struck through from end to end nobody could read what the council gives up."""
    next((city / "data" / "measures").glob("M-003*.yaml")).unlink()
    insek("diff", "--format", "docx")
    tables = Document(str(city / "build" / "synopse.docx")).tables
    table = next(each for each in tables if each.columns[0].cells[-1].text == "Finanzierung")
    assert not any(run.font.strike for cell in table.columns[1].cells for run in runs(cell))
    assert {cell.text for cell in table.columns[2].cells[1:]} == {"entfernt"}
    page = insek("diff", "--format", "html").stdout
    assert '<table class="dropped"><thead><tr><th scope="col">Angabe</th>' in page
    assert page.count("<del>") == 1


def runs(cell: Any) -> list[Any]:
    return [run for paragraph in cell.paragraphs for run in paragraph.runs]


def test_documents_say_what_is_compared_in_the_citys_colour(
    insek: Callable, edit: Callable, city: Path
) -> None:
    edit("concept.yaml", "auftraggeber: ", "auftraggeber: Rat der ")
    edit("measures/M-002*.yaml", "titel: ", "titel: Neues ")
    insek("diff", "--format", "docx")
    word = Document(str(city / "build" / "synopse.docx"))
    facts = [cell.text for cell in word.tables[0].rows[0].cells]
    assert facts[1:2] == ["neu\nArbeitsstand"]
    assert facts[3].startswith("Änderungen\n2 geändert")
    assert str(word.styles["Heading 1"].font.color.rgb) == COLOUR.upper()
    page = insek("diff", "--format", "html").stdout
    assert f"--akzent: #{COLOUR}" in page
    assert "<dt>neu</dt><dd>Arbeitsstand</dd>" in page


@given(st.text(max_size=60), st.text(max_size=60))
def test_pieces_make_up_both_texts(old: str, new: str) -> None:
    pieces = compare_words(old, new)
    assert "".join(p.text for p in pieces if p.kind != "new") == old
    assert "".join(p.text for p in pieces if p.kind != "old") == new
    assert (old == new) == all(p.kind == "same" for p in pieces)


def test_html_brings_everything_with_it(insek: Callable, edit: Callable) -> None:
    edit("measures/M-003*.yaml", "titel: ", 'titel: "<script>alert(1)</script>" #')
    page = insek("diff", "--format", "html").stdout
    assert "&lt;script&gt;" in page
    assert "<script" not in page
    assert "http" not in page.replace("http-equiv", "")
    assert '<html lang="de">' in page


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "de",
            ("Maßnahmen: 1 geändert", "Keine inhaltlichen Änderungen.", "| Schlüssel | vorher |"),
        ),
        ("en", ("Measures: 1 changed", "Nothing has changed in content.", "| Key | before")),
    ],
)
def test_it_speaks_the_language_of_messages(
    language: str, words: tuple[str, str, str], city: Path, edit: Callable
) -> None:
    changed, same, table = words
    assert same in run(city, "diff", INSEK_LANG=language).stdout
    edit("measures/M-002*.yaml", "prioritaet: hoch", "prioritaet: mittel")
    assert changed in run(city, "diff", INSEK_LANG=language).stdout
    assert table in run(city, "diff", "--format", "md", INSEK_LANG=language).stdout


def change_a_lot(edit: Callable, city: Path) -> None:
    edit("measures/M-001*.yaml", "status: ", "status: umgesetzt #")
    edit("measures/M-002*.yaml", "bis: 3850000", "bis: 4850000")
    edit("measures/M-002*.yaml", "federfuehrung: gebaeudemanagement", "federfuehrung: fb-planung")
    edit("measures/M-003*.yaml", "titel: ", "titel: Rat im Quartier #")
    edit("measures/M-007*.yaml", "handlungsfeld: HF2", "handlungsfeld: HF3")
    edit("measures/M-010*.yaml", "handlungsfeld:", "zusammengefuehrt_in: M-009\nhandlungsfeld:")
    edit("fields/HF1.yaml", "titel: ", "titel: idee #")
    edit("registers/actors.yaml", "name: Städtisches Gebäudemanagement", "name: Hochbauamt")
    text = "---\ntitel: Lage\nnach: prozess\n---\nText.\n"
    (city / "data/chapters/lage-der-stadt.md").write_text(text, "utf-8")


def test_documents_speak_the_words_of_the_report(
    insek: Callable, edit: Callable, city: Path
) -> None:
    """No key of the files, no id of a field, no revision: readers of a Synopse know none."""
    change_a_lot(edit, city)
    revision = git(city, "rev-parse", "HEAD")[:7]
    assert insek("diff", "--format", "docx").returncode == 0
    document = Document(str(city / "build" / "synopse.docx"))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    synopse = "\n".join(part.text for part in (*document.paragraphs, *cells))
    page = re.sub("<style>.*</style>", "", insek("diff", "-f", "html").stdout, flags=re.DOTALL)
    for said in (synopse, page):
        assert revision not in said
        assert "HEAD" not in said
        assert re.search(r"Fassung vom [0-9]{2}\.[0-9]{2}\.[0-9]{4}", said)
        assert not re.search(r"\bHF[0-9]", said)
        assert not re.search(r"fb-planung|handlungsfeld\b|lage-der-stadt|prozess\b", said)
        assert "Handlungsfeld 1: idee" in said
        assert "von Handlungsfeld 2 nach Handlungsfeld 3 verschoben" in said
        assert "Prozess und Beteiligung" in said
        assert "3.850.000" in said


def test_the_terminal_speaks_its_language_and_documents_german(
    insek: Callable, edit: Callable, city: Path
) -> None:
    change_a_lot(edit, city)
    german = insek("diff", "-f", "html").stdout
    for form in ("text", "md"):
        said = run(city, "diff", "-f", form, INSEK_LANG="en").stdout.replace("\\", "")
        assert "renamed, formerly “Quartiersrat" in said
        assert "moved from field of action 2 to 3" in said
        assert "merged into M-009" in said
        assert "status beschlossen → umgesetzt" in said
        assert "Field of action 1: One-off costs " in said
        assert not re.search("umbenannt|verschoben|Status beschl|Förderung", said)
    assert run(city, "diff", "-f", "html", INSEK_LANG="en").stdout == german


def test_what_was_reported_is_told_by_day_and_measure(
    insek: Callable[..., Any], edit: Callable[[str, str, str], Path], city: Path
) -> None:
    edit("monitoring/2025-12-31.yaml", "ampel: ruht", "ampel: gefaehrdet")
    said = "stichtag: 2026-12-31\nmassnahmen:\n  - massnahme: M-001\n    stand: Begonnen.\n"
    (city / "data/monitoring/2026-12-31.yaml").write_text(said, encoding="utf-8")
    words = insek("diff").stdout
    assert "M-008 Gewerbehof für das Handwerk in Hinterfeld (31.12.2025)" in words
    assert "ruht" in words
    assert "gefährdet" in words
    assert "31.12.2026" in words
    assert "Begonnen." in words
    assert "Begonnen" in insek("diff", "--format", "md").stdout


def test_a_sentence_gone_from_a_long_text_adds_nothing_at_its_end() -> None:
    rest = " ".join(f"Satz {n}." for n in range(2000))
    told = inline(Change("", "", f"Anfang. {rest}", rest))
    assert "[-Anfang. -]" in told
    assert "{+" not in told
    assert told.endswith("…")
