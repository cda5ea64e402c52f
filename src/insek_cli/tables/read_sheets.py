"""A file to its sheets, whichever program wrote it."""

from collections.abc import Callable
from pathlib import Path

from insek_cli.tables.import_findings import ImportFindings
from insek_cli.tables.office_archive import OLE
from insek_cli.tables.sheet_cells import SheetCells

Reader = Callable[[Path, ImportFindings], tuple[SheetCells, ...]]
KINDS = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".txt", ".docx")


def read_sheets(path: Path, findings: ImportFindings) -> tuple[SheetCells, ...]:
    """All sheets of a file, all tables of a document; raises UnreadableFile with a finding.

    What an xls file really is says its content: programs also write xlsx under that name.
    """
    try:
        with path.open("rb") as stream:
            head = stream.read(8)
        reader = _reader(path.suffix.casefold(), head)
        if reader is None:
            raise findings.refuse("INSEK520", variant="kind", name=path.suffix)
        return reader(path, findings)
    except OSError as error:
        reason = error.strerror or "?"
        raise findings.refuse("INSEK520", variant="unreadable", reason=reason) from error


def _reader(ending: str, head: bytes) -> Reader | None:
    # Each library is loaded for its own files only.
    if ending in (".csv", ".tsv", ".txt"):
        from insek_cli.tables.csv_table import read_csv_sheet  # noqa: PLC0415

        return read_csv_sheet
    if ending == ".ods":
        from insek_cli.tables.ods_cells import read_ods  # noqa: PLC0415

        return read_ods
    if ending == ".docx":
        from insek_cli.tables.docx_tables import read_docx  # noqa: PLC0415

        return read_docx
    if ending == ".xls" and head.startswith(OLE):
        from insek_cli.tables.xls_cells import read_xls  # noqa: PLC0415

        return read_xls
    if ending in (".xlsx", ".xlsm", ".xls"):
        from insek_cli.tables.xlsx_cells import read_workbook  # noqa: PLC0415

        return read_workbook
    return None
