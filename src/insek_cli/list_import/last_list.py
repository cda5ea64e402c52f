"""What a list said when it was imported last: a CSV file beside the mapping, a row a measure.

With it a corrected list changes what was corrected and nothing else, whatever has become of the
files since.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from insek_cli.limits import BALLOTS
from insek_cli.list_import.register_names import letters

FOLDER = PurePosixPath("imports")
MEASURE = "massnahme"
_ENDING = "-stand.csv"


@dataclass(frozen=True)
class LastRow:
    """A row of the list as it was: its measure, the sections it stood under, texts by heading."""

    measure: str
    sections: tuple[str, ...]
    cells: Mapping[str, str]


def place_of(name: str) -> PurePosixPath:
    """Where the last state of a list lies; `name` is its slug."""
    return FOLDER / f"{name}{_ENDING}"


def written(rows: Sequence[LastRow]) -> bytes:
    """The text of the file."""
    headings = list(dict.fromkeys(heading for row in rows for heading in row.cells))
    stream = io.StringIO(newline="")
    table = csv.writer(stream, delimiter=";", lineterminator="\n")
    table.writerow([MEASURE, "abschnitte", *headings])
    for row in rows:
        cells = (row.cells.get(heading, "") for heading in headings)
        table.writerow([row.measure, "\n".join(row.sections), *cells])
    return stream.getvalue().encode()


def read(path: Path) -> list[LastRow]:
    """The rows of a file; none where there is none, or somebody broke it."""
    if path.is_symlink() or not path.is_file() or path.stat().st_size > BALLOTS:
        return []
    csv.field_size_limit(BALLOTS)
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            header, *rows = csv.reader(stream, delimiter=";", strict=True)
    except (UnicodeDecodeError, csv.Error, ValueError):
        return []
    if header[:1] != [MEASURE]:
        return []
    return [
        LastRow(row[0], tuple(filter(None, row[1].split("\n"))),
                {name: text for name, text in zip(header[2:], row[2:], strict=False) if text})
        for row in rows if len(row) > 1
    ]  # fmt: skip


def like(root: Path, titles: Iterable[str]) -> str | None:
    """The name of the list that most of the titles stood in last time, if any had half of them."""
    wanted = {letters(title) for title in titles}
    best: tuple[int, str] = (0, "")
    for path in sorted((root / FOLDER).glob(f"*{_ENDING}")):
        texts = {letters(text) for row in read(path) for text in row.cells.values()}
        best = max(best, (len(wanted & texts), path.name.removesuffix(_ENDING)))
    return best[1] if wanted and best[0] * 2 >= len(wanted) else None
