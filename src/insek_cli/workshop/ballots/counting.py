"""Counting: rows of ballots.csv to rankings. Pure, and the same whatever the order of the rows."""

from collections.abc import Iterable, Sequence
from itertools import chain

from insek_cli.catalog import Catalog, WorkshopRecord
from insek_cli.models.ballots import BallotRow
from insek_cli.models.workshop import Question
from insek_cli.workshop.ballots.cast_ballots import BallotBox, ballot_box
from insek_cli.workshop.ballots.counting_rules import (
    all_ranked,
    mean_ranks,
    shared_places,
    total_points,
)
from insek_cli.workshop.ballots.offered_options import offered_measures
from insek_cli.workshop.ballots.outcome import (
    Basis,
    ChannelResult,
    QuestionResult,
    RankedMeasure,
    Rule,
    WorkshopResult,
)
from insek_cli.workshop.ballots.robustness import Robustness, robustness
from insek_cli.workshop.ballots.rule_wording import rule_text


def count_workshop(catalog: Catalog, record: WorkshopRecord) -> WorkshopResult:
    """The results of all questions of a workshop; without ballots they are empty."""
    questions = (
        count_question(
            question,
            offered_measures(catalog, record, question),
            record.ballots,
            record.workshop.anwesend,
        )
        for question in record.workshop.fragen
    )
    return WorkshopResult(record.slug, tuple(questions))


def count_question(
    question: Question,
    measures: Sequence[str],
    ballots: Iterable[BallotRow],
    present: dict[str, int],
) -> QuestionResult:
    """One question: each channel on its own, all groups together and one by one."""
    rows = [row for row in ballots if row.frage == question.id]
    offered = _offered(measures, rows)
    together, by_group = [], []
    for channel in sorted({row.kanal for row in rows}):
        bases = _bases(rows, channel)
        for basis in bases:
            part = _part(rows, channel, bases, basis)
            whole = _channel(question, offered, part, basis)
            together.append(_with_present(whole, present.get(channel)))
            groups = sorted({row.gruppe for row in part if row.gruppe})
            for group in groups:
                chosen = [row for row in part if row.gruppe == group]
                by_group.append(_channel(question, offered, chosen, basis, group))
    return QuestionResult(question, tuple(measures), tuple(together), tuple(by_group))


def _offered(measures: Sequence[str], rows: Iterable[BallotRow]) -> tuple[str, ...]:
    """The options in their order, then what was voted for all the same: no vote vanishes."""
    voted = sorted({row.massnahme for row in rows if row.massnahme})
    return tuple(dict.fromkeys(chain(measures, voted)))


def _bases(rows: Iterable[BallotRow], channel: str) -> list[Basis]:
    kinds = {row.art for row in rows if row.kanal == channel}
    if "summe" not in kinds:
        return ["stimmzettel"]
    return ["stimmzettel", "summen"] if "stimme" in kinds else ["summen"]


def _part(
    rows: Iterable[BallotRow], channel: str, bases: list[Basis], basis: Basis
) -> list[BallotRow]:
    part = [row for row in rows if row.kanal == channel]
    return [row for row in part if _belongs(row, basis)] if len(bases) > 1 else part


def _belongs(row: BallotRow, basis: Basis) -> bool:
    """Blank and spoilt ballots without a number belong to the sums they were handed in with."""
    if row.art in ("enthaltung", "ungueltig"):
        return bool(row.stimmzettel) == (basis == "stimmzettel")
    return (row.art == "summe") == (basis == "summen")


def _channel(
    question: Question,
    offered: tuple[str, ...],
    rows: list[BallotRow],
    basis: Basis,
    group: str | None = None,
) -> ChannelResult:
    cap = question.max_auswahl or len(offered)
    content = ballot_box(rows, cap)
    rule = _rule(content, basis)
    verdict = robustness(content.ballots, offered, cap, rule)
    return ChannelResult(
        kanal=rows[0].kanal,
        basis=basis,
        gruppe=group,
        runden=tuple(sorted({row.runde for row in rows if row.runde})),
        quellen=tuple(sorted({row.quelle for row in rows})),
        hoechstzahl=cap,
        begrenzt=question.max_auswahl is not None,
        regel=rule,
        regel_text=rule_text(rule, basis, cap, limited=question.max_auswahl is not None),
        anwesend=None,
        gezaehlt=len(content.ballots) if basis == "stimmzettel" else None,
        enthaltungen=content.blank,
        ungueltig=content.spoilt,
        zeilen=_rows(offered, rows, content, cap, rule, verdict),
        robust_stimmzettel=verdict.ballots,
        robust_regel=verdict.rule,
    )


def _with_present(result: ChannelResult, present: int | None) -> ChannelResult:
    return ChannelResult(**{**vars(result), "anwesend": present})


def _rule(content: BallotBox, basis: Basis) -> Rule:
    return "borda" if basis == "stimmzettel" and all_ranked(content.ballots) else "zustimmung"


def _rows(
    offered: tuple[str, ...],
    rows: Iterable[BallotRow],
    content: BallotBox,
    cap: int,
    rule: Rule,
    verdict: Robustness,
) -> tuple[RankedMeasure, ...]:
    votes = total_points("zustimmung", content.ballots, cap)
    for row in rows:
        if row.art == "summe" and row.massnahme:
            votes[row.massnahme] += row.gewicht
    borda = total_points("borda", content.ballots, cap)
    shrinking = total_points("borda_schrumpfend", content.ballots, cap)
    means = mean_ranks(content.ballots) if rule == "borda" else {}
    place = shared_places(borda if rule == "borda" else votes, offered)
    shared = list(place.values())
    counted = (
        RankedMeasure(
            platz=place[measure],
            massnahme=measure,
            zustimmung=votes[measure],
            borda=borda[measure] if rule == "borda" else None,
            borda_schrumpfend=shrinking[measure] if rule == "borda" else None,
            mittlerer_rang=means[measure][0] if measure in means else None,
            n=means.get(measure, (0.0, 0))[1] if rule == "borda" else None,
            gleichstand=shared.count(place[measure]) > 1,
            robust=verdict.rows.get(measure),
        )
        for measure in offered
    )
    return tuple(sorted(counted, key=lambda row: row.platz))
