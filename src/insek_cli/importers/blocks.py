"""Columns of one file to questions: which belong together, and what their cells say."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from insek_cli.importers.encodings import Decoded, by_list, by_option, by_place, place
from insek_cli.importers.known import Known
from insek_cli.importers.raw import RawPaper, RawQuestion
from insek_cli.importers.trouble import Trouble
from insek_cli.votes.matching import folded


@dataclass(frozen=True)
class Column:
    """A column: its place in the table, the question it belongs to, and its part of it."""

    index: int
    prompt: str
    part: str


@dataclass(frozen=True)
class Voter:
    """A row of answers. `number` is no name."""

    number: str
    session: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Block:
    """The columns of one question, where they begin, and how that place is called."""

    columns: tuple[Column, ...]
    place: str
    row: int


def blocks(columns: Sequence[Column], known: Known) -> Iterator[tuple[Column, ...]]:
    """Neighbouring columns of one question. Several slides may share one prompt: a part that
    comes again, or that no question offers together with the ones before, begins the next."""
    group: list[Column] = []
    for column in columns:
        if group and not _continues(group, column, known):
            yield tuple(group)
            group = []
        group.append(column)
    if group:
        yield tuple(group)


def _continues(group: Sequence[Column], column: Column, known: Known) -> bool:
    if column.prompt != group[-1].prompt or not column.part:
        return False
    if folded(column.part) in {folded(other.part) for other in group}:
        return False
    before = known.measures(other.part for other in group)
    this = known.measures([column.part])
    return not (before and this and known.fits(before) and not known.fits([*before, *this]))


def question(block: Block, voters: Sequence[Voter], known: Known, trouble: Trouble) -> RawQuestion:
    """The ballots of a block; what cannot be counted is a finding when it concerns a measure."""
    columns = block.columns
    rows = [[voter.cells[column.index] for column in columns] for voter in voters]
    labels, decoded = _decoded(columns, rows, known)
    prompt = columns[0].prompt
    if decoded.problem:
        if known.measures(labels):
            _report(decoded, block, trouble)
        return RawQuestion(block.place, prompt, labels)
    if not labels:
        return RawQuestion(block.place, prompt, ())
    papers = (
        RawPaper(
            voter.number,
            picks,
            "ungueltig" if number in decoded.spoilt else "stimme",
            voter.session,
        )
        for number, (voter, picks) in enumerate(zip(voters, decoded.papers, strict=True))
        if picks
    )
    return RawQuestion(block.place, prompt, labels, tuple(papers))


def _decoded(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], known: Known
) -> tuple[tuple[str, ...], Decoded]:
    parts = tuple(column.part for column in columns)
    places = [place(part) for part in parts]
    if all(places) and not known.measures(parts):
        decoded = by_place([at for at in places if at], rows)
        return _named(decoded), decoded
    if len(columns) == 1 and not known.measures(parts):
        cells = [row[0] for row in rows]
        decoded = by_list(cells, known.resolve, known.ranked)
        # What people wrote freely is nobody's business here: only options are looked at.
        named = _named(by_list(cells, known.resolve, ranked=False))
        return (named, decoded) if known.measures(named) else ((), Decoded())
    return parts, by_option(parts, rows)


def _named(decoded: Decoded) -> tuple[str, ...]:
    picks = (label for paper in decoded.papers for _, label in paper or ())
    return tuple(dict.fromkeys(picks))


def _report(decoded: Decoded, block: Block, trouble: Trouble) -> None:
    column = block.columns[0].index + 1
    if decoded.problem == "order":
        trouble.report("INSEK532", block.row, column, block.place, place=block.place)
    elif decoded.problem == "scale":
        trouble.report("INSEK526", block.row, column, block.place, variant="scale")
    else:
        details = {"variant": "rank", "value": decoded.value}
        trouble.report("INSEK526", block.row, column, block.place, **details)
