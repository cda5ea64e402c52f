"""The registers of a city, one row each: what is read, checked, named, compared and exported.

A new register is its model and a row here; `REGISTERS` drives everything else.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from insek_cli.i18n import N_
from insek_cli.models.base import Model
from insek_cli.models.registers import Abbreviation, Actor, District, Plan, Programme


@dataclass(frozen=True)
class Register:
    """A list of records in data/registers/.

    - `file` names the file and the records in catalog and export; `kind` is what references say
      (`Refers`), empty where nothing refers to the register and its entries have no id.
    - `title` heads it in documents, `one` is a single record there, `said` in findings (English).
    - `label` are the keys a record is called by, the best first; `distinct` those that no two
      records may share.
    - `words` is what people call the file; `example` and `note` begin it in a new project.
    """

    file: str
    model: type[Model]
    kind: str
    title: str
    one: str
    said: str
    label: tuple[str, ...]
    words: str
    example: Mapping[str, str]
    note: str
    distinct: tuple[str, ...] = field(default=())

    @property
    def place(self) -> str:
        """Its file, relative to the project."""
        return f"data/registers/{self.file}.yaml"

    def called(self, record: Any) -> str:
        """What people call a record."""
        return next(str(name) for key in self.label if (name := getattr(record, key)))


REGISTERS: dict[str, Register] = {
    register.file: register
    for register in (
        Register(
            "plans", Plan, "plan", "Pläne und Konzepte", "Plan", N_("The plan"), ("titel",),
            "plans plan plaene planungen konzepte",
            {"id": "flaechennutzungsplan", "titel": "Flächennutzungsplan"},
            "Bestehende Pläne und Konzepte, auf die Maßnahmen verweisen.", ("titel",),
        ),
        Register(
            "actors", Actor, "actor", "Akteur:innen", "Akteur:in", N_("The actor"),
            ("kurz", "name"), "actors actor akteure akteur akteurinnen",
            {"id": "stadtplanung", "name": "Stadtplanung", "art": "verwaltung"},
            "Stellen und Organisationen, keine Namen von Personen.", ("name", "kurz"),
        ),
        Register(
            "programmes", Programme, "programme", "Förderprogramme", "Programm",
            N_("The programme"), ("titel",),
            "programmes programme programs programm foerderprogramme foerderprogramm",
            {"id": "staedtebaufoerderung", "titel": "Städtebauförderung"}, "Förderprogramme.",
            ("titel",),
        ),
        Register(
            "districts", District, "district", "Ortsbezirke", "Ortsbezirk", N_("The district"),
            ("name",), "districts district ortsbezirke ortsbezirk bezirke stadtteile stadtteil",
            {"id": "innenstadt", "name": "Innenstadt"}, "Ortsbezirke oder Stadtteile.", ("name",),
        ),
        Register(
            "abbreviations", Abbreviation, "", "Abkürzungen", "Abkürzung",
            N_("The abbreviation"), ("kurz",),
            "abbreviations abbreviation abkuerzungen abkuerzung abkuerzungsverzeichnis",
            {"kurz": "INSEK", "lang": "Integriertes nachhaltiges Stadtentwicklungskonzept"},
            "Abkürzungen; ohne lang steht die Bedeutung noch nicht fest.",
        ),
    )
}  # fmt: skip
REFERRED: dict[str, Register] = {each.kind: each for each in REGISTERS.values() if each.kind}
"""The registers whose records others refer to, by the kind of reference."""
