"""What holds for any ballots."""

import random

from hypothesis import given
from hypothesis import strategies as st

from insek_cli.models.ballots import BallotRow
from insek_cli.workshop.ballots import ChannelResult, QuestionResult, count_question
from insek_cli.workshop.ballots.ballot_rows import ballots_csv
from workshop.ballots.ballot_rows import question, vote

MEASURES = ("M-001", "M-002", "M-003", "M-004", "M-005", "M-006", "M-007")
CAP = 4
PICKS = st.lists(st.sampled_from(MEASURES), min_size=1, max_size=CAP, unique=True)
PAPERS = st.lists(PICKS, min_size=1, max_size=12)


def rows(papers: list[list[str]], group: str = "") -> list[BallotRow]:
    return [row for n, picks in enumerate(papers) for row in vote(f"{group}{n}", picks, group)]


def count(ballots: list[BallotRow]) -> QuestionResult:
    return count_question(question(CAP), MEASURES, ballots, {})


def values(channel: ChannelResult, rule: str) -> dict[str, int]:
    return {row.massnahme: getattr(row, rule) for row in channel.zeilen}


@given(PAPERS, st.randoms(use_true_random=False))
def test_order_of_rows_does_not_matter(papers: list[list[str]], chance: random.Random) -> None:
    ballots = rows(papers)
    shuffled = chance.sample(ballots, len(ballots))
    assert count(shuffled) == count(ballots)
    assert ballots_csv(shuffled) == ballots_csv(ballots)


@given(PAPERS, st.data())
def test_an_added_approval_never_lowers_its_measure(
    papers: list[list[str]], data: st.DataObject
) -> None:
    short = [n for n, picks in enumerate(papers) if len(picks) < CAP]
    if not short:
        return
    n = data.draw(st.sampled_from(short))
    added = data.draw(st.sampled_from([m for m in MEASURES if m not in papers[n]]))
    more = [[*picks, added] if i == n else picks for i, picks in enumerate(papers)]
    before, after = count(rows(papers)).kanaele[0], count(rows(more)).kanaele[0]
    for rule in ("zustimmung", "borda", "borda_schrumpfend"):
        assert values(after, rule)[added] > values(before, rule)[added]


@given(PAPERS, st.permutations(MEASURES))
def test_other_names_give_the_same_figures(papers: list[list[str]], names: list[str]) -> None:
    renamed = dict(zip(MEASURES, names, strict=True))
    before = count(rows(papers)).kanaele[0]
    after = count(rows([[renamed[m] for m in picks] for picks in papers])).kanaele[0]
    assert {
        (renamed[row.massnahme], row.platz, row.borda, row.zustimmung, row.gleichstand, row.robust)
        for row in before.zeilen
    } == {
        (row.massnahme, row.platz, row.borda, row.zustimmung, row.gleichstand, row.robust)
        for row in after.zeilen
    }


@given(PAPERS, PAPERS)
def test_groups_add_up_to_the_whole(first: list[list[str]], second: list[list[str]]) -> None:
    result = count([*rows(first, "A"), *rows(second, "B")])
    for rule in ("zustimmung", "borda", "borda_schrumpfend"):
        groups = [values(group, rule) for group in result.gruppen]
        whole = values(result.kanaele[0], rule)
        assert whole == {m: sum(group[m] for group in groups) for m in MEASURES}


@given(PAPERS)
def test_places_follow_the_figures(papers: list[list[str]]) -> None:
    channel = count(rows(papers)).kanaele[0]
    for row in channel.zeilen:
        better = [other for other in channel.zeilen if (other.borda or 0) > (row.borda or 0)]
        equal = [other for other in channel.zeilen if other.borda == row.borda]
        assert row.platz == 1 + len(better)
        assert row.gleichstand == (len(equal) > 1)


@given(PAPERS)
def test_robust_means_that_no_ballot_moves_the_first_five(papers: list[list[str]]) -> None:
    def first(papers: list[list[str]]) -> set[tuple[str, int]]:
        if not papers:
            return {(m, 1) for m in MEASURES}
        zeilen = count(rows(papers)).kanaele[0].zeilen
        return {(row.massnahme, row.platz) for row in zeilen if row.platz <= 5}

    whole = first(papers)
    stays = all(first([*papers[:n], *papers[n + 1 :]]) == whole for n in range(len(papers)))
    assert count(rows(papers)).kanaele[0].robust_stimmzettel is stays
