"""Votes: which options a question has, how ballots are counted, and how sure the order is."""

from insek_cli.workshop.ballots.counting import count_question, count_workshop
from insek_cli.workshop.ballots.outcome import ChannelResult, QuestionResult, Row, WorkshopResult

__all__ = [
    "ChannelResult",
    "QuestionResult",
    "Row",
    "WorkshopResult",
    "count_question",
    "count_workshop",
]
