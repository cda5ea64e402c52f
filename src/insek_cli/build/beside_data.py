"""Data that lies beside data/ instead of in it, such as massnahmen/ at the top of a repository.

`yaml_beside_data` loads nothing heavy: with an unchanged project it runs before anything else.
"""

import os
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice
from pathlib import Path, PurePosixPath

from insek_cli.findings import Issue

LEVELS = 2
"""Folders below the top that are looked into: what lies deeper belongs to something else."""
ENTRIES = 10_000
"""Names that are looked at in all."""
_OTHERS = frozenset({"data", "build", "templates", "node_modules"})


def yaml_beside_data(root: Path) -> list[PurePosixPath]:
    """The YAML files of a project outside data/, relative to it, sorted; hidden ones apart."""
    names = islice(_names(root, PurePosixPath(), LEVELS), ENTRIES)
    return sorted(name for name in names if name.suffix.lower() in (".yaml", ".yml"))


def _names(root: Path, folder: PurePosixPath, levels: int) -> Iterator[PurePosixPath]:
    try:
        with os.scandir(root / folder) as listing:
            entries = [entry for entry in listing if entry.name[0] != "."]
    except OSError:
        return
    for entry in entries:
        place = folder / entry.name
        if not entry.is_dir(follow_symlinks=False):
            yield place
        elif levels and not (folder == PurePosixPath() and entry.name in _OTHERS):
            yield from _names(root, place, levels - 1)


def data_beside_data(root: Path) -> list[Issue]:
    """A finding for each folder beside data/ with data in it, and for each such file at the top."""
    from insek_cli.source.data_files import Files  # noqa: PLC0415
    from insek_cli.source.data_places import home_beside_data  # noqa: PLC0415
    from insek_cli.source.stray_files import report_file, report_folder  # noqa: PLC0415

    files = Files(root)
    groups: dict[PurePosixPath, list[PurePosixPath]] = defaultdict(list)
    for file in yaml_beside_data(root):
        if home_beside_data(file):
            groups[PurePosixPath(file.parts[0])].append(file)
    for place, inside in groups.items():
        homes = {file: home_beside_data(file) for file in inside}
        if place == inside[0]:
            taken = {home for home in homes.values() if home and files.has(root / home)}
            report_file(files, place, homes, taken)
        else:
            report_folder(files, place, inside, homes)
    return [issue for source in files.sources for issue in source.close()]
