"""The journal: what a transaction is about to do, so that somebody else can finish or undo it."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from insek_cli.storage import disk

FOLDER = ".insek"
NAME = "journal.json"

State = Literal["staging", "moving", "returning"]


@dataclass(frozen=True)
class Entry:
    """One file: its new content, its kept old content, and where it belongs.

    `new` is None for a file that is removed, `old` is None where nothing stood before.
    """

    target: str
    new: str | None
    old: str | None

    def below(self, folder: Path) -> bool:
        """Whether all its files lie below a folder, links followed."""
        names = (name for name in (self.target, self.new, self.old) if name is not None)
        return all(Path(name).parent.resolve().is_relative_to(folder) for name in names)


@dataclass(frozen=True)
class Journal:
    """The state of a transaction and its files, in order."""

    state: State
    entries: tuple[Entry, ...]


def path(place: Path) -> Path:
    """Where the journal of a place lies."""
    return place / FOLDER / NAME


def save(place: Path, journal: Journal) -> None:
    """Write the journal; its renaming is the moment a state begins."""
    target = path(place)
    disk.make_folder(target.parent)
    fresh = target.with_suffix(".new")
    disk.write(fresh, json.dumps(asdict(journal), ensure_ascii=False).encode())
    disk.replace(fresh, target)
    disk.settle(target.parent)


def reach(place: Path) -> Path:
    """The folder that a transaction at a place may write below: its project, or where it lies."""
    return place.parent.resolve()


def load(place: Path) -> Journal | None:
    """The journal that an interrupted transaction left, or None.

    One that names files out of reach came with a repository from elsewhere: nothing is done.
    """
    try:
        whole = json.loads(path(place).read_bytes())
        entries = tuple(Entry(**entry) for entry in whole["entries"])
        inside = all(entry.below(reach(place)) for entry in entries)
        return Journal(whole["state"], entries if inside else ())
    except FileNotFoundError:
        return None
    except (ValueError, TypeError, KeyError, OSError):
        # Only a damaged disk writes half a journal; what it staged is litter.
        return Journal("staging", ())


def drop(place: Path) -> None:
    """The transaction is over."""
    disk.remove(path(place))
    disk.remove(path(place).with_suffix(".new"))
