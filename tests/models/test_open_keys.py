"""What is open is the same for list, show, Steckbrief, Maßnahmenliste and sheets."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from insek_cli.documents.sheet.cell_values import cell
from insek_cli.models.base import COLUMNS
from insek_cli.models.base import key as internal
from insek_cli.models.key_paths import KeyPath, flattened
from insek_cli.models.keys import Key, keys
from insek_cli.models.measure import Measure
from insek_cli.models.open_keys import is_open, open_columns, open_keys, printed
from insek_cli.models.types import Zeitpunkt
from insek_cli.report.compose import Composer
from insek_cli.report.views import MeasureView, Options
from insek_cli.source import assemble, load_project

CITY = Path(__file__).resolve().parents[2] / "examples" / "musterstadt"
CATALOG = assemble(load_project(CITY))
BARE: dict[str, Any] = {"id": "M-900", "titel": "Probe", "handlungsfeld": "HF1"}
IDS = {
    "field": "HF2", "measure": "M-001", "plan": "ein-plan", "actor": "eine-stelle",
    "programme": "ein-programm", "district": "ein-bezirk", "goal": CATALOG.fields[0].ziele[0].id,
}  # fmt: skip
OPTIONAL = [path for path in flattened(Measure) if not path.keys[0].required]
NOTHING = [
    {"kosten": {"positionen": [{}]}},
    {"kosten": {}},
    {"akteure": {"beteiligte": []}},
    {"monitoring": {"indikatoren": []}},
    {"finanzierung": [{}, {}]},
    {"standort": {"koordinate": None}},
    {"zeitraum": {"horizont": []}},
    {"prozess": []},
]
"""Keys under which nothing is said."""


def view(measure: Measure) -> MeasureView:
    return Composer(CATALOG, Options(profile="intern")).measure(measure)


def sample(key: Key) -> Any:
    """A value of a key; of a record its first key alone."""
    if key.record and key.many:
        first = [each for each in keys(key.record) if each.required] or keys(key.record)[:1]
        made = {each.name: sample(each) for each in first}
        one: Any = made if key.name != "bilder" else {**made, "alt": "Ein Bild"}
    elif key.refers:
        one = IDS[key.refers]
    elif key.choices:
        one = key.choices[0]
    else:
        one = {bool: True, int: 2030, float: 50.0, Zeitpunkt: 2030}.get(key.base, "Ein Wort")
    return (one,) if key.many else one


def knowing(path: KeyPath) -> Measure:
    """A measure of which only this key is known."""
    value: Any = sample(path.key)
    for name in reversed([key.name for key in path.keys]):
        value = {name: value}
    if path.dotted.startswith("standort.koordinate."):
        value = {"standort": {"koordinate": {"lat": 50.0, "lon": 8.0}}}
    return Measure.model_validate(BARE | value)


@pytest.mark.parametrize("path", OPTIONAL, ids=lambda path: path.dotted)
def test_a_known_key_is_known_everywhere(path: KeyPath) -> None:
    measure = knowing(path)
    shown = view(measure)
    assert not is_open(measure, tuple(path.dotted.split(".")))
    assert cell(path, measure, {})[0] is not None
    assert path.column not in open_columns(measure)
    assert tuple(fact.label for fact in shown.zeile if not fact.lines) == open_columns(measure)
    assert shown.offen == open_columns(measure)
    facts = [fact.label for fact in (*shown.haupt, *shown.seite) if fact.plain]
    placed = [place for place in printed(Measure) if place.block != "vorlage"]
    assert sorted(facts) == sorted(p.key.label for p in placed if p.of(measure) is not None)
    assert {place.open_label for place in open_keys(measure)} >= set(shown.noch_offen)


def test_what_an_audience_may_not_read_is_not_open_to_it() -> None:
    class Grown(Measure):
        schaetzung: str | None = internal("Schätzung", "Nur innen.", column="Kosten")

    bare = Grown(id="M-900", titel="Probe", handlungsfeld="HF1")
    told, kept = (
        {path.dotted for path in open_keys(bare, profile)} for profile in ("intern", "oeffentlich")
    )
    assert told - kept == {"schaetzung"}
    assert "schaetzung" not in [path.dotted for path in printed(Grown, "oeffentlich")]


@pytest.mark.parametrize("given", NOTHING, ids=str)
def test_records_that_say_nothing_are_open_everywhere(given: Mapping[str, Any]) -> None:
    bare, measure = (Measure.model_validate_json(json.dumps(BARE | each)) for each in ({}, given))
    shown = view(measure)
    assert open_columns(measure) == open_columns(bare) == COLUMNS[1:9]
    assert shown.offen == open_columns(measure)
    assert shown.noch_offen == view(bare).noch_offen
    assert shown.zeile == view(bare).zeile
    assert (shown.haupt, shown.seite) == ((), ())
    cells = [cell(path, measure, {})[0] for path in flattened(Measure)]
    assert cells == [cell(path, bare, {})[0] for path in flattened(Measure)]
