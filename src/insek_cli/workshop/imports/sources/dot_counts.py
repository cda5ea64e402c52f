"""Sticky dots and raised hands: a measure and its points in each row, added up over all rows."""

import re
from collections import defaultdict

from insek_cli.tables.csv_table import AnswerTable
from insek_cli.tables.import_findings import ImportFindings
from insek_cli.workshop.imports.known_questions import KnownQuestions
from insek_cli.workshop.imports.raw_ballots import RawQuestion, RawSum
from insek_cli.workshop.imports.vote_source import TableSource, Votes

MEASURE = frozenset({"massnahme", "maßnahme", "massnahmen", "maßnahmen", "option"})
POINTS = frozenset({"punkte", "stimmen", "points", "votes", "handzeichen"})
GROUP = frozenset({"gruppe", "tisch", "group", "table"})
ROUND = frozenset({"runde", "round"})
QUESTION = frozenset({"frage", "question"})
PEOPLE = frozenset({
    "personen", "anzahl personen", "anzahl_personen", "personenzahl", "anwesend", "anwesende",
    "teilnehmende", "teilnehmer", "people",
})  # fmt: skip


def is_dots(header: tuple[str, ...]) -> bool:
    """Whether the header has measures or points, and is none of another source."""
    names = {name.casefold() for name in header}
    return bool(names & MEASURE and (names & POINTS or len(names) <= 6)) or (
        bool(names & POINTS) and len(names) <= 6
    )


def read_dots(
    table: AnswerTable, _file: str, _known: KnownQuestions, findings: ImportFindings
) -> Votes:
    """The questions of the table, and how many people it speaks of."""
    columns = _columns(table, findings)
    people = _People()
    sums: dict[str, list[RawSum]] = defaultdict(list)
    for line, cells in table.rows:
        label = cells[columns["measure"]]
        text = cells[columns["points"]]
        group, round_ = _cell(cells, columns, "group"), _cell(cells, columns, "round")
        if label.casefold() in PEOPLE:
            people.add(_number(table, line, columns["points"], text, findings), group, round_)
            continue
        if "people" in columns and (count := cells[columns["people"]]):
            people.add(_number(table, line, columns["people"], count, findings), group, round_)
        if not label:
            place = table.place(line, columns["measure"])
            findings.report("INSEK526", line, columns["measure"] + 1, place, variant="empty")
            continue
        points = _number(table, line, columns["points"], text, findings)
        question = _cell(cells, columns, "question")
        sums[question].append(RawSum(label, points or 0, group, round_))
    found = (_question(name, rows, table.line) for name, rows in sums.items())
    return Votes(tuple(found), people=people.count)


def _question(name: str, sums: list[RawSum], row: int) -> RawQuestion:
    labels = tuple(dict.fromkeys(one.label for one in sums))
    return RawQuestion(
        name or "massnahme", name, labels, sums=tuple(sums), question=name or None, row=row
    )


def _columns(table: AnswerTable, findings: ImportFindings) -> dict[str, int]:
    wanted = {
        "measure": MEASURE, "points": POINTS, "group": GROUP, "round": ROUND,
        "question": QUESTION, "people": PEOPLE,
    }  # fmt: skip
    found: dict[str, int] = {}
    for key, names in wanted.items():
        places = [n for n, name in enumerate(table.header) if name.casefold() in names]
        if len(places) > 1 and key in ("measure", "points"):
            name = table.header[places[1]]
            raise findings.refuse("INSEK525", table.line, places[1] + 1, variant="twice", name=name)
        if places:
            found[key] = places[0]
    for key, name in (("measure", "massnahme"), ("points", "punkte")):
        if key not in found:
            raise findings.refuse("INSEK525", table.line, name=name)
    return found


def _cell(cells: tuple[str, ...], columns: dict[str, int], key: str) -> str:
    return cells[columns[key]] if key in columns else ""


def _number(
    table: AnswerTable, line: int, column: int, text: str, findings: ImportFindings
) -> int | None:
    if re.fullmatch(r"[-−+]?[0-9]{1,6}", text):
        return int(text.replace("−", "-"))
    variant = "" if text else "empty"
    place = table.place(line, column)
    findings.report("INSEK526", line, column + 1, place, variant=variant, value=text)
    return None


class _People:
    """Groups of one round are different people; the next round has the same ones again."""

    def __init__(self) -> None:
        self._most: dict[tuple[str, str], int] = {}

    def add(self, count: int | None, group: str, round_: str) -> None:
        if count is not None:
            self._most[round_, group] = max(count, self._most.get((round_, group), 0))

    @property
    def count(self) -> int | None:
        rounds: dict[str, int] = defaultdict(int)
        for (round_, _group), count in self._most.items():
            rounds[round_] += count
        return max(rounds.values(), default=None)


SOURCE = TableSource(50, "punkte", is_dots, read_dots)
