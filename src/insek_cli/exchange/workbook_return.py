"""A workbook that came back, to what it says differently from what it was made from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from insek_cli.documents.sheet.origin_sheet import text_mark
from insek_cli.exchange.entered_values import Refused, entered, refuse
from insek_cli.exchange.entry_rows import EntryRows
from insek_cli.exchange.merge_plan import Project
from insek_cli.exchange.return_sheets import (
    ID,
    LEADS,
    REMARK,
    ReturnSheet,
    clean,
    is_measure,
    return_sheets,
)
from insek_cli.exchange.returned import Edit, NewRow, RemarkBack, Returned
from insek_cli.exchange.typed_cells import CellError, Known
from insek_cli.exchange.workbook_origin import WorkbookOrigin, check_origin, read_origin_sheet
from insek_cli.models.key_paths import KeyPath, flattened
from insek_cli.models.measure import Measure
from insek_cli.models.plain_data import value_at
from insek_cli.models.record_kinds import TARGETS
from insek_cli.tables.import_findings import ImportFindings, UnreadableFile
from insek_cli.tables.read_sheets import read_sheets
from insek_cli.tables.sheet_cells import SheetCells
from insek_cli.wording.record_names import record_names

TITLE = "titel"
PRINTED = "Maßnahmenliste"
"""The sheet to print, of which nothing is taken back."""


def read_workbook_return(path: Path, project: Project) -> Returned:
    """What a workbook of `insek extract` or an edited Maßnahmenliste says; never raises."""
    findings = ImportFindings(PurePosixPath(path.name))
    try:
        sheets = read_sheets(path, findings)
        origin = read_origin_sheet(sheets, findings)
        notes = check_origin(origin, project, findings)
    except UnreadableFile:
        return Returned(findings.file, issues=tuple(findings.issues))
    return _Reader(project, origin, findings).read(sheets, notes)


@dataclass
class _Reader:
    project: Project
    origin: WorkbookOrigin
    findings: ImportFindings
    edits: dict[tuple[str, str], Edit] = field(default_factory=dict)
    said: dict[tuple[str, str], Any] = field(default_factory=dict)
    added: list[NewRow] = field(default_factory=list)
    remarks: list[RemarkBack] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    def read(self, sheets: tuple[SheetCells, ...], notes: list[str]) -> Returned:
        known = known_ids(self.project)
        self.paths = {path.dotted: path for path in flattened(Measure)}
        for sheet in return_sheets(sheets, self.findings):
            for column, heading in sheet.strangers():
                place = sheet.sheet.place(sheet.head + 1, column)
                self.findings.report("INSEK567", sheet.head + 1, column, place, value=heading)
            if sheet.entries:
                self._entries(sheet, known)
            else:
                self._measures(sheet, known)
        self._printed(sheets)
        unseen = tuple(id_ for id_ in self.origin.base if id_ not in self.seen)
        for id_ in unseen:
            self.findings.report("INSEK565", 1, 1, id_, id=id_)
        return Returned(
            self.findings.file, tuple(self.edits.values()), tuple(self.added),
            tuple(self.remarks), tuple(self.findings.issues), tuple(notes), unseen,
        )  # fmt: skip

    def _entries(self, sheet: ReturnSheet, known: Known) -> None:
        path = self.paths.get(sheet.entries)
        if path is None or path.key.record is None:
            self._unknown(sheet, sheet.entry_key)
            return
        for edit in EntryRows(sheet, path, self.origin, known, self.findings).edits():
            self.edits[edit.measure, edit.key] = edit

    def _unknown(self, sheet: ReturnSheet, key: str) -> None:
        place = sheet.place(sheet.head, key)
        self.findings.report(
            "INSEK562", place.position.line, place.position.column, place.name, key=key
        )

    def _measures(self, sheet: ReturnSheet, known: Known) -> None:
        paths: dict[str, KeyPath] = {}
        for key in sheet.columns:
            if key in self.paths:
                paths[key] = self.paths[key]
            elif key not in LEADS:
                self._unknown(sheet, key)
        del paths[ID]
        for row in sheet.rows():
            id_ = sheet.id_of(row)
            if not id_:
                self._new(sheet, row, paths, known)
            elif id_ in self.origin.base:
                self.seen.add(id_)
                for path in paths.values():
                    self._key(sheet, row, id_, path, known)
                self._remark(sheet, row, id_)
            elif any(sheet.cell(row, key) for key in paths):
                place = sheet.place(row, ID)
                other = "elsewhere" if self.project.today(id_) else ""
                variant = other if is_measure(id_) else "form"
                self.findings.report("INSEK563", row, place.position.column, place.name,
                                     variant=variant, id=id_)  # fmt: skip

    def _key(self, sheet: ReturnSheet, row: int, id_: str, path: KeyPath, known: Known) -> None:
        key = path.dotted
        base = value_at(self.origin.base[id_], key)
        if path.key.record:
            mark = self.origin.marks[id_].get(key)
            if mark and text_mark(sheet.cell(row, key)) != mark:
                self._only_printed(sheet, row, path)
            return
        value = entered(sheet, row, path, base, known, self.findings)
        if isinstance(value, Refused):
            return
        before = self.said.setdefault((id_, key), value)
        # A row copied to write a new measure must not rename the one that it was copied from.
        if before != value and (key == TITLE or base not in (before, value)):
            refuse(sheet, row, path, CellError("twice", value=id_), self.findings)
        elif value != base:
            self.edits[id_, key] = Edit(id_, key, base, value, sheet.place(row, key))

    def _only_printed(self, sheet: ReturnSheet, row: int, path: KeyPath) -> None:
        place = sheet.place(row, path.dotted)
        self.findings.report(
            "INSEK564", row, place.position.column, place.name,
            title=path.title, sheet=f"{sheet.sheet.title} {path.keys[0].title}",
        )  # fmt: skip

    def _new(
        self, sheet: ReturnSheet, row: int, paths: Mapping[str, KeyPath], known: Known
    ) -> None:
        values: dict[str, Any] = {}
        for key, path in paths.items():
            if path.key.record:
                continue
            value = entered(sheet, row, path, None, known, self.findings)
            if value is not None and not isinstance(value, Refused):
                values[key] = value
        if values:
            self.added.append(NewRow(values, sheet.place(row, ID)))

    def _remark(self, sheet: ReturnSheet, row: int, id_: str) -> None:
        if REMARK not in sheet.columns:
            return
        if text := sheet.cell(row, REMARK):
            whose = clean(self.origin.facts.get("absender", ""))
            self.remarks.append(RemarkBack(id_, text, whose, sheet.place(row, REMARK)))

    def _printed(self, sheets: tuple[SheetCells, ...]) -> None:
        """Cells of the sheet to print that somebody edited: told, for nothing is taken of them."""
        sheet = next((each for each in sheets if each.title == PRINTED), None)
        for row in sorted(sheet.rows) if sheet else ():
            assert sheet
            marks = self.origin.marks.get(self.origin.numbers.get(sheet.cell(row, 1), ""), {})
            for name, mark in marks.items():
                title, _dot, column = name.rpartition(".")
                if title != PRINTED or not column.isdecimal():
                    continue
                if text_mark(sheet.cell(row, int(column))) == mark:
                    continue
                heading = sheet.cell(1, int(column))
                self.findings.report("INSEK564", row, int(column), sheet.place(row, int(column)),
                                     title=heading, sheet="Daten")  # fmt: skip


def known_ids(project: Project) -> Known:
    """The ids of the project with their names, by what refers to them."""
    names = record_names(project.catalog)
    found: dict[str, dict[str, str]] = {kind: {} for kind in TARGETS}
    for (kind, id_), name in names.items():
        found.setdefault(kind, {})[id_] = name
    return found
