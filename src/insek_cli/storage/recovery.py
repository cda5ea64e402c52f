"""After a crash: complete what was decided, undo what was not, and remove the litter."""

from enum import Enum
from pathlib import Path

from insek_cli.storage import disk, journal
from insek_cli.storage.disk_errors import disk_error
from insek_cli.storage.journal import Journal
from insek_cli.storage.lock import locked


class Recovered(Enum):
    """What the recovery of a place did."""

    NOTHING = "nothing"
    COMPLETED = "completed"
    UNDONE = "undone"


def recover(place: Path) -> Recovered:
    """Bring a place into order after an interrupted transaction; without one nothing is touched.

    Raises InsekError when the folder cannot be written.
    """
    if not journal.has_traces(place):
        return Recovered.NOTHING
    try:
        with locked(place):
            left = journal.load(place)
            if left is None:
                journal.drop(place)
                return Recovered.NOTHING
            return finish_transaction(place, left)
    except OSError as error:
        raise disk_error(error, place) from error


def finish_transaction(place: Path, left: Journal) -> Recovered:
    """Finish a journalled transaction in the direction it had; the caller holds the lock."""
    if left.state == "moving":
        roll_forward(left)
    elif left.state == "returning":
        roll_back(left)
    remove_staged(left)
    journal.drop(place)
    return Recovered.COMPLETED if left.state == "moving" else Recovered.UNDONE


def roll_forward(left: Journal) -> None:
    """Move every new file that is not yet in its place."""
    for entry in left.entries:
        target = Path(entry.target)
        if entry.new is None:
            disk.remove(target)
        elif Path(entry.new).exists():
            disk.replace(Path(entry.new), target)
    _settle_folders(left)


def roll_back(left: Journal) -> None:
    """Put every old file back that had been replaced, and remove what had not been there."""
    for entry in left.entries:
        moved = entry.new is not None and not Path(entry.new).exists()
        if entry.old is not None and Path(entry.old).exists():
            disk.replace(Path(entry.old), Path(entry.target))
        elif entry.old is None and moved:
            disk.remove(Path(entry.target))
    _settle_folders(left)


def remove_staged(left: Journal) -> None:
    """Remove the staged and the kept files."""
    for entry in left.entries:
        for name in (entry.new, entry.old):
            if name is not None:
                disk.remove(Path(name))


def _settle_folders(left: Journal) -> None:
    for folder in {Path(entry.target).parent for entry in left.entries}:
        if folder.is_dir():
            disk.sync_folder(folder)
