"""`insek kofi`: the overview of costs and financing alone."""

import subprocess
from pathlib import Path

from docx import Document
from openpyxl import load_workbook

from commands import run
from documents.project_files import write_project
from office_files import faults
from report.test_kofi_tables import FILES


def test_it_writes_a_paper_and_a_workbook(tmp_path: Path) -> None:
    folder = write_project(tmp_path, FILES)
    assert run(folder, "kofi", "--format", "pdf,xlsx,docx").returncode == 0
    written = sorted(path.name for path in (folder / "build").glob("kofi.*"))
    assert written == ["kofi.docx", "kofi.pdf", "kofi.xlsx"]
    book = load_workbook(folder / "build/kofi.xlsx", data_only=True)
    assert book.sheetnames[:2] == ["KoFi", "KoFi-Posten"]
    assert faults(folder / "build/kofi.xlsx", folder / "build/kofi.docx") == []


def test_the_report_stays_what_it_is(tmp_path: Path) -> None:
    folder = write_project(tmp_path, FILES)
    run(folder, "build", "--format", "md")
    before = (folder / "build/insek.md").read_bytes()
    run(folder, "kofi", "--format", "md")
    assert (folder / "build/insek.md").read_bytes() == before
    paper = (folder / "build/kofi.md").read_text("utf-8")
    assert "610.340,00" in paper
    assert "Handlungsfelder\n" not in paper


def test_without_money_it_says_what_is_missing(tmp_path: Path) -> None:
    done = run(write_project(tmp_path, {}), "kofi")
    assert done.returncode == 1
    assert "nichts gegenüberzustellen" in done.stderr
    assert not (tmp_path / "build/kofi.pdf").exists()


def test_a_field_alone_goes_to_a_folder_of_its_own(tmp_path: Path) -> None:
    folder = write_project(tmp_path, FILES)
    assert run(folder, "kofi", "--only", "hf1", "--format", "md").returncode == 0
    assert (folder / "build/oeffentlich-hf1/kofi.md").is_file()


def test_the_paper_has_no_empty_page(tmp_path: Path) -> None:
    """Word begins with a cover that says what it is; the PDF begins with the overview."""
    folder = write_project(tmp_path, FILES)
    assert run(folder, "kofi", "--format", "pdf,docx").returncode == 0
    paragraphs = [each.text for each in Document(str(folder / "build/kofi.docx")).paragraphs]
    assert "INSEK Musterstadt: Kosten- und Finanzierungsübersicht" in paragraphs
    pages = subprocess.run(
        ["pdftotext", str(folder / "build/kofi.pdf"), "-"], capture_output=True, check=True
    ).stdout.decode()
    assert pages.startswith("Kosten- und Finanzierungsübersicht")
