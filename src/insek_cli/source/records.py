"""What a load gives back: records that know where their keys stand, and findings."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from pathlib import PurePosixPath
from typing import Any, Generic, TypeVar

from insek_cli.catalog import Chapter
from insek_cli.findings import Issue, Position
from insek_cli.findings.codes import finding
from insek_cli.models.ballots import BALLOT_COLUMNS, BallotRow, Option
from insek_cli.models.base import Model
from insek_cli.models.concept import Concept
from insek_cli.models.field import FieldOfAction
from insek_cli.models.measure import Measure
from insek_cli.models.monitoring import MonitoringReport
from insek_cli.models.record_kinds import FIELD, MEASURE, MONITORING, REMARKS, RecordKind
from insek_cli.models.workshop import Remark, Workshop
from insek_cli.source.character_places import Place
from insek_cli.source.key_positions import Written
from insek_cli.source.nodes import Node, Path, Scalar, Span, dotted, find, key_span

T_co = TypeVar("T_co", bound=Model, covariant=True)


@dataclass(frozen=True)
class Record(Generic[T_co]):
    """A model and where it stands: at `prefix` in a file."""

    model: T_co
    written: Written = field(repr=False)
    prefix: Path = ()

    @property
    def path(self) -> PurePosixPath:
        """The file, relative to the project."""
        return self.written.file

    @property
    def node(self) -> Node:
        """The data with the place of each of its keys."""
        return self.written.node(self.prefix)

    def locate(self, path: Path = ()) -> Position:
        """Where a value stands; for a key that is missing, where the record begins."""
        return self._position(find(self.node, path)[1])

    def locate_key(self, path: Path) -> Position:
        """Where a key itself stands."""
        span = key_span(self.node, path)
        return self._position(span) if span else self.locate(path)

    def scalar(self, path: Path) -> Scalar | None:
        """The scalar at a path, with its style and span."""
        node, _, taken = find(self.node, path)
        return node if isinstance(node, Scalar) and taken == path else None

    def within(self, path: Path, start: int, end: int) -> Position:
        """Where a part of a text value stands: `start` and `end` count its characters from 0."""
        scalar = self.scalar(path)
        if scalar is None or not scalar.text:
            return self.locate(path)
        return _stretch(self.path, self.written.places(self.prefix + path), start, end)

    def source(self, line: int) -> str:
        """A line of the file, empty past its end."""
        lines = self.written.lines
        return lines[line - 1] if 0 < line <= len(lines) else ""

    def issue(self, code: str, path: Path = (), /, **values: Any) -> Issue:
        """A finding about the value at a path."""
        return self.issue_at(code, self.locate(path), path, **values)

    def issue_in(self, code: str, path: Path, start: int, end: int, /, **values: Any) -> Issue:
        """A finding about a part of the text at a path."""
        return self.issue_at(code, self.within(path, start, end), path, **values)

    def issue_at(self, code: str, position: Position, path: Path = (), /, **values: Any) -> Issue:
        """A finding at a position that was computed elsewhere."""
        key = dotted(self.prefix + path)
        return finding(code, position, key, self.source(position.line), **values)

    def _position(self, span: Span) -> Position:
        return Position(self.path, span.line, span.column, span.end)


def _stretch(file: PurePosixPath, places: Sequence[Place], start: int, end: int) -> Position:
    """A part of a text in its file; one of several lines is pointed at by its beginning."""
    first = places[min(start, len(places) - 1)]
    last = places[max(min(end, len(places)) - 1, min(start, len(places) - 1))]
    stop = last.end if last.line == first.line else None
    return Position(file, first.line, first.column, stop)


@dataclass(frozen=True)
class ChapterRecord:
    """A free chapter; `offset` is the number of lines before its Markdown begins."""

    chapter: Chapter
    offset: int
    lines: tuple[str, ...] = field(repr=False, default=())

    def issue_in(self, code: str, start: int, end: int, /, **values: Any) -> Issue:
        """A finding about a part of the Markdown; `start` and `end` count from its beginning."""
        text = self.chapter.text
        line = text.count("\n", 0, start) + 1
        column = start - (text.rfind("\n", 0, start) + 1) + 1
        stop = column + max(1, end - start) if "\n" not in text[start:end] else None
        place = Position(self.chapter.file, self.offset + line, column, stop)
        index = place.line - 1
        source = self.lines[index] if index < len(self.lines) else ""
        return finding(code, place, "", source, **values)


@dataclass(frozen=True)
class BallotFile:
    """The rows of ballots.csv that can be read, each with its line."""

    path: PurePosixPath
    rows: tuple[tuple[int, BallotRow], ...] = ()
    lines: tuple[str, ...] = field(repr=False, default=())

    def issue(self, code: str, line: int, column: str, /, **values: Any) -> Issue:
        """A finding about a cell; the column is found where no cell is quoted."""
        text = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        position = cell_position(self.path, line, text, column)
        return finding(code, position, column, text, **values)


def cell_position(path: PurePosixPath, line: int, text: str, column: str) -> Position:
    """Where a cell of ballots.csv stands; without a column, or with quotes, where its row does."""
    cells = text.split(";")
    place = BALLOT_COLUMNS.index(column) if column in BALLOT_COLUMNS else len(cells)
    if '"' in text or place >= len(cells):
        return Position(path, line)
    start = sum(len(cell) + 1 for cell in cells[:place]) + 1
    return Position(path, line, start, start + max(1, len(cells[place])))


@dataclass(frozen=True)
class WorkshopFolder:
    """A workshop and what lies beside it; `slug` is the name of the folder."""

    slug: str
    record: Record[Workshop]
    remarks: tuple[Record[Remark], ...] = ()
    ballots: BallotFile | None = None
    options: tuple[Record[Option], ...] = ()


@dataclass
class Loaded:
    """All records of a project by kind, sorted by file name, and what was wrong on the way."""

    root: FilePath
    concept: Record[Concept] | None = None
    fields: list[Record[FieldOfAction]] = field(default_factory=list)
    measures: list[Record[Measure]] = field(default_factory=list)
    workshops: list[WorkshopFolder] = field(default_factory=list)
    monitoring: list[Record[MonitoringReport]] = field(default_factory=list)
    chapters: list[ChapterRecord] = field(default_factory=list)
    registers: dict[str, list[Record[Any]]] = field(default_factory=dict)
    """The entries of each register by its file."""
    issues: list[Issue] = field(default_factory=list)
    unread: dict[PurePosixPath, PurePosixPath | None] = field(default_factory=dict)
    """Files that look like data and were not read, and where they belong."""

    def register(self, file: str) -> list[Record[Any]]:
        """The entries of a register, none where there is no file."""
        return self.registers.get(file, [])

    def groups(self, kind: RecordKind[Any]) -> list[Sequence[Record[Any]]]:
        """The records of a kind that has ids: all together, remarks those of each workshop."""
        if kind is REMARKS:
            return [folder.remarks for folder in self.workshops]
        whole: dict[str, Sequence[Record[Any]]]
        whole = {
            FIELD.name: self.fields,
            MEASURE.name: self.measures,
            MONITORING.name: self.monitoring,
            **self.registers,
        }
        return [whole.get(kind.name, [])]

    def records(self) -> list[Record[Model]]:
        """Every record, whatever its kind."""
        found: list[Record[Model]] = [self.concept] if self.concept else []
        groups: tuple[Sequence[Record[Any]], ...] = (self.fields, self.measures)
        for group in (*groups, *self.registers.values()):
            found += group
        for folder in self.workshops:
            found += [folder.record, *folder.remarks, *folder.options]
        found += self.monitoring
        return found
