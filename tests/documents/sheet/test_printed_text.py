"""Printed, no text of the spreadsheet is cut: rows are as high and columns as wide as it needs."""

import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook

from documents.project_files import squeezed
from documents.sheet.workbook_samples import CITY, converted
from insek_cli.documents import sheet
from insek_cli.documents.sheet.print_setup import PAGE_UNITS, SMALLEST, pages_wide
from insek_cli.report.views import Options
from insek_cli.report.whole_report import compose_report
from insek_cli.source import assemble, load_project

REPOSITORY = Path(__file__).resolve().parents[3]


def words_on(pdf: Path) -> str:
    """The words, read along lines and along columns: a word may be broken in a narrow cell."""
    read = [["pdftotext", str(pdf), "-"], ["pdftotext", "-raw", str(pdf), "-"]]
    done = (subprocess.run(command, capture_output=True, check=True) for command in read)
    return "\n".join(squeezed(each.stdout.decode()) for each in done)


@pytest.mark.office
@pytest.mark.parametrize("city", [CITY, REPOSITORY], ids=["musterstadt", "kaiserslautern"])
def test_every_text_of_the_spreadsheet_is_on_paper(city: Path, tmp_path: Path) -> None:
    shutil.copytree(city / "data", tmp_path / "data")
    report = compose_report(assemble(load_project(tmp_path)), Options(stage="werkstatt"))
    content = sheet.render(report)
    printed = words_on(converted(content, tmp_path, "pdf"))
    book = load_workbook(tmp_path / "liste.xlsx", data_only=True)
    cut = [
        (page.title, cell.coordinate, line[-40:])
        for page in book
        if page.sheet_state == "visible"
        for row in page.iter_rows(min_row=3)
        for cell in row
        if isinstance(cell.value, str)
        for line in cell.value.split("\n")
        if squeezed(line) not in printed
    ]
    assert cut == []


@pytest.mark.parametrize("count", [1, 4, 20, 60])
def test_columns_take_as_many_pages_as_stay_readable(count: int) -> None:
    widths = [7.0, 9.0, 38.0, *[24.0] * count]
    pages, room = pages_wide(widths, PAGE_UNITS[8]), PAGE_UNITS[8] / SMALLEST
    repeated = sum(widths[:3])
    assert (room - repeated) * pages >= sum(widths) - repeated
    assert pages == 1 or (room - repeated) * (pages - 1) < sum(widths) - repeated
