"""What a workshop knows of its questions: with it files are read that do not explain themselves."""

from collections.abc import Iterable
from dataclasses import dataclass

from insek_cli.models.workshop import Question
from insek_cli.votes.matching import IGNORED, Matcher


@dataclass(frozen=True)
class Asked:
    """A question with the measures it offered, in their order."""

    question: Question
    measures: tuple[str, ...]
    since: frozenset[str] = frozenset()
    """Measures it offered on the day, which have been dropped since."""

    def offers(self, measures: Iterable[str]) -> bool:
        """Whether it offered all of these on the day."""
        return self.since.union(self.measures).issuperset(measures)

    @property
    def cap(self) -> int:
        """How many measures a ballot may name."""
        return self.question.max_auswahl or len(self.measures)


@dataclass(frozen=True)
class Known:
    """The questions of a workshop, and the matcher of options.

    `ranked` settles what a list of options in one cell is; None: find out, and refuse in doubt.
    """

    asked: tuple[Asked, ...]
    matcher: Matcher
    ranked: bool | None = None

    @property
    def prompts(self) -> tuple[str, ...]:
        """The wordings of the questions, longest first."""
        return tuple(sorted({a.question.wortlaut for a in self.asked}, key=len, reverse=True))

    def resolve(self, label: str) -> str | None:
        """The id of an option that is named without doubt."""
        found = self.matcher.exact(label)
        return found.measure if found else None

    def measures(self, labels: Iterable[str]) -> list[str]:
        """The measures among the options, once each, in their order."""
        found = dict.fromkeys(self.resolve(label) for label in labels)
        return [id_ for id_ in found if id_ and id_ != IGNORED]

    def fits(self, measures: Iterable[str]) -> bool:
        """Whether one question offers all of these."""
        wanted = set(measures)
        return any(asked.offers(wanted) for asked in self.asked)
