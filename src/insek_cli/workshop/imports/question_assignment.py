"""Which question of the workshop a question of a file is: by its wording and its options, then by
the order of the slides. What stays ambiguous is asked or refused, never guessed."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from insek_cli.tables.import_findings import ImportFindings
from insek_cli.workshop.ballots.option_matching import IGNORED, Match
from insek_cli.workshop.imports.known_questions import AskedQuestion, KnownQuestions
from insek_cli.workshop.imports.raw_ballots import RawQuestion

Matches = Mapping[str, Match]
Choose = Callable[[RawQuestion, Sequence[str]], int | None]
"""Asked which of several names a question of the file is; None: nobody can say."""
Confirm = Callable[[Match], bool]


@dataclass(frozen=True)
class Ask:
    """What a person on a terminal is asked: about each close match once, and which question it is
    where that stays open. Without a person the answers are no and None."""

    confirm: Confirm = lambda _match: False
    choose: Choose = lambda _question, _names: None


Assigned = list[tuple[RawQuestion, AskedQuestion | None]]


class Assigner:
    """Assigns the questions of one file. `wanted` is the one that the user named."""

    def __init__(
        self,
        known: KnownQuestions,
        matches: Matches,
        wanted: str | None,
        choose: Choose,
        findings: ImportFindings,
    ) -> None:
        self._known, self._matches, self._wanted = known, matches, wanted
        self._choose, self._trouble = choose, findings
        self.refused: set[str] = set()
        """Places that a finding tells of."""

    def assign(self, questions: Sequence[RawQuestion]) -> Assigned:
        """Each question with the one it is; None when it has nothing to do with the workshop."""
        read = [one for question in questions for one in self._reading(question)]
        parts = [part for question in read for part in self._sums_apart(question)]
        candidates = self._of_wanted(parts) if self._wanted else [*map(self._candidates, parts)]
        chosen = self._by_order(parts, candidates)
        self._once(parts, chosen)
        return list(zip(parts, chosen, strict=True))

    def measures(self, question: RawQuestion) -> set[str]:
        """The measures among its options, close matches included."""
        found = {self._matches[label].measure for label in question.labels}
        return {id_ for id_ in found if id_ and id_ != IGNORED}

    def _reading(self, question: RawQuestion) -> Sequence[RawQuestion]:
        """One question or several, where the columns may be either."""
        one = (replace(question, parts=()),)
        if not question.parts:
            return one
        whole, parts = self._candidates(question), [*map(self._candidates, question.parts)]
        if self._wanted:
            fits = any(a.question.id == self._wanted for a in self._fitting(question))
            return one if fits else question.parts
        for test in (self._worded, self._readable):
            if test((question,)) != test(question.parts):
                return one if test((question,)) else question.parts
        several = " + ".join(_ids(asked)[0] for asked in parts if asked)
        names = [*_ids(whole), several]
        answer = self._ask(question, names)
        return () if answer is None else question.parts if names[answer] == several else one

    def _worded(self, questions: Sequence[RawQuestion]) -> bool:
        """Whether the wording alone leads to a question that offers the options."""
        return all(set(self._known.asking(q.prompt)) & set(self._fitting(q)) for q in questions)

    def _readable(self, questions: Sequence[RawQuestion]) -> bool:
        return not any(question.issues for question in questions)

    def _fitting(self, question: RawQuestion) -> list[AskedQuestion]:
        found = self.measures(question)
        return [asked for asked in self._known.asked if found and asked.offers(found)]

    def _candidates(self, question: RawQuestion) -> list[AskedQuestion]:
        """The questions it may be: of its wording, with no options beyond those of another."""
        if question.question:
            return self._named(question)
        fitting = self._fitting(question)
        worded = self._known.asking(question.prompt)
        pool = [asked for asked in fitting if asked in worded] or fitting
        if not pool:
            return self._nearest(question)
        if question.sums and not question.prompt:
            # A list of sums may leave out what got none: only a complete one speaks for itself.
            return [a for a in pool if set(a.measures) == self.measures(question)] or pool
        return [a for a in pool if not any(set(b.measures) < set(a.measures) for b in pool)]

    def _nearest(self, question: RawQuestion) -> list[AskedQuestion]:
        """With options that no question offers, or too many: where most of them belong. Each
        option that does not is a finding of its own."""
        found = self.measures(question)
        shared = [(len(found.intersection(a.measures)), a) for a in self._known.asked]
        best = max((share for share, _ in shared), default=0)
        return (
            [asked for share, asked in shared if share == best]
            if best * 2 >= len(found) > 0
            else []
        )

    def _named(self, question: RawQuestion) -> list[AskedQuestion]:
        name = (question.question or "").casefold()
        for asked in self._known.asked:
            own = (asked.question.id, asked.question.handlungsfeld or "", asked.question.wortlaut)
            if name in (text.casefold() for text in own if text):
                return [asked]
        details = {"variant": "unknown", "id": question.question or "", "known": _list(self._known)}
        self._refuse(question, **details)
        return []

    def _of_wanted(self, questions: Sequence[RawQuestion]) -> list[list[AskedQuestion]]:
        """Only the question that was named: where it is the likeliest, else wherever it fits, else
        what alone was voted on."""
        for way in (self._candidates, self._fitting):
            found = [[a for a in way(q) if a.question.id == self._wanted] for q in questions]
            if any(found):
                return found
        voted = sum(question.voted for question in questions)
        one = [asked for asked in self._known.asked if asked.question.id == self._wanted]
        return [one if question.voted and voted == 1 else [] for question in questions]

    def _by_order(
        self, questions: Sequence[RawQuestion], candidates: Sequence[list[AskedQuestion]]
    ) -> list[AskedQuestion | None]:
        """Slides with equal candidates are told apart by their order, if all of them are there."""
        chosen: list[AskedQuestion | None] = [a[0] if len(a) == 1 else None for a in candidates]
        taken = {asked.question.id for asked in chosen if asked}
        groups: dict[tuple[frozenset[str], tuple[str, ...]], list[int]] = defaultdict(list)
        for place, asked in enumerate(candidates):
            if len(asked) > 1:
                groups[_sessions(questions[place]), _ids(asked)].append(place)
        for (_, ids), places in groups.items():
            if len(places) == len(ids) and not taken.intersection(ids):
                for place, one in zip(places, candidates[places[0]], strict=True):
                    chosen[place] = one
                continue
            for place in places:
                answer = self._ask(questions[place], ids)
                chosen[place] = None if answer is None else candidates[place][answer]
        return chosen

    def _ask(self, question: RawQuestion, names: Sequence[str]) -> int | None:
        answer = self._choose(question, names)
        if answer is None:
            example = names[0].partition(" + ")[0]
            listed = "; ".join(names)
            self._refuse(question, variant="several", known=listed, example=example)
        return answer

    def _once(
        self, questions: Sequence[RawQuestion], chosen: Sequence[AskedQuestion | None]
    ) -> None:
        """A question that two slides of one session asked is not added up."""
        seen: set[tuple[str, str]] = set()
        for question, asked in zip(questions, chosen, strict=True):
            if asked is None:
                continue
            keys = {(asked.question.id, session) for session in _sessions(question)}
            if keys & seen:
                self._refuse(question, variant="twice", id=asked.question.id)
            seen |= keys

    def _sums_apart(self, question: RawQuestion) -> list[RawQuestion]:
        """Sums of several questions in one list, where each measure has one question."""
        found = self.measures(question)
        if not question.sums or question.question or not found or self._known.fits(found):
            return [question]
        owner: dict[str, str] = {}
        for id_ in found:
            owners = [a.question.id for a in self._known.asked if a.offers([id_])]
            if len(owners) != 1:
                return [question]
            owner[id_] = owners[0]
        parts: dict[str, list[str]] = defaultdict(list)
        for label in question.labels:
            parts[owner.get(self._matches[label].measure or "", "")].append(label)
        return [
            replace(
                question,
                labels=tuple(labels),
                sums=tuple(one for one in question.sums if one.label in labels),
            )
            for labels in parts.values()
        ]

    def _refuse(self, question: RawQuestion, **details: str) -> None:
        self.refused.add(question.place)
        self._trouble.report("INSEK530", question.row, 1, question.place, **details)


def _ids(asked: Sequence[AskedQuestion]) -> tuple[str, ...]:
    return tuple(one.question.id for one in asked)


def _list(known: KnownQuestions) -> str:
    return ", ".join(_ids(known.asked))


def _sessions(question: RawQuestion) -> frozenset[str]:
    """The sessions in which it was voted on."""
    of_sums = (one.session for one in question.sums)
    return frozenset([*(ballot.session for ballot in question.ballots), *of_sums])
