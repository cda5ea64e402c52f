"""The spreadsheet as a file: valid, the same bytes everywhere, and the same in LibreOffice."""

import csv
import os
import re
import subprocess
import sys
from dataclasses import replace
from html import unescape
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from documents.sheet.workbook_samples import composed, converted, measure, without_values
from insek_cli.documents import sheet
from insek_cli.documents.sheet import text_metrics
from insek_cli.report.views import Options
from office_files import faults

ONCE = """
import sys
from pathlib import Path
from documents.sheet.workbook_samples import composed
from insek_cli.documents import sheet as xlsx
Path(sys.argv[1]).write_bytes(xlsx.render(composed()))
"""


def test_file_keeps_to_the_schema(tmp_path: Path) -> None:
    path = tmp_path / "liste.xlsx"
    path.write_bytes(sheet.render(composed(options=Options(profile="intern", stage="werkstatt"))))
    assert faults(path) == []


def test_same_bytes_under_another_clock_zone_and_hash_seed(tmp_path: Path) -> None:
    written = []
    for place, (zone, seed) in enumerate((("UTC", "1"), ("Asia/Tokyo", "2"))):
        path = tmp_path / f"{place}.xlsx"
        env = os.environ | {"TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": "C"}
        env["PYTHONPATH"] = os.pathsep.join(sys.path)
        subprocess.run([sys.executable, "-c", ONCE, path], env=env, check=True)
        written.append(path.read_bytes())
    assert written[0] == written[1]


def test_archive_is_dated_by_nothing_but_the_data() -> None:
    with ZipFile(BytesIO(sheet.render(composed()))) as archive:
        members = archive.infolist()
    assert {member.date_time for member in members} == {(1980, 1, 1, 0, 0, 0)}
    assert {member.create_system for member in members} == {3}
    assert members[0].filename == "[Content_Types].xml"


@given(st.text(max_size=200), st.floats(5, 80), st.sampled_from([8.0, 9.0, 16.0]))
def test_lines_cover_the_text_in_order(text: str, width: float, size: float) -> None:
    ends = list(text_metrics.line_breaks(text, width, size))
    assert ends == sorted(ends)
    assert ends[-1] == len(text)
    assert len(ends) >= text.count("\n") + 1


@given(st.lists(st.lists(st.floats(0, 900), min_size=3, max_size=3), max_size=8))
def test_shared_widths_stay_in_the_budget(demand: list[list[float]]) -> None:
    widths = text_metrics.column_widths(demand, [10.0, 12.0, 14.0], 100.0)
    assert sum(widths) <= 100.1
    assert all(w >= least for w, least in zip(widths, (10.0, 12.0, 14.0), strict=True))


@pytest.mark.office
def test_formula_like_text_survives_libreoffice(tmp_path: Path) -> None:
    utf8 = "csv:Text - txt - csv (StarCalc):44,34,76"
    content = sheet.render(composed(measure(titel="=1+1", nachhaltigkeit=("@SUMME(1)",))))
    with converted(content, tmp_path, utf8).open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[1][0:2] == ["1.1", "=1+1"]
    assert rows[1][6] == "@SUMME(1)"


@pytest.mark.office
def test_libreoffice_counts_what_is_cached(tmp_path: Path) -> None:
    content = sheet.render(composed(options=Options(stage="werkstatt")))
    calculated = load_workbook(converted(without_values(content), tmp_path, "xlsx"), data_only=True)
    cached = load_workbook(BytesIO(content), data_only=True)
    shown, expected = calculated["Übersicht"], cached["Übersicht"]
    for row in expected.iter_rows():
        for cell in row:
            assert shown[cell.coordinate].value == cell.value, cell.coordinate


@pytest.mark.parametrize("mark", ["x", "&", "Ä & "])
def test_headers_are_no_longer_than_excel_takes(tmp_path: Path, mark: str) -> None:
    """With what says how they look; the program repairs files with longer ones."""
    report = composed()
    concept = report.concept.model_copy(update={"titel": mark * 300})
    path = tmp_path / "liste.xlsx"
    path.write_bytes(sheet.render(replace(report, concept=concept, auszug=mark * 300)))
    with ZipFile(path) as archive:
        sheets = [name for name in archive.namelist() if "worksheets/sheet" in name]
        texts = [archive.read(name).decode() for name in sheets]
    headers = [unescape(h) for t in texts for h in re.findall("<oddHeader>(.*?)</oddHeader>", t)]
    assert len(headers) > 3
    assert max(map(len, headers)) <= 255
    assert min(map(len, headers)) > 200
