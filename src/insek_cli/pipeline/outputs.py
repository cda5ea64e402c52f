"""Outputs are rendered in a private folder, then written together."""

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from insek_cli.storage import Recovered, recover, write

PLACES = ("build", "data")


@contextmanager
def workbench() -> Iterator[Path]:
    """A private folder for the engines to work in; removed at the end."""
    with tempfile.TemporaryDirectory(prefix="insek-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def publish(files: Mapping[Path, bytes], remove: Iterable[Path] = ()) -> None:
    """Write and remove files of a project, all or none; no others change."""
    gone = list(remove)
    if files or gone:
        write(_place(next(iter([*files, *gone])).parent), files, gone)


def into(folder: Path, contents: Mapping[str, bytes]) -> dict[Path, bytes]:
    """Contents by name as contents by path in a folder."""
    return {folder / name: content for name, content in contents.items()}


def recover_project(root: Path) -> Recovered:
    """Bring documents and data into order after a run that was killed."""
    done = [recover(root / name) for name in PLACES]
    return max(done, key=list(Recovered).index)


def _place(target: Path) -> Path:
    """Where the journal lies: one for the documents and one for the data of a project."""
    for folder in (target, *target.parents):
        if folder.name in PLACES and (folder.parent / "data" / "concept.yaml").is_file():
            return folder
    return target
