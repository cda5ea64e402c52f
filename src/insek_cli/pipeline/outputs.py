"""Outputs are rendered in a private folder, then written together."""

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from insek_cli.storage import Recovered, recover, write

PLACES = ("build", "data")


@contextmanager
def beside(_target: Path) -> Iterator[Path]:
    """A private folder for the engines to work in; removed at the end."""
    with tempfile.TemporaryDirectory(prefix="insek-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def move_in(
    staged: Mapping[str, bytes], _folder: Path, target: Path, gone: Iterable[str] = ()
) -> None:
    """Write the files into `target` and remove those `gone`, all or none; no others change."""
    contents = {target / name: content for name, content in staged.items()}
    write(_place(target), contents, [target / name for name in gone])


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
