"""What an import is asked for, and what it would do."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from insek_cli.exchange.three_way import Side
from insek_cli.findings import Issue, Severity
from insek_cli.list_import.draft import Draft
from insek_cli.list_import.field_names import FieldNames
from insek_cli.list_import.find_table import FoundTable
from insek_cli.list_import.last_list import LastRow
from insek_cli.list_import.register_names import RegisterNames


@dataclass(frozen=True)
class ListImport:
    """A list to be read into a project.

    `files` are those of its data, as they are or will begin. `mapping` is a file, `confirmed` are
    places of headings that somebody said. `default_field` is the one for measures of which the
    list names none, `prefer` decides what was changed in the list and in the files.
    """

    root: Path
    list: Path
    files: Mapping[PurePosixPath, bytes]
    mapping: Path | None = None
    sheet: str | None = None
    default_field: str = ""
    prefer: Side | None = None
    confirmed: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Change:
    """A key of a measure that gets another value."""

    measure: str
    key: str
    old: Any
    new: Any


@dataclass
class ImportPlan:
    """The outcome. `asked` is set where headings only resemble something: nothing is written then
    but the mapping. `added` are measures by id, `changes` what changes in those that were there.
    """

    request: ListImport
    name: str = ""
    tables: list[FoundTable] = field(default_factory=list)
    likely: list[FoundTable] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    asked: bool = False
    drafts: list[Draft] = field(default_factory=list)
    added: dict[str, dict[str, Any]] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    same: int = 0
    gone: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    names: RegisterNames = field(default_factory=RegisterNames)
    fields: FieldNames = field(default_factory=FieldNames)
    state: list[LastRow] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)

    @property
    def refused(self) -> bool:
        """Whether findings keep it from being written."""
        return any(issue.severity is Severity.ERROR for issue in self.issues)
