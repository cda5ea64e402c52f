"""Points of a file against the people of whom the file itself speaks."""

from collections import Counter
from collections.abc import Iterable

from insek_cli.models.ballots import BallotRow
from insek_cli.tables.import_findings import ImportFindings
from insek_cli.workshop.imports.known_questions import AskedQuestion


def tell_points(
    rows: Iterable[BallotRow],
    asked: Iterable[AskedQuestion],
    people: int | None,
    channel: str,
    findings: ImportFindings,
) -> None:
    """Report each question with more points in a round than these people may give."""
    given: Counter[tuple[str, str]] = Counter()
    for row in rows if people is not None else ():
        if row.art == "summe":
            given[row.frage, row.runde] += row.gewicht
    caps = {one.question.id: one.question.max_auswahl for one in asked}
    for (name, _round), total in given.items():
        each = caps.get(name)
        if people is not None and each is not None and total > people * each:
            details = {
                "count": total, "channel": channel, "question": name, "people": people,
                "each": each, "most": people * each,
            }  # fmt: skip
            findings.report("INSEK510", 1, 1, name, **details)
