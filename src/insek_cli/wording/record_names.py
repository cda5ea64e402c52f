"""What people call the records that others refer to: Ref. 61, not ref-61."""

from collections import Counter
from typing import Any

from insek_cli.catalog import Catalog
from insek_cli.models.record_kinds import TARGETS, RecordKind
from insek_cli.wording.numbering import field_number
from insek_cli.wording.phrases import Names


def called(*catalogs: Catalog) -> dict[tuple[str, str], str]:
    """The names by kind and id, those of the last catalog first; a name of two carries its id."""
    found = {key: name for catalog in catalogs for key, name in record_names(catalog).items()}
    count = Counter((kind, name) for (kind, _id), name in found.items())
    return {
        (kind, id_): name if count[kind, name] == 1 else f"{name} ({id_})"
        for (kind, id_), name in found.items()
    }


def record_names(catalog: Catalog) -> Names:
    """The names by kind and id, as one report prints them."""
    return {
        ("goal", id_): f"Z {placed.number} {placed.goal.titel}"
        for id_, placed in catalog.goals.items()
    } | {
        (refers, id_): _printed(kind, id_, record)
        for refers, kind in TARGETS.items()
        for id_, record in catalog.by_id(kind).items()
    }


def _printed(kind: RecordKind[Any], id_: str, record: Any) -> str:
    """Fields with their number and measures with their id; others are known by name alone."""
    match kind.refers:
        case "field":
            return f"{field_number(id_)} {record.titel}"
        case "measure":
            return f"{id_} {record.titel}"
    return kind.called(record)
