"""Measures that somebody added in a file that came back."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from insek_cli.catalog import Catalog
from insek_cli.exchange.list_merge import mark
from insek_cli.exchange.returned import NewRow, Place
from insek_cli.findings import Issue, Severity
from insek_cli.findings.codes import finding
from insek_cli.i18n import _
from insek_cli.models.measure import Measure
from insek_cli.models.plain_data import nested
from insek_cli.project.new_record import measure_file
from insek_cli.project.next_id import next_measure_id
from insek_cli.source.data_files import parse
from insek_cli.source.decode import decode
from insek_cli.source.source_file import Source
from insek_cli.source.validate import validate
from insek_cli.tables.office_text import flat

REQUIRED = ("titel", "handlungsfeld")


@dataclass(frozen=True)
class AddedMeasure:
    """A new measure with its id, its file in the project and what that says."""

    id: str
    path: PurePosixPath
    content: bytes
    measure: Measure
    place: Place


def add_measures(
    root: Path, catalog: Catalog, rows: Sequence[NewRow]
) -> tuple[tuple[AddedMeasure, ...], tuple[str, ...], tuple[Issue, ...]]:
    """New measures with the next ids, in an order that does not depend on the files'.

    What bears the title of a measure that is there is told and not added: the file came back twice.
    """
    known = {flat(title).casefold(): measure.id for measure in catalog.measures
             for title in (measure.titel, *measure.frueher)}  # fmt: skip
    added: list[AddedMeasure] = []
    notes: list[str] = []
    issues: list[Issue] = []
    distinct = {mark(row.values): row for row in rows}
    number = int(next_measure_id(root).removeprefix("M-")) if distinct else 0
    for _text, row in sorted(distinct.items()):
        lacks = [key for key in REQUIRED if not row.values.get(key)]
        if lacks:
            issues.append(
                finding("INSEK568", row.place.position, row.place.name, "", keys=", ".join(lacks))
            )
            continue
        title = str(row.values["titel"])
        if there := known.get(flat(title).casefold()):
            told = _("{place}: “{title}” is there already as {id}; no measure is added.")
            notes.append(told.format(place=row.place.name, title=title, id=there))
            continue
        id_ = f"M-{number:03}"
        data = nested({"id": id_, **row.values})
        path, text = measure_file(data)
        measure, errors = read_measure(text.encode(), path)
        issues += _faults(errors, row.place)
        if measure:
            added.append(AddedMeasure(id_, path, text.encode(), measure, row.place))
            known[flat(title).casefold()] = id_
            number += 1
    return tuple(added), tuple(notes), tuple(issues)


def _faults(issues: Sequence[Issue], place: Place) -> list[Issue]:
    return [
        finding("INSEK561", place.position, place.name, "", variant="model",
                key=issue.key, reason=issue.message, hint=issue.hint)
        for issue in issues
    ]  # fmt: skip


def read_measure(content: bytes, path: PurePosixPath) -> tuple[Measure | None, list[Issue]]:
    """The measure that a file will hold, and the errors that stand in its way."""
    source = Source(path)
    text = decode(content, source)
    node = None if text is None else parse(text, source)
    record = validate(node, Measure, source) if node else None
    errors = [issue for issue in source.close() if issue.severity is Severity.ERROR]
    return record.model if record and not errors else None, errors
