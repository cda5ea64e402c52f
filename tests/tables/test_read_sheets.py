"""One list in every format that offices use is one list: same cells, wherever they were saved."""

import subprocess
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path, PurePosixPath

import pytest
from docx import Document
from openpyxl import Workbook

from insek_cli.tables.import_findings import ImportFindings, UnreadableFile
from insek_cli.tables.read_sheets import read_sheets
from insek_cli.tables.sheet_cells import Area, SheetCells

SHOWN = {
    (1, 1): "Maßnahmen der Stadt",
    (3, 1): "Nr.",
    (3, 2): "Projekt",
    (3, 3): "Kosten",
    (4, 1): "1",
    (4, 2): "Höfe öffnen\n- Tore\n- Bänke",
    (4, 3): "250 T€",
    (4, 4): "2026-05-14",
    (4, 5): "60 %",
    (5, 2): "Bäume & <Gärten>",
    (5, 3): "80.5 T€",
    (6, 3): "330.5 T€",
}


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    book = Workbook()
    sheet = book.active
    sheet.title = "Liste"
    sheet["A1"] = "Maßnahmen der Stadt"
    sheet.merge_cells("A1:E1")
    for column, text in enumerate(("Nr.", "Projekt", "Kosten"), 1):
        sheet.cell(3, column, text)
    sheet["A4"], sheet["B4"] = 1, "Höfe öffnen\n- Tore\n- Bänke"
    sheet["B5"] = "Bäume & <Gärten>"
    sheet["C4"], sheet["C5"], sheet["C6"] = 250000, 80500, "=SUM(C4:C5)"
    for cell in ("C4", "C5", "C6"):
        sheet[cell].number_format = '#,##0.0,"T€"'
    sheet["D4"] = date(2026, 5, 14)
    sheet["E4"], sheet["E4"].number_format = 0.6, "0%"
    sheet.row_dimensions[5].hidden = True
    sheet.column_dimensions["D"].hidden = True
    path = tmp_path / "liste.xlsx"
    book.save(path)
    return path


def converted(path: Path, ending: str, tmp_path: Path) -> Path:
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(tmp_path / 'lo').as_uri()}", "--headless",
         "--convert-to", ending, "--outdir", str(tmp_path / "out"), str(path)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return tmp_path / "out" / f"{path.stem}.{ending.partition(':')[0]}"


def sheets(path: Path) -> tuple[SheetCells, ...]:
    return read_sheets(path, ImportFindings(PurePosixPath(path.name)))


def shown(sheet: SheetCells) -> dict[tuple[int, int], str]:
    return {(row, at): sheet.shown(row, at) for row, cells in sheet.rows.items() for at in cells}


@pytest.mark.office
@pytest.mark.parametrize("ending", ["xlsx", "ods", "xls"])
def test_a_list_reads_the_same_in_every_format(ending: str, workbook: Path, tmp_path: Path) -> None:
    (sheet,) = sheets(converted(workbook, ending, tmp_path))
    assert shown(sheet) == SHOWN
    assert (sheet.title, sheet.merged) == ("Liste", [Area(1, 1, 1, 5)])
    assert (sheet.hidden_rows, sheet.hidden_columns & {1, 2, 3, 4, 5}) == ({5}, {4})


@pytest.mark.office
def test_a_damaged_xls_file_is_refused_whatever_is_wrong(workbook: Path, tmp_path: Path) -> None:
    whole = converted(workbook, "xls", tmp_path).read_bytes()
    spoilt = tmp_path / "spoilt.xls"
    for place in range(0, len(whole), 97):
        for content in (whole[:place], whole[:place] + b"\xff\x00" + whole[place + 2 :]):
            spoilt.write_bytes(content)
            findings = ImportFindings(PurePosixPath("spoilt.xls"))
            try:
                read_sheets(spoilt, findings)
            except UnreadableFile:
                assert findings.failed


def test_a_table_of_a_word_file(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("Handlungsfeld 1: Wohnen")
    table = document.add_table(3, 3)
    for column, text in enumerate(("Nr.", "Maßnahme", "Kosten")):
        table.cell(0, column).text = text
    table.cell(1, 0).merge(table.cell(2, 0)).text = "1"
    table.cell(1, 1).text = "Höfe"
    table.cell(1, 1).add_paragraph("Tore", style="List Bullet")
    table.cell(2, 1).merge(table.cell(2, 2)).text = "Bäume"
    path = tmp_path / "liste.docx"
    document.save(path)
    (sheet,) = sheets(path)
    assert shown(sheet) == {
        (1, 1): "Handlungsfeld 1: Wohnen",
        (2, 1): "Nr.", (2, 2): "Maßnahme", (2, 3): "Kosten",
        (3, 1): "1", (3, 2): "Höfe\nTore",
        (4, 2): "Bäume",
    }  # fmt: skip
    assert sheet.merged == [Area(3, 1, 4, 1), Area(4, 2, 4, 3)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("mark", [";", ",", "\t"])
def test_a_csv_file_with_a_title_above_the_table(encoding: str, mark: str, tmp_path: Path) -> None:
    rows = (("Maßnahmenliste, Stand 2025; Entwurf",), ("Nr.", "Projekt"), ("1", "a\nb"), ("2", "c"))
    text = "\r\n".join(mark.join(f'"{cell}"' for cell in row) for row in rows)
    path = tmp_path / "liste.csv"
    path.write_bytes(text.encode(encoding))
    (sheet,) = sheets(path)
    assert shown(sheet) == {
        (1, 1): rows[0][0], (2, 1): "Nr.", (2, 2): "Projekt",
        (3, 1): "1", (3, 2): "a\nb", (5, 1): "2", (5, 2): "c",
    }  # fmt: skip


def _without(path: Path) -> None:
    path.write_bytes(b"")


def _far(path: Path) -> None:
    path.write_text("x" * 40, encoding="ascii")


@pytest.mark.parametrize("ending", [".xlsx", ".ods", ".xls", ".docx", ".csv", ".pdf"])
@pytest.mark.parametrize("make", [_without, _far])
def test_what_is_no_table_is_refused(
    ending: str, make: Callable[[Path], None], tmp_path: Path
) -> None:
    path = tmp_path / f"liste{ending}"
    make(path)
    findings = ImportFindings(PurePosixPath(path.name))
    if ending == ".csv" and path.stat().st_size:
        read_sheets(path, findings)
        return
    with pytest.raises(UnreadableFile):
        read_sheets(path, findings)
    assert findings.failed


ODS = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>'
    '<office:spreadsheet><table:table table:name="L">{rows}</table:table></office:spreadsheet>'
    "</office:body></office:document-content>"
)
CELL = '<table:table-cell office:value-type="string"{more}><text:p>x</text:p></table:table-cell>'


@pytest.mark.parametrize(
    ("name", "part", "content", "code"),
    [
        (
            "rows.ods",
            "content.xml",
            ODS.format(
                rows='<table:table-row table:number-rows-repeated="1048576">'
                f"{CELL.format(more='')}</table:table-row>"
            ),
            "INSEK521",
        ),
        (
            "columns.ods",
            "content.xml",
            ODS.format(
                rows="<table:table-row>"
                + CELL.format(more=' table:number-columns-repeated="16384"')
                + "</table:table-row>"
            ),
            "INSEK521",
        ),
        ("entities.ods", "content.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "INSEK522"),
        ("cut.ods", "content.xml", ODS[:200], "INSEK520"),
        ("entities.docx", "word/document.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a/>', "INSEK522"),
        ("cut.docx", "word/document.xml", "<w:document", "INSEK520"),
        ("macros.docx", "word/vbaProject.bin", "x", "INSEK522"),
        ("empty.docx", "a.txt", "", "INSEK520"),
        ("out.ods", "../content.xml", "x", "INSEK522"),
    ],
)
def test_hostile_documents_are_refused(
    name: str, part: str, content: str, code: str, tmp_path: Path
) -> None:
    with zipfile.ZipFile(tmp_path / name, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(part, content)
    findings = ImportFindings(PurePosixPath(name))
    with pytest.raises(UnreadableFile):
        read_sheets(tmp_path / name, findings)
    assert [issue.code for issue in findings.issues] == [code]


def test_an_xls_file_with_macros_is_refused(tmp_path: Path) -> None:
    macros = b"\xd0\xcf\x11\xe0" + bytes(600) + "_VBA_PROJECT".encode("utf-16-le")
    (tmp_path / "liste.xls").write_bytes(macros)
    findings = ImportFindings(PurePosixPath("liste.xls"))
    with pytest.raises(UnreadableFile):
        read_sheets(tmp_path / "liste.xls", findings)
    assert [issue.code for issue in findings.issues] == ["INSEK522"]
