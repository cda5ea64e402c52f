"""The next free ids. An id that was ever seen in the data is not given out again."""

import re
from collections.abc import Iterable
from itertools import count
from pathlib import Path

from insek_cli import limits
from insek_cli.findings import InsekError
from insek_cli.i18n import _
from insek_cli.limits import Budget

LAST_FIELD = 99
LAST_MEASURE = 999_999_999
_MEASURE = re.compile(rb"\bM-([0-9]{3,9})\b")
_FIELD = re.compile(r"HF([1-9][0-9]?)", re.IGNORECASE)


def next_measure_id(root: Path) -> str:
    """One more than the highest measure id that any file of the data names, even a past vote.

    Past the highest number an id can have, the first that no file names.
    """
    names = (path.name.encode() for path in (root / "data" / "measures").glob("*"))
    texts = (path.read_bytes() for path in _readable(root / "data"))
    seen = {int(number) for text in (*names, *texts) for number in _MEASURE.findall(text)}
    number = max(seen, default=0) + 1
    if number > LAST_MEASURE:
        number = next(free for free in count(1) if free not in seen)
    return f"M-{number:03}"


def next_field_id(root: Path) -> str:
    """One more than the highest field id among the files of fields."""
    stems = (path.stem for path in (root / "data" / "fields").glob("*.y*ml"))
    seen = [int(found[1]) for stem in stems if (found := _FIELD.fullmatch(stem))]
    number = max(seen, default=0) + 1
    if number > LAST_FIELD:
        raise InsekError(_("There are no more than 99 fields of action."), exit_code=2)
    return f"HF{number}"


def _readable(folder: Path) -> Iterable[Path]:
    kinds = {".yaml", ".csv", ".md"}
    budget = Budget(limits.TEXTS)
    for path in sorted(folder.rglob("*")):
        if path.suffix in kinds and path.is_file() and not path.is_symlink():
            size = path.stat().st_size
            if size <= limits.BALLOTS and budget.take(size):
                yield path
