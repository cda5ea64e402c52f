"""From a file that was read to rows of ballots.csv, or to what is still open."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from insek_cli.findings import Severity
from insek_cli.models.ballots import BallotRow
from insek_cli.tables.import_findings import ImportFindings
from insek_cli.workshop.ballots.option_matching import IGNORED, Match, is_number
from insek_cli.workshop.imports.given_points import tell_points
from insek_cli.workshop.imports.import_plan import Choices, ImportPlan, Recognised, Session
from insek_cli.workshop.imports.known_questions import AskedQuestion, KnownQuestions
from insek_cli.workshop.imports.question_assignment import Ask, Assigner, Confirm
from insek_cli.workshop.imports.raw_ballots import RawBallot, RawFile, RawQuestion

SHOWN = 3
"""How many options a finding lists."""


def plan_file(
    raw: RawFile, known: KnownQuestions, choices: Choices, present: dict[str, int], ask: Ask
) -> ImportPlan:
    """The plan of one file."""
    findings = ImportFindings(raw.file, list(raw.issues))
    if findings.failed:
        return ImportPlan(raw.file, raw.source, issues=tuple(findings.issues))
    questions = _of_sessions(raw, choices, findings)
    every = [*questions, *(part for question in questions for part in question.parts)]
    labels = dict.fromkeys(label for question in every for label in question.labels)
    matches = {label: known.matcher.match(label) for label in labels}
    assigner = Assigner(known, matches, choices.question, ask.choose, findings)
    builder = _Builder(raw, choices, matches, ask.confirm, findings)
    for question, asked in assigner.assign(questions):
        if asked is None and question.place in assigner.refused:
            continue
        builder.add(question, asked)
        if asked is None and (assigner.measures(question) or known.asking(question.prompt)):
            builder.refuse(question)
    builder.finish(known, present)
    return builder.plan()


def _of_sessions(raw: RawFile, choices: Choices, findings: ImportFindings) -> list[RawQuestion]:
    names = [session.name for session in choices.sessions]
    listed = ", ".join(raw.sessions)
    for name in names:
        if name not in raw.sessions:
            variant = "unknown" if raw.sessions not in ((), ("",)) else "without"
            findings.report("INSEK529", variant=variant, name=name, sessions=listed)
    if len(raw.sessions) > 1 and not names:
        findings.report("INSEK529", sessions=listed)
    wanted = frozenset(names) or frozenset({*raw.sessions, ""})
    found = [_of_session(question, wanted) for question in raw.questions]
    return [question for question in found if question.voted or not names]


def _of_session(question: RawQuestion, wanted: frozenset[str]) -> RawQuestion:
    return replace(
        question,
        ballots=tuple(ballot for ballot in question.ballots if ballot.session in wanted),
        sums=tuple(one for one in question.sums if one.session in wanted),
        parts=tuple(_of_session(part, wanted) for part in question.parts),
    )


class _Builder:
    """Gathers rows and what is open, question by question."""

    def __init__(
        self, raw: RawFile, choices: Choices, matches: dict[str, Match], confirm: Confirm,
        findings: ImportFindings,
    ) -> None:  # fmt: skip
        self._raw, self._choices, self._trouble = raw, choices, findings
        self._matches, self._confirm = matches, confirm
        self._channel = choices.channel or raw.channel
        self._sessions = {session.name: session for session in choices.sessions}
        self._answers: dict[str, bool] = {}
        self._recognised: list[Recognised] = []
        self._strange: list[RawQuestion] = []
        self._open: dict[str, Match] = {}
        self._rows: list[BallotRow] = list(raw.ballots)

    def add(self, question: RawQuestion, asked: AskedQuestion | None) -> None:
        """Take the votes of a question that was recognised; remember the others."""
        if asked is None:
            self._strange.append(question)
            return
        self._trouble.add(question.issues)
        found = {label: self._settled(label, question) for label in question.labels}
        known = {label: match.measure for label, match in found.items() if match.measure}
        self._check(question, asked, known)
        rows = [*self._ballots(question, asked, known), *self._sums(question, asked, known)]
        spoilt = [row.stimmzettel for row in rows if row.art == "ungueltig"]
        self._tell_spoilt(question, spoilt)
        points = sum(one.points for one in question.sums) if question.sums else None
        summary = Recognised(
            question.place, question.prompt, asked.question.id, tuple(found.values()),
            len({row.stimmzettel for row in rows if row.stimmzettel}), len(spoilt), points,
        )  # fmt: skip
        self._recognised.append(summary)
        self._rows += rows

    def refuse(self, question: RawQuestion) -> None:
        """Votes that are the workshop's, on no question of it: nothing is imported without them,
        unless the user named another question."""
        if not question.voted or self._choices.question:
            return
        self._trouble.add(question.issues)
        if not question.issues:
            self._report_strange(question)

    def _report_strange(self, question: RawQuestion) -> None:
        shown = [label for label in question.labels if label][:SHOWN]
        options = "; ".join(shown) + (" …" if question.labels[SHOWN:] else "")
        details = {"variant": "numbers" if shown and all(map(is_number, shown)) else ""}
        place = (question.row, 1, question.place)
        self._trouble.report("INSEK530", *place, options=options or "–", **details)

    def _tell_spoilt(self, question: RawQuestion, spoilt: Sequence[str]) -> None:
        """A few spoilt ballots are told; when most are, the rules are wrong, not the people."""
        if not spoilt:
            return
        severity = Severity.ERROR if len(spoilt) * 2 > len(question.ballots) else None
        told = {"severity": severity, "count": len(spoilt), "which": ", ".join(spoilt)}
        self._trouble.report("INSEK534", question.row, 1, question.place, **told)

    def _settled(self, label: str, question: RawQuestion) -> Match:
        """The match of an option; open, when nobody vouches for it."""
        match = self._matches[label]
        if match.how == "aehnlich" and label not in self._answers:
            self._answers[label] = self._confirm(match)
        if match.exact or self._answers.get(label):
            return match
        if label not in self._open:
            doubt = {"variant": "number" if is_number(label) else ""}
            details = {"variant": "close", "id": match.measure} if match.measure else doubt
            self._trouble.report(
                "INSEK531", question.row, 1, question.place, label=label, **details
            )
        self._open[label] = match
        return replace(match, measure=None)

    def _check(self, question: RawQuestion, asked: AskedQuestion, known: dict[str, str]) -> None:
        first: dict[str, str] = {}
        for label, id_ in known.items():
            if id_ == IGNORED:
                continue
            other = first.setdefault(id_, label)
            if not asked.offers([id_]):
                details = {"variant": "foreign", "label": label, "id": id_}
                self._report(question, question_=asked.question.id, **details)
            elif other != label and question.ballots:
                details = {"variant": "same", "label": label, "other": other, "id": id_}
                self._report(question, **details)

    def _report(self, question: RawQuestion, *, question_: str = "", **details: str) -> None:
        if question_:
            details["question"] = question_
        self._trouble.report("INSEK531", 1, 1, question.place, **details)

    def _ballots(
        self, question: RawQuestion, asked: AskedQuestion, known: dict[str, str]
    ) -> Iterator[BallotRow]:
        for ballot in question.ballots:
            head = self._head(asked, ballot.session) | {"stimmzettel": ballot.number}
            picks = [(rank, known.get(label)) for rank, label in ballot.picks]
            votes = [(rank, id_) for rank, id_ in picks if id_ and id_ != IGNORED]
            if _spoilt(ballot, votes, asked.cap):
                yield BallotRow.model_validate(head | {"art": "ungueltig"})
            elif not votes:
                yield BallotRow.model_validate(head | {"art": "enthaltung"})
            for rank, id_ in [] if _spoilt(ballot, votes, asked.cap) else votes:
                vote = {"art": "stimme", "rang": rank, "massnahme": id_}
                yield BallotRow.model_validate(head | vote)

    def _sums(
        self, question: RawQuestion, asked: AskedQuestion, known: dict[str, str]
    ) -> Iterator[BallotRow]:
        for one in question.sums:
            id_ = known.get(one.label)
            if id_ is None or id_ == IGNORED:
                continue
            head = self._head(asked, one.session)
            group, round_ = " ".join(one.group.split()), " ".join(one.round.split())
            head |= {"gruppe": group or head["gruppe"], "runde": round_ or head["runde"]}
            total = {"art": "summe", "massnahme": id_, "gewicht": one.points}
            yield BallotRow.model_validate(head | total)

    def _head(self, asked: AskedQuestion, session: str) -> dict[str, object]:
        chosen = self._sessions.get(session, Session(session))
        return {
            "quelle": self._raw.source,
            "kanal": self._channel,
            "frage": asked.question.id,
            "gruppe": chosen.group or self._choices.group,
            "runde": chosen.round or self._choices.round,
        }

    def finish(self, known: KnownQuestions, present: dict[str, int]) -> None:
        """What can only be said of the whole file."""
        self._ready_rows({asked.question.id: asked for asked in known.asked})
        if not self._rows and not (self._recognised and self._open):
            self._nothing()
        people, noted = self._raw.people, present.get(self._channel)
        if people is not None and people != noted:
            said = {"count": people, "known": noted, "channel": self._channel}
            self._trouble.report("INSEK535", variant="" if noted else "unknown", **said)
        tell_points(self._rows, known.asked, people, self._channel, self._trouble)

    def _nothing(self) -> None:
        """No vote is on a question of the workshop: what was voted on is named."""
        if self._trouble.failed:
            return
        for question in self._strange:
            if question.voted:
                self._report_strange(question)
                self._open |= {label: self._matches[label] for label in question.labels}
        if not self._open and not self._trouble.failed:
            self._trouble.report("INSEK528" if self._recognised else "INSEK527")

    def _ready_rows(self, asked: dict[str, AskedQuestion]) -> None:
        """Rows of the neutral format, which name their question themselves."""
        wanted = self._choices.question
        if wanted and self._raw.ballots:
            self._rows = [row for row in self._rows if row.frage == wanted]
        for name in sorted({row.frage for row in self._raw.ballots} - asked.keys()):
            details = {"variant": "unknown", "id": name, "known": ", ".join(asked)}
            self._trouble.report("INSEK530", 1, 1, "frage", **details)
        pairs = {(row.frage, row.massnahme) for row in self._raw.ballots if row.massnahme}
        for name, id_ in sorted(pairs):
            if name in asked and not asked[name].offers([id_]):
                details = {"variant": "foreign", "label": id_, "id": id_, "question": name}
                self._trouble.report("INSEK531", 1, 1, "massnahme", **details)

    def plan(self) -> ImportPlan:
        """The outcome; rows only of what is complete."""
        # Who named one question knows that the others are left out.
        left_out = self._choices.question is not None and bool(self._recognised)
        strange = () if left_out else tuple((q.place, q.prompt) for q in self._strange)
        return ImportPlan(
            self._raw.file, self._raw.source, tuple(self._recognised), strange,
            tuple(self._open.values()), tuple(self._rows), tuple(self._trouble.issues),
        )  # fmt: skip


def _spoilt(ballot: RawBallot, votes: Sequence[tuple[int | None, str]], cap: int) -> bool:
    measures = {id_ for _, id_ in votes}
    beyond = len(votes) > cap or any(rank and rank > cap for rank, _ in votes)
    return ballot.kind == "ungueltig" or beyond or len(measures) < len(votes)
