"""Two states of a project: commits, or the files as they are; loaded and compared."""

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from insek_cli.build.audience_guard import require_known_audience
from insek_cli.build.git import commit_of, data_texts, moment_of
from insek_cli.catalog import Catalog
from insek_cli.findings import InsekError, Issue, Severity
from insek_cli.findings.reporters.terminal_safe import safe
from insek_cli.i18n import N_, _, german
from insek_cli.models.stages import Profile
from insek_cli.models.types import FIELD_ID, MEASURE_ID
from insek_cli.profiles import visible_states
from insek_cli.review.diff import terms
from insek_cli.review.diff.compare import Comparison, compare
from insek_cli.source.project import load_project, load_snapshot
from insek_cli.source.records import Loaded
from insek_cli.source.to_catalog import assemble
from insek_cli.wording.notation import day

_ID = re.compile("|".join(pattern.strip("^$") for pattern in (MEASURE_ID, FIELD_ID)))


@dataclass(frozen=True)
class Differing:
    """A comparison and what its two sides are called."""

    comparison: Comparison
    states: tuple[str, str]
    old: Catalog
    catalog: Catalog
    """The newer side."""
    commits: tuple[str, str | None]
    """The commits of both sides, None for the files as they are."""


def head(found: Differing) -> dict[str, str]:
    """What stands above a comparison, by label, in German: both states, date, and how much."""
    old, new = found.states
    changes = terms.counts(found.comparison.differences, german) or german(terms.NOTHING)
    stand = day(found.catalog.concept.stand)
    return {"bisher": old, "neu": new, "Stand des Konzepts": stand, "Änderungen": changes}


def differing(root: Path, revisions: str, profile: Profile, *, document: bool = False) -> Differing:
    """Compare `REV` with the files, or `REV..REV`; raises InsekError for unknown revisions.

    A document names the two states by their dates, because its readers know no revisions.
    """
    old_name, dots, new_name = revisions.partition("..")
    if dots and (not old_name or not new_name or new_name.startswith(".")):
        raise InsekError(
            _("“{text}” names no two revisions.").format(text=revisions),
            _("Write them as main..HEAD, or one of them to compare it with the files."),
            exit_code=2,
        )
    commits = (commit_of(root, old_name), commit_of(root, new_name) if dots else None)
    old, new = (_loaded(root, commit) for commit in commits)
    names = _dated(root, commits) if document else _named(commits, old_name, new_name)
    for loaded in (old, new):
        require_known_audience(loaded, profile)
    before, after = visible_states(*_readable(old, new), profile)
    notes = (*_notes(old, names[0]), *_notes(new, names[1]))
    return Differing(compare(before, after, notes), names, before, after, commits)


def _named(commits: tuple[str, str | None], old: str, new: str) -> tuple[str, str]:
    files = _("working tree")
    return f"{old} ({commits[0][:7]})", f"{new} ({commits[1][:7]})" if commits[1] else files


def _dated(root: Path, commits: tuple[str, str | None]) -> tuple[str, str]:
    """Both states as German readers know them; with the time where the days are the same."""
    moments = [datetime.fromtimestamp(moment_of(root, c) or 0, UTC) for c in commits if c]
    dates = [day(moment) for moment in moments]
    if len(set(dates)) < len(dates):
        dates = [f"{date}, {moment:%H:%M} Uhr" for date, moment in zip(dates, moments, strict=True)]
    names = [f"Fassung vom {date}" for date in dates]
    return names[0], names[1] if commits[1] else german(N_("working tree"))


def _readable(old: Loaded, new: Loaded) -> tuple[Catalog, Catalog]:
    """Both states without what could not be read in one of them: it is not dropped."""
    unread = {i for loaded in (old, new) for i in _unread(loaded)}
    files = {i.position.file for loaded in (old, new) for i in loaded.issues if _hides(i)}
    before, after = (_without(assemble(loaded), unread, files) for loaded in (old, new))
    if old.concept is None:
        before = replace(before, concept=after.concept)
    elif new.concept is None:
        after = replace(after, concept=before.concept)
    return before, after


def _loaded(root: Path, commit: str | None) -> Loaded:
    if commit is None:
        return load_project(root)
    return load_snapshot(root, data_texts(root, commit, "data"))


def _unread(loaded: Loaded) -> set[str]:
    """Ids that files bear in their names and that were not read from them: they are not dropped.

    Such files have errors, another ending than .yaml, or another id inside.
    """
    read = {record.model.id for record in loaded.measures}
    read |= {record.model.id for record in loaded.fields}
    stems = {i.position.file.stem for i in loaded.issues if _hides(i)}
    stems |= {(home or file).stem for file, home in loaded.unread.items()}
    stems |= {record.path.stem for record in (*loaded.measures, *loaded.fields)}
    named = (_ID.match(stem) for stem in stems)
    return {match.group() for match in named if match} - read


def _hides(issue: Issue) -> bool:
    return issue.severity is Severity.ERROR


def _without(catalog: Catalog, unread: set[str], files: set[PurePosixPath]) -> Catalog:
    broken = {file.stem for file in files if file.parts[1:2] == ("registers",)}
    folders = {file.parts[2] for file in files if file.parts[1:2] == ("workshops",)}
    return replace(
        catalog,
        workshops=tuple(w for w in catalog.workshops if w.slug not in folders),
        registers={name: e for name, e in catalog.registers.items() if name not in broken},
        chapters=tuple(c for c in catalog.chapters if c.file not in files),
        measures=tuple(m for m in catalog.measures if m.id not in unread),
        fields=tuple(f for f in catalog.fields if f.id not in unread),
    )


def _notes(loaded: Loaded, name: str) -> list[str]:
    files = {str(i.position.file) for i in loaded.issues if _hides(i)}
    owners = [(record.path, record.model.id) for record in loaded.measures]
    owners += [(record.path, record.model.id) for record in loaded.fields]
    for path, id_ in owners:
        named = _ID.match(path.stem)
        if named and named.group() != id_:
            files.add(str(path))
    if not files:
        return []
    return [
        _("{state} has errors; not everything could be compared: {files}").format(
            state=name, files=", ".join(safe(file) for file in sorted(files))
        )
    ]
