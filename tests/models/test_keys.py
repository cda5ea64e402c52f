"""Every key of every model says what the program needs to know of it."""

from datetime import date

import pytest

from insek_cli.models.base import COLUMNS, Model, public
from insek_cli.models.concept import Concept
from insek_cli.models.keys import Key, key_of, keys
from insek_cli.models.measure import Measure
from insek_cli.models.measure_parts import CostItem, Indicator, Period, Section
from insek_cli.models.types import PlanId, Text, Zeitpunkt
from insek_cli.models.units import Percent
from insek_cli.models.workshop import Workshop


def the(model: type[Model], name: str) -> Key:
    """The key, which is there."""
    found = key_of(model, name)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("model", "name", "expected"),
    [
        (Measure, "weitere_abschnitte", {"base": Section, "many": True, "required": False}),
        (Measure, "ziele", {"base": str, "many": True, "refers": "goal", "stage": "werkstatt"}),
        (Measure, "titel", {"base": str, "many": False, "required": True, "column": COLUMNS[0]}),
        (Measure, "beschreibung", {"markdown": True, "column": COLUMNS[1]}),
        (Measure, "prioritaet", {"choices": ("hoch", "mittel", "niedrig"), "profile": "werkstatt"}),
        (Measure, "status", {"default": "vorschlag", "base": str}),
        (CostItem, "einordnung", {"many": True, "choices": ("keine", "gering", "mittel", "hoch")}),
        (CostItem, "von", {"base": int, "unit": "Euro", "unit_key": None}),
        (Indicator, "zielwert", {"base": float, "unit": None, "unit_key": "einheit"}),
        (Concept, "farben", {"table": True, "base": str, "choices": ("akzent", "text", "grau")}),
        (Workshop, "anwesend", {"table": True, "base": int, "many": False}),
        (Workshop, "datum", {"base": date}),
        (Concept, "stufe", {"choices": ("entwurf", "werkstatt", "beschluss")}),
    ],
)
def test_a_key_says_what_it_holds(
    model: type[Model], name: str, expected: dict[str, object]
) -> None:
    key = the(model, name)
    assert {each: getattr(key, each) for each in expected} == expected


def test_the_title_is_the_label_unless_another_is_given() -> None:
    assert the(Measure, "kosten").label == "Kosten"
    assert the(Measure, "nachhaltigkeit").label == COLUMNS[5]


def test_what_has_a_column_stands_in_the_steckbrief() -> None:
    """A key declared with no more than its column is printed."""

    class Effect(Model):
        name: Text = public("Wirkung", "Was wirkt.", default=...)

    class Grown(Measure):
        wirkungen: tuple[Effect, ...] = public("Wirkungen", ".", default=(), column=COLUMNS[5])
        anteile: tuple[Percent, ...] = public("Anteile", ".", default=())

    assert the(Grown, "wirkungen").block == "seite"
    assert the(Grown, "wirkungen").record is Effect
    assert the(Grown, "anteile").block is None
    assert the(Grown, "anteile").unit == "Prozent"


def test_keys_come_in_the_order_of_the_model() -> None:
    assert [key.name for key in keys(Measure)] == list(Measure.model_fields)
    assert key_of(Measure, "kostn") is None


@pytest.mark.parametrize(
    "annotation", [PlanId | None, tuple[PlanId, ...], PlanId], ids=["optional", "list", "plain"]
)
def test_annotations_are_read_at_every_depth(annotation: object) -> None:
    model = type("Made", (Model,), {"__annotations__": {"x": annotation}, "x": public("X", "x.")})
    key = the(model, "x")
    assert key.refers == "plan"
    assert key.base is str
    assert key.pattern
    assert key.pattern.startswith("^[a-z0-9]")


def test_moments_are_no_texts() -> None:
    assert the(Period, "beginn").base is Zeitpunkt
