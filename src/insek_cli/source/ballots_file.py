"""ballots.csv: the votes of a workshop, row by row, with every finding at its cell."""

import csv
from collections.abc import Iterator
from pathlib import Path

from insek_cli import limits
from insek_cli.models.ballots import BALLOT_COLUMNS, BallotRow
from insek_cli.source.data_files import Files
from insek_cli.source.nodes import Span
from insek_cli.source.records import BallotFile, cell_position
from insek_cli.source.source_file import Source
from insek_cli.source.syntax_slips import conflict
from insek_cli.workshop.ballots.ballot_rows import parse_row

HEADER = ";".join(BALLOT_COLUMNS)


def read_ballots(path: Path, files: Files) -> BallotFile | None:
    """The rows that can be read; None without the file, or when it is none of votes."""
    if not files.has(path) or not files.usable(path):
        return None
    source = files.source(path)
    text = files.text(path, source, limits.BALLOTS)
    return None if text is None else parse_ballots(text, source)


def parse_ballots(text: str, source: Source) -> BallotFile | None:
    """The rows of a text whose lines the source knows."""
    if found := conflict(source.lines):
        source.report(found.code, found.span, variant=found.variant)
        return None
    if source.line(1) != HEADER:
        source.report("INSEK501", header=HEADER)
        return None
    return BallotFile(source.file, tuple(_rows(text, source)), tuple(source.lines))


def _rows(text: str, source: Source) -> Iterator[tuple[int, BallotRow]]:
    reader = csv.reader(text.split("\n"), delimiter=";", strict=True)
    following = 1
    try:
        for cells in reader:
            # A quoted cell may run over several lines: a row stands where it begins.
            line, following = following, reader.line_num + 1
            if line == 1 or not cells:
                continue
            if len(cells) != len(BALLOT_COLUMNS):
                count, wanted = str(len(cells)), str(len(BALLOT_COLUMNS))
                source.report("INSEK502", Span(line, 1, line, 2), count=count, wanted=wanted)
                continue
            if ballot := _ballot(cells, line, source):
                yield line, ballot
    except csv.Error:
        source.report("INSEK502", Span(following, 1, following, 2), variant="quotes")


def _ballot(cells: list[str], line: int, source: Source) -> BallotRow | None:
    values = dict(zip(BALLOT_COLUMNS, cells, strict=True))
    ballot, faults = parse_row(values)
    for column, variant in faults:
        place = cell_position(source.file, line, source.line(line), column)
        span = Span(line, place.column, line, place.end or place.column + 1)
        value = values[column]
        source.report("INSEK503", span, (column,), variant=variant, value=value, column=column)
    return ballot
