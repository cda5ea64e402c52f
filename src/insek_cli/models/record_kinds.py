"""The kinds of records, one row each: what is read, checked, named, compared and exported.

A new register is its model and a row of `REGISTERS`, which is part of the table.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any, Generic, TypeVar

from insek_cli.i18n import N_
from insek_cli.models.ballots import Option
from insek_cli.models.base import Model
from insek_cli.models.concept import Concept
from insek_cli.models.field import FieldOfAction
from insek_cli.models.keys import keys
from insek_cli.models.measure import Measure
from insek_cli.models.monitoring import MonitoringReport
from insek_cli.models.registers import Abbreviation, Actor, District, Plan, Programme
from insek_cli.models.workshop import Remark, Workshop

M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class RecordKind(Generic[M]):
    """What a data file holds.

    - `file` is its path in a project, with a star for a free part; `many`: it is a list.
    - `id` is the key that tells its records apart, empty where none does.
    - `schema` names its schema for editors, `title` heads that (German); empty for what only
      the program writes.
    - `refers` is what references say (`Refers`), `said` a single record in findings (English);
      empty where nothing refers to it.
    - `label` are the keys a record is called by, the shortest first, the full title last.
    - `named` is what the file of a single record is called after its id; empty for lists.
    - `catalog` is the attribute of the catalog with its records by id; empty for registers, whose
      `name` finds them.
    """

    name: str
    file: str
    model: type[M]
    id: str
    schema: str = ""
    title: str = ""
    many: bool = False
    refers: str = ""
    said: str = ""
    label: tuple[str, ...] = ()
    named: str = ""
    catalog: str = ""

    def called(self, record: Model) -> str:
        """What people call a record, in short."""
        return next(str(name) for key in self.label if (name := getattr(record, key)))

    def names(self, record: Model) -> tuple[str, ...]:
        """All that a record is or was called, its full title last."""
        found = (getattr(record, key) for key in self.label)
        return (*getattr(record, "frueher", ()), *(name for name in found if name))

    def bears_id(self, record: Model, stem: str) -> bool:
        """Whether the name of a file begins with the id of its record, or is the id."""
        id_ = str(getattr(record, self.id))
        return stem == id_ or ("-" in self.named and stem.startswith(f"{id_}-"))

    @property
    def place(self) -> str:
        """Its file, or the folder where its files lie."""
        return self.file.partition("*")[0]


@dataclass(frozen=True)
class Register:
    """A list of records in data/registers/.

    - `file` names the file and the records in catalog and export; `kind` is what references say
      (`Refers`), empty where nothing refers to the register and its entries have no id.
    - `title` heads it in documents, `one` is a single record there, `said` in findings (English).
    - `label` are the keys a record is called by, the shortest first; `distinct` those that no two
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

    @property
    def record_kind(self) -> RecordKind[Any]:
        """Its row in the table; the first key is the id, or the abbreviation."""
        title = "Register: Pläne, Akteur:innen, Programme, Ortsbezirke oder Abkürzungen"
        return RecordKind(
            self.file, self.place, self.model, keys(self.model)[0].name, "register", title,
            many=True, refers=self.kind, said=self.said, label=self.label,
        )  # fmt: skip


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
CONCEPT = RecordKind("concept", "data/concept.yaml", Concept, "", "concept", "Konzept")
FIELD = RecordKind(
    "field", "data/fields/*.yaml", FieldOfAction, "id", "field", "Handlungsfeld",
    refers="field", said=N_("The field of action"), label=("titel",), named="{id}.yaml",
    catalog="field",
)  # fmt: skip
MEASURE = RecordKind(
    "measure", "data/measures/*.yaml", Measure, "id", "measure", "Maßnahme",
    refers="measure", said=N_("The measure"), label=("kurztitel", "titel"),
    named="{id}-….yaml", catalog="measure",
)  # fmt: skip
WORKSHOP = RecordKind(
    "workshop", "data/workshops/*/workshop.yaml", Workshop, "", "workshop", "Werkstatt",
    refers="workshop", said=N_("The workshop"), label=("titel",), catalog="workshop",
)  # fmt: skip
REMARKS = RecordKind(
    "remarks", "data/workshops/*/remarks.yaml", Remark, "id", "remarks",
    "Anmerkungen einer Werkstatt", many=True,
)  # fmt: skip
MONITORING = RecordKind(
    "monitoring", "data/monitoring/*.yaml", MonitoringReport, "stichtag", "monitoring",
    "Monitoring: Stand der Umsetzung an einem Stichtag", named="{id}.yaml",
)  # fmt: skip
OPTIONS = RecordKind("optionen", "data/workshops/*/optionen.yaml", Option, "", many=True)
_ROWS: tuple[RecordKind[Any], ...] = (
    CONCEPT,
    FIELD,
    MEASURE,
    WORKSHOP,
    REMARKS,
    OPTIONS,
    MONITORING,
)
_REGISTERS = (register.record_kind for register in REGISTERS.values())
KINDS = {kind.name: kind for kind in (*_ROWS, *_REGISTERS)}
TARGETS = {kind.refers: kind for kind in KINDS.values() if kind.refers}
"""The kinds whose records others refer to, by the kind of reference."""
REFERRED: dict[str, Register] = {each.kind: each for each in REGISTERS.values() if each.kind}
"""The registers whose records others refer to, by the kind of reference."""


def kind_of(file: PurePosixPath) -> RecordKind[Any] | None:
    """The kind of a file of the project that people write, None for others."""
    depth = len(file.parts)
    return next(
        (
            kind for kind in KINDS.values()
            if kind.schema and kind.file.count("/") + 1 == depth and file.match(kind.file)
        ),
        None,
    )  # fmt: skip
