"""The overview of costs and financing as a sheet: live sums with the values they have."""

import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook

from commands import run
from documents.project_files import write_project
from office_files import faults
from report.test_kofi_tables import FILES


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write_project(tmp_path_factory.mktemp("kofiblatt"), FILES)
    assert run(folder, "build", "--format", "xlsx").returncode == 0
    return folder / "build/massnahmenliste.xlsx"


def test_sums_are_those_of_the_report(workbook: Path) -> None:
    sheet = load_workbook(workbook, data_only=True)["KoFi"]
    rows = [[cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]
    first = next(row for row in rows if row[:1] == ["M-001"])
    assert first[3:9] == [610_340, 0, 406_893.34, 203_446.66, 0, 610_340]
    assert ["Summe", 611_340, 0, 406_893.34, 203_446.66, 400, 610_740, 600] in [
        row[:8] for row in rows
    ]
    assert ["Bund", 203_446.67] in rows
    assert ["Summe", 610_340, 400, 610_740] in rows
    assert ["ohne Jahr", 1000, 0, 0, 400, -600] in rows
    assert faults(workbook) == []


def test_a_sheet_prints_on_a3(workbook: Path) -> None:
    sheet = load_workbook(workbook)["KoFi"]
    assert (str(sheet.page_setup.paperSize), sheet.page_setup.orientation) == ("8", "landscape")


@pytest.mark.office
def test_libreoffice_comes_to_the_same_values(workbook: Path, tmp_path: Path) -> None:
    """From the formulas alone: openpyxl drops the values that the program put in."""
    bare = tmp_path / "bare.xlsx"
    load_workbook(workbook).save(bare)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "xlsx",
        "--outdir",
        tmp_path / "neu",
    ]
    subprocess.run([*command, bare], check=True, capture_output=True, timeout=120)
    cached = load_workbook(workbook, data_only=True)["KoFi"]
    counted = load_workbook(tmp_path / "neu/bare.xlsx", data_only=True)["KoFi"]
    numbers = {
        cell.coordinate: cell.value
        for row in cached.iter_rows()
        for cell in row
        if isinstance(cell.value, int | float)
    }
    assert len(numbers) > 40
    assert {place: counted[place].value for place in numbers} == pytest.approx(numbers)
