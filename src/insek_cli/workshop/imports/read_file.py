"""A file to questions: which source it is says its content, not its name."""

from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from insek_cli.workshop.imports.csv_table import AnswerTable, from_sheet, read_csv
from insek_cli.workshop.imports.dot_counts import is_dots, read_dots
from insek_cli.workshop.imports.import_findings import ImportFindings, UnreadableFile
from insek_cli.workshop.imports.known_questions import KnownQuestions
from insek_cli.workshop.imports.limesurvey import is_limesurvey, read_limesurvey
from insek_cli.workshop.imports.mentimeter_sessions import read_sessions, session_sheets
from insek_cli.workshop.imports.mentimeter_voters import header_row, read_voters
from insek_cli.workshop.imports.neutral_format import is_neutral, read_neutral
from insek_cli.workshop.imports.raw_ballots import RawFile, RawQuestion
from insek_cli.workshop.imports.workbook_cells import SheetCells, read_workbook

CHANNELS = {"mentimeter": "mentimeter", "dots": "punkte", "limesurvey": "limesurvey"}
"""The channel of a source, when none is named."""


def read_file(path: Path, source: str, known: KnownQuestions) -> RawFile:
    """The questions of a file, or findings that say why it was not read."""
    findings = ImportFindings(PurePosixPath(path.name))
    try:
        found = _read(path, source, known, findings)
    except UnreadableFile:
        found = RawFile(findings.file, source, "")
    empty = not (any(q.voted or q.question for q in _all(found.questions)) or found.ballots)
    if empty and not findings.failed:
        findings.report("INSEK528")
    return _with(found, findings)


def _all(questions: Sequence[RawQuestion]) -> list[RawQuestion]:
    return [*questions, *(part for question in questions for part in question.parts)]


def _with(found: RawFile, findings: ImportFindings) -> RawFile:
    return RawFile(**{**vars(found), "issues": tuple(findings.issues)})


def _read(path: Path, source: str, known: KnownQuestions, findings: ImportFindings) -> RawFile:
    ending = path.suffix.casefold()
    if ending in (".csv", ".tsv", ".txt"):
        return _table(read_csv(path, findings), source, known, findings)
    if ending not in (".xlsx", ".xlsm"):
        raise findings.refuse("INSEK520", variant="kind", name=path.suffix)
    return _workbook(read_workbook(path, findings), source, known, findings)


def _workbook(
    sheets: Sequence[SheetCells], source: str, known: KnownQuestions, findings: ImportFindings
) -> RawFile:
    channel = CHANNELS["mentimeter"]
    for sheet in sheets:
        if (row := header_row(sheet)) is not None:
            voted = read_voters(sheet, row, known, findings)
            return RawFile(findings.file, source, channel, _sessions(voted), voted)
    if sessions := session_sheets(sheets):
        counted = read_sessions(sessions, findings)
        return RawFile(findings.file, source, channel, _sessions(counted), counted)
    for sheet in sheets:
        for row in sorted(sheet.rows)[:5]:
            header = tuple(sheet.rows[row].values())
            if is_neutral(header) or is_limesurvey(header) or is_dots(header):
                return _table(from_sheet(sheet, row, findings), source, known, findings)
    # Nothing is known about these sheets, but what is wrong in them may be the reason.
    for sheet in sheets:
        findings.add(sheet.faults_from(1))
    if not any(sheet.rows for sheet in sheets) and not findings.failed:
        raise findings.refuse("INSEK528")
    raise findings.refuse("INSEK527")


def _table(
    table: AnswerTable, source: str, known: KnownQuestions, findings: ImportFindings
) -> RawFile:
    if is_neutral(table.header):
        ballots, unknown = read_neutral(table, source, known, findings)
        questions = tuple(
            RawQuestion(name, name, labels, question=name) for name, labels in unknown.items()
        )
        return RawFile(findings.file, source, "", questions=questions, ballots=ballots)
    if is_limesurvey(table.header):
        questions = read_limesurvey(table, known, findings)
        return RawFile(findings.file, source, CHANNELS["limesurvey"], questions=questions)
    if is_dots(table.header):
        questions, people = read_dots(table, findings)
        return RawFile(findings.file, source, CHANNELS["dots"], questions=questions, people=people)
    raise findings.refuse("INSEK527", table.line)


def _sessions(questions: Sequence[RawQuestion]) -> tuple[str, ...]:
    """The sessions in which anybody voted."""
    every = _all(questions)
    names = {ballot.session for question in every for ballot in question.ballots}
    names |= {one.session for question in every for one in question.sums}
    return tuple(sorted(names, key=lambda name: (len(name), name)))
