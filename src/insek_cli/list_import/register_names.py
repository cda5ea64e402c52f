"""Names in a list to entries of the registers: those that are there, and new ones."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from insek_cli.models.base import Model
from insek_cli.models.record_kinds import REFERRED
from insek_cli.project.slug import slug

_CALLED = {"actor": "name", "plan": "titel", "programme": "titel", "district": "name"}
"""The key of a register under which a new entry bears its name."""
_ALSO = ("id", "name", "kurz", "titel")


def letters(text: str) -> str:
    """What two spellings of one name have in common: letters and digits."""
    return "".join(re.findall(r"\w", text.casefold()))


@dataclass
class RegisterNames:
    """Ids by kind and name; `new` gathers the entries that a list names first."""

    known: dict[str, dict[str, str]] = field(default_factory=dict)
    taken: dict[str, set[str]] = field(default_factory=dict)
    new: dict[str, list[dict[str, str]]] = field(default_factory=dict)

    @classmethod
    def of(cls, registers: Mapping[str, Iterable[Model]]) -> "RegisterNames":
        """The names in the registers of a project, by the file of each."""
        names = cls()
        for kind, register in REFERRED.items():
            known = names.known.setdefault(kind, {})
            taken = names.taken.setdefault(kind, set())
            for record in registers.get(register.file, ()):
                id_ = str(vars(record)["id"])
                taken.add(id_)
                for key in _ALSO:
                    if name := vars(record).get(key):
                        known.setdefault(letters(str(name)), id_)
        return names

    def find(self, kind: str, name: str) -> str | None:
        """The id of a name that is known."""
        return self.known.get(kind, {}).get(letters(name))

    def id_of(self, kind: str, name: str) -> str | None:
        """The id of a name, a new one where it is not known; None where it has no letters."""
        plain = " ".join(name.split())
        if found := self.find(kind, plain):
            return found
        stem = slug(plain)
        if not stem:
            return None
        taken = self.taken.setdefault(kind, set())
        id_, count = stem, 1
        while id_ in taken:
            count += 1
            id_ = f"{stem}-{count}"
        taken.add(id_)
        self.known.setdefault(kind, {})[letters(plain)] = id_
        self.new.setdefault(kind, []).append({"id": id_, _CALLED[kind]: plain})
        return id_
