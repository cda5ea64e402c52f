"""Three states of a value: properties that hold for all values, and what planners meet."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insek_cli.exchange.list_merge import mark
from insek_cli.exchange.three_way import Merged, merge

SENTENCES = st.sampled_from(["Eins steht.", "Zwei geht.", "Drei z. B. auch.", "Vier?", "Fünf!"])
TEXTS = st.lists(SENTENCES, min_size=1, max_size=6).flatmap(
    lambda parts: st.sampled_from([" ", "\n", "\n\n"]).map(lambda gap: gap.join(parts))
)
WORDS = st.sampled_from(["ref-61", "ref-62", "wfk", "stadtwerke", "Familien mit Kindern"])
RECORDS = st.fixed_dictionaries(
    {}, optional={"art": WORDS, "von": st.integers(1, 4), "erlaeuterung": TEXTS}
).filter(bool)
LISTS = st.lists(st.one_of(WORDS, RECORDS), max_size=5).map(lambda items: items or None)
VALUES = st.one_of(st.none(), st.integers(1, 3), TEXTS, LISTS)


@given(VALUES, VALUES)
def test_who_changes_nothing_has_no_say(base: Any, changed: Any) -> None:
    assert merge(base, changed, base) == Merged(changed)
    assert merge(base, base, changed) == Merged(changed)
    assert merge(base, changed, changed) == Merged(changed)


@given(VALUES, VALUES, VALUES)
def test_it_does_not_matter_who_came_first(base: Any, one: Any, other: Any) -> None:
    forth, back = merge(base, one, other), merge(base, other, one)
    assert forth.conflict == back.conflict
    assert forth.conflict or forth.value == back.value


@given(TEXTS, TEXTS, TEXTS)
def test_no_sentence_is_lost(base: str, one: str, other: str) -> None:
    found = merge(base, one, other)
    if found.conflict:
        return
    was, now = _sentences(base), _sentences(found.value)
    for side in (one, other):
        new = _sentences(side) - was
        assert now & new == new


def _sentences(text: str | None) -> Counter[str]:
    parts = (text or "").replace("\n", " ").split(" ")
    return Counter(parts)


@given(LISTS, LISTS, LISTS)
def test_no_new_entry_is_lost(base: Any, one: Any, other: Any) -> None:
    found = merge(base, one, other)
    if found.conflict:
        return
    new = {mark(item) for side in (one, other) for item in side or ()}
    new = {text for text in new if text.startswith('"')} - {*map(mark, base or ())}
    assert new <= {*map(mark, found.value or ())}


@given(VALUES, VALUES, VALUES)
def test_a_decision_ends_every_conflict(base: Any, one: Any, other: Any) -> None:
    for prefer in ("theirs", "ours"):
        decided = merge(base, one, other, prefer)
        if not merge(base, one, other).conflict:
            assert decided == merge(base, one, other)
        elif not isinstance(base, list) and not isinstance(one, list | str):
            assert decided.value == {"theirs": one, "ours": other}[prefer]


@pytest.mark.parametrize(
    ("base", "theirs", "ours", "merged"),
    [
        (["a", "b"], ["a", "b", "c"], ["a", "b", "d"], ["a", "b", "c", "d"]),
        (["a", "b"], ["b", "a"], ["a", "b", "c"], ["b", "c", "a"]),
        (["a", "b"], ["a"], ["a", "b", "c"], ["a", "c"]),
        (None, ["a"], ["a", "b"], ["a", "b"]),
        (
            [{"art": "Personal", "von": 1}],
            [{"art": "Personal", "von": 2}],
            [{"art": "Personal", "von": 1, "bis": 5}],
            [{"art": "Personal", "von": 2, "bis": 5}],
        ),
        ("Eins. Zwei.", "Eins. Zwei. Drei.", "Null. Zwei.", "Null. Zwei. Drei."),
        (
            "Der Bach wird offen.\nBäume folgen.\n",
            "Der Bach wird offen gelegt.\nBäume folgen.\n",
            "Der Bach wird offen.\nDann folgen Bäume.\n",
            "Der Bach wird offen gelegt.\nDann folgen Bäume.\n",
        ),
    ],
)
def test_changes_of_both_sides_stand_together(
    base: Any, theirs: Any, ours: Any, merged: Any
) -> None:
    assert merge(base, theirs, ours) == Merged(merged)


@pytest.mark.parametrize(
    ("base", "theirs", "ours"),
    [
        (2026, 2027, 2028),
        ("Der Bach wird offen.", "Der Bach liegt offen.", "Der Bach bleibt zu."),
        ([{"art": "Personal", "von": 1}], None, [{"art": "Personal", "von": 2}]),
        (["a", "b", "c"], ["b", "a", "c"], ["a", "c", "b"]),
    ],
)
def test_contradictions_are_told(base: Any, theirs: Any, ours: Any) -> None:
    assert merge(base, theirs, ours).conflict
    assert merge(base, theirs, ours, "theirs").value == theirs
    assert merge(base, theirs, ours, "ours").value == ours


def test_a_decision_takes_only_what_contradicts() -> None:
    base = "Eins steht. Zwei geht. Drei ruht."
    theirs = "Eins fällt. Zwei geht. Drei ruht."
    ours = "Eins liegt. Zwei geht. Drei läuft."
    assert merge(base, theirs, ours, "theirs").value == "Eins fällt. Zwei geht. Drei läuft."
