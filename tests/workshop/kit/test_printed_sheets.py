"""The sheets: true paper sizes, accessible, the right measures, the same bytes every time."""

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import page
import pikepdf
import pytest

from commands import Done
from documents.printed_words import pages
from documents.project_files import write_project
from workshop.kit.kit_files import SLUG, folder, text_of

A1, A2, A4 = (594, 841), (594, 420), (210, 297)
MM = 72 / 25.4


def sizes(path: Path) -> set[tuple[int, int]]:
    """Width and height of every page in millimetres."""
    with pikepdf.open(path) as pdf:
        boxes = [[float(side) for side in sheet.mediabox] for sheet in pdf.pages]
    return {(round((x1 - x0) / MM), round((y1 - y0) / MM)) for x0, y0, x1, y1 in boxes}


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("karten.pdf", A4),
        ("plakat-hf1.pdf", A1),
        ("plakat-hf4.pdf", A1),
        ("tisch-gruppe-a.pdf", A2),
        ("tisch-gruppe-b.pdf", A2),
        ("ablauf.pdf", A4),
        ("stimmzettel.pdf", A4),
        ("anwesenheit.pdf", A4[::-1]),
    ],
)
def test_paper(name: str, size: tuple[int, int], printed: Path) -> None:
    assert sizes(folder(printed) / name) == {size}


def test_every_pdf_is_accessible_and_archivable(printed: Path) -> None:
    files = sorted(folder(printed).glob("*.pdf"))
    assert len(files) == 10
    for path in files:
        for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A):
            report = page.validate_pdf(path, profile=profile)
            assert [f.message for f in report.failures] == [], path.name
        with pikepdf.open(path) as pdf:
            assert str(pdf.Root.Lang) == "de-DE"
            assert "Maßnahmenwerkstatt Musterstadt 2040" in str(pdf.docinfo["/Title"])


def test_another_folder_gets_the_same_bytes(printed: Path, kit: Callable, tmp_path: Path) -> None:
    """That another process writes them too is a matter of trust/test_reproducible.py."""
    assert kit(printed, SLUG, "--out", str(tmp_path / "neu")).returncode == 0
    first, second = folder(printed), tmp_path / "neu"
    names = {path.name for path in first.iterdir()}
    assert names == {path.name for path in second.iterdir() if path.suffix}
    for path in first.iterdir():
        assert path.read_bytes() == (second / path.name).read_bytes(), path.name


@pytest.mark.office
def test_a_card_has_number_title_text_field_and_id(printed: Path) -> None:
    text = " ".join(text_of(folder(printed) / "karten.pdf").split())
    for words in ("1.2", "Wohnraumagentur", "M-001", "Wohnen, Nachbarschaft und Teilhabe"):
        assert words in text
    assert "Eine Anlaufstelle spricht Eigentümer_innen" in text
    assert "auch Handlungsfeld 2" in text


@pytest.mark.office
def test_what_is_not_known_is_said_until_the_resolution(
    printed: Path, kit: Callable[..., Done], tmp_path: Path
) -> None:
    assert "noch offen" not in text_of(folder(printed) / "karten.pdf")
    write_project(tmp_path, {f"workshops/{SLUG}/workshop.yaml": {"titel": "Werkstatt"}})
    assert kit(tmp_path, SLUG).returncode == 0
    assert "Beschreibung noch offen" in text_of(folder(tmp_path) / "karten.pdf")


@pytest.mark.office
@pytest.mark.parametrize("name", ["karten.pdf", "plakat-hf2.pdf", "stimmzettel.pdf"])
def test_the_workshop_leaves_out_what_it_excludes(name: str, printed: Path) -> None:
    text = text_of(folder(printed) / name)
    assert "Kaufhaus am Markt" in text
    for left_out in ("Leerstandsregister", "Gewerbehof", "Regenwasserkonzept", "Parkhaus"):
        assert left_out not in text


@pytest.mark.office
def test_the_poster_names_question_and_cap(printed: Path) -> None:
    text = text_of(folder(printed) / "plakat-hf1.pdf")
    assert "Welche Maßnahmen haben für Sie die höchste Priorität?" in text
    assert "bis zu 3 Punkte" in text


@pytest.mark.office
def test_the_running_order_has_times(printed: Path) -> None:
    text = text_of(folder(printed) / "ablauf.pdf", "-layout")
    assert re.findall(r"\d\d:\d\d(?= +\d)", text) == [
        "17:30", "17:45", "17:55", "19:05", "19:20", "19:45",
    ]  # fmt: skip
    assert "bis 20:00" in text
    assert "Runde 2: Handlungsfeld 4" in text


@pytest.mark.office
def test_without_a_beginning_the_times_stay_open(stadt: Path, kit: Callable) -> None:
    path = stadt / "data" / "workshops" / SLUG / "workshop.yaml"
    programme = "programm:\n  - titel: Ankommen\n    minuten: 15\n"
    path.write_text(path.read_text(encoding="utf-8") + programme, encoding="utf-8")
    assert kit(stadt, SLUG).returncode == 0
    text = text_of(folder(stadt) / "ablauf.pdf", "-layout")
    assert re.search(r"– +15 +Ankommen", text)
    assert "Ein Strich (–) heißt: noch offen." in text
    assert "Höchstzahl noch offen" in text_of(folder(stadt) / "stimmzettel.pdf")


@pytest.mark.office
def test_the_attendance_list_knows_no_names(printed: Path) -> None:
    text = text_of(folder(printed) / "anwesenheit.pdf")
    assert text.count("FB Planung") == 3
    assert "Vorname" not in text


@pytest.mark.office
def test_themes_of_remarks_head_the_table_sheets(printed: Path) -> None:
    text = text_of(folder(printed) / "tisch-gruppe-b.pdf")
    assert "Schwammstadt" in text
    assert "Trägt die Maßnahme zu den Zielen bei?" in text
    assert "Weiteres:" in text


@pytest.mark.office
def test_themes_stand_in_the_order_of_their_numbers(printed: Path) -> None:
    """Those of remarks too, whatever came up first; those of no measure stand last."""
    text = text_of(folder(printed) / "tisch-gruppe-b.pdf")
    numbers = re.findall(r"^(\d\.\d+)", text, re.MULTILINE)
    assert {"3.1", "3.2", "4.1", "4.2"} <= set(numbers)
    assert numbers == sorted(numbers)


@pytest.mark.office
@pytest.mark.parametrize(
    ("count", "long", "sheet", "copies"),
    [(12, False, A4, 4), (16, True, A4[::-1], 2), (40, True, A4, 1)],
)
def test_as_many_ballots_on_a_sheet_as_fit(
    count: int,
    long: bool,
    sheet: tuple[int, int],
    copies: int,
    stadt: Path,
    kit: Callable,
    measure: Callable,
) -> None:
    title = "Handlungskonzept Leerstand für die Innenstadt und ihre Ränder" if long else "Kataster"
    for number in range(2, count + 1):
        measure(f"M-{number:03}", title)
    assert kit(stadt, SLUG).returncode == 0
    path = folder(stadt) / "stimmzettel.pdf"
    assert sizes(path) == {sheet}
    assert text_of(path).count("Stimmzettel ·") == copies


@pytest.mark.office
@pytest.mark.parametrize(("count", "sheets"), [(1, 1), (14, 1), (15, 2), (40, 3)])
def test_table_sheets_are_no_more_than_needed(
    count: int, sheets: int, stadt: Path, kit: Callable, measure: Callable
) -> None:
    """A box stays empty for what comes up; where two sheets are needed, both are used."""
    for number in range(2, count + 1):
        measure(f"M-{number:03}", "Kataster")
    assert kit(stadt, SLUG).returncode == 0
    path = folder(stadt) / "tisch-hf1.pdf"
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) == sheets
    last = text_of(path, "-f", str(sheets))
    assert "Weiteres:" in last
    assert last.count("Kataster") >= min(1, count - 1)


@pytest.mark.office
@pytest.mark.parametrize("count", [1, 40])
def test_every_measure_is_printed_however_long_the_list(
    count: int, stadt: Path, kit: Callable, measure: Callable
) -> None:
    long = "Entwicklungskonzept für Gewerbebrachen unter Einbeziehung aller Ämter " * 2
    for number in range(2, count + 2):
        measure(f"M-{number:03}", f"{long}{number:03} *Ende_")
    assert kit(stadt, SLUG).returncode == 0
    for name in ("karten.pdf", "plakat-hf1.pdf", "stimmzettel.pdf"):
        words = " ".join(text_of(folder(stadt) / name).split())
        missing = [n for n in range(2, count + 2) if f"{n:03} *Ende_" not in words]
        assert missing == [], name


@pytest.mark.office
def test_data_is_text_and_never_markup(stadt: Path, kit: Callable, measure: Callable) -> None:
    title = "'#panic(1) *fett* _kursiv_ $x$ <a> @b \\ [c] ```'"
    measure("M-002", title)
    assert kit(stadt, SLUG).returncode == 0
    words = " ".join(text_of(folder(stadt) / "karten.pdf").split())
    assert "#panic(1) *fett* _kursiv_ $x$ <a> @b \\ [c] ```" in words


def test_fonts_are_the_packaged_ones(printed: Path) -> None:
    with pikepdf.open(folder(printed) / "karten.pdf") as pdf:
        names = [
            str(o.get("/FontName", "")) for o in pdf.objects if isinstance(o, pikepdf.Dictionary)
        ]
    assert {name.partition("+")[2].partition("-")[0] for name in names if name} == {"SourceSans3"}


def test_measures_of_a_poster_have_equal_room_for_dots(printed: Path) -> None:
    """However long their titles are: a larger field would draw more dots."""
    places = [
        word.top
        for sheet in pages(folder(printed) / "plakat-hf2.pdf")
        for word in sheet.words
        if re.fullmatch(r"\d\.\d+", word.text)
    ]
    steps = [below - above for above, below in pairwise(places)]
    assert len(steps) >= 2
    assert max(steps) - min(steps) < 1
