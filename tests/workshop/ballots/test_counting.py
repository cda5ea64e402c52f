"""Counting against examples counted by hand."""

from pathlib import Path

import pytest

from insek_cli.models.ballots import BallotRow
from insek_cli.source import assemble, load_project
from insek_cli.workshop.ballots import ChannelResult, count_question, count_workshop
from workshop.ballots.ballot_rows import other, points, question, vote, votes

ROOT = Path(__file__).resolve().parents[3]
FOUR = ("M-001", "M-002", "M-003", "M-004")


def count(rows: list[BallotRow], cap: int | None = 3, present: int | None = None) -> ChannelResult:
    """The one channel of the one question."""
    anwesend = {} if present is None else {rows[0].kanal: present}
    (channel,) = count_question(question(cap), FOUR, rows, anwesend).kanaele
    return channel


def figures(channel: ChannelResult) -> dict[str, tuple[object, ...]]:
    return {
        row.massnahme: (row.platz, row.zustimmung, row.borda, row.borda_schrumpfend, row.n)
        for row in channel.zeilen
    }


def test_ranked_ballots_with_three_choices() -> None:
    # Ballots 1>2>3, 1>2, 2, 3>1: by hand
    #   Borda 3-2-1:        M1 3+3+0+2 = 8, M2 2+2+3+0 = 7, M3 1+0+0+3 = 4, M4 0
    #   shrinking weights:  M1 3+2+0+1 = 6, M2 2+1+1+0 = 4, M3 1+0+0+2 = 3, M4 0
    channel = count(votes("1 2 3", "1 2", "2", "3 1"))
    assert figures(channel) == {
        "M-001": (1, 3, 8, 6, 3),
        "M-002": (2, 3, 7, 4, 3),
        "M-003": (3, 2, 4, 3, 2),
        "M-004": (4, 0, 0, 0, 0),
    }
    assert [row.mittlerer_rang for row in channel.zeilen] == [4 / 3, 5 / 3, 2.0, None]
    assert (channel.regel, channel.gezaehlt, channel.summe) == ("borda", 4, 8)


def test_equal_figures_share_a_place_and_the_next_is_skipped() -> None:
    channel = count(votes("1 2", "2 1", "3"))
    assert [(r.platz, r.massnahme, r.gleichstand) for r in channel.zeilen] == [
        (1, "M-001", True),
        (1, "M-002", True),
        (3, "M-003", False),
        (4, "M-004", False),
    ]


def test_approval_without_ranks_says_what_cannot_be_computed() -> None:
    channel = count(votes("1 2", "1", ranked=False))
    assert channel.regel == "zustimmung"
    assert figures(channel)["M-001"] == (1, 2, None, None, None)
    assert channel.zeilen[0].mittlerer_rang is None
    assert channel.robust_regel is None
    assert channel.robust_stimmzettel is False


def test_one_pick_without_a_rank_makes_the_channel_an_approval() -> None:
    rows = [*votes("1 2"), *vote("x", ["M-003"], ranked=False)]
    assert count(rows).regel == "zustimmung"


def test_sums_give_sums_only() -> None:
    rows = [points("M-001", 8), points("M-001", 8), points("M-001", -2), points("M-002", 5)]
    channel = count(rows, present=24)
    assert figures(channel)["M-001"] == (1, 14, None, None, None)
    assert (channel.basis, channel.gezaehlt, channel.abgegeben) == ("summen", None, None)
    assert (channel.anwesend, channel.beteiligung, channel.robust) == (24, None, None)
    assert "nicht berechenbar" in channel.regel_text


def test_blank_and_spoilt_ballots_are_cast_but_not_counted() -> None:
    rows = [*votes("1", "2 1"), other("enthaltung", "8"), other("ungueltig", "9")]
    channel = count(rows, present=5)
    assert (channel.gezaehlt, channel.enthaltungen, channel.ungueltig) == (2, 1, 1)
    assert (channel.abgegeben, channel.beteiligung) == (4, 0.8)


def test_only_blank_ballots_still_give_a_result() -> None:
    channel = count([other("enthaltung", "1"), other("enthaltung", "")])
    assert (channel.gezaehlt, channel.enthaltungen) == (0, 2)
    assert {row.platz for row in channel.zeilen} == {1}
    assert channel.robust is None


@pytest.mark.parametrize(
    "picks",
    [["M-001", "M-002", "M-003", "M-004"], ["M-001", "M-001"]],
    ids=["more than allowed", "one measure twice"],
)
def test_a_ballot_that_breaks_the_rules_is_spoilt(picks: list[str]) -> None:
    channel = count([*votes("2"), *vote("x", picks)])
    assert (channel.gezaehlt, channel.ungueltig) == (1, 1)
    assert figures(channel)["M-001"][1] == 0


def test_a_ballot_that_is_blank_and_votes_is_spoilt_once() -> None:
    channel = count([*vote("1", ["M-001"]), *vote("2", ["M-001"]), other("enthaltung", "1")])
    assert (channel.gezaehlt, channel.enthaltungen, channel.ungueltig) == (1, 0, 1)


def test_equal_numbers_in_two_groups_and_two_files_are_different_ballots() -> None:
    rows = [
        *vote("1", ["M-001"], "A"),
        *vote("1", ["M-001"], "B"),
        *vote("1", ["M-001"], "A", source="b.csv"),
    ]
    assert count(rows).gezaehlt == 3


def test_channels_stand_side_by_side() -> None:
    rows = [*votes("1 2"), points("M-002", 9), points("M-003", 3, "zettel")]
    result = count_question(question(3), FOUR, rows, {})
    found = [(c.kanal, c.basis, c.summe) for c in result.kanaele]
    assert found == [
        ("punkte", "summen", 9),
        ("zettel", "stimmzettel", 2),
        ("zettel", "summen", 3),
    ]


def test_groups_are_counted_each_and_together() -> None:
    rows = [*votes("1 2", "1", group="A"), *votes("2", group="B")]
    result = count_question(question(3), FOUR, rows, {"zettel": 3})
    assert [(g.gruppe, g.gezaehlt, g.anwesend) for g in result.gruppen] == [
        ("A", 2, None),
        ("B", 1, None),
    ]
    assert result.kanaele[0].gezaehlt == 3


def test_a_vote_for_what_was_not_on_the_list_is_counted_and_shown() -> None:
    result = count_question(question(3), ("M-001",), votes("9 1"), {})
    assert {row.massnahme for row in result.kanaele[0].zeilen} == {"M-001", "M-009"}


def test_order_that_one_ballot_overturns() -> None:
    # Borda 3-2-1: M1 8, M2 7; without the first ballot M1 5, M2 5.
    channel = count(votes("1 2", "1 2", "2 1"))
    assert channel.robust_stimmzettel is False
    assert [row.robust for row in channel.zeilen[:2]] == [False, False]
    assert count(votes(*["1 2 3"] * 9)).robust_stimmzettel is True


def test_order_that_the_rule_overturns() -> None:
    # Borda: M1 3*4 = 12 before M2 2*5 = 10; by mentions M2 has five and M1 four.
    rows = votes("1 2", "1 2", "1 2", "1 2", "3 2", "3")
    channel = count(rows)
    assert channel.robust_regel is False
    assert count(votes(*["1 2 3 4"] * 9), cap=4).robust_regel is False
    assert count(votes(*["1 2 3 4"] * 5, "1 2 3", "1 2", "1"), cap=4).robust_regel is True


def test_without_a_cap_all_options_may_be_ranked() -> None:
    channel = count(votes("1 2 3 4"), cap=None)
    assert (channel.hoechstzahl, channel.begrenzt) == (4, False)
    assert figures(channel)["M-001"][2] == 4


def test_musterstadt_has_a_tie_a_fragile_and_a_rule_dependent_order() -> None:
    catalog = assemble(load_project(ROOT / "examples" / "musterstadt"))
    record = next(w for w in catalog.workshops if w.slug == "massnahmenwerkstatt")
    result = count_workshop(catalog, record)
    channels = {q.frage.id: q.kanaele[0] for q in result.fragen}
    assert [(r.platz, r.massnahme) for r in channels["hf1"].zeilen] == [
        (1, "M-002"), (2, "M-001"), (3, "M-003"), (3, "M-004")
    ]  # fmt: skip
    verdicts = {k: (c.robust_stimmzettel, c.robust_regel) for k, c in channels.items()}
    assert verdicts == {
        "hf1": (False, True),
        "hf2": (True, False),
        "hf3": (False, True),
        "hf4": (True, True),
    }
    assert (channels["hf3"].enthaltungen, channels["hf4"].ungueltig) == (1, 1)
    assert not result.leer


def test_kaiserslautern_has_no_ballots_and_its_questions_stand_empty() -> None:
    catalog = assemble(load_project(ROOT))
    (record,) = catalog.workshops
    result = count_workshop(catalog, record)
    assert result.leer
    assert len(result.fragen) == 4
    assert all(question.massnahmen for question in result.fragen)
