"""Rows of ballots.csv for tests, written short."""

from collections.abc import Sequence

from insek_cli.models.ballots import BallotRow
from insek_cli.models.workshop import Question


def question(cap: int | None = None) -> Question:
    return Question(id="hf1", wortlaut="Was zuerst?", max_auswahl=cap)


def vote(
    number: str,
    picks: Sequence[str],
    group: str = "",
    *,
    ranked: bool = True,
    source: str = "a.csv",
) -> list[BallotRow]:
    """One ballot: measures by rank, or without ranks."""
    return [
        BallotRow(
            quelle=source, kanal="zettel", frage="hf1", gruppe=group, stimmzettel=number,
            art="stimme", rang=rank if ranked else None, massnahme=measure,
        )
        for rank, measure in enumerate(picks, 1)
    ]  # fmt: skip


def votes(*papers: str, group: str = "", ranked: bool = True) -> list[BallotRow]:
    """Ballots written as `1 2 3`: the numbers of measures by rank."""
    return [
        row
        for number, paper in enumerate(papers, 1)
        for row in vote(
            f"{group}{number}", [f"M-00{m}" for m in paper.split()], group, ranked=ranked
        )
    ]


def other(kind: str, number: str, weight: int = 1) -> BallotRow:
    """A blank or spoilt ballot."""
    return BallotRow.model_validate(
        {"quelle": "a.csv", "kanal": "zettel", "frage": "hf1", "stimmzettel": number,
         "art": kind, "gewicht": weight}
    )  # fmt: skip


def points(measure: str, weight: int, channel: str = "punkte", group: str = "") -> BallotRow:
    """A sum."""
    return BallotRow(
        quelle="p.csv", kanal=channel, frage="hf1", gruppe=group, art="summe",
        massnahme=measure, gewicht=weight,
    )  # fmt: skip
