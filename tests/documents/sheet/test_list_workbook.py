"""The spreadsheet: what stands in its sheets, as a program that opens it sees it."""

import re
from dataclasses import replace
from datetime import datetime
from html import unescape
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from documents.sheet.workbook_samples import composed, data_row, measure, opened
from insek_cli.documents import sheet
from insek_cli.models.base import COLUMNS
from insek_cli.models.concept import RequiredKeys
from insek_cli.models.stages import STAGES
from insek_cli.report.views import Options

BOOK = opened(composed(options=Options(stage="werkstatt")))
LIST = BOOK["Maßnahmenliste"]


def test_list_has_the_ten_headings_after_the_number() -> None:
    assert [cell.value for cell in LIST[1]] == ["Nr.", *COLUMNS]


def test_list_has_a_row_a_measure_in_the_order_of_the_report() -> None:
    view = composed()
    expected = [(m.nummer, m.daten.titel) for m in view.massnahmen]
    assert [(row[0].value, row[1].value) for row in LIST.iter_rows(min_row=2)] == expected
    assert len(expected) > 5


def test_list_is_frozen_filtered_and_set_up_for_print() -> None:
    assert LIST.freeze_panes == "B2"
    (table,) = LIST.tables.values()
    assert table.autoFilter.ref == table.ref == LIST.dimensions
    assert LIST.page_setup.orientation == "landscape"
    assert str(LIST.page_setup.paperSize) == "8"
    assert LIST.sheet_properties.pageSetUpPr.fitToPage
    assert (LIST.page_setup.fitToWidth, LIST.page_setup.fitToHeight) == (1, 0)
    assert LIST.print_title_rows == "$1:$1"
    assert LIST.oddFooter.right.text == "Seite &P von &N"
    assert "Stand 16.03.2026" in LIST.oddHeader.right.text


def test_list_says_what_is_open_and_never_leaves_a_cell_empty() -> None:
    sheet = opened(composed(measure(), options=Options(stage="werkstatt")))["Maßnahmenliste"]
    texts = [cell.value for cell in sheet[2]]
    assert texts[:3] == ["1.1", "Probe", "noch offen"]
    assert all(texts)
    resolved = opened(composed(measure()))["Maßnahmenliste"]
    assert [cell.value for cell in resolved[2]][:3] == ["1.1", "Probe", "–"]
    assert sheet["C2"].font.italic
    assert not sheet["B2"].font.italic


def test_number_carries_the_colour_of_its_field() -> None:
    field = composed().felder[0].kopf
    assert LIST["A2"].font.color.rgb == "FF" + field.farbe[1:].upper()
    assert LIST["A2"].fill.fgColor.rgb == "FF" + field.tint[1:].upper()


def test_long_text_ends_in_a_reference_and_stands_whole_in_the_data() -> None:
    text = " ".join(f"Satz {n} über den Stadtteil." for n in range(900))
    book = opened(composed(measure(beschreibung=text)))
    sheet = book["Maßnahmenliste"]
    assert sheet["C2"].value.endswith(" … vollständig in Blatt „Daten“")
    assert text.startswith(sheet["C2"].value.split(" … ")[0].replace("\u00a0", " "))
    assert sheet.row_dimensions[2].height <= 409
    assert data_row(book, "M-900")["beschreibung"] == text


@pytest.mark.parametrize(
    "text", ["=1+1", "=cmd|' /C calc'!A0", "+49 631", "-5 Grad", "@Amt", "#N/A", "{=1+1}", "'a"]
)
def test_text_stays_text(text: str) -> None:
    book = opened(composed(measure(titel=text, kurztitel=text)))
    for cell in (book["Maßnahmenliste"]["B2"], book["Daten"]["C3"]):
        assert (cell.value, cell.data_type) == (text, "s")
        if text[0] in "=+-@'":
            assert cell.quotePrefix


def test_text_the_format_cannot_hold_is_written_so_that_it_comes_back() -> None:
    book = opened(composed(measure(titel="_x0041_ und \ufffe", kurzbeschreibung="a\rb")))
    assert book["Daten"]["C3"].value == "_x0041_ und \ufffd"
    assert data_row(book, "M-900")["kurzbeschreibung"] == "a\nb"


def test_more_than_a_cell_holds_is_cut_with_a_mark() -> None:
    book = opened(composed(measure(beschreibung="Wort \U0001f333 " * 6000)))
    text = str(data_row(book, "M-900")["beschreibung"])
    assert text.endswith("[gekürzt; vollständig in der Datei der Maßnahme]")
    assert len(text.encode("utf-16-le")) // 2 <= 32_767


def test_figures_are_live_and_carry_their_values() -> None:
    view = composed(options=Options(stage="werkstatt"))
    live, cached = opened(view)["Übersicht"], opened(view, data_only=True)["Übersicht"]
    formulas = [c for row in live.iter_rows() for c in row if c.data_type == "f"]
    assert len(formulas) > 60
    figures = [c for c in formulas if not str(c.value).startswith("=TRIM(")]
    assert all(isinstance(cached[c.coordinate].value, (int, float)) for c in figures)
    everything = (*view.massnahmen, *view.anhang)
    heads = {c.value: c.column for c in live[6]}
    for row in range(7, 7 + len(view.felder)):
        own = [m for m in everything if m.feld.id == live.cell(row, 1).value]
        assert cached.cell(row, heads["Summe"]).value == len(own)
        beacons = sum(m.daten.leuchtturm for m in own)
        assert cached.cell(row, heads["Leuchtturm"]).value == beacons


def test_figures_say_how_often_each_column_is_open() -> None:
    view = composed(options=Options(stage="werkstatt"))
    sheet = opened(view, data_only=True)["Übersicht"]
    shown = {row[1]: row[len(view.felder) + 2] for row in sheet.iter_rows(values_only=True)}
    for place, heading in enumerate(COLUMNS):
        assert shown[heading] == sum(not m.zeile[place].lines for m in view.massnahmen)


def test_a_required_key_of_a_list_is_required_in_the_overview_too() -> None:
    """`pflichtfelder: {entwurf: [prozess.schritt]}`: check wants a step, and so do the figures."""
    step = measure(id="M-901", prozess=({"schritt": "Beschluss"},))
    rules = RequiredKeys(entwurf=("prozess.schritt",))
    view = composed(measure(), step, options=Options(stage="werkstatt"))
    view = replace(view, concept=view.concept.model_copy(update={"pflichtfelder": rules}))
    rows = list(opened(view, data_only=True)["Übersicht"].iter_rows(values_only=True))
    (head,) = [place for place, row in enumerate(rows) if "Entwurf" in row and "Titel" in row]
    of_field = next(row for row in rows[head:] if row[0] == "HF1")
    assert of_field[rows[head].index("Entwurf")] == 1


def test_published_resolution_does_not_list_what_is_missing() -> None:
    sheet = opened(composed(options=Options(stage="beschluss")))["Übersicht"]
    texts = {cell.value for row in sheet.iter_rows() for cell in row}
    assert not any("noch offen" in str(text).lower() for text in texts)
    assert any("Status" in str(text) for text in texts)


def test_fields_sheet_has_every_goal_and_strategy() -> None:
    texts = {cell.value for row in BOOK["Handlungsfelder"].iter_rows() for cell in row}
    for field in composed().felder:
        assert {goal.titel for goal in field.daten.ziele} <= texts
        assert {part.titel for goal in field.daten.ziele for part in goal.unterziele} <= texts
        assert set(field.daten.strategien) <= texts


def test_explanations_name_every_sheet_key_and_origin() -> None:
    texts = [str(c.value) for row in BOOK["Erläuterungen"].iter_rows() for c in row if c.value]
    visible = {s.title for s in BOOK.worksheets if s.sheet_state == "visible"}
    assert visible <= set(texts)
    assert {column.value for column in BOOK["Daten"][1][1:]} <= set(texts)
    assert "0123456" in "".join(
        str(c.value) for row in opened(composed())["Erläuterungen"].iter_rows() for c in row
    )


def test_hidden_sheet_knows_the_rows_and_the_revision() -> None:
    view = composed()
    sheet = opened(view)["_insek"]
    assert sheet.sheet_state == "hidden"
    rows = list(sheet.iter_rows(values_only=True))
    heading = [row[0] for row in rows].index("zeile")
    facts = {row[0]: row[1] for row in rows[:heading]}
    assert facts["revision"] == "0123456789abcdef"
    assert facts["profil"] == "oeffentlich"
    ids = [(row[1], row[2]) for row in rows[heading + 1 :]]
    assert ids == [(m.nummer, m.daten.id) for m in (*view.massnahmen, *view.anhang)]


def test_workbook_is_titled_german_and_without_merged_cells() -> None:
    book = opened(composed())
    assert book.properties.title == "INSEK Musterstadt 2040: Maßnahmenliste"
    assert book.properties.language == "de-DE"
    assert book.properties.created == book.properties.modified == datetime(2026, 3, 16)
    assert not any(sheet.merged_cells.ranges for sheet in book.worksheets)
    assert book.sheetnames[0] == "Maßnahmenliste"


def test_excerpt_is_marked_on_every_page() -> None:
    book = opened(composed(options=Options(profile="intern", only=("HF2",))))
    for page in book.worksheets:
        if page.sheet_state == "visible":
            assert "nicht zur Veröffentlichung" in page.oddHeader.center.text


def test_ampersand_in_a_title_does_not_become_a_code_of_the_header() -> None:
    view = composed()
    title = "Stadt & Land " + "sehr " * 40
    changed = view.concept.model_copy(update={"titel": title})
    book = sheet.render(type(view)(**{**vars(view), "concept": changed}))
    with ZipFile(BytesIO(book)) as archive:
        xml = archive.read("xl/worksheets/sheet1.xml").decode()
    (header,) = re.findall("<oddHeader>(.*?)</oddHeader>", xml, re.DOTALL)
    assert "Stadt &amp;&amp; Land" in header
    assert len(unescape(header)) <= 255


@pytest.mark.parametrize("stage", STAGES)
def test_empty_list_opens(stage: str) -> None:
    view = composed(options=Options(stage=stage))
    empty = type(view)(**{**vars(view), "massnahmen": (), "anhang": ()})
    book = load_workbook(BytesIO(sheet.render(empty)))
    assert book["Maßnahmenliste"].max_row == 1
