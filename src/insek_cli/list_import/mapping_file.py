"""The mapping of a list, headings to places, as a file that people edit and pass again."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from insek_cli.findings import InsekError, Severity
from insek_cli.findings.suggest import did_you_mean
from insek_cli.i18n import _
from insek_cli.limits import read_bounded
from insek_cli.list_import.find_table import FoundTable
from insek_cli.list_import.heading_words import FIELD, LEFT_OUT, SECTION
from insek_cli.list_import.headings import TARGETS, Heading, folded_heading
from insek_cli.list_import.last_list import FOLDER
from insek_cli.models.key_paths import flattened
from insek_cli.models.measure import Measure
from insek_cli.review.format.scalar_style import one_line
from insek_cli.source.data_files import parse
from insek_cli.source.decode import decode
from insek_cli.source.nodes import python
from insek_cli.source.source_file import Source

COLUMNS, BESIDE = "spalten", "daneben"


def place_of(name: str) -> PurePosixPath:
    """Where the mapping of a list lies; `name` is its slug."""
    return FOLDER / f"{name}.yaml"


def read_mapping(path: Path) -> dict[str, str]:
    """Places by heading, folded and as written; raises InsekError for what is no mapping."""
    source = Source(PurePosixPath(path.name))
    try:
        text = decode(read_bounded(path), source)
    except OSError as error:
        message = _("{path} cannot be read: {reason}").format(path=path, reason=error.strerror)
        raise InsekError(message, exit_code=2) from error
    node = None if text is None else parse(text, source)
    issues = [issue for issue in source.close() if issue.severity is Severity.ERROR]
    data = python(node) if node else None
    columns = data.get(COLUMNS) if isinstance(data, dict) else None
    if issues or not isinstance(columns, dict):
        message = _("{path} is no mapping of columns.").format(path=path)
        hint = issues[0].message if issues else _("It has headings and places under “spalten:”.")
        raise InsekError(message, hint, exit_code=1)
    found: dict[str, str] = {}
    for heading, target in columns.items():
        if target is not None:
            known = _known(path, str(heading), str(target))
            found[folded_heading(str(heading))] = known
            found[" ".join(str(heading).split())] = known
    return found


def _known(path: Path, heading: str, target: str) -> str:
    wanted = FIELD if target == "handlungsfeld" else target
    known = set(TARGETS) | {key.dotted for key in flattened(Measure, "intern")}
    if wanted in known:
        return wanted
    message = _("{path}: “{target}” (for “{heading}”) is no place for a column.")
    hint = did_you_mean(target, known) or _("Known: {names}").format(names=", ".join(TARGETS))
    raise InsekError(message.format(path=path, target=target, heading=heading), hint, exit_code=1)


def mapping_text(source: str, tables: Sequence[FoundTable]) -> str:
    """The mapping of all columns; what only resembles something is marked."""
    lines = [
        "# Was aus jeder Spalte der Liste wird. Ändern, dann damit noch einmal importieren.",
        f"# {SECTION}: ein eigener Abschnitt; intern: Notizen; {LEFT_OUT}: weglassen.",
        f"quelle: {one_line(source, careful=True)}",
        f"{COLUMNS}:",
        *_columns(tables),
    ]
    if beside := list(_beside(tables)):
        lines += ["# Was um die Liste herum steht und keine Maßnahme ist:", f"{BESIDE}:", *beside]
    return "\n".join(lines) + "\n"


def _beside(tables: Iterable[FoundTable]) -> Iterator[str]:
    for table in tables:
        sums = [(row, " | ".join(cells.values())) for row, cells in table.sums]
        for _row, text in sorted([*table.aside, *table.sections, *sums]):
            yield f"  - {one_line(text, careful=True)}"


def _columns(tables: Iterable[FoundTable]) -> Iterator[str]:
    headings: Mapping[str, Heading] = {
        column.heading.text: column.heading for table in tables for column in table.columns
    }
    for text, heading in headings.items():
        place = heading.near if heading.how == "offen" and heading.near else heading.target
        likely = "  # nur ähnlich: bitte ansehen" if place != heading.target else ""
        yield f"  {one_line(text, careful=True)}: {one_line(place)}{likely}"
