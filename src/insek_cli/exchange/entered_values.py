"""The value of a cell, or the finding that says why there is none."""

from typing import Any

from insek_cli.exchange.return_sheets import ReturnSheet
from insek_cli.exchange.typed_cells import CellError, Known, value_of
from insek_cli.models.key_paths import KeyPath
from insek_cli.tables.import_findings import ImportFindings


class Refused:
    """Stands for a value that has a finding."""


def entered(
    sheet: ReturnSheet, row: int, path: KeyPath, base: Any, known: Known, findings: ImportFindings
) -> Any:
    """The value of a cell, or a mark that it was refused."""
    try:
        if trouble := sheet.trouble(row, path.dotted):
            if base is None and trouble[0] == "merged":
                return None
            raise CellError(trouble[0], value=trouble[1])
        return value_of(path.key, base, sheet.cell(row, path.dotted), known)
    except CellError as error:
        refuse(sheet, row, path, error, findings)
        return Refused()


def refuse(
    sheet: ReturnSheet, row: int, path: KeyPath, error: CellError, findings: ImportFindings
) -> None:
    """Tell that a cell holds no value of its key."""
    place = sheet.place(row, path.dotted)
    findings.report(
        "INSEK561", row, place.position.column, place.name, variant=error.variant,
        title=path.title, **error.details,
    )  # fmt: skip
