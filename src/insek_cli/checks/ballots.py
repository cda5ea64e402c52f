"""Votes against the workshop: known questions and measures, ballots that say one thing."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from insek_cli.catalog import WorkshopRecord
from insek_cli.checks.context import Context
from insek_cli.checks.references import unread
from insek_cli.findings import Issue
from insek_cli.loader.records import BallotFile, WorkshopFolder
from insek_cli.models.votes import Ballot
from insek_cli.models.workshop import Question
from insek_cli.suggest import did_you_mean
from insek_cli.votes.options import earlier_ids, question_measures
from insek_cli.votes.papers import paper_key


def ballots(context: Context) -> Iterator[Issue]:
    """All that is wrong with the rows of ballots.csv."""
    records = {record.slug: record for record in context.catalog.workshops}
    for folder in context.loaded.workshops:
        if folder.ballots:
            yield from _references(context, folder, folder.ballots, records[folder.slug])
            for question in folder.record.model.fragen:
                yield from _papers(folder.ballots, question)
                yield from _sums(folder.ballots, question)
            yield from _turnout(folder, folder.ballots)


def _references(
    context: Context, folder: WorkshopFolder, file: BallotFile, record: WorkshopRecord
) -> Iterator[Issue]:
    questions = {question.id: question for question in folder.record.model.fragen}
    offered = {
        id_: question_measures(context.catalog, record, question)
        for id_, question in questions.items()
    }
    known = context.catalog.measure
    today = earlier_ids(context.catalog)
    for line, row in file.rows:
        measure = today.get(row.massnahme or "", row.massnahme)
        if row.frage not in questions:
            hint = did_you_mean(row.frage, questions)
            yield file.issue("INSEK504", line, "frage", id=row.frage, hint=hint)
        elif measure and measure not in known:
            if unread(context, "measure", measure):
                continue
            yield file.issue("INSEK505", line, "massnahme", variant="unknown", id=measure)
        elif measure and known[measure].handlungsfeld not in context.catalog.field:
            # The wrong field has a finding of its own.
            continue
        elif measure and offered[row.frage] and measure not in offered[row.frage]:
            yield file.issue("INSEK505", line, "massnahme", id=measure, question=row.frage)


def _papers(file: BallotFile, question: Question) -> Iterator[Issue]:
    papers: dict[tuple[str, ...], list[tuple[int, Ballot]]] = defaultdict(list)
    for line, row in file.rows:
        if row.frage == question.id and row.stimmzettel:
            papers[(row.kanal, *paper_key(row))].append((line, row))
    for rows in papers.values():
        yield from _twice(file, rows)
        yield from _beyond(file, rows, question.max_auswahl)


def _twice(file: BallotFile, rows: list[tuple[int, Ballot]]) -> Iterator[Issue]:
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


def _beyond(file: BallotFile, rows: list[tuple[int, Ballot]], cap: int | None) -> Iterator[Issue]:
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


def _turnout(folder: WorkshopFolder, file: BallotFile) -> Iterator[Issue]:
    cast: dict[tuple[str, str, str], set[tuple[str, ...]]] = defaultdict(set)
    last: dict[tuple[str, str, str], int] = {}
    for line, row in file.rows:
        if row.stimmzettel:
            cast[row.kanal, row.frage, row.runde].add(paper_key(row))
            last[row.kanal, row.frage, row.runde] = line
    for key, papers in cast.items():
        present = folder.record.model.anwesend.get(key[0])
        if present is not None and len(papers) > present:
            details = {"channel": key[0], "present": str(present), "count": str(len(papers))}
            yield file.issue("INSEK509", last[key], "stimmzettel", **details)
