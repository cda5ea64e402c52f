"""What a workshop leaves out is put to no vote; what a question does not narrow is."""

from datetime import date

import pytest

from insek_cli.catalog import Catalog
from insek_cli.models.concept import Concept
from insek_cli.models.measure import Measure
from insek_cli.models.workshop import Question, Workshop
from insek_cli.workshop.ballots.offered_options import treated_measures, votable_measures


def measure(id_: str = "M-001", **keys: object) -> Measure:
    standard = {"id": id_, "titel": "Titel", "handlungsfeld": "HF1"}
    return Measure.model_validate(standard | keys, strict=False)


def workshop(**keys: object) -> Workshop:
    return Workshop.model_validate({"titel": "Werkstatt"} | keys, strict=False)


def catalog(*measures: Measure) -> Catalog:
    concept = Concept(titel="INSEK", stadt="Musterstadt", stand=date(2030, 1, 1))
    return Catalog(concept, (), measures)


ABGESTIMMT = measure("M-001", status="abgestimmt", standort={"ortsbezirk": ["nord"]})
VORSCHLAG = measure("M-002", standort={"ortsbezirk": ["nord"]})
ELSEWHERE = measure("M-003", status="abgestimmt")


@pytest.mark.parametrize(
    ("rule", "left_out"),
    [
        ({"status": ["abgestimmt"]}, {"M-001", "M-003"}),
        ({"ortsbezirk": ["nord", "sued"]}, {"M-001", "M-002"}),
        ({"status": ["abgestimmt"], "ortsbezirk": ["nord"]}, {"M-001"}),
        ({"status": ["abgestimmt"], "massnahmen": ["M-002"]}, set()),
        ({"massnahmen": ["M-002"]}, {"M-002"}),
        ({}, set()),
    ],
)
def test_all_given_keys_must_match(rule: dict[str, object], left_out: set[str]) -> None:
    event = workshop(ausgenommen=[{"grund": "G"} | rule])
    all_ = (ABGESTIMMT, VORSCHLAG, ELSEWHERE)
    assert {m.id for m in all_} - {
        m.id for m in treated_measures(catalog(*all_), event)
    } == left_out


@pytest.mark.parametrize(
    "keys", [{"status": "entfallen"}, {"status": "zurueckgestellt"}, {"zusammengefuehrt_in": "M-2"}]
)
def test_inactive_measures_never_appear(keys: dict[str, str]) -> None:
    keys = {key: value.replace("M-2", "M-002") for key, value in keys.items()}
    question = Question(id="q", wortlaut="?", massnahmen=("M-001",))
    assert votable_measures(catalog(measure(**keys)), workshop(), question) == ()


def test_a_question_without_field_puts_everything_to_vote() -> None:
    other = measure("M-002", handlungsfeld="HF2")
    everything = (measure(), other)
    assert (
        votable_measures(catalog(*everything), workshop(), Question(id="q", wortlaut="?"))
        == everything
    )
    asked = Question(id="q", wortlaut="?", handlungsfeld="HF2")
    assert votable_measures(catalog(*everything), workshop(), asked) == (other,)
