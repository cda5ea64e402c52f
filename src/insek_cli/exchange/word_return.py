"""A Word document that came back, to what it says differently from what it was made from."""

import re
from collections import defaultdict
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from insek_cli.documents.made_from import words_mark
from insek_cli.exchange.markdown_edits import markdown_with
from insek_cli.exchange.merge_plan import Project
from insek_cli.exchange.returned import Edit, Place, Returned
from insek_cli.exchange.typed_cells import CellError, Known, value_of
from insek_cli.exchange.word_comments import remarks_of
from insek_cli.exchange.word_lines import cell_lines
from insek_cli.exchange.word_origin_read import WordOrigin, origin_of_today, read_origin_part
from insek_cli.exchange.word_rows import Row, Sheet, sheets_of
from insek_cli.exchange.word_sections import changed_sections
from insek_cli.exchange.workbook_origin import WorkbookOrigin, check_origin
from insek_cli.exchange.workbook_return import known_ids
from insek_cli.findings import Position
from insek_cli.i18n import _
from insek_cli.models.key_paths import KeyPath, flattened
from insek_cli.models.measure import Measure
from insek_cli.models.plain_data import value_at
from insek_cli.tables.docx_text import Document, open_docx, said
from insek_cli.tables.import_findings import ImportFindings, UnreadableFile
from insek_cli.tables.office_text import alike, flat, restored

SECTIONS = "weitere_abschnitte"
NAMED = 12
"""How many places a note names."""


def read_word_return(path: Path, project: Project) -> Returned:
    """What an edited insek.docx says, and the remarks of its comments; never raises."""
    findings = ImportFindings(PurePosixPath(path.name))
    try:
        archive, document = open_docx(path, findings)
        found = read_origin_part(archive, findings)
        origin = found or origin_of_today(project.measures)
        sheets = sheets_of(document, origin)
        if found:
            values = WorkbookOrigin(origin.facts, origin.base)
            notes = check_origin(values, project, findings)
        elif sheets:
            told = _("It does not say what it was made from, so it is compared with today's files.")
            notes = [told]
        else:
            raise findings.refuse("INSEK560", variant="unmarked")
    except UnreadableFile:
        return Returned(findings.file, issues=tuple(findings.issues))
    return _Reader(project, origin, findings, notes).read(document, sheets)


@dataclass
class _Reader:
    project: Project
    origin: WordOrigin
    findings: ImportFindings
    notes: list[str]
    edits: list[Edit] = field(default_factory=list)

    def read(self, document: Document, sheets: list[Sheet]) -> Returned:
        remarks = tuple(remarks_of(document, sheets, _organisations(self.project), self.findings))
        sheets = [sheet for sheet in sheets if self._known(sheet)]
        rows = [row for sheet in sheets for row in sheet.rows if self._differs(row)]
        if not self.origin.lost:
            self._tell_sections(document, sheets)
        for sheet in sheets:
            self._title(sheet)
        self._take(rows, cell_lines(document, [row.cell for row in rows]))
        self._tell_likely([sheet for sheet in sheets if sheet.likely])
        seen = {sheet.measure for sheet in sheets}
        unseen = tuple(id_ for id_ in self.origin.printed if id_ not in seen)
        for id_ in unseen:
            self.findings.report("INSEK565", 1, 1, id_, id=id_)
        return Returned(
            self.findings.file, tuple(self.edits), (), remarks,
            tuple(self.findings.issues), tuple(self.notes), unseen,
        )  # fmt: skip

    def _known(self, sheet: Sheet) -> bool:
        if sheet.measure in self.origin.base:
            return True
        self.findings.report("INSEK563", 1, 1, sheet.title, id=sheet.measure)
        return False

    def _differs(self, row: Row) -> bool:
        printed = self.origin.rows_of(row.measure).get(row.key)
        relabelled = (
            printed is not None
            and row.key.startswith(SECTIONS)
            and not alike(printed.label, row.label)
        )
        mark = printed.mark if printed else ""
        return relabelled or words_mark(said(row.cell)) != mark

    def _title(self, sheet: Sheet) -> None:
        base = self.origin.titles[sheet.measure]
        if sheet.title and not alike(base, sheet.title):
            title = restored(base, sheet.title)
            self.edits.append(Edit(sheet.measure, "titel", base, title, self._place(sheet.title)))

    def _take(self, rows: list[Row], lines: list[list[str]]) -> None:
        known = known_ids(self.project)
        paths = {path.dotted: path for path in flattened(Measure)}
        records = {key.name for path in paths.values() for key in path.keys}
        sections: dict[str, list[tuple[Row, list[str]]]] = defaultdict(list)
        for row, said_there in zip(rows, lines, strict=True):
            path = paths.get(row.key)
            if row.key.startswith(f"{SECTIONS}."):
                sections[row.measure].append((row, said_there))
            elif path and _editable(path):
                self._value(row, path, "\n".join(said_there), known)
            elif path or row.key in records:
                self._only_printed(row)
            else:
                self.findings.report("INSEK562", 1, 1, row.name, key=row.key)
        for measure, changed in sections.items():
            self._sections(measure, changed)

    def _value(self, row: Row, path: KeyPath, text: str, known: Known) -> None:
        base = value_at(self.origin.base[row.measure], path.dotted)
        try:
            value = value_of(path.key, base, text, known)
        except CellError as error:
            self.findings.report("INSEK561", 1, 1, row.name, variant=error.variant,
                                 title=path.title, **error.details)  # fmt: skip
            return
        if path.key.markdown and _tables(value) < _tables(base):
            # A table whose cells were changed would come back as lines.
            self._only_printed(row)
        elif value != base:
            place = self._place(f"{row.measure}, {row.label}")
            self.edits.append(Edit(row.measure, path.dotted, base, value, place))

    def _sections(self, measure: str, changed: list[tuple[Row, list[str]]]) -> None:
        """The list of sections with other texts and titles; one that was emptied goes."""
        base: list[dict[str, Any]] = self.origin.base[measure].get(SECTIONS) or []
        theirs: list[dict[str, Any] | None] = list(deepcopy(base))
        for row, lines in changed:
            number = int(row.key.rpartition(".")[2])
            if not 0 < number <= len(base):
                continue
            was = base[number - 1]
            text = markdown_with(str(was.get("text", "")), "\n".join(lines))
            printed = self.origin.rows_of(measure)[row.key].label
            title = was.get("titel") if alike(printed, row.label) else row.label
            theirs[number - 1] = {**was, "titel": title, "text": text} if lines else None
        left = [each for each in theirs if each is not None]
        if left != base:
            place = self._place(f"{measure}, {changed[0][0].label}")
            self.edits.append(Edit(measure, SECTIONS, base or None, left or None, place))

    def _only_printed(self, row: Row) -> None:
        """A text that is made of several values: it is not taken apart again."""
        if not self.origin.lost:
            self.findings.report("INSEK564", 1, 1, row.name, variant="word", title=row.label)

    def _tell_sections(self, document: Document, sheets: list[Sheet]) -> None:
        if changed := changed_sections(document, sheets, self.origin.sections):
            told = _("changed outside of the Steckbriefe, which is not taken: {places}")
            self.notes.append(told.format(places=_several(changed)))

    def _tell_likely(self, sheets: list[Sheet]) -> None:
        if sheets:
            named = _several([sheet.measure for sheet in sheets])
            told = _("recognised by heading and labels, look at each change: {places}")
            self.notes.append(told.format(places=named))

    def _place(self, name: str) -> Place:
        return Place(Position(self.findings.file, 1, 1), name)


def _tables(text: Any) -> int:
    """How many tables a Markdown text has."""
    return len(re.findall(r"^\s*\|?\s*:?-{2,}", str(text or ""), re.MULTILINE))


def _several(names: list[str]) -> str:
    more = len(names) - NAMED
    return ", ".join(names[:NAMED]) + (f" (+{more})" if more > 0 else "")


def _editable(path: KeyPath) -> bool:
    """Whether what is printed under a key is its value in words, and nothing beside it."""
    key = path.key
    return key.record is None and not key.table and key.refers in ("", "actor")


def _organisations(project: Project) -> dict[str, str]:
    """The organisations of the register by id, name and short name."""
    found: dict[str, str] = {}
    for actor in project.catalog.registers.get("actors", ()):
        for name in (actor.id, actor.name, actor.kurz):
            if name:
                found[flat(name).casefold()] = actor.kurz or actor.name
    return found
