"""The journal: what a transaction is about to do, so that somebody else can finish or undo it."""

import json
import os
import re
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from insek_cli.storage import disk

FOLDER = ".insek"
NAME = "journal.json"
_STAGED = re.compile(r"\.insek-[0-9]+-[0-9]+\.(?:new|old)")
"""What `transaction` names the files it puts beside their places."""

State = Literal["staging", "moving", "returning"]


@dataclass(frozen=True)
class JournalFile:
    """One file: its new content, its kept old content, and where it belongs.

    `new` is None for a file that is removed, `old` is None where nothing stood before.
    """

    target: str
    new: str | None
    old: str | None

    def ours(self, folder: Path) -> bool:
        """Whether a transaction below a folder may have written this, links followed."""
        target = Path(self.target)
        place = target.parent.resolve()
        staged = [Path(name) for name in (self.new, self.old) if name is not None]
        return (
            all(path.parent == target.parent and _STAGED.fullmatch(path.name) for path in staged)
            and place.is_relative_to(folder)
            and target.name not in ("", "..")
            and ".git" not in (part.lower() for part in (*place.parts, target.name))
        )


@dataclass(frozen=True)
class Journal:
    """The state of a transaction and its files, in order."""

    state: State
    entries: tuple[JournalFile, ...]


def path(place: Path) -> Path:
    """Where the journal of a place lies."""
    return place / FOLDER / NAME


def has_traces(place: Path) -> bool:
    """Whether a transaction left a journal, or a half-written one."""
    return any(os.path.lexists(each) for each in (path(place), path(place).with_suffix(".new")))


def save(place: Path, journal: Journal) -> None:
    """Write the journal; its renaming is the moment a state begins."""
    target = path(place)
    disk.make_folder(target.parent)
    fresh = target.with_suffix(".new")
    disk.write(fresh, json.dumps(asdict(journal), ensure_ascii=False).encode())
    disk.replace(fresh, target)
    disk.sync_folder(target.parent)


def allowed_root(place: Path) -> Path:
    """The folder that a transaction at a place may write below: its project, or where it lies."""
    return place.parent.resolve()


def load(place: Path) -> Journal | None:
    """The journal that an interrupted transaction left, or None.

    One that no transaction can have written came with a repository from elsewhere: nothing is done.
    """
    if path(place).is_symlink() or (path(place).exists() and not path(place).is_file()):
        return Journal("staging", ())
    try:
        whole = json.loads(path(place).read_bytes())
        entries = tuple(JournalFile(**entry) for entry in whole["entries"])
        inside = all(entry.ours(allowed_root(place)) for entry in entries)
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
