"""Which question of the workshop a question of a file is: by its options, then by the order."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from insek_cli.importers.known import Asked, Known
from insek_cli.importers.raw import RawQuestion
from insek_cli.importers.trouble import Trouble
from insek_cli.votes.matching import IGNORED, Match

Matches = Mapping[str, Match]


def assign(
    questions: Sequence[RawQuestion], known: Known, matches: Matches, wanted: str | None,
    trouble: Trouble,
) -> list[tuple[RawQuestion, Asked | None]]:  # fmt: skip
    """Each question with the one it is; None when it has nothing to do with the workshop."""
    parts = [part for question in questions for part in _parts(question, known, matches)]
    candidates = [_candidates(part, known, matches, trouble) for part in parts]
    if wanted:
        candidates = [_only(asked, wanted) for asked in candidates]
        if not any(candidates):
            candidates = _forced(parts, known, wanted)
    chosen = _by_order(parts, candidates, trouble)
    _once(parts, chosen, trouble)
    return list(zip(parts, chosen, strict=True))


def measures_of(question: RawQuestion, matches: Matches) -> set[str]:
    """The measures among its options, close matches included."""
    found = {matches[label].measure for label in question.labels if label in matches}
    return {id_ for id_ in found if id_ and id_ != IGNORED}


def _parts(question: RawQuestion, known: Known, matches: Matches) -> list[RawQuestion]:
    """Sums of several questions in one list, taken apart where each measure has one question."""
    found = measures_of(question, matches)
    if not question.sums or question.question or not found or known.fits(found):
        return [question]
    owner: dict[str, str] = {}
    for id_ in found:
        owners = [a.question.id for a in known.asked if id_ in a.measures]
        if len(owners) != 1:
            return [question]
        owner[id_] = owners[0]
    parts: dict[str, list[str]] = defaultdict(list)
    for label in question.labels:
        parts[owner.get(matches[label].measure or "", "")].append(label)
    return [
        replace(
            question,
            labels=tuple(labels),
            sums=tuple(one for one in question.sums if one.label in labels),
        )
        for labels in parts.values()
    ]


def _candidates(
    question: RawQuestion, known: Known, matches: Matches, trouble: Trouble
) -> list[Asked]:
    if question.question:
        return _named(question, known, trouble)
    found = measures_of(question, matches)
    if not found:
        return []
    offers = [(asked, set(asked.measures)) for asked in known.asked]
    same = [asked for asked, offered in offers if offered == found]
    holding = [asked for asked, offered in offers if found <= offered]
    return same or holding or _nearest(found, offers)


def _nearest(found: set[str], offers: Sequence[tuple[Asked, set[str]]]) -> list[Asked]:
    """With options that no question offers, or too many: where most of them belong."""
    shared = [(len(found & offered) / len(found), asked) for asked, offered in offers]
    best = max((share for share, _ in shared), default=0.0)
    return [asked for share, asked in shared if share == best] if best >= 0.5 else []


def _named(question: RawQuestion, known: Known, trouble: Trouble) -> list[Asked]:
    name = (question.question or "").casefold()
    for asked in known.asked:
        own = (asked.question.id, asked.question.handlungsfeld or "", asked.question.wortlaut)
        if name in (text.casefold() for text in own if text):
            return [asked]
    ids = ", ".join(asked.question.id for asked in known.asked)
    details = {"variant": "unknown", "id": question.question, "known": ids}
    trouble.report("INSEK530", 1, 1, "frage", **details)
    return []


def _only(asked: Sequence[Asked], wanted: str) -> list[Asked]:
    return [one for one in asked if one.question.id == wanted]


def _forced(questions: Sequence[RawQuestion], known: Known, wanted: str) -> list[list[Asked]]:
    """A file with one question that votes were cast on: it is the one that was named."""
    voted = [bool(question.papers or question.sums) for question in questions]
    one = [asked for asked in known.asked if asked.question.id == wanted]
    return [one if has and sum(voted) == 1 else [] for has in voted]


def _by_order(
    questions: Sequence[RawQuestion], candidates: Sequence[list[Asked]], trouble: Trouble
) -> list[Asked | None]:
    """Questions with equal options are told apart by their order, if all of them are there."""
    chosen: list[Asked | None] = [asked[0] if len(asked) == 1 else None for asked in candidates]
    groups: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, asked in enumerate(candidates):
        if len(asked) > 1:
            groups[tuple(one.question.id for one in asked)].append(place)
    for ids, places in groups.items():
        if len(places) == len(ids):
            for place, one in zip(places, candidates[places[0]], strict=True):
                chosen[place] = one
            continue
        for place in places:
            at = questions[place].place
            details = {"variant": "several", "place": at, "known": ", ".join(ids)}
            trouble.report("INSEK530", 1, 1, at, **details)
    return chosen


def _once(
    questions: Sequence[RawQuestion], chosen: Sequence[Asked | None], trouble: Trouble
) -> None:
    """A question that two slides of one session asked is not added up."""
    seen: set[tuple[str, str]] = set()
    for question, asked in zip(questions, chosen, strict=True):
        if asked is None:
            continue
        votes = {paper.session for paper in question.papers}
        votes |= {one.session for one in question.sums}
        keys = {(asked.question.id, session) for session in votes}
        if keys & seen:
            details = {"variant": "twice", "place": question.place, "id": asked.question.id}
            trouble.report("INSEK530", 1, 1, question.place, **details)
        seen |= keys
