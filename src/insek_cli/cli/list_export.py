"""Measures for other programs: JSON with the keys of the model, CSV with one row each."""

import csv
import io
import json
import unicodedata
from collections.abc import Iterable

from insek_cli.catalog import Catalog
from insek_cli.cli.read_data import lead
from insek_cli.findings.reporters.terminal_safe import safe
from insek_cli.models.measure import Measure
from insek_cli.models.open_keys import open_columns
from insek_cli.monitoring.states import newest
from insek_cli.report.export import known
from insek_cli.wording.numbering import numbers

HEADINGS = (
    "nummer",
    "id",
    "titel",
    "handlungsfeld",
    "status",
    "ampel",
    "prioritaet",
    "federfuehrung",
    "offen",
)
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet would run a cell that begins like this."""
LONGEST = 32_767
"""Characters a cell of a spreadsheet holds."""


def measures_json(measures: Iterable[Measure], catalog: Catalog) -> str:
    """A list of measures; `nummer`, `ampel` and `offen` are computed, keys that are not known are
    absent."""
    place, light = numbers(catalog), _lights(catalog)
    records = [
        {
            "nummer": place.get(measure.id),
            **({"ampel": light[measure.id]} if measure.id in light else {}),
            "offen": open_columns(measure),
            **known(measure),
        }
        for measure in measures
    ]
    text = json.dumps(records, ensure_ascii=False, indent=2)
    return "".join(_visible(character) for character in text)


def measures_csv(measures: Iterable[Measure], catalog: Catalog) -> str:
    """Rows parted by semicolons; a cell that looks like a formula is led by an apostrophe."""
    place, light = numbers(catalog), _lights(catalog)
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\n")
    writer.writerow(HEADINGS)
    for measure in measures:
        row = (
            place.get(measure.id, ""),
            measure.id,
            measure.titel,
            measure.handlungsfeld,
            measure.status,
            light.get(measure.id, ""),
            measure.prioritaet or "",
            lead(measure, catalog),
            ", ".join(open_columns(measure)),
        )
        writer.writerow([_cell(value) for value in row])
    return stream.getvalue().rstrip("\n")


def _lights(catalog: Catalog) -> dict[str, str]:
    """The light that was reported last, by the id of the measure."""
    news = newest(catalog.monitoring, catalog.earlier_ids)
    return {id_: each.state.ampel for id_, each in news.items() if each.state.ampel}


def _visible(character: str) -> str:
    """What could steer a terminal, as JSON spells it."""
    hidden = unicodedata.category(character) in ("Cc", "Cf", "Co", "Cs", "Zl", "Zp")
    return json.dumps(character)[1:-1] if hidden and character != "\n" else character


def _cell(text: str) -> str:
    shown = safe(text, LONGEST)
    return f"'{shown}" if text.startswith(FORMULA) else shown
