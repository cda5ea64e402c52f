"""The data files of a project in their canonical form: looked at first, then written together."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from insek_cli import limits
from insek_cli.build.named_paths import inside_project
from insek_cli.build.publish import paths_in, publish
from insek_cli.findings import InsekError, Issue, Position
from insek_cli.findings.codes import finding
from insek_cli.i18n import _
from insek_cli.limits import Budget
from insek_cli.models.record_kinds import kind_of
from insek_cli.review.format import format_bytes
from insek_cli.source.data_files import Files

_GOAL = re.compile(rb"HF[1-9][0-9]?(?:\.[1-9][0-9]?){1,2}(?![0-9])")
FOLDERS = ("data", "data/fields", "data/measures", "data/registers")


@dataclass
class FormatRun:
    """What is to be written, and what stands in the way; `seen` counts all files looked at.

    `with_ids` counts by file the goals that got an id.
    """

    changed: dict[PurePosixPath, bytes] = field(default_factory=dict)
    differences: list[Issue] = field(default_factory=list)
    refused: list[Issue] = field(default_factory=list)
    with_ids: dict[PurePosixPath, int] = field(default_factory=dict)
    seen: int = 0
    budget: Budget = field(default_factory=lambda: Budget(limits.TEXTS))


def find_unformatted(root: Path, named: Iterable[Path]) -> FormatRun:
    """Compare the named files, or all of them, with their canonical form."""
    files = Files(root)
    paths = list(_data_files(files))
    goal_ids = _goal_ids(root, paths)
    wanted = [root / _place_of_data(root, path) for path in named]
    if wanted:
        paths = [path for path in paths if any(path.is_relative_to(place) for place in wanted)]
    tidying = FormatRun(seen=len(paths))
    for path in paths:
        _one(root, PurePosixPath(path.relative_to(root).as_posix()), tidying, goal_ids)
    tidying.refused += [
        issue
        for source in files.sources
        for issue in source.close()
        if not wanted or any((root / issue.position.file).is_relative_to(w) for w in wanted)
    ]
    return tidying


def write_formatted(root: Path, tidying: FormatRun) -> None:
    """Write the changed files, all or none."""
    publish({root / file: content for file, content in tidying.changed.items()})


def write_all(root: Path, folder: PurePosixPath, texts: dict[str, str]) -> None:
    """Write texts into a folder of the project, all or none."""
    publish(paths_in(root / folder, {name: text.encode() for name, text in texts.items()}))


def _data_files(files: Files) -> Iterator[Path]:
    workshops = [f"data/workshops/{path.name}" for path in files.folders("data/workshops")]
    for folder in (*FOLDERS, *workshops):
        yield from files.listed(folder, ".yaml")


def _place_of_data(root: Path, path: Path) -> PurePosixPath:
    place, data = inside_project(root, path), PurePosixPath("data")
    if not place.is_relative_to(data) and not data.is_relative_to(place):
        message = _("{path} is not among the data of this project.").format(path=path)
        raise InsekError(message, exit_code=2)
    return place


def _goal_ids(root: Path, paths: Iterable[Path]) -> frozenset[str]:
    """All ids of goals that the data names, also those of goals that are gone."""
    found: set[bytes] = set()
    budget = Budget(limits.TEXTS)
    for path in (*paths, *(root / "data" / "chapters").glob("*.md")):
        # A pipe would wait for ever, and what a link leads to is not of this project.
        if path.is_symlink() or not path.is_file():
            continue
        try:
            if not budget.take(min(path.stat().st_size, limits.TEXT)):
                break
            with path.open("rb") as stream:
                found.update(_GOAL.findall(stream.read(limits.TEXT)))
        except OSError:
            # What cannot be read is told where it is formatted.
            continue
    return frozenset(map(bytes.decode, found))


def _one(root: Path, file: PurePosixPath, tidying: FormatRun, goal_ids: frozenset[str]) -> None:
    try:
        if not (root / file).is_file():
            raise FileNotFoundError(0, "?")
        size = (root / file).stat().st_size
        if size <= limits.TEXT and not tidying.budget.take(size):
            limit = f"{limits.TEXTS // limits.MIB} MiB"
            tidying.refused.append(
                finding("INSEK114", Position(file), "", "", variant="project", limit=limit)
            )
            return
        with (root / file).open("rb") as stream:
            raw = stream.read(limits.TEXT + 1)
    except OSError as error:
        reason = error.strerror or ""
        issue = finding("INSEK122", Position(file), "", "", name=file.name, reason=reason)
        tidying.refused.append(issue)
        return
    kind = kind_of(file)
    formatted = format_bytes(raw, file, kind.model if kind else None, goal_ids)
    if formatted.content is None:
        tidying.refused += formatted.issues
    elif formatted.content != raw:
        tidying.changed[file] = formatted.content
        tidying.differences.append(_difference(file, raw, formatted.content))
        if formatted.with_ids:
            tidying.with_ids[file] = formatted.with_ids


def _difference(file: PurePosixPath, old: bytes, new: bytes) -> Issue:
    before, after = old.splitlines(), new.splitlines()
    pairs = zip(before, after, strict=False)
    same = next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(before), len(after)))
    number = min(same, len(before) - 1) + 1
    source = before[number - 1].decode("utf-8", errors="replace")
    return finding("INSEK140", Position(file, number), "", source)
