"""What people call the records that others refer to: Ref. 61, not ref-61."""

from collections import Counter

from insek_cli.catalog import Catalog
from insek_cli.models.record_kinds import REFERRED
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
    goals = catalog.goals.items()
    return {
        **{
            ("field", id_): f"{field_number(id_)} {field.titel}"
            for id_, field in catalog.field.items()
        },
        **{("goal", id_): f"Z {placed.number} {placed.goal.titel}" for id_, placed in goals},
        **{("measure", id_): f"{id_} {each.titel}" for id_, each in catalog.measure.items()},
        **{
            (kind, id_): register.called(entry)
            for kind, register in REFERRED.items()
            for id_, entry in catalog.register(register.file).items()
        },
        **{("workshop", each.slug): each.workshop.titel for each in catalog.workshops},
    }
