"""What is left out, when an item begins, and what a card says: rules without any paper."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from insek_cli.catalog import Catalog
from insek_cli.markdown import parse_markdown
from insek_cli.models.concept import Concept
from insek_cli.models.measure import Measure
from insek_cli.models.workshop import Question, Workshop
from insek_cli.wording.summary import LIMIT, cut, sentences, summary
from insek_cli.workshop.ballots.offered_options import treated_measures, votable_measures
from insek_cli.workshop.kit.running_order import schedule


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


def times(begin: str | None, *minutes: int | None) -> list[tuple[str | None, str | None]]:
    items = [{"titel": "T"} | ({} if m is None else {"minuten": m}) for m in minutes]
    event = workshop(programm=items) if begin is None else workshop(
        programm=items, beginn_uhrzeit=begin
    )  # fmt: skip
    return [(step.beginn, step.ende) for step in schedule(event)]


def test_items_follow_one_another() -> None:
    assert times("17:30", 15, 10) == [("17:30", "17:45"), ("17:45", "17:55")]
    assert times("23:50", 20, 0) == [("23:50", "00:10"), ("00:10", "00:10")]


def test_after_an_unknown_length_no_time_is_known() -> None:
    assert times("17:30", 15, None, 10) == [("17:30", "17:45"), ("17:45", None), (None, None)]
    assert times(None, 15) == [(None, None)]


def test_sentences_end_where_readers_end_them() -> None:
    text = "Die Werkstatt, z. B. Ref. Umwelt, tagt bzw. berät. Der 2. Teil folgt! Warum? Darum."
    parts = sentences(text)
    assert parts == [
        "Die Werkstatt, z. B. Ref. Umwelt, tagt bzw. berät.",
        "Der 2. Teil folgt!",
        "Warum?",
        "Darum.",
    ]


def test_a_card_takes_the_summary_or_the_first_sentences() -> None:
    text = "Erster Satz.\nZweiter Satz.\n\n- Liste\n"
    document = parse_markdown(text).document
    assert summary(measure(beschreibung=text), document) == "Erster Satz. Zweiter Satz."
    assert summary(measure(kurzbeschreibung="Kurz.", beschreibung=text), document) == "Kurz."
    assert summary(measure(), None) is None
    long = f"{'Wort ' * 50}Ende. {'Wort ' * 50}Ende."
    assert (
        summary(measure(beschreibung=long), parse_markdown(long).document) == f"{'Wort ' * 50}Ende."
    )


@example("aaaa a", 5)
@given(st.text(st.sampled_from("ab c.ü-"), max_size=400), st.integers(5, LIMIT))
def test_what_is_cut_fits_and_begins_the_same(text: str, limit: int) -> None:
    short = cut(text, limit)
    assert len(short) <= limit
    assert text.startswith(short.removesuffix("…").rstrip(" ")) or short == text
    assert (short == text) == (len(text) <= limit)
