"""Which model a data file holds, told from where it lies."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from insek_cli.models.base import Model
from insek_cli.models.concept import Concept
from insek_cli.models.field import FieldOfAction
from insek_cli.models.measure import Measure
from insek_cli.models.record_kinds import REGISTERS
from insek_cli.models.workshop import Remark, Workshop


@dataclass(frozen=True)
class Kind:
    """A kind of data file; `schema` is the name of the schema, `many` whether it is a list."""

    schema: str
    model: type[Model]
    many: bool = False


KINDS: dict[str, Kind] = {
    "concept": Kind("concept", Concept),
    "field": Kind("field", FieldOfAction),
    "measure": Kind("measure", Measure),
    "workshop": Kind("workshop", Workshop),
    "remarks": Kind("remarks", Remark, many=True),
    **{name: Kind("register", each.model, many=True) for name, each in REGISTERS.items()},
}


def kind_of(file: PurePosixPath) -> Kind | None:
    """The kind of a file of the project, None for what the program does not read."""
    match file.parts:
        case ("data", "concept.yaml"):
            return KINDS["concept"]
        case ("data", "fields", _):
            return KINDS["field"]
        case ("data", "measures", _):
            return KINDS["measure"]
        case ("data", "registers", _) if file.stem in REGISTERS:
            return KINDS[file.stem]
        case ("data", "workshops", _, "workshop.yaml" | "remarks.yaml"):
            return KINDS[file.stem]
    return None
