"""Hostile workbooks: refused for the right reason, within time and memory, nothing stored."""

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path, PurePosixPath

import pytest
from openpyxl import Workbook

from figures import HOSTILE, count
from insek_cli.tables.import_findings import ImportFindings
from insek_cli.tables.xlsx_cells import read_workbook
from workshop.imports.conftest import PROMPT, ROOT, SLUG, TITLES, Run, Town

FOLDER = ROOT / "tests" / "hostile" / "xlsx"
FILES = sorted(FOLDER.glob("*.xlsx"))
EXPECTED = FOLDER / "expected.txt"
SECONDS = 120
MEMORY = 2 * 1024**3
"""Bytes of address space; the program itself takes about a third."""

LIMITED = (
    "import resource, sys; "
    f"resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY})); "
    "from insek_cli.cli import main; sys.exit(main(sys.argv[1:]))"
)


def expected() -> dict[str, str]:
    lines = EXPECTED.read_text(encoding="utf-8").splitlines()
    return dict(line.split(maxsplit=1) for line in lines if not line.startswith("#"))


def test_every_file_has_its_expectation() -> None:
    assert len(FILES) >= 15
    assert {path.name for path in FILES} == expected().keys()


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of memory for a process")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_hostile_workbook_is_refused(path: Path, town: Town) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, "votes", "import", SLUG, str(path), "--yes"],
        cwd=town.root,
        env={**os.environ, "INSEK_LANG": "en", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )
    assert "Traceback" not in done.stderr
    assert (done.returncode, town.rows()) == (1, [])
    codes = re.findall(
        r"Error (INSEK[0-9]{3}(?: [^ ]+![A-Z]+[0-9]+(?::[A-Z]+[0-9]+)?)?)", done.stderr
    )
    assert " ".join(codes) == expected()[path.name]
    count(HOSTILE)


def rewritten(path: Path, part: str, old: str, new: str) -> None:
    """Change the text of one part of a workbook."""
    with zipfile.ZipFile(path) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    assert old.encode() in parts[part]
    parts[part] = parts[part].replace(old.encode(), new.encode(), 1)
    with zipfile.ZipFile(path, "w") as target:
        for name, content in parts.items():
            target.writestr(name, content)


HF1 = [f"{PROMPT}: {TITLES[id_]}" for id_ in ("M-001", "M-002", "M-003")]
SHEET = "xl/worksheets/sheet1.xml"


def test_a_false_dimension_loses_no_vote(town: Town, votes: Run) -> None:
    path = town.voters("menti.xlsx", HF1, [[1, n, 1, 2, 3] for n in range(1, 301)])
    rewritten(path, SHEET, '<dimension ref="A1:F303"', '<dimension ref="A1:A2"')
    done = votes(path)
    assert done.code == 0, done.err
    assert len(town.rows()) == 900


def test_merged_cells_among_the_votes_are_named(town: Town, votes: Run) -> None:
    path = town.voters("menti.xlsx", HF1, [[1, 1, 1, 2, 3]])
    merge = '</sheetData><mergeCells count="1"><mergeCell ref="D4:E4"/></mergeCells>'
    rewritten(path, SHEET, "</sheetData>", merge)
    done = votes(path)
    assert (done.code, town.rows()) == (1, [])
    assert "INSEK523 Voters!D4:E4" in done.err


def test_merged_cells_above_the_votes_do_not_matter(town: Town, votes: Run) -> None:
    path = town.voters("menti.xlsx", HF1, [[1, 1, 1, 2, 3]])
    merge = '</sheetData><mergeCells count="1"><mergeCell ref="A1:F1"/></mergeCells>'
    rewritten(path, SHEET, "</sheetData>", merge)
    assert votes(path).code == 0


@pytest.mark.parametrize("part", ["xl/externalLinks/externalLink1.xml", "xl/vbaProject.bin"])
def test_macros_and_external_links_are_refused(part: str, town: Town, votes: Run) -> None:
    path = town.voters("menti.xlsx", HF1, [[1, 1, 1, 2, 3]])
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(part, "x")
    done = votes(path)
    assert (done.code, town.rows()) == (1, [])
    assert "INSEK522" in done.err


def test_every_cut_of_a_workbook_is_refused(town: Town, votes: Run) -> None:
    whole = town.voters("menti.xlsx", HF1, [[1, 1, 1, 2, 3]]).read_bytes()
    for end in range(0, len(whole) - 1, 499):
        done = votes(town.file("cut.xlsx", whole[:end]))
        assert (done.code, town.rows()) == (1, [])
        assert "INSEK520" in done.err


def test_an_archive_of_a_version_to_come_is_refused(town: Town, votes: Run) -> None:
    whole = town.voters("menti.xlsx", HF1, [[1, 1, 1, 2, 3]]).read_bytes()
    entry = whole.index(b"PK\x01\x02")
    newer = whole[: entry + 6] + b"\x71\x00" + whole[entry + 8 :]
    done = votes(town.file("newer.xlsx", newer))
    assert (done.code, town.rows()) == (1, [])
    assert "INSEK520" in done.err


def test_a_part_whose_name_is_no_text_is_refused(town: Town, votes: Run) -> None:
    whole = town.voters("menti.xlsx", HF1, [[1, 1, 1, 2, 3]]).read_bytes()
    local = whole.rindex(b"PK\x03\x04", 0, whole.index(b"xl/_rels/workbook.xml.rels"))
    named = local + 30
    spoilt = whole[: local + 6] + b"\x00\x08" + whole[local + 8 : named] + b"\x9e"
    done = votes(town.file("named.xlsx", spoilt + whole[named + 1 :]))
    assert (done.code, town.rows()) == (1, [])
    assert "INSEK520" in done.err


def test_flipped_bytes_never_end_in_a_traceback(town: Town, votes: Run) -> None:
    whole = town.voters("menti.xlsx", HF1, [[1, 1, 1, 2, 3]]).read_bytes()
    for place in range(0, len(whole), 211):
        flipped = whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :]
        assert votes(town.file("flipped.xlsx", flipped)).code in (0, 1)


def test_texts_numbers_and_escapes_are_read_as_openpyxl_wrote_them(tmp_path: Path) -> None:
    values = ["Höfe & <Straßen>", 3, 2.5, -7, True, "12", "a\nb", "  x ", 10**12, "=text"]
    book = Workbook()
    for row, value in enumerate(values, 1):
        cell = book.active.cell(row, 2, value)
        if isinstance(value, str):
            cell.data_type = "s"
    book.save(tmp_path / "a.xlsx")
    (sheet,) = read_workbook(tmp_path / "a.xlsx", ImportFindings(PurePosixPath("a.xlsx")))
    read = [sheet.cell(row, 2) for row in range(1, len(values) + 1)]
    assert read == ["Höfe & <Straßen>", "3", "2.5", "-7", "TRUE", "12", "a\nb", "x",
                    "1000000000000", "=text"]  # fmt: skip
    assert sheet.faults == []
