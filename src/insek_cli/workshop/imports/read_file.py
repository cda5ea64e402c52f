"""A file to questions: which source it is says its content, not its name."""

from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from insek_cli.tables.csv_table import AnswerTable, from_sheet, read_csv
from insek_cli.tables.import_findings import ImportFindings, UnreadableFile
from insek_cli.tables.sheet_cells import SheetCells
from insek_cli.tables.xlsx_cells import read_workbook
from insek_cli.workshop.imports.known_questions import KnownQuestions
from insek_cli.workshop.imports.raw_ballots import RawFile, with_parts
from insek_cli.workshop.imports.sources import sources
from insek_cli.workshop.imports.vote_source import TableSource, WorkbookSource

HEADER_ROWS = 5
"""How many rows of a sheet are looked at for the header of a table."""


def read_file(path: Path, source: str, known: KnownQuestions) -> RawFile:
    """The questions of a file, or findings that say why it was not read."""
    findings = ImportFindings(PurePosixPath(path.name))
    try:
        found = _read(path, source, known, findings)
    except UnreadableFile:
        found = RawFile(findings.file, source, "")
    empty = not (any(q.voted or q.question for q in with_parts(found.questions)) or found.ballots)
    if empty and not findings.failed:
        findings.report("INSEK528")
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
    for kind in sources():
        if isinstance(kind, WorkbookSource) and (votes := kind.read(sheets, known, findings)):
            return RawFile(findings.file, source, kind.channel, **vars(votes))
    for sheet in sheets:
        for row in sorted(sheet.rows)[:HEADER_ROWS]:
            if _of_header(tuple(sheet.rows[row].values())):
                return _table(from_sheet(sheet, row, findings), source, known, findings)
    # Nothing is known about these sheets, but what is wrong in them may be the reason.
    for sheet in sheets:
        findings.add(sheet.faults_from(1, findings))
    if not any(sheet.rows for sheet in sheets) and not findings.failed:
        raise findings.refuse("INSEK528")
    raise findings.refuse("INSEK527")


def _table(
    table: AnswerTable, source: str, known: KnownQuestions, findings: ImportFindings
) -> RawFile:
    if (kind := _of_header(table.header)) is None:
        raise findings.refuse("INSEK527", table.line)
    votes = kind.read(table, source, known, findings)
    return RawFile(findings.file, source, kind.channel, **vars(votes))


def _of_header(header: tuple[str, ...]) -> TableSource | None:
    """The first source that takes a table with this header for its own."""
    tables = (kind for kind in sources() if isinstance(kind, TableSource))
    return next((kind for kind in tables if kind.fits(header)), None)
