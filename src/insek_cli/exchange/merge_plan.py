"""What a merge would change: looked at first, then written as a whole."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

from insek_cli.build.publish import publish
from insek_cli.catalog import Catalog
from insek_cli.exchange.decisions import Decisions
from insek_cli.exchange.key_merge import Conflict, KeyChange, merge_key
from insek_cli.exchange.new_measures import AddedMeasure, add_measures, read_measure
from insek_cli.exchange.remarks_back import Round, with_remarks_of
from insek_cli.exchange.returned import Edit, Returned
from insek_cli.exchange.yaml_edits import with_values
from insek_cli.findings import InsekError, Issue, Severity
from insek_cli.findings.codes import finding
from insek_cli.i18n import _
from insek_cli.limits import read_bounded
from insek_cli.models.key_paths import flattened
from insek_cli.models.measure import Measure
from insek_cli.models.plain_data import plain_data, value_at
from insek_cli.source.project import load_project
from insek_cli.source.records import Record
from insek_cli.source.to_catalog import assemble


@dataclass(frozen=True)
class Project:
    """The project that files come back to: its records as they stand in the files."""

    root: Path
    catalog: Catalog
    measures: Mapping[str, Record[Measure]]

    def today(self, measure: str) -> str:
        """The id that a measure bears today; empty when there is none."""
        today = self.catalog.earlier_ids.get(measure, measure)
        return today if today in self.measures else ""


def open_project(root: Path) -> Project:
    """The project; raises InsekError when some of it cannot be read, for that would seem gone."""
    loaded = load_project(root)
    errors = [issue for issue in loaded.issues if issue.severity is Severity.ERROR]
    if errors:
        files = ", ".join(sorted({str(issue.position.file) for issue in errors}))
        message = _("The data has errors, so nothing can be merged: {files}").format(files=files)
        raise InsekError(message, _("Correct them first: insek check lists them."), exit_code=1)
    measures = {record.model.id: record for record in reversed(loaded.measures)}
    return Project(root, assemble(loaded), measures)


@dataclass(frozen=True)
class MergePlan:
    """What comes of the files that came back.

    `contents` are the files to write, by their path in the project; nothing is to be written while
    there are `conflicts` or errors among the `issues`.
    """

    returned: tuple[Returned, ...]
    changes: tuple[KeyChange, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    added: tuple[AddedMeasure, ...] = ()
    remarks: Round | None = None
    issues: tuple[Issue, ...] = ()
    notes: tuple[str, ...] = ()
    contents: Mapping[PurePosixPath, bytes] = field(default_factory=dict)
    measures: tuple[Measure, ...] = ()
    """The measures that change or are new, as they will be."""

    @property
    def failed(self) -> bool:
        """Whether something is wrong, so that nothing is written."""
        return any(issue.severity is Severity.ERROR for issue in self.issues)


def plan_merge(
    project: Project, returned: Iterable[Returned], decisions: Decisions, into: str | None = None
) -> MergePlan:
    """Merge what came back with the files as they are now; the order of the files is all one.

    `into` is the round of participation that remarks go to.
    """
    files = tuple(sorted(returned, key=lambda each: each.file.name))
    issues = [issue for each in files for issue in each.issues]
    changes, conflicts, unknown = _changes(project, files, decisions)
    contents, wrong, measures = _contents(project, changes)
    rows = [row for each in files for row in each.added]
    added, notes, faults = add_measures(project.root, project.catalog, rows)
    contents |= {each.path: each.content for each in added}
    measures += [each.measure for each in added]
    remarks = with_remarks_of(project.root, project.catalog, files, into)
    if remarks:
        contents |= remarks.contents
    return MergePlan(
        files, tuple(changes), tuple(conflicts), added, remarks,
        (*issues, *unknown, *wrong, *faults), notes, contents, tuple(measures),
    )  # fmt: skip


def _changes(
    project: Project, files: Sequence[Returned], decisions: Decisions
) -> tuple[list[KeyChange], list[Conflict], list[Issue]]:
    groups: dict[tuple[str, str], list[Edit]] = defaultdict(list)
    unknown: list[Issue] = []
    for edit in (edit for each in files for edit in each.edits):
        if today := project.today(edit.measure):
            groups[today, edit.key].append(replace(edit, measure=today))
        else:
            issue = finding("INSEK563", edit.place.position, edit.place.name, "", id=edit.measure)
            unknown.append(issue)
    data: dict[str, dict[str, Any]] = {}
    changes: list[KeyChange] = []
    conflicts: list[Conflict] = []
    for id_, key in sorted(groups, key=_as_in_the_file):
        now = value_at(data.setdefault(id_, plain_data(project.measures[id_].model)), key)
        # What a key means without a word is no value in plain data, nor a change of it.
        edits = [e for e in groups[id_, key] if now is not None or e.theirs != _defaults()[key]]
        found = merge_key(now, edits, decisions.on(id_, key)) if edits else None
        if isinstance(found, Conflict):
            conflicts.append(found)
        elif found:
            changes.append(found)
    return changes, conflicts, unknown


def _as_in_the_file(place: tuple[str, str]) -> tuple[str, int, str]:
    """Measures by id, their keys in the order of the model."""
    id_, key = place
    return id_, _RANKS.get(key.split(".")[0], len(_RANKS)), key


@cache
def _defaults() -> Mapping[str, Any]:
    """What a key of a measure is when nobody wrote it."""
    return {path.dotted: path.key.default for path in flattened(Measure)}


_RANKS = {name: rank for rank, name in enumerate(Measure.model_fields)}


def _contents(
    project: Project, changes: Sequence[KeyChange]
) -> tuple[dict[PurePosixPath, bytes], list[Issue], list[Measure]]:
    """The files with the new values, what the models find wrong with them, and the measures."""
    by_measure: dict[str, list[KeyChange]] = defaultdict(list)
    for change in changes:
        by_measure[change.measure].append(change)
    contents: dict[PurePosixPath, bytes] = {}
    issues: list[Issue] = []
    measures: list[Measure] = []
    for id_, wanted in by_measure.items():
        path = project.measures[id_].path
        raw = read_bounded(project.root / path)
        values = {tuple(change.key.split(".")): change.new for change in wanted}
        content = with_values(raw, path, Measure, values)
        measure, faults = read_measure(content, path)
        issues += [_told(issue, wanted) for issue in faults]
        measures += [measure] if measure else []
        contents[path] = content
    return contents, issues, measures


def _told(issue: Issue, changes: Sequence[KeyChange]) -> Issue:
    """What the model finds wrong, at the place where it was entered."""
    change = next((each for each in changes if _about(issue.key, each.key)), changes[0])
    place = change.edits[-1].place
    return finding(
        "INSEK561", place.position, place.name, "", variant="model",
        key=issue.key, reason=issue.message, hint=issue.hint,
    )  # fmt: skip


def _about(key: str, changed: str) -> bool:
    """Whether a finding about a key is one about the key that was changed."""
    inside = key.startswith((f"{changed}.", f"{changed}["))
    return key == changed or inside or changed.startswith(f"{key}.")


def after(project: Project, plan: MergePlan) -> Catalog:
    """The catalog as it will be; remarks apart."""
    measures = project.catalog.measure | {measure.id: measure for measure in plan.measures}
    return replace(project.catalog, measures=tuple(measures[id_] for id_ in sorted(measures)))


def write_plan(project: Project, plan: MergePlan) -> None:
    """Write all files of a plan, or none."""
    publish({project.root / path: content for path, content in plan.contents.items()})
