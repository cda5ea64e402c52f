"""LimeSurvey: answers in CSV, headed by codes (Q1[1]) or by full texts (Wortlaut [Rang 1])."""

import re
from collections.abc import Sequence

from insek_cli.tables.csv_table import AnswerTable
from insek_cli.tables.import_findings import ImportFindings
from insek_cli.workshop.imports.column_blocks import Answers, Voter, read_questions
from insek_cli.workshop.imports.known_questions import SEPARATORS, KnownQuestions
from insek_cli.workshop.imports.rank_encodings import NO_MARKS, NOTHING
from insek_cli.workshop.imports.slide_runs import PromptColumn
from insek_cli.workshop.imports.vote_source import TableSource, Votes

OWN = frozenset({
    "id", "response id", "antwort id", "submitdate", "date submitted", "datum abgeschickt",
    "lastpage", "last page", "letzte seite", "startlanguage", "start language", "seed",
    "zufallsstartwert", "startdate", "datestamp", "date started", "datum gestartet",
    "date last action", "datum letzte aktivität", "startsprache",
})  # fmt: skip
SUBMITTED = frozenset({"submitdate", "date submitted", "datum abgeschickt"})
BRACKET = re.compile(r"\[")
NOISE = re.compile(r"other|comment|sonstiges|kommentar", re.IGNORECASE)
OTHER = re.compile(r"other|sonstiges", re.IGNORECASE)
EMPTY = NOTHING | NO_MARKS
NAMED = 10
"""How many rows a finding lists."""


def is_limesurvey(header: tuple[str, ...]) -> bool:
    """Whether the header has two of the columns that each export has."""
    return len({_plain(name) for name in header} & OWN) >= 2


def read_limesurvey(
    table: AnswerTable, _file: str, known: KnownQuestions, findings: ImportFindings
) -> Votes:
    """The questions with their ballots; only finished answers count, and no name is read."""
    done = next((n for n, h in enumerate(table.header) if _plain(h) in SUBMITTED), None)
    rows = [(line, cells) for line, cells in table.rows if done is None or cells[done]]
    finished = {line for line, _ in rows}
    if unfinished := [line for line, _ in table.rows if line not in finished]:
        which = ", ".join(map(str, unfinished[:NAMED])) + (" …" if unfinished[NAMED:] else "")
        place = table.place(table.line, done or 0)
        details = {"variant": "unfinished", "count": len(unfinished), "which": which}
        findings.report("INSEK534", unfinished[0], (done or 0) + 1, place, **details)
    digits = len(str(len(rows)))
    voters = [
        Voter(str(n).zfill(digits), "", cells, line) for n, (line, cells) in enumerate(rows, 1)
    ]
    answers = Answers(table.line, voters, table.place, findings.file)
    columns, others = _columns(table, known, findings)
    _tell_others(table, rows, columns, others, known, findings)
    return Votes(tuple(read_questions(columns, answers, known, findings)))


def _columns(
    table: AnswerTable, known: KnownQuestions, findings: ImportFindings
) -> tuple[list[PromptColumn], list[PromptColumn]]:
    """The columns of options, and those in which people write something else."""
    found, others = [], []
    for at, heading in enumerate(table.header):
        if _plain(heading) in OWN:
            continue
        prompt, part = _parted(heading, known)
        if part is None:
            # It begins as a question of the workshop does, so votes may stand in it.
            place = table.place(table.line, at)
            details = {"variant": "heading", "name": heading}
            findings.report("INSEK525", table.line, at + 1, place, **details)
        elif not NOISE.fullmatch(part) or known.resolve(part):
            found.append(PromptColumn(at, prompt, part))
        elif OTHER.fullmatch(part):
            others.append(PromptColumn(at, prompt, part))
    _tell_torn(table, found, known, findings)
    return found, others


def _tell_others(
    table: AnswerTable,
    rows: Sequence[tuple[int, tuple[str, ...]]],
    columns: Sequence[PromptColumn],
    others: Sequence[PromptColumn],
    known: KnownQuestions,
    findings: ImportFindings,
) -> None:
    """Answers to a question of the workshop that name no measure: what they say stays unread."""
    for other in others:
        options = [column for column in columns if column.prompt == other.prompt]
        if not (known.asking(other.prompt) or known.measures(one.part for one in options)):
            continue
        lines = [line for line, cells in rows if cells[other.index].strip().casefold() not in EMPTY]
        if lines:
            which = ", ".join(map(str, lines[:NAMED])) + (" …" if lines[NAMED:] else "")
            place = table.place(table.line, other.index)
            details = {"variant": "other", "count": len(lines), "which": which}
            findings.report("INSEK534", lines[0], other.index + 1, place, **details)


def _tell_torn(
    table: AnswerTable, columns: list[PromptColumn], known: KnownQuestions, findings: ImportFindings
) -> None:
    """A heading that begins as those of a question do, and whose bracket does not close."""
    prompts = {column.prompt for column in columns if known.resolve(column.part)}
    for column in columns:
        torn = (column.prompt[: found.start()].strip() for found in BRACKET.finditer(column.prompt))
        if not column.part and prompts.intersection(torn):
            place = table.place(table.line, column.index)
            details = {"variant": "heading", "name": column.prompt}
            findings.report("INSEK525", table.line, column.index + 1, place, **details)


def _parted(heading: str, known: KnownQuestions) -> tuple[str, str | None]:
    """Prompt and part. Both may contain brackets: known prompts first, then known options, then
    the bracket that closes at the end. The part is None where a known prompt has a torn one."""
    if split := known.prompt(heading, r"\["):
        prompt, rest = split
        if not rest:
            return prompt, ""
        return prompt, rest[1:-1].strip() if rest.endswith("]") and rest[1:-1].strip() else None
    plain = heading.strip()
    if not plain.endswith("]"):
        return heading, ""
    starts = [found.start() for found in BRACKET.finditer(plain)][:SEPARATORS]
    for start in starts:
        if start and known.resolve(plain[start + 1 : -1]):
            return plain[:start].strip(), plain[start + 1 : -1].strip()
    start = _opening(plain)
    return (plain[:start].strip(), plain[start + 1 : -1].strip()) if start > 0 else (heading, "")


def _opening(text: str) -> int:
    """Where the bracket opens that the last sign closes; 0 where none does."""
    depth = 0
    for at in range(len(text) - 1, -1, -1):
        depth += (text[at] == "]") - (text[at] == "[")
        if depth == 0:
            return at
    return 0


def _plain(heading: str) -> str:
    return re.sub(r"[^\w ]", " ", heading.casefold()).strip()


SOURCE = TableSource(40, "limesurvey", is_limesurvey, read_limesurvey)
