"""Typed values in words: each has some, none is lost, and numbers read back as they were."""

from collections.abc import Iterator
from datetime import date
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insek_cli.models import concept, field, measure, measure_parts, registers, workshop
from insek_cli.models.base import Model
from insek_cli.models.keys import keys
from insek_cli.models.labels import LABELS
from insek_cli.models.measure_parts import CostItem, Funding, Indicator, Period, Step
from insek_cli.models.types import Zeitpunkt
from insek_cli.wording.columns import goals
from insek_cli.wording.notation import counted, number
from insek_cli.wording.phrases import phrase
from insek_cli.wording.text import Run
from insek_cli.wording.values import facts, told, value_text

NBSP = "\u00a0"
MODULES = (concept, field, measure, measure_parts, registers, workshop)
MODELS = sorted(
    {
        found
        for module in MODULES
        for found in vars(module).values()
        if isinstance(found, type) and issubclass(found, Model) and found is not Model
    },
    key=lambda model: model.__name__,
)


def samples(hint: Any) -> list[Any]:
    """Two values or more of a type, as the models hold them."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Literal:
        return list(inner)
    if origin is Annotated:
        return samples(inner[0])
    if origin in (Union, UnionType):
        return [value for part in inner if part is not type(None) for value in samples(part)]
    if origin is tuple:
        return [(value,) for value in samples(inner[0])]
    if origin is dict:
        return [{key: value} for key in samples(inner[0]) for value in samples(inner[1])]
    if isinstance(hint, type) and issubclass(hint, Model):
        return list(variants(hint))
    return {
        bool: [True, False], int: [3, 9500], float: [0.75, 12.0], str: ["eins", "zwei"],
        date: [date(2026, 5, 14), date(1999, 1, 2)],
        Zeitpunkt: [Zeitpunkt(2026), Zeitpunkt(2026, 5), Zeitpunkt(2026, 5, 14)],
    }[hint]  # fmt: skip


def variants(model: type[Model]) -> Iterator[Model]:
    """Records that differ in one key each from one in which every required key is known."""
    base = {
        about.name: samples(model.model_fields[about.name].annotation)[0]
        for about in keys(model)
        if about.required
    }
    if base:
        yield model.model_construct(**base)
    for name, info in model.model_fields.items():
        for value in samples(info.annotation):
            if value != base.get(name):
                yield model.model_construct(**{**base, name: _told_apart(value, name)})


def _told_apart(value: Any, name: str) -> Any:
    """Texts of two keys differ."""
    return f"{name} {value}" if value in ("eins", "zwei") else value


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_value_of_every_key_has_words(model: type[Model]) -> None:
    for about in keys(model):
        for value in samples(model.model_fields[about.name].annotation):
            parts = value.values() if isinstance(value, dict) else value
            for each in parts if isinstance(value, dict | tuple) else (value,):
                record = model.model_construct(**{about.name: value})
                said = value_text(record, about.name, each, {})
                assert said.strip(), (about.name, each)
                assert "None" not in said
                assert "Model" not in said


@pytest.mark.parametrize("model", [CostItem, Funding, Indicator, Period, Step])
def test_a_phrase_says_each_value(model: type[Model]) -> None:
    """What differs in one key reads differently: nothing is lost on the way to a phrase."""
    found = list(variants(model))
    assert phrase(found[0], {}) is not None
    # That a step is not done yet is what everybody takes for granted.
    told_apart = [each for each in found if getattr(each, "erledigt", None) is not False]
    texts = [told(each, {}) for each in told_apart]
    assert len(set(texts)) == len(texts)


def choices(hint: Any) -> Iterator[str]:
    if get_origin(hint) is Literal:
        yield from get_args(hint)
    for inner in get_args(hint):
        yield from choices(inner)


def test_every_choice_has_a_word() -> None:
    found = {
        choice
        for model in MODELS
        for info in model.model_fields.values()
        if get_origin(info.annotation) is not dict
        for choice in choices(info.annotation)
    }
    assert len(found) > 40
    assert found <= set(LABELS)


@pytest.mark.parametrize("word", ["idee", "hoch", "jaehrlich", "in_umsetzung", "keine"])
def test_a_text_that_equals_a_choice_stays_a_text(word: str) -> None:
    record = measure.Measure.model_construct(
        id="M-001", titel=word, handlungsfeld="HF1", nachhaltigkeit=(word,), status="in_umsetzung"
    )
    said = {fact.key: fact.text for fact in facts(record, {})}
    assert said["titel"] == said["nachhaltigkeit"] == word
    assert said["status"] == "in Umsetzung"


def read(text: str) -> float:
    return float(text.replace(".", "").replace(",", "."))


@given(st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(10**12), 10**12))
def test_a_number_reads_back_as_it_was(value: float) -> None:
    said = number(value)
    assert read(said) == value
    whole = said.lstrip("-").partition(",")[0].split(".")
    assert all(len(part) == 3 for part in whole[1:])
    assert 1 <= len(whole[0]) <= 3


@pytest.mark.parametrize(
    ("item", "said"),
    [
        (CostItem(art="Umbau", von=1000, bis=2000, rhythmus="einmalig"),
         "Umbau: einmalig 1.000 bis 2.000 €"),
        (CostItem(art="Betrieb", einordnung=("gering",), rhythmus="jaehrlich",
                  erlaeuterung="im Haushalt enthalten"),
         "Betrieb: gering, jährlich (im Haushalt enthalten)"),
        (CostItem(art="Läden", erlaeuterung="Trägt die Gesellschaft."),
         "Läden: Trägt die Gesellschaft."),
        (CostItem(art="Lizenzen", einordnung=("keine",)), "Lizenzen: keine Kosten"),
        (CostItem(bis=60000, erlaeuterung="Fließt nur ab, wenn Mieten ausfallen."),
         "bis 60.000 €. Fließt nur ab, wenn Mieten ausfallen."),
        (CostItem(bis=5, erlaeuterung="Rest (Rund 3 €)"), "bis 5 €. Rest (Rund 3 €)"),
        (Funding(programm="kfw", anteil=66.7, jahr=2027, foerderstand="beantragt"),
         "KfW: 66,7 % der Kosten, Förderjahr 2027, beantragt"),
        (Funding(betrag=9000, jahr=2026, foerderstand="idee", erlaeuterung="Eigenanteil"),
         "9.000 € im Jahr 2026, bisher eine Idee (Eigenanteil)"),
        (Funding(programm="kfw"), "KfW"),
        (Indicator(name="Bäume", einheit="Bäume", ausgangswert=321.0, zielwert=1486.0, jahr=2031),
         "Bäume: von heute 321 auf 1.486 Bäume bis 2031"),
        (Indicator(name="Leerstand", einheit="%", zielwert=7.9), "Leerstand: Ziel 7,9 %"),
        (Indicator(name="Leerstand", einheit="%", ausgangswert=7.9), "Leerstand: heute 7,9 %"),
        (Indicator(name="Preis", einheit="Euro", ausgangswert=0.86, zielwert=0.86),
         "Preis: wie heute 0,86 Euro"),
        (Indicator(name="Dauer", einheit="Jahr", zielwert=1.5), "Dauer: Ziel 1,5 Jahr"),
        (Indicator(name="Zahl", jahr=2030), "Zahl: Zieljahr 2030"),
        (Period(horizont=("kurzfristig", "mittelfristig", "langfristig"), rhythmus="einmalig"),
         "kurz- bis langfristig, einmalig"),
        (Period(horizont=("mittelfristig",), erlaeuterung="Der Ankauf läuft vorab."),
         "mittelfristig. Der Ankauf läuft vorab."),
        (Step(schritt="Beschluss", beginn=Zeitpunkt(2026, 5), erledigt=True),
         "Beschluss (05/2026, erledigt)"),
    ],
)  # fmt: skip
def test_phrases(item: Model, said: str) -> None:
    assert told(item, {("programme", "kfw"): "KfW"}).replace(NBSP, " ") == said


@pytest.mark.parametrize(
    ("ids", "said"),
    [
        ((), ""),
        (("1.5.1",), "dient dem Ziel 1.5.1"),
        (("1.2", "1.2.1", "4.3"), "dient den Zielen 1.2 und 4.3"),
        (("2.1.1", "2.1", "2.10.1", "1.1"), "dient den Zielen 2.1, 2.10.1 und 1.1"),
    ],
)
def test_goals_are_named_without_what_goes_without_saying(ids: tuple[str, ...], said: str) -> None:
    line = goals(Run(f"Z {number}", f"#ziel-{number}") for number in ids)
    assert "".join(run.text for run in line) == said
    assert all(run.target for run in line if run.text in ids)


@given(st.integers(0, 3000))
def test_one_is_singular_and_nothing_else_is(count: int) -> None:
    said = counted(count, "Maßnahme", "Maßnahmen")
    assert said.endswith(" Maßnahme") is (count == 1)
    assert read(said.partition(" ")[0]) == count
