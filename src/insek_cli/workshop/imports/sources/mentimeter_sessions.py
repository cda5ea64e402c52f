"""Mentimeter, sheets “Session 1” …: for each question its options with their counts."""

import re
from collections.abc import Iterator, Sequence

from insek_cli.tables.import_findings import ImportFindings
from insek_cli.tables.sheet_cells import SheetCells
from insek_cli.workshop.imports.known_questions import KnownQuestions
from insek_cli.workshop.imports.raw_ballots import RawQuestion, RawSum, sessions_of
from insek_cli.workshop.imports.vote_source import Votes, WorkbookSource

TITLE = re.compile(r"(?:Session|Sitzung)\s+([0-9]+)", re.IGNORECASE)
START = re.compile(r"(?:Question|Frage)\s+([0-9]+)", re.IGNORECASE)
PROMPT = frozenset({"question", "frage"})
OPTIONS_BELOW = 8
AVERAGE = re.compile(r"average|mean|durchschnitt|mittel|ø", re.IGNORECASE)
POINTS = re.compile(r"points|punkte|score|votes|stimmen|count|anzahl|total|summe", re.IGNORECASE)


def session_sheets(sheets: Sequence[SheetCells]) -> list[tuple[str, SheetCells]]:
    """The sheets of sessions by number, if they have blocks of questions."""
    found = ((TITLE.fullmatch(sheet.title.strip()), sheet) for sheet in sheets)
    return [(name[1], sheet) for name, sheet in found if name and any(_starts(sheet))]


def read_sessions(
    sheets: Sequence[SheetCells], _known: KnownQuestions, findings: ImportFindings
) -> Votes | None:
    """The questions of all sessions; each carries its session in its sums."""
    found = []
    for session, sheet in (named := session_sheets(sheets)):
        findings.add(sheet.faults_from(1, findings))
        starts = list(_starts(sheet))
        for row, end in zip(starts, [*starts[1:], max(sheet.rows) + 1], strict=True):
            if options := list(_options(sheet, row, end)):
                _tell_nameless(sheet, options, end, findings)
                found.append(_question(sheet, session, row, options, findings))
    return Votes(tuple(found), sessions=sessions_of(found)) if named else None


def _starts(sheet: SheetCells) -> Iterator[int]:
    return (row for row in sorted(sheet.rows) if START.fullmatch(sheet.cell(row, 1)))


def _options(sheet: SheetCells, start: int, end: int) -> Iterator[int]:
    for row in range(start + OPTIONS_BELOW, end):
        if not sheet.cell(row, 1):
            return
        yield row


def _tell_nameless(
    sheet: SheetCells, options: Sequence[int], end: int, findings: ImportFindings
) -> None:
    """Counts beside an empty cell, right behind the options: whose votes are they?"""
    row = options[-1] + 1
    counted = {column for at in options for column in sheet.rows[at] if column > 1}
    if row < end and any(re.fullmatch("[0-9]+", sheet.cell(row, c)) for c in counted):
        findings.report("INSEK526", row, 1, sheet.place(row, 1), variant="empty")


def _question(
    sheet: SheetCells, session: str, start: int, options: Sequence[int], findings: ImportFindings
) -> RawQuestion:
    keys = range(start + 1, start + 6)
    prompt = next((sheet.cell(r, 2) for r in keys if sheet.cell(r, 1).casefold() in PROMPT), "")
    columns = _columns(sheet, options[0] - 1, options, findings)
    sums = []
    for row in options:
        values = [_points(sheet, row, column, findings) for column in columns]
        if any(value is not None for value in values):
            points = sum(value or 0 for value in values)
            sums.append(RawSum(sheet.cell(row, 1), points, session=session))
    labels = tuple(sheet.cell(row, 1) for row in options)
    voted = tuple(sums) if any(one.points for one in sums) else ()
    return RawQuestion(sheet.place(start, 1), prompt, labels, sums=voted, row=start)


def _columns(
    sheet: SheetCells, heading: int, options: Sequence[int], findings: ImportFindings
) -> list[int]:
    """The columns that count: points if one is headed so, else all (counts for each place)."""
    filled = sorted({c for row in options for c in sheet.rows[row] if c > 1})
    headings = {column: sheet.cell(heading, column) for column in filled}
    points = [column for column in filled if POINTS.search(headings[column])]
    if points:
        return points[:1]
    averages = [column for column in filled if AVERAGE.search(headings[column])]
    if averages and len(averages) == len(filled):
        row, column = options[0], averages[0]
        details = {"variant": "average", "value": sheet.cell(row, column)}
        findings.report("INSEK526", row, column, sheet.place(row, column), **details)
    return [column for column in filled if column not in averages]


def _points(sheet: SheetCells, row: int, column: int, findings: ImportFindings) -> int | None:
    text = sheet.cell(row, column)
    if not text:
        return None
    if re.fullmatch(r"-?[0-9]{1,6}", text):
        return int(text)
    variant = "average" if re.fullmatch(r"-?[0-9]+[.,][0-9]+", text) else ""
    details = {"variant": variant, "value": text}
    findings.report("INSEK526", row, column, sheet.place(row, column), **details)
    return None


SOURCE = WorkbookSource(20, "mentimeter", read_sessions)
