"""Rows of a sheet that holds the entries of a list: cost positions, steps, sources of money."""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from insek_cli.exchange.entered_values import Refused, entered
from insek_cli.exchange.return_sheets import ReturnSheet
from insek_cli.exchange.returned import Edit, Place
from insek_cli.exchange.typed_cells import Known
from insek_cli.exchange.workbook_origin import WorkbookOrigin
from insek_cli.models.key_paths import KeyPath, flattened
from insek_cli.models.plain_data import filled, put, value_at
from insek_cli.tables.import_findings import ImportFindings


@dataclass
class EntryRows:
    """The entries of one list, of all measures."""

    sheet: ReturnSheet
    path: KeyPath
    origin: WorkbookOrigin
    known: Known
    findings: ImportFindings

    def edits(self) -> Iterator[Edit]:
        """The lists that somebody changed. An entry goes when its row was emptied, not with it."""
        rows: dict[str, list[int]] = defaultdict(list)
        for row in self.sheet.rows():
            rows[self.sheet.id_of(row)].append(row)
        for id_, own in rows.items():
            if id_ in self.origin.base:
                yield from self._list(id_, own)
            elif any(self._filled(row) for row in own):
                place = self.sheet.place(own[0], "id")
                at = own[0], place.position.column, place.name
                self.findings.report("INSEK563", *at, id=id_ or "?")

    def _parts(self) -> tuple[KeyPath, ...]:
        record = self.path.key.record
        parts = flattened(record) if record else ()
        return tuple(part for part in parts if part.dotted in self.sheet.columns)

    def _filled(self, row: int) -> bool:
        return any(self.sheet.cell(row, part.dotted) for part in self._parts())

    def _list(self, id_: str, rows: list[int]) -> Iterator[Edit]:
        base = value_at(self.origin.base[id_], self.path.dotted) or []
        entries: dict[int, Any] = dict(enumerate(base, 1))
        new: list[Any] = []
        changed: Place | None = None
        for row in rows:
            text = self.sheet.cell(row, self.sheet.entry_key)
            number = int(text) if text.isdecimal() else 0
            was = base[number - 1] if 0 < number <= len(base) else None
            now, place = self._entry(row, was)
            if now == was:
                continue
            changed = changed or place
            if was is None:
                new.append(now)
            else:
                entries[number] = now
        theirs = [entry for entry in entries.values() if entry is not None] + new
        if changed:
            yield Edit(id_, self.path.dotted, base or None, theirs or None, changed)

    def _entry(self, row: int, was: dict[str, Any] | None) -> tuple[Any, Place]:
        """The entry of a row, None when the row is empty, and the first cell that was changed."""
        values: dict[str, Any] = json.loads(json.dumps(was or {}))
        place: Place | None = None
        for part in self._parts():
            before = value_at(was or {}, part.dotted)
            value = entered(self.sheet, row, part, before, self.known, self.findings)
            if isinstance(value, Refused) or value == before:
                continue
            place = place or self.sheet.place(row, part.dotted)
            put(values, part.dotted, value)
        return filled(values), place or self.sheet.place(row, "id")
