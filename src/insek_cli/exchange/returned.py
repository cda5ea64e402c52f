"""What came back in one file, whatever kind of file it is."""

from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from insek_cli.findings import Issue, Position


@dataclass(frozen=True)
class Place:
    """Where something stands in a file that came back: its position, and as people name it."""

    position: Position
    name: str
    """Maßnahmen!F7, or the heading of a paragraph."""


@dataclass(frozen=True)
class Edit:
    """A value that somebody changed: what it was when the file was made, and what it is there.

    `key` is dotted, through single records; values are plain data, None where nothing is known.
    """

    measure: str
    key: str
    base: Any
    theirs: Any
    place: Place


@dataclass(frozen=True)
class NewRow:
    """A measure that somebody added: values by dotted key."""

    values: dict[str, Any]
    place: Place


@dataclass(frozen=True)
class RemarkBack:
    """A remark about a measure, or about all (empty); `thema` says whose or on what."""

    measure: str
    text: str
    thema: str
    place: Place


@dataclass(frozen=True)
class Returned:
    """Everything that a file says differently from what it was made from.

    `issues` with errors keep all of the file out; `notes` are told in the preview. `unseen` are
    measures that the file was given and that do not stand in it any more.
    """

    file: PurePosixPath
    edits: tuple[Edit, ...] = ()
    added: tuple[NewRow, ...] = ()
    remarks: tuple[RemarkBack, ...] = ()
    issues: tuple[Issue, ...] = ()
    notes: tuple[str, ...] = ()
    unseen: tuple[str, ...] = field(default=())
