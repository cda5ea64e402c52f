"""Files under data/ that nothing reads: each is told, with the place where it belongs.

Left alone are hidden files, what Office and the system leave behind, READMEs, and the folders with
files that other records name (bilder) or editors use (schema).
"""

import re
from collections import defaultdict
from collections.abc import Collection
from pathlib import PurePosixPath

from insek_cli.i18n import _, ngettext
from insek_cli.source.data_files import Files
from insek_cli.source.data_places import (
    DATA,
    FOLDERS,
    OFFICE,
    PLAIN,
    REGISTERS,
    WORKSHOP,
    YAML_LIKE,
    folder_meant,
    home_of,
    is_data,
)
from insek_cli.source.file_copies import undecorated

Homes = dict[PurePosixPath, PurePosixPath | None]

OTHERS = frozenset(DATA / name for name in ("schema", "bilder", "karten", "monitoring"))
"""Folders whose files are not read here."""
_LEFT_BEHIND = re.compile(
    r"~\$|README(?:\W|$)|LICEN[CS]E(?:\W|$)|Thumbs\.db$|desktop\.ini$|Icon\r?$", re.IGNORECASE
)
_BACKUP = re.compile(r"(?:~|\.(?:bak|orig|rej|old|tmp|sw[op]))$", re.IGNORECASE)
_READ = frozenset({DATA, *(DATA / name for name in FOLDERS.values() if name != "bilder")})


def report_strays(files: Files) -> Homes:
    """Report what nothing has read; each such file that looks like data, and where it belongs."""
    read = {source.file for source in files.sources}
    present = [file for file in files.every(DATA, OTHERS) if not _LEFT_BEHIND.match(file.name)]
    groups: dict[PurePosixPath, list[PurePosixPath]] = defaultdict(list)
    for file in present:
        if not read & {file, *file.parents}:
            groups[_unknown_folder(file) or file].append(file)
    found: Homes = {}
    for place, inside in groups.items():
        data = {file: home_of(file) for file in inside if is_data(file) and not _backup(file)}
        if place == inside[0]:
            report_file(files, place, data, {*present})
        else:
            report_folder(files, place, inside, data)
        found |= data
    return found


def _unknown_folder(file: PurePosixPath) -> PurePosixPath | None:
    """The topmost folder around a file that is not looked into."""
    for folder in reversed(file.parents):
        if folder.is_relative_to(DATA) and not _looked_into(folder):
            return folder
    return None


def _looked_into(folder: PurePosixPath) -> bool:
    return folder in _READ or folder.parent == DATA / "workshops"


def _backup(file: PurePosixPath) -> bool:
    return _BACKUP.search(file.name) is not None


def report_file(
    files: Files, file: PurePosixPath, data: Homes, present: Collection[PurePosixPath]
) -> None:
    """One finding for a file that nothing reads; `present` are files that are there."""
    source = files.source(files.root / file)
    if file not in data:
        variant = "backup" if _backup(file) else ""
        source.report("INSEK132", variant=variant, name=file.name)
        return
    target = data[file]
    if target is None:
        hint = _names(file)
    elif target in present or (target.parent in OTHERS and files.has(files.root / target)):
        hint = _("{target} is there already: compare the two, and delete one.")
    else:
        hint = _advice(file, target)
    name = target.name if target and target.parent == file.parent else target
    source.report("INSEK123", name=file.name, hint=hint.format(target=name))


def _advice(file: PurePosixPath, target: PurePosixPath) -> str:
    """How the file gets where it belongs."""
    suffix = file.suffix.lower()
    if suffix in OFFICE | {".csv", ".json"} and suffix != target.suffix:
        return _("Only plain text is read: write it as {target}, and keep this file outside data/.")
    if target.suffix == ".yaml" and suffix in PLAIN and not YAML_LIKE.search(file.name):
        return _("Only YAML is read here: write it as {target}.")
    if target.suffix == ".md" and suffix != ".md":
        return _("Chapters are Markdown: rename it to {target}; it begins with ---, titel: …, ---.")
    if target.parent == file.parent:
        return _("Rename it to {target}.")
    return _("Move it to {target}.")


def _names(file: PurePosixPath) -> str:
    """What may lie in the folder of a file whose name says nothing; elsewhere nothing."""
    if file.parent == DATA / "registers":
        names = ", ".join(f"{name}.yaml" for name in dict.fromkeys(REGISTERS.values()))
    elif file.parent.parent == DATA / "workshops":
        names = ", ".join(dict.fromkeys(WORKSHOP.values()))
    else:
        return ""
    return _("The files of this folder are {names}.").format(names=names)


def report_folder(
    files: Files, folder: PurePosixPath, inside: list[PurePosixPath], data: Homes
) -> None:
    """One finding for a folder, at its first file: a moved folder is one slip, not sixty."""
    count = ngettext("{n} file", "{n} files", len(inside)).format(n=len(inside))
    details = {"variant": "folder", "folder": f"{folder}/", "count": count}
    meant = folder_meant(folder.name) if folder.parent == DATA else None
    homes = {target.parent for target in data.values() if target}
    if meant or len(homes) == 1:
        target = DATA / meant if meant else homes.pop()
        details["hint"] = _move(folder, target).format(target=target)
    first = next(iter(data), inside[0])
    source = files.source(files.root / first)
    source.report("INSEK123" if data or meant else "INSEK132", **details)


def _move(folder: PurePosixPath, target: PurePosixPath) -> str:
    """How the files of a folder get where they belong."""
    if folder.parent == DATA and undecorated(folder.name) != folder.name:
        return _("It looks like a copy of {target}/: compare the two, and delete the copy.")
    if target.is_relative_to(DATA / "workshops"):
        return _("Each workshop has a folder of its own below data/workshops/: move them there.")
    return _("Move the files to {target}/ itself; folders below it are not looked into.")
