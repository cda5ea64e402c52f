"""The few sentences a card says: the summary, or the first of the description."""

from hypothesis import example, given
from hypothesis import strategies as st

from insek_cli.markdown import parse_markdown
from insek_cli.models.measure import Measure
from insek_cli.wording.sentences import sentences
from insek_cli.wording.summary import LIMIT, cut, summary


def measure(id_: str = "M-001", **keys: object) -> Measure:
    standard = {"id": id_, "titel": "Titel", "handlungsfeld": "HF1"}
    return Measure.model_validate(standard | keys, strict=False)


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
