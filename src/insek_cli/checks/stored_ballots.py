"""Votes against the workshop: known questions and measures, ballots that say one thing."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace

from insek_cli.catalog import WorkshopRecord
from insek_cli.checks.context import Context
from insek_cli.checks.references import may_be_unread
from insek_cli.findings import Issue
from insek_cli.findings.suggest import did_you_mean
from insek_cli.models.ballots import BallotRow
from insek_cli.models.workshop import Question
from insek_cli.source.earlier_ids import with_todays_ids
from insek_cli.source.records import BallotFile, WorkshopFolder
from insek_cli.workshop.ballots.cast_ballots import ballot_key
from insek_cli.workshop.ballots.offered_options import dropped_since, offered_measures


def invalid_ballots(context: Context) -> Iterator[Issue]:
    """All that is wrong with the rows of ballots.csv."""
    records = context.catalog.workshop
    for folder in context.loaded.workshops:
        if folder.ballots:
            record = records[folder.slug]
            yield from _references(context, folder.ballots, record)
            yield from _same_today(context, folder.ballots)
            file = _today(context, folder.ballots)
            for question in record.workshop.fragen:
                yield from _ballots(folder.ballots, question)
                yield from _sums(file, question)
                yield from _points(file, question, record.workshop.anwesend)
            yield from _turnout(folder, file)


def _today(context: Context, file: BallotFile) -> BallotFile:
    """The rows with the ids that the measures have today."""
    today = context.catalog.earlier_ids
    return replace(file, rows=tuple((line, with_todays_ids(row, today)) for line, row in file.rows))


def _references(context: Context, file: BallotFile, record: WorkshopRecord) -> Iterator[Issue]:
    """Rows on questions and measures that are not there: each once, with the number of its rows."""
    questions = {question.id: question for question in record.workshop.fragen}
    votable = {
        id_: {
            *offered_measures(context.catalog, record, q),
            *dropped_since(context.catalog, record, q),
        }
        for id_, q in questions.items()
    }
    count = Counter((row.frage, row.massnahme) for _, row in file.rows)
    of_question = Counter(row.frage for _, row in file.rows)
    seen: set[tuple[str, str | None]] = set()
    for line, row in file.rows:
        known = row.frage in questions
        key = (row.frage, row.massnahme if known else None)
        if key in seen:
            continue
        seen.add(key)
        if not known:
            hint = did_you_mean(row.frage, questions)
            details = {"id": row.frage, "count": str(of_question[row.frage]), "hint": hint}
            yield file.issue("INSEK504", line, "frage", **details)
            continue
        found = _wrong_measure(context, row, votable[row.frage]) if row.massnahme else None
        if found is not None:
            details = {"id": row.massnahme or "", "question": row.frage, "count": str(count[key])}
            yield file.issue("INSEK505", line, "massnahme", **(details | found))


def _wrong_measure(context: Context, row: BallotRow, votable: set[str]) -> dict[str, str] | None:
    """What is wrong with the measure of a row, as parts of the finding."""
    known, written = context.catalog.measure, row.massnahme or ""
    measure = context.catalog.earlier_ids.get(written, written)
    if measure not in known:
        owners = [m.id for m in context.catalog.measures if written in m.frueher]
        if owners:
            return {"variant": "claimed", "owners": ", ".join(owners)}
        return None if may_be_unread(context, "measure", measure) else {"variant": "unknown"}
    if known[measure].handlungsfeld not in context.catalog.field:
        # The wrong field has a finding of its own.
        return None
    return {} if votable and measure not in votable else None


def _same_today(context: Context, file: BallotFile) -> Iterator[Issue]:
    """Ballots that name two ids of one measure: what was two measures on the day is one now."""
    today = context.catalog.earlier_ids
    chosen: dict[tuple[str, ...], dict[str, str]] = defaultdict(dict)
    told: set[tuple[str, str]] = set()
    for line, row in file.rows if today else ():
        if not (row.massnahme and row.stimmzettel):
            continue
        measure = today.get(row.massnahme, row.massnahme)
        ballot = (row.kanal, row.frage, *ballot_key(row))
        other = chosen[ballot].setdefault(measure, row.massnahme)
        pair = (min(other, row.massnahme), max(other, row.massnahme))
        if other != row.massnahme and pair not in told:
            told.add(pair)
            earlier = row.massnahme if row.massnahme != measure else other
            details = {"variant": "merged", "id": measure, "earlier": earlier}
            yield file.issue("INSEK506", line, "massnahme", **details)


def _ballots(file: BallotFile, question: Question) -> Iterator[Issue]:
    ballots: dict[tuple[str, ...], list[tuple[int, BallotRow]]] = defaultdict(list)
    for line, row in file.rows:
        if row.frage == question.id and row.stimmzettel:
            ballots[(row.kanal, *ballot_key(row))].append((line, row))
    for rows in ballots.values():
        yield from _twice(file, rows)
        yield from _beyond(file, rows, question.max_auswahl)


def _twice(file: BallotFile, rows: list[tuple[int, BallotRow]]) -> Iterator[Issue]:
    seen: dict[tuple[str, object], int] = {}
    first_line, first = rows[0]
    for line, row in rows:
        measure = seen.setdefault(("measure", row.massnahme), line)
        rank = seen.setdefault(("rank", row.rang), line)
        if row.art != first.art:
            yield file.issue("INSEK506", line, "art", variant="kind", line=str(first_line))
        elif measure != line and row.massnahme:
            details = {"id": row.massnahme, "line": str(measure)}
            yield file.issue("INSEK506", line, "massnahme", variant="measure", **details)
        elif measure != line:
            yield file.issue("INSEK506", line, "stimmzettel", line=str(measure))
        elif rank != line and row.rang:
            details = {"rank": str(row.rang), "line": str(rank)}
            yield file.issue("INSEK506", line, "rang", variant="rank", **details)


def _beyond(
    file: BallotFile, rows: list[tuple[int, BallotRow]], cap: int | None
) -> Iterator[Issue]:
    votes = [(line, row) for line, row in rows if row.art == "stimme"]
    if cap is None:
        return
    if len(votes) > cap:
        yield file.issue("INSEK507", votes[cap][0], "stimmzettel", cap=str(cap))
        return
    for line, row in votes:
        if row.rang and row.rang > cap:
            details = {"rank": str(row.rang), "cap": str(cap)}
            yield file.issue("INSEK507", line, "rang", variant="rank", **details)


def _sums(file: BallotFile, question: Question) -> Iterator[Issue]:
    sums: Counter[tuple[str, str]] = Counter()
    last: dict[tuple[str, str], int] = {}
    for line, row in file.rows:
        if row.frage == question.id and row.art == "summe" and row.massnahme:
            sums[row.kanal, row.massnahme] += row.gewicht
            last[row.kanal, row.massnahme] = line
    for (channel, measure), total in sums.items():
        if total < 0:
            line = last[channel, measure]
            yield file.issue("INSEK508", line, "gewicht", sum=str(total), id=measure)


def _points(file: BallotFile, question: Question, present: dict[str, int]) -> Iterator[Issue]:
    """More points in a round than all people together may give."""
    given: Counter[tuple[str, str]] = Counter()
    most: dict[tuple[str, str], tuple[int, int]] = {}
    for line, row in file.rows:
        if row.frage == question.id and row.art == "summe":
            key = (row.kanal, row.runde)
            given[key] += row.gewicht
            most[key] = max((row.gewicht, -line), most.get(key, (row.gewicht, -line)))
    for (channel, round_), total in given.items():
        people, each = present.get(channel), question.max_auswahl
        if people is not None and each is not None and total > people * each:
            details = {
                "count": total, "channel": channel, "question": question.id, "people": people,
                "each": each, "most": people * each,
            }  # fmt: skip
            yield file.issue("INSEK510", -most[channel, round_][1], "gewicht", **details)


def _turnout(folder: WorkshopFolder, file: BallotFile) -> Iterator[Issue]:
    cast: dict[tuple[str, str, str], set[tuple[str, ...]]] = defaultdict(set)
    last: dict[tuple[str, str, str], int] = {}
    for line, row in file.rows:
        if row.stimmzettel:
            cast[row.kanal, row.frage, row.runde].add(ballot_key(row))
            last[row.kanal, row.frage, row.runde] = line
    for key, ballots in cast.items():
        present = folder.record.model.anwesend.get(key[0])
        if present is not None and len(ballots) > present:
            details = {"channel": key[0], "present": str(present), "count": str(len(ballots))}
            yield file.issue("INSEK509", last[key], "stimmzettel", **details)


RULES = (invalid_ballots,)
