"""All data of a project in one load; a broken file does not hide the others."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from insek_cli.models.base import Model
from insek_cli.models.concept import Concept
from insek_cli.models.record_kinds import (
    CONCEPT,
    FIELD,
    KINDS,
    MEASURE,
    MONITORING,
    OPTIONS,
    REGISTERS,
    REMARKS,
    WORKSHOP,
    RecordKind,
)
from insek_cli.source.ballots_file import read_ballots
from insek_cli.source.chapter_file import read_chapter
from insek_cli.source.data_files import Files, Snapshot, parse
from insek_cli.source.records import Loaded, Record, WorkshopFolder
from insek_cli.source.stray_files import report_strays
from insek_cli.source.validate import entries, validate

M = TypeVar("M", bound=Model)


def load_project(root: Path) -> Loaded:
    """The records under root/data with everything that is wrong in their files."""
    return _load(Files(root))


def load_snapshot(root: Path, blobs: Mapping[str, bytes | None]) -> Loaded:
    """The same for files that are not on the disk: content by path relative to the root."""
    return _load(Snapshot(root, blobs))


def _load(files: Files) -> Loaded:
    loaded = Loaded(files.root)
    loaded.concept = _concept(files)
    loaded.fields = _each(FIELD, files)
    loaded.measures = _each(MEASURE, files)
    loaded.monitoring = _each(MONITORING, files)
    for path in files.listed("data/registers", ".yaml"):
        if path.stem in REGISTERS:
            loaded.registers[path.stem] = _read(path, KINDS[path.stem], files)
    for folder in files.folders(WORKSHOP.place.rstrip("/")):
        if workshop := _workshop(folder, files):
            loaded.workshops.append(workshop)
    for path in files.listed("data/chapters", ".md"):
        if chapter := read_chapter(path, files):
            loaded.chapters.append(chapter)
    loaded.unread = report_strays(files)
    found = (issue for source in files.sources for issue in source.close())
    elsewhere = {target for target in loaded.unread.values() if target}
    # What lies in the wrong place is not missing as well.
    kept = (i for i in found if i.code != "INSEK125" or i.position.file not in elsewhere)
    loaded.issues = sorted(kept, key=lambda issue: issue.sort_key)
    return loaded


def _concept(files: Files) -> Record[Concept] | None:
    path = files.root / CONCEPT.file
    if path in files.listed("data", ".yaml"):
        return next(iter(_read(path, CONCEPT, files)), None)
    if not files.is_link(path):
        files.source(path).report("INSEK125", name=CONCEPT.file)
    return None


def _each(kind: RecordKind[M], files: Files) -> list[Record[M]]:
    paths = files.listed(kind.place.rstrip("/"), ".yaml")
    return [record for path in paths for record in _read(path, kind, files)]


def _read(path: Path, kind: RecordKind[M], files: Files) -> list[Record[M]]:
    """The records of a file, one or many; none where it is broken."""
    source = files.source(path)
    text = files.text(path, source)
    node = None if text is None else parse(text, source)
    if not node:
        return []
    if kind.many:
        return entries(node, kind.model, source)
    record = validate(node, kind.model, source)
    return [record] if record else []


def _workshop(folder: Path, files: Files) -> WorkshopFolder | None:
    def path(kind: RecordKind[Any]) -> Path:
        return files.root / kind.file.replace("*", folder.name)

    def inside(kind: RecordKind[M]) -> tuple[Record[M], ...]:
        return tuple(_read(path(kind), kind, files)) if path(kind) in present else ()

    present = files.listed(WORKSHOP.place + folder.name, ".yaml")
    remarks, options = inside(REMARKS), inside(OPTIONS)
    ballots = read_ballots(folder / "ballots.csv", files)
    if path(WORKSHOP) not in present:
        name = WORKSHOP.file.replace("*", folder.name)
        files.source(path(WORKSHOP)).report("INSEK125", variant="workshop", name=name)
        return None
    record = next(iter(inside(WORKSHOP)), None)
    return WorkshopFolder(folder.name, record, remarks, ballots, options) if record else None
