"""Any bytes give a plan or findings, never an exception."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from effort import SLOW
from workshop.imports.conftest import PROMPT, TITLES
from workshop.imports.plans import plan_of

CELLS = st.sampled_from(
    ["", "1", "2", "0", "-3", "1,5", "x", "ja", "M-001", "M-9", *TITLES.values(), PROMPT, "Erika",
     f"{PROMPT}: {TITLES['M-001']}", f"{PROMPT}: 1", f"{PROMPT}: 2", f"{PROMPT}:", "Q1[1]", "Q1[2]",
     "massnahme", "punkte", "gruppe", "runde", "frage", "hf1", "hf2", "quelle", "kanal", "art",
     "stimme", "summe", "enthaltung", "rang", "gewicht", "stimmzettel", "id", "submitdate",
     "Session", "Voter", "Date", "Question 1", "Question", "Personen", "weiß nicht", "a;b", '"',
     "M-001; M-003", "M-003, M-001", "1. M-001, 2. M-003", "[1", '["M-001"]', "\u202e", "😀"]
)  # fmt: skip
ROWS = st.lists(st.lists(CELLS, max_size=8), max_size=14)


def check(name: str, content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        plan_of(path)


@given(st.binary(max_size=300))
def test_any_bytes_as_csv(content: bytes) -> None:
    check("a.csv", content)


@given(st.binary(max_size=300))
def test_any_bytes_as_workbook(content: bytes) -> None:
    check("a.xlsx", b"PK\x03\x04" + content)


@given(ROWS, st.sampled_from(";,\t"), st.sampled_from(["utf-8", "utf-16"]))
def test_any_table_as_csv(rows: Sequence[Sequence[str]], mark: str, encoding: str) -> None:
    text = "\r\n".join(mark.join(row) for row in rows)
    check("a.csv", text.encode(encoding))


HEADERS = st.sampled_from(
    [
        ["massnahme", "punkte", "gruppe", "personen"],
        ["quelle", "kanal", "frage", "gruppe", "runde", "stimmzettel", "art", "rang", "massnahme",
         "gewicht"],
        ["id", "submitdate", "Name", f"{PROMPT} [1]", f"{PROMPT} [2]", "Q2[SQ1]", "Q2[SQ2]"],
    ]
)  # fmt: skip


@given(HEADERS, ROWS)
def test_any_rows_below_a_known_header(header: list[str], rows: list[list[str]]) -> None:
    table = [header, *(([*row, *[""] * 10])[: len(header)] for row in rows)]
    check("a.csv", "\n".join(";".join(row) for row in table).encode())


@settings(max_examples=SLOW)
@given(ROWS, st.sampled_from(["Voters", "Session 1", "Tabelle1"]))
def test_any_table_as_workbook(rows: list[list[str]], title: str) -> None:
    book = Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    with tempfile.TemporaryDirectory() as folder:
        book.save(Path(folder) / "a.xlsx")
        plan_of(Path(folder) / "a.xlsx")


COLUMNS = st.lists(
    st.sampled_from(
        [PROMPT, f"{PROMPT}: 1", f"{PROMPT}: 2", f"{PROMPT}: neu", "Name", "Anderes: a",
         *(f"{PROMPT}: {title}" for title in TITLES.values())]
    ), min_size=1, max_size=7,
)  # fmt: skip


@settings(max_examples=SLOW)
@given(COLUMNS, st.lists(st.lists(CELLS, min_size=7, max_size=7), max_size=6))
def test_any_answers_of_voters(columns: list[str], rows: list[list[str]]) -> None:
    book = Workbook()
    book.active.title = "Voters"
    book.active.append(["Session", "Voter", *columns])
    for number, row in enumerate(rows, 1):
        book.active.append([1, number, *row[: len(columns)]])
    with tempfile.TemporaryDirectory() as folder:
        book.save(Path(folder) / "a.xlsx")
        plan_of(Path(folder) / "a.xlsx")
