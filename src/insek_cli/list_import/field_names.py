"""Fields of action as lists name them: HF2, Handlungsfeld 2: Mobilität, II. Mobilität."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from insek_cli.findings import InsekError
from insek_cli.i18n import _
from insek_cli.list_import.register_names import letters
from insek_cli.list_import.row_kinds import FIELD
from insek_cli.models.field import FieldOfAction
from insek_cli.project.next_id import LAST_FIELD

_NAMED = re.compile(
    rf"\s*(?:(?P<word>{FIELD})(?![^\W\d])\s*(?:Nr\.?\s*)?)?(?P<number>[0-9]{{1,2}}|[IVX]{{1,5}}|[A-H])?"
    r"(?![\w])\s*[.:)–—-]*\s*(?P<title>.*)",
    re.DOTALL,
)
UNKNOWN = "Noch nicht zugeordnet"
"""The title of the field for measures of which the list says none."""


@dataclass
class FieldNames:
    """Ids of fields by name; `new` gathers those that a list names first."""

    titles: dict[str, str] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)
    new: dict[str, dict[str, object]] = field(default_factory=dict)

    @classmethod
    def of(cls, fields: Iterable[FieldOfAction]) -> "FieldNames":
        """The fields of a project."""
        names = cls()
        for each in fields:
            names.ids.add(each.id)
            for name in (each.titel, *each.frueher):
                names.titles.setdefault(letters(name), each.id)
        return names

    def find(self, text: str) -> str | None:
        """The id of a field that is known."""
        if found := self.titles.get(letters(text)):
            return found
        match = _NAMED.fullmatch(text)
        if match is None:
            return None
        title = match["title"].strip()
        if title:
            return self.titles.get(letters(title))
        return f"HF{match['number']}" if f"HF{match['number']}" in self.ids else None

    def id_of(self, text: str) -> str:
        """The id of a field, a new one where it is not known."""
        plain = " ".join(text.split())
        if found := self.find(plain):
            return found
        match = _NAMED.fullmatch(plain)
        number = (match["number"] or "") if match else ""
        title = match["title"].strip() if match and match["title"].strip() else plain
        id_ = self._free(number)
        record: dict[str, object] = {"id": id_, "titel": title}
        if number and id_ != f"HF{number}" and title != plain:
            record["frueher"] = [plain]
        self.ids.add(id_)
        self.new[id_] = record
        for name in (title, plain):
            self.titles.setdefault(letters(name), id_)
        return id_

    def _free(self, number: str) -> str:
        wanted = f"HF{int(number)}" if number.isdecimal() and int(number) else ""
        if wanted and wanted not in self.ids:
            return wanted
        free = next((f"HF{n}" for n in range(1, LAST_FIELD + 1) if f"HF{n}" not in self.ids), None)
        if free is None:
            raise InsekError(_("There are no more than 99 fields of action."), exit_code=2)
        return free

    def several(self, text: str) -> list[str]:
        """The names of a cell, each known or with its number; a title with commas is one."""
        plain = " ".join(text.split())
        if self.find(plain):
            return [plain]
        parts = [part.strip() for part in re.split(r"[\n;,/]|\s\+\s", text) if part.strip()]
        numbered = re.compile(rf"(?:{FIELD}\s*)?[0-9]{{1,2}}(?!\w).*")
        if len(parts) > 1 and all(self.find(p) or numbered.fullmatch(p) for p in parts):
            return parts
        lines = [line.strip() for line in re.split(r"[\n;]", text) if line.strip()]
        return lines if len(lines) > 1 else [plain]
