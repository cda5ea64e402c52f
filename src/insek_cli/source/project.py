"""All data of a project in one load; a broken file does not hide the others."""

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from insek_cli.models.ballots import Option
from insek_cli.models.base import Model
from insek_cli.models.concept import Concept
from insek_cli.models.field import FieldOfAction
from insek_cli.models.measure import Measure
from insek_cli.models.record_kinds import REGISTERS
from insek_cli.models.workshop import Remark, Workshop
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
    loaded.fields = _each("data/fields", FieldOfAction, files)
    loaded.measures = _each("data/measures", Measure, files)
    for path in files.listed("data/registers", ".yaml"):
        _register(path, files, loaded)
    for folder in files.folders("data/workshops"):
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
    path = files.root / "data" / "concept.yaml"
    if path in files.listed("data", ".yaml"):
        return _one(path, Concept, files)
    if not files.is_link(path):
        files.source(path).report("INSEK125", name="data/concept.yaml")
    return None


def _one(path: Path, model: type[M], files: Files) -> Record[M] | None:
    source = files.source(path)
    text = files.text(path, source)
    node = None if text is None else parse(text, source)
    return validate(node, model, source) if node else None


def _each(folder: str, model: type[M], files: Files) -> list[Record[M]]:
    records = [_one(path, model, files) for path in files.listed(folder, ".yaml")]
    return [record for record in records if record]


def _list(path: Path, model: type[M], files: Files) -> list[Record[M]]:
    source = files.source(path)
    text = files.text(path, source)
    node = None if text is None else parse(text, source)
    return entries(node, model, source) if node else []


def _register(path: Path, files: Files, loaded: Loaded) -> None:
    if register := REGISTERS.get(path.stem):
        loaded.registers[path.stem] = _list(path, register.model, files)


def _workshop(folder: Path, files: Files) -> WorkshopFolder | None:
    inside = f"data/workshops/{folder.name}"
    present = {path.name: path for path in files.listed(inside, ".yaml")}
    remarks = _list(present["remarks.yaml"], Remark, files) if "remarks.yaml" in present else []
    options = _list(present["optionen.yaml"], Option, files) if "optionen.yaml" in present else []
    ballots = read_ballots(folder / "ballots.csv", files)
    if "workshop.yaml" not in present:
        name = f"{inside}/workshop.yaml"
        files.source(folder / "workshop.yaml").report("INSEK125", variant="workshop", name=name)
        return None
    record = _one(present["workshop.yaml"], Workshop, files)
    if record is None:
        return None
    return WorkshopFolder(folder.name, record, tuple(remarks), ballots, tuple(options))
