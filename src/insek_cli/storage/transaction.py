"""Several files at once: staged beside their places, journalled, then moved in."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from insek_cli.findings import InsekError
from insek_cli.i18n import _
from insek_cli.storage import disk, journal
from insek_cli.storage.disk_errors import disk_error
from insek_cli.storage.journal import Journal, JournalFile
from insek_cli.storage.lock import locked
from insek_cli.storage.recovery import finish_transaction, remove_staged, roll_back


def write_files(place: Path, files: Mapping[Path, bytes], remove: Iterable[Path] = ()) -> None:
    """Write all files and remove others, or change nothing; `place` is where the journal lies.

    Raises InsekError when a folder or file cannot be written or another program holds a file;
    then the old files stand as before.
    """
    _inside(place, journal.path(place))
    contents = {_inside(place, path): content for path, content in files.items()}
    gone = [_inside(place, path) for path in remove]
    try:
        disk.make_folder(place)
        with locked(place):
            left = journal.load(place)
            if left is not None:
                finish_transaction(place, left)
            _write(place, contents, gone)
    except OSError as error:
        raise disk_error(error, place) from error


def _write(place: Path, contents: Mapping[Path, bytes], gone: list[Path]) -> None:
    plan = Journal("staging", tuple(_entries(contents, gone)))
    for target in (*contents, *gone):
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError(13, _("write-protected"), str(target))
    try:
        journal.save(place, plan)
        _stage(plan, contents)
        journal.save(place, replace(plan, state="moving"))
    except BaseException:
        remove_staged(plan)
        journal.drop(place)
        raise
    _move(place, plan)
    remove_staged(plan)
    journal.drop(place)


def _stage(plan: Journal, contents: Mapping[Path, bytes]) -> None:
    for entry in plan.entries:
        target = Path(entry.target)
        disk.make_folder(target.parent)
        if entry.old is not None:
            disk.keep(target, Path(entry.old))
        if entry.new is not None:
            disk.write(Path(entry.new), contents[target])
            if target.exists():
                Path(entry.new).chmod(target.stat().st_mode & 0o777)
    for folder in {Path(entry.target).parent for entry in plan.entries}:
        disk.sync_folder(folder)


def _move(place: Path, plan: Journal) -> None:
    """Put the new files in their places; when one resists, all go back."""
    try:
        for entry in plan.entries:
            if entry.new is None:
                disk.remove(Path(entry.target))
            else:
                disk.replace(Path(entry.new), Path(entry.target))
    except OSError:
        back = replace(plan, state="returning")
        journal.save(place, back)
        roll_back(back)
        remove_staged(back)
        journal.drop(place)
        raise


def _entries(contents: Mapping[Path, bytes], gone: list[Path]) -> Iterable[JournalFile]:
    for number, target in enumerate((*contents, *gone)):
        beside = target.parent / f".insek-{os.getpid()}-{number}"
        yield JournalFile(
            target=str(target),
            new=f"{beside}.new" if target in contents else None,
            old=f"{beside}.old" if target.exists() else None,
        )


def _inside(place: Path, path: Path) -> Path:
    """The true place of a file; a link is replaced, never followed: it may lead anywhere."""
    true = path.parent.resolve() / path.name
    if true.is_relative_to(journal.allowed_root(place)):
        return true
    raise InsekError(
        _("{path} leads out of its folder by a link; nothing was written.").format(path=path),
        _("Remove the link, or choose another folder with --out."),
    )
