"""The data of a report for other programs: JSON with the keys of the model."""

import json
from typing import Any

from insek_cli.models.base import Model
from insek_cli.models.record_kinds import REGISTERS
from insek_cli.report.views import Report


def known(record: Model) -> dict[str, Any]:
    """The keys of a record that are known; the others are absent, as in the files."""
    dumped: dict[str, Any] = record.model_dump(mode="json", exclude_none=True)
    return {key: value for key, value in dumped.items() if value != []}


def data_json(report: Report) -> bytes:
    """Concept, fields, measures with their numbers, reports on them, and registers, as the audience
    may read them."""
    catalog = report.catalog
    content = {
        "profil": report.profil,
        "stufe": report.stufe,
        "revision": str(report.revision),
        "concept": known(report.concept),
        "fields": [known(view.daten) for view in report.felder],
        "measures": [
            {"nummer": view.nummer, **known(view.daten)}
            for view in (*report.massnahmen, *report.anhang)
        ],
        "monitoring": [known(each) for each in catalog.monitoring],
        **{name: [known(entry) for entry in catalog.registers.get(name, ())] for name in REGISTERS},
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
