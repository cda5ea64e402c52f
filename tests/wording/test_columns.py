"""Keys that have no words of their own are told all the same."""

from typing import Any

import pytest

from insek_cli.models.base import COLUMNS, Model, public
from insek_cli.models.measure import Measure
from insek_cli.models.measure_parts import Step
from insek_cli.models.open_keys import printed
from insek_cli.models.types import ActorId, FieldId, Markdown, Priority, Zeitpunkt
from insek_cli.models.units import Euro
from insek_cli.wording.columns import fact
from insek_cli.wording.text import Run

NAMES = {("actor", "amt"): "Amt 1", ("field", "HF1"): "HF1 Wohnen"}


class Effect(Model):
    """A record of which the program knows nothing."""

    betrag: Euro | None = public("Betrag", ".")
    felder: tuple[FieldId, ...] = public("Felder", ".", default=())
    ab: Zeitpunkt | None = public("ab", ".")


class Grown(Measure):
    """A measure with keys of every kind."""

    eines: Effect | None = public("Eines", ".", column=COLUMNS[7])
    mehrere: tuple[Effect, ...] = public("Mehrere", ".", default=(), column=COLUMNS[7])
    phrase: Step | None = public("Phrase", ".", column=COLUMNS[4])
    ja: bool | None = public("Ja", ".", column=COLUMNS[9])
    text: Markdown | None = public("Text", ".", column=COLUMNS[1])
    stellen: tuple[ActorId, ...] = public("Stellen", ".", default=(), column=COLUMNS[3])
    zahlen: dict[str, int] = public("Zahlen", ".", default={}, column=COLUMNS[6])
    wahl: tuple[Priority, ...] = public("Wahl", ".", default=(), block="haupt")
    preis: Euro | None = public("Preis", ".", column=COLUMNS[0])


@pytest.mark.parametrize(
    ("name", "value", "lines", "listed"),
    [
        ("eines", {"betrag": 250000, "felder": ("HF1",), "ab": "2026-05"},
         ["Betrag: 250.000 €", "Felder: HF1 Wohnen", "ab: 05/2026"], True),
        ("mehrere", ({"betrag": 5}, {"ab": 2030}), ["5 €", "ab: 2030"], True),
        ("mehrere", ({"betrag": 5},), ["5 €"], False),
        ("phrase", {"schritt": "Beschluss", "beginn": 2026}, ["Beschluss (ab 2026)"], False),
        ("ja", False, ["nein"], False),
        ("text", "Ein *Satz*\n\n- eins\n- zwei\n", ["Ein Satz", "– eins", "– zwei"], False),
        ("stellen", ("amt", "fremd"), ["Amt 1, fremd"], False),
        ("zahlen", {"birne": 3, "apfel": 4}, ["birne: 3", "apfel: 4"], True),
        ("wahl", ("hoch", "niedrig"), ["hoch", "niedrig"], True),
        ("preis", 1500, ["1.500 €"], False),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_a_key_is_told_by_its_kind(name: str, value: Any, lines: list[str], listed: bool) -> None:
    given = {"id": "M-900", "titel": "Probe", "handlungsfeld": "HF1", name: value}
    (path,) = [path for path in printed(Grown) if path.dotted == name]
    found = fact(path, Grown.model_validate(given), NAMES)
    assert found.plain.replace("\u00a0", " ").split("\n") == lines
    assert found.listed is listed
    assert found.label == path.key.title


def test_references_lead_to_what_they_name() -> None:
    measure = Grown(id="M-900", titel="Probe", handlungsfeld="HF1", stellen=("amt",))
    (path,) = [path for path in printed(Grown) if path.dotted == "stellen"]
    assert fact(path, measure, NAMES).lines == ((Run("Amt 1", "#akteur-amt"),),)
