"""Votes: which options a question has, how ballots are counted, and how sure the order is."""

from insek_cli.workshop.ballots.counting import count_question, count_workshop
from insek_cli.workshop.ballots.outcome import (
    ChannelResult,
    QuestionResult,
    RankedMeasure,
    WorkshopResult,
)

__all__ = [
    "ChannelResult",
    "QuestionResult",
    "RankedMeasure",
    "WorkshopResult",
    "count_question",
    "count_workshop",
]
