"""A file that came back, by the reader of its kind."""

from collections.abc import Callable
from pathlib import Path, PurePosixPath

from insek_cli.exchange.merge_plan import Project
from insek_cli.exchange.returned import Returned
from insek_cli.exchange.word_return import read_word_return
from insek_cli.exchange.workbook_return import read_workbook_return
from insek_cli.findings import Position
from insek_cli.findings.codes import finding

Reader = Callable[[Path, Project], Returned]
READERS: dict[str, Reader] = {
    ".xlsx": read_workbook_return,
    ".xlsm": read_workbook_return,
    ".xls": read_workbook_return,
    ".ods": read_workbook_return,
    ".docx": read_word_return,
}
"""By the ending of the file; a new kind is one row."""


def read_return(path: Path, project: Project) -> Returned:
    """What a file says differently from what it was made from; trouble is among its issues."""
    reader = READERS.get(path.suffix.casefold())
    if reader is None:
        file = PurePosixPath(path.name)
        issue = finding("INSEK560", Position(file), "", "", variant="kind", name=path.suffix)
        return Returned(file, issues=(issue,))
    return reader(path, project)
