"""Outputs are written together."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from insek_cli.storage import Recovered, recover, write_files


def publish(files: Mapping[Path, bytes], remove: Iterable[Path] = ()) -> None:
    """Write and remove files of a project, all or none; no others change."""
    gone = list(remove)
    if files or gone:
        write_files(_place(next(iter([*files, *gone])).parent), files, gone)


def paths_in(folder: Path, contents: Mapping[str, bytes]) -> dict[Path, bytes]:
    """Contents by name as contents by path in a folder."""
    return {folder / name: content for name, content in contents.items()}


def recover_project(root: Path) -> Recovered:
    """Bring a project into order after a run that was killed."""
    return recover(root / "build")


def _place(target: Path) -> Path:
    """Where the journal lies: in build/ of the project, or in a folder elsewhere."""
    for folder in (target, *target.parents):
        if (folder / "data" / "concept.yaml").is_file():
            return folder / "build"
    return target
