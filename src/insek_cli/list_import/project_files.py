"""The files that an import writes: all of them at once, checked before any is written."""

from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from insek_cli import storage
from insek_cli.checks import run_checks
from insek_cli.exchange.yaml_edits import with_values
from insek_cli.findings import InsekError, Issue, Severity
from insek_cli.i18n import _
from insek_cli.limits import read_bounded
from insek_cli.list_import import last_list, mapping_file
from insek_cli.list_import.import_plan import ImportPlan
from insek_cli.models.base import Model
from insek_cli.models.field import FieldOfAction
from insek_cli.models.measure import Measure
from insek_cli.models.record_kinds import REFERRED, Register
from insek_cli.project.entries import with_entries
from insek_cli.project.slug import slug
from insek_cli.review.format import emit
from insek_cli.source.project import load_snapshot
from insek_cli.source.to_catalog import assemble

Files = dict[PurePosixPath, bytes]
MODELINE = "# yaml-language-server: $schema=../schema/{name}.schema.json"


def data_files(root: Path) -> Files:
    """The YAML files of the data of a project, links apart."""
    found = sorted((root / "data").rglob("*.yaml"))
    return {
        PurePosixPath(path.relative_to(root).as_posix()): read_bounded(path)
        for path in found
        if path.is_file() and not path.is_symlink()
    }


def files_of(plan: ImportPlan) -> Files:
    """The files that change, by their path in the project."""
    files = _new_records(plan) | _changed(plan) | _registers(plan)
    beside = {
        mapping_file.place_of(plan.name): mapping_of(plan),
        last_list.place_of(plan.name): last_list.written(plan.state),
    }
    return files | {path: raw for path, raw in beside.items() if _differs(plan, path, raw)}


def mapping_of(plan: ImportPlan) -> bytes:
    """The mapping of the list as it was understood."""
    return mapping_file.mapping_text(plan.request.list.name, plan.tables or plan.likely).encode()


def errors_in(plan: ImportPlan, files: Files) -> list[Issue]:
    """The errors that a check would find in the files once they are written."""
    present = {str(path): raw for path, raw in (dict(plan.request.files) | files).items()}
    loaded = load_snapshot(plan.request.root, present)
    issues = run_checks(loaded, assemble(loaded), None)
    errors = (issue for issue in issues if issue.severity is Severity.ERROR)
    return [issue for issue in errors if issue.position.file in files]


def write_import(plan: ImportPlan, files: Mapping[PurePosixPath, bytes]) -> None:
    """Write all files, or none."""
    root = plan.request.root
    storage.write_files(root / "build", {root / path: raw for path, raw in files.items()})


def _differs(plan: ImportPlan, path: PurePosixPath, raw: bytes) -> bool:
    there = plan.request.root / path
    return not there.is_file() or there.read_bytes() != raw


def _new_records(plan: ImportPlan) -> Files:
    files: Files = {}
    for id_, record in plan.fields.new.items():
        text = emit(record, FieldOfAction, MODELINE.format(name="field"))
        files[PurePosixPath("data", "fields", f"{id_}.yaml")] = text.encode()
    for id_, data in plan.added.items():
        stem = "-".join(filter(None, (id_, slug(str(data["titel"])))))
        text = emit(data, Measure, MODELINE.format(name="measure"))
        files[PurePosixPath("data", "measures", f"{stem}.yaml")] = text.encode()
    return files


def _changed(plan: ImportPlan) -> Files:
    """The files of measures with other values under some keys; every other byte stays."""
    wanted: dict[str, dict[tuple[str, ...], Any]] = {}
    for change in plan.changes:
        wanted.setdefault(change.measure, {})[change.key,] = change.new
    places = _places(plan)
    return {
        places[id_]: with_values(plan.request.files[places[id_]], places[id_], Measure, changes)
        for id_, changes in wanted.items()
    }


def _places(plan: ImportPlan) -> dict[str, PurePosixPath]:
    loaded = load_snapshot(plan.request.root, {str(p): r for p, r in plan.request.files.items()})
    return {record.model.id: record.path for record in loaded.measures}


def _registers(plan: ImportPlan) -> Files:
    files: Files = {}
    for kind, entries in plan.names.new.items():
        register = REFERRED[kind]
        path = PurePosixPath(register.place)
        files[path] = _with(plan.request.files.get(path), path, register, entries)
    return files


def _with(
    raw: bytes | None, path: PurePosixPath, register: Register, entries: Sequence[dict[str, str]]
) -> bytes:
    model: type[Model] = register.model
    return with_entries(raw, path, model, entries, MODELINE.format(name="register"))


def refuse_changed_since(plan: ImportPlan) -> None:
    """Raise InsekError when somebody changed the data while the preview was read."""
    now = data_files(plan.request.root)
    before = {p: r for p, r in plan.request.files.items() if (plan.request.root / p).exists()}
    if now and now != before:
        message = _("The data was changed meanwhile; nothing was imported.")
        raise InsekError(message, _("Import again."), exit_code=1)
