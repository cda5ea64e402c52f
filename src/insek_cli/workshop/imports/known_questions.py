"""What a workshop knows of its questions: with it files are read that do not explain themselves."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from insek_cli.models.workshop import Question
from insek_cli.workshop.ballots.option_matching import IGNORED, Matcher, folded_option

SEPARATORS = 20
"""How many signs of a heading are tried as the end of its prompt."""


@dataclass(frozen=True)
class AskedQuestion:
    """A question with the measures it offered, in their order."""

    question: Question
    measures: tuple[str, ...]
    since: frozenset[str] = frozenset()
    """Measures it offered on the day, which have been dropped since."""

    def offers(self, measures: Iterable[str]) -> bool:
        """Whether it offered all of these on the day."""
        return self._all.issuperset(measures)

    @cached_property
    def _all(self) -> frozenset[str]:
        return self.since.union(self.measures)

    @property
    def cap(self) -> int:
        """How many measures a ballot may name."""
        return self.question.max_auswahl or len(self.measures)


@dataclass(frozen=True)
class KnownQuestions:
    """The questions of a workshop, and the matcher of options.

    `ranked` settles what a list of options in one cell is; None: find out, and refuse in doubt.
    """

    asked: tuple[AskedQuestion, ...]
    matcher: Matcher
    ranked: bool | None = None

    @cached_property
    def _wordings(self) -> dict[str, tuple[AskedQuestion, ...]]:
        found: dict[str, tuple[AskedQuestion, ...]] = {}
        for asked in self.asked:
            key = _wording(asked.question.wortlaut)
            found[key] = (*found.get(key, ()), asked)
        return found

    def asking(self, prompt: str) -> tuple[AskedQuestion, ...]:
        """The questions with this wording; spaces, case and a colon at its end do not count."""
        return self._wordings.get(_wording(prompt), ())

    def prompt(self, heading: str, sign: str) -> tuple[str, str] | None:
        """A heading that begins with the wording of a question, and what stands behind the sign
        that parts them. Both may contain the sign: the longest wording wins."""
        ends = [found.start() for found in islice(re.finditer(sign, heading), SEPARATORS)]
        for end in (len(heading), *reversed(ends)):
            if self.asking(heading[:end]):
                return heading[:end].rstrip(": "), heading[end:].strip()
        return None

    def resolve(self, label: str) -> str | None:
        """The id of an option that is named without doubt."""
        found = self.matcher.exact(label)
        return found.measure if found else None

    def near(self, label: str) -> str | None:
        """The id of the measure that an option names or resembles."""
        measure = self.matcher.match(label).measure
        return None if measure == IGNORED else measure

    def measures(self, labels: Iterable[str]) -> list[str]:
        """The measures among the options, once each, in their order."""
        found = dict.fromkeys(self.resolve(label) for label in labels)
        return [id_ for id_ in found if id_ and id_ != IGNORED]

    def fits(self, measures: Iterable[str]) -> bool:
        """Whether one question offers all of these."""
        wanted = set(measures)
        return any(asked.offers(wanted) for asked in self.asked)


def _wording(text: str) -> str:
    return folded_option(text).rstrip(": ")
