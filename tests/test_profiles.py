"""Who may read what: decided by the models, and by the stricter of two states."""

from dataclasses import replace
from itertools import pairwise
from typing import get_args

import pytest

from insek_cli.models.keys import keys
from insek_cli.models.measure import Measure
from insek_cli.models.stages import PROFILES, Profile, may_read
from insek_cli.models.workshop import Remark
from insek_cli.profiles import visible, visible_catalog, visible_states
from insek_cli.resources import examples_dir
from insek_cli.source import assemble, load_project

CITY = assemble(load_project(examples_dir() / "musterstadt"))
WHOLE = Measure.model_validate(
    {"id": "M-001", "titel": "T", "handlungsfeld": "HF1", "intern": "Nur wir.",
     "prioritaet": "hoch", "status": "zurueckgestellt", "status_begruendung": "Kein Geld."},
    strict=False,
)  # fmt: skip
HIDDEN = {
    "intern": set(),
    "werkstatt": {"intern"},
    "rat": {"intern", "prioritaet", "status_begruendung"},
    "oeffentlich": {"intern", "prioritaet", "status_begruendung"},
}


@pytest.mark.parametrize("audience", PROFILES)
def test_what_an_audience_may_not_read_is_as_if_not_given(audience: Profile) -> None:
    shown = visible(WHOLE, audience)
    gone = {
        key.name for key in keys(Measure) if getattr(shown, key.name) != getattr(WHOLE, key.name)
    }
    assert gone == HIDDEN[audience]
    assert all(getattr(shown, name) is None for name in gone)


def test_a_narrower_profile_never_sees_more() -> None:
    assert get_args(Profile) == PROFILES
    for inner, outer in pairwise(PROFILES):
        assert may_read(outer, inner)
        assert not may_read(inner, outer)
        assert HIDDEN[inner] <= HIDDEN[outer]


def test_a_city_may_narrow_a_key_and_never_open_one() -> None:
    assert visible(WHOLE, "oeffentlich", {"titel": "intern"}).titel != WHOLE.titel
    assert visible(WHOLE, "oeffentlich", {"intern": "oeffentlich"}).intern is None


def test_names_are_told_with_consent_alone() -> None:
    people = [
        person
        for record in visible_catalog(CITY, "oeffentlich").workshops
        for person in record.workshop.teilnehmende
    ]
    assert {person.veroeffentlichen for person in people if person.name} == {True}
    given = [p for record in CITY.workshops for p in record.workshop.teilnehmende if p.name]
    assert len([p for p in people if p.name]) < len(given)


def test_consent_withdrawn_in_one_state_holds_for_both() -> None:
    told = next(
        (record, person)
        for record in CITY.workshops
        for person in record.workshop.teilnehmende
        if person.name and person.veroeffentlichen
    )
    record, person = told
    without = tuple(
        one.model_copy(update={"veroeffentlichen": False}) if one == person else one
        for one in record.workshop.teilnehmende
    )
    changed = replace(record, workshop=record.workshop.model_copy(update={"teilnehmende": without}))
    later = replace(
        CITY, workshops=tuple(changed if one is record else one for one in CITY.workshops)
    )
    for state in visible_states(CITY, later, "oeffentlich"):
        names = {p.name for one in state.workshops for p in one.workshop.teilnehmende}
        assert person.name not in names


def test_an_open_answer_says_neither_why_nor_when_outside() -> None:
    answered = Remark.model_validate(
        {"id": "r1", "text": "T", "antwort": "offen", "begruendung": "Wird geprüft."},
        strict=False,
    )
    record = replace(CITY.workshops[0], remarks=(answered,))
    city = replace(CITY, workshops=(record,))
    reasons = {
        audience: visible_catalog(city, audience).workshops[0].remarks[0].begruendung
        for audience in PROFILES
    }
    assert reasons == {
        "intern": answered.begruendung,
        "werkstatt": answered.begruendung,
        "rat": None,
        "oeffentlich": None,
    }
