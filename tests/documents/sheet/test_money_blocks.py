"""Sheet Übersicht sums the money: as the documents do, live, and saying what is open."""

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from documents.sheet.workbook_samples import composed, converted, measure, opened, without_values
from insek_cli.documents import sheet
from insek_cli.models.measure import Measure
from insek_cli.report.views import Options, Report


def costing(number: int, *positions: dict[str, object], **keys: object) -> Measure:
    items = tuple({"art": f"Posten {place}", **item} for place, item in enumerate(positions, 1))
    return measure(id=f"M-{number}", kosten={"positionen": items}, **keys)


def block(report: Report, title: str) -> list[tuple[object, ...]]:
    """The rows below a heading of the sheet, with the heads."""
    rows = list(opened(report, data_only=True)["Übersicht"].iter_rows(values_only=True))
    start = next(place for place, row in enumerate(rows) if row[0] == title) + 2
    end = next(place for place, row in enumerate(rows[start:], start) if row[0] == "Summe")
    return rows[start : end + 1]


ONCE, YEARLY = {"rhythmus": "einmalig"}, {"rhythmus": "jaehrlich"}
MIXED = composed(
    costing(901, {"von": 100, "bis": 300, **ONCE}, {"von": 40, **ONCE}, {"bis": 20, **ONCE}),
    costing(902, {"jahre": ({"jahr": 2027, "betrag": 7},), **ONCE}, {"von": 5, **YEARLY}),
    costing(903, dict(ONCE), {"einordnung": ("keine",), **YEARLY}, {"von": 9, "bis": 9}),
    costing(904, {"einordnung": ("keine",), **ONCE}, handlungsfeld="HF2"),
    costing(905, {"von": 1_000_000, **ONCE}, status="entfallen", status_begruendung="Nein."),
    measure(id="M-906", handlungsfeld="HF2"),
)


def test_ranges_add_as_ranges_and_what_is_open_is_said() -> None:
    head, first, second, *_, total = block(MIXED, "Kosten je Handlungsfeld")
    assert head[2:11] == ("einmalig: von", "bis", "offen", "jährlich: von", "bis", "offen",
                          "ohne Angabe: von", "bis", "offen")  # fmt: skip
    assert first[2:5] == (147, 367, "ab + offen")
    assert first[5:8] == (5, 5, "ab")
    assert first[8:10] == (9, 9)
    assert second[2:4] == (0, 0)
    assert total[2:8] == (147, 367, "ab + offen", 5, 5, "ab")


def test_sums_are_those_of_the_documents() -> None:
    report = composed(options=Options(stage="werkstatt"))
    *_, total = block(report, "Kosten je Handlungsfeld")
    once, yearly = (table.gesamt for table in report.kosten.tafeln[:2])
    assert (total[2], total[3]) == (once.von, once.bis)
    assert (total[5], total[6]) == (yearly.von, yearly.bis)
    *_, total = block(report, "Kosten und Mittel je Jahr")
    assert total[2] == once.bis
    *_, means = block(report, "Förderung und andere Mittel je Quelle")
    assert means[2] == total[3]


def test_who_may_not_see_amounts_has_no_sums_of_them() -> None:
    bare = composed(measure())
    rows = list(opened(bare)["Übersicht"].iter_rows(values_only=True))
    assert not any(row[0] == "Kosten je Handlungsfeld" for row in rows)


@pytest.mark.office
def test_libreoffice_comes_to_the_same(tmp_path: Path) -> None:
    content = sheet.render(MIXED)
    again = load_workbook(converted(without_values(content), tmp_path, "xlsx"), data_only=True)
    expected = load_workbook(BytesIO(content), data_only=True)["Übersicht"]
    found = {
        cell.coordinate: cell.value or "" for row in again["Übersicht"].iter_rows() for cell in row
    }
    shown = {cell.coordinate: cell.value or "" for row in expected.iter_rows() for cell in row}
    assert {place: found.get(place) for place in shown} == shown
