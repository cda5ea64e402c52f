"""What an import may take is counted before the work: bytes, lines, elements, options."""

import zipfile
from pathlib import Path

import pytest

from insek_cli import limits
from quickly import within
from workshop.imports.conftest import HEADER, Run, Town
from workshop.imports.test_hostile_xlsx import HF1, SHEET

SOON = 200
"""Yardsticks: many times what it takes, and a fraction of what it took."""


def with_part(path: Path, name: str, content: bytes) -> Path:
    """A workbook in which one part is another."""
    with zipfile.ZipFile(path) as source:
        parts = {one: source.read(one) for one in source.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for one, was in (parts | {name: content}).items():
            target.writestr(one, content if one == name else was)
    return path


def unknown_elements(count: int) -> bytes:
    return b"<worksheet><sheetData/>" + b"<x/>" * count + b"</worksheet>"


RELATIONS = "xl/_rels/workbook.xml.rels"
TARGETS = {
    "torn relationships": (RELATIONS, b"<Relationship TargetMode=" * 400_000),
    "one long relationship": (RELATIONS, b"<Relationship " + b"Relationship " * 2_000_000),
    "unknown elements": (SHEET, unknown_elements(9_000_000)),
    "unknown relationships": (RELATIONS, unknown_elements(9_000_000)),
}


@pytest.mark.parametrize("name", TARGETS)
def test_a_workbook_costs_no_more_than_counting(name: str, town: Town, votes: Run) -> None:
    path = with_part(town.voters("menti.xlsx", HF1, [[1, 1, 1, 2, 3]]), *TARGETS[name])
    with within(SOON):
        done = votes(path)
    assert (done.code, town.rows()) == (1, [])
    assert "INSEK52" in done.err


def test_external_relations_are_found_however_they_are_written(town: Town, votes: Run) -> None:
    path = town.voters("menti.xlsx", HF1, [[1, 1, 1, 2, 3]])
    with zipfile.ZipFile(path) as book:
        was = book.read(RELATIONS)
    one = b'<Relationship Id="x" Type="t" Target="file:///x" TargetMode="Externa&#108;"/>'
    text = was.replace(b"</Relationships>", one + b"</Relationships>")
    assert one in text
    done = votes(with_part(path, RELATIONS, text))
    assert (done.code, town.rows()) == (1, [])
    assert "INSEK522" in done.err


MANY = [f"Vorschlag Nummer {n} aus der Runde {n * 7919 % 8009}" for n in range(8_000)]
TABLES = {
    "options in a heading": (
        "id;submitdate;"
        + ";".join(f"Was zuerst? [{label}]" for label in MANY)
        + "\n"
        + "1;2030;"
        + ";".join(["Y"] * len(MANY))
        + "\n"
    ),
    "options in a cell": 'id;submitdate;Was zuerst?\n1;2030;"' + ", ".join(MANY) + '"\n' * 1,
    "lists in cells": "id;submitdate;Was zuerst?\n"
    + "".join(f'{n};2030;"{", ".join(MANY[n : n + 400])}"\n' for n in range(300)),
    "options with sums": "massnahme;punkte\n" + "".join(f"{label};1\n" for label in MANY),
    "too many bytes": "massnahme;punkte\n" + "M-001;1\n" * 3_750_000,
    "too many rows": "massnahme;punkte\n" + "M-001;1\n" * 150_000,
    "brackets in a heading": "id;submitdate;" + "[" * 30_000 + "]\n1;2030;x\n",
    "a cell without end": f"massnahme;punkte\n{'M' * 100_000};1\n",
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_costs_no_more_than_counting(name: str, town: Town, votes: Run) -> None:
    path = town.file("tabelle.csv", TABLES[name])
    with within(SOON):
        done = votes(path)
    assert (done.code, town.rows()) == (1, [])
    assert "INSEK5" in done.err


def test_ten_thousand_ballots_are_read(town: Town, votes: Run) -> None:
    rows = [
        f";zettel;hf1;;;{n};stimme;{rank};M-00{rank};1\n"
        for n in range(10_000)
        for rank in (1, 2, 3)
    ]
    with within(SOON):
        done = votes(town.file("viele.csv", HEADER + "".join(rows)))
    assert done.code == 0, done.err
    assert len(town.rows()) == 30_000


def test_all_files_of_one_import_have_one_budget(town: Town, votes: Run) -> None:
    """Sparse files of 25 MB: nothing of them is read."""
    files = [town.file(f"punkte-{n}.csv", "") for n in "123"]
    for file in files:
        with file.open("r+b") as stream:
            stream.truncate(25 * limits.MIB)
    done = votes(*files)
    assert (done.code, town.rows()) == (1, [])
    assert "punkte-3.csv" in done.err
    assert "INSEK521" in done.err
