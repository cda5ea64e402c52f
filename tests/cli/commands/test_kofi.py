"""`insek kofi`: the overview of costs and financing alone."""

import subprocess
from pathlib import Path

from docx import Document
from openpyxl import load_workbook

from commands import run
from documents.project_files import write_project
from office_files import faults
from report.test_cost_overview import costs, measure
from report.test_kofi_tables import FILES

AMOUNTS = "7.000–8.000 + offen"
"""A range and a position without a number."""


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


def test_costs_that_say_neither_one_off_nor_yearly_are_named(tmp_path: Path) -> None:
    """They stand in no balance, and therefore in a table of their own: nothing disappears."""
    unsaid = measure(
        3,
        "HF1",
        kosten=costs({"von": 7000, "bis": 8000}, {"art": "Umbau"}),
        finanzierung=[{"quelle": "dritte", "betrag": 1500}],
    )
    folder = write_project(tmp_path, {**FILES, "measures/M-003-offen.yaml": unsaid})
    assert run(folder, "kofi", "--format", "md,pdf,xlsx").returncode == 0
    paper = (folder / "build/kofi.md").read_text("utf-8")
    assert "noch nicht zuordenbar: 2 Positionen" in paper
    (line,) = (line for line in paper.splitlines() if "Vorhaben 3" in line)
    assert [cell.strip() for cell in line.split("|")[3:-1]] == ["2", AMOUNTS, "1.500,00"]
    assert "611.340,00 + offen" in paper
    pages = subprocess.run(
        ["pdftotext", "-layout", str(folder / "build/kofi.pdf"), "-"],
        capture_output=True, check=True,
    ).stdout.decode()  # fmt: skip
    assert AMOUNTS in pages.split("Noch nicht zuordenbar")[-1]
    sheet = load_workbook(folder / "build/kofi.xlsx", data_only=True)["KoFi"]
    found = [row for row in sheet.iter_rows(values_only=True) if row[0] == "M-003"]
    assert [row[3:8] for row in found] == [(2, 7000, 8000, 1, 1500)]
    assert faults(folder / "build/kofi.xlsx") == []
