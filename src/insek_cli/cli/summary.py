"""The end of a build: what was written, and what is still open for the stage."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from insek_cli.cli.digest import OPEN
from insek_cli.i18n import _, language, ngettext
from insek_cli.models.measure import Measure
from insek_cli.models.routes import field_at
from insek_cli.models.types import LABELS
from insek_cli.reporters.safe import safe

if TYPE_CHECKING:
    from insek_cli.findings import Issue
    from insek_cli.pipeline.produce import Outcome
    from insek_cli.report.views import Report


def summary(outcome: "Outcome") -> RenderableType:
    """The table of documents and, below it, the open columns."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.add_column(_("File"), overflow="fold")
    table.add_column(_("Extent"), justify="right", no_wrap=True)
    table.add_column(_("Size"), justify="right", no_wrap=True)
    for output in outcome.outputs:
        name = safe(near(output.path))
        table.add_row(Text(name, "bold"), Text(output.extent), Text(size(output.size)))
    still_open = _still_open(outcome)
    return Group(table, Padding(Text(still_open), (1, 0, 0, 0))) if still_open else table


def near(path: Path) -> str:
    """The path as one would type it from here; in full when it lies elsewhere."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def size(count: int) -> str:
    """Bytes in kB or MB, with the decimal sign of the language."""
    if count < 1_000_000:
        return f"{max(1, round(count / 1000))} kB"
    text = f"{count / 1_000_000:.1f} MB"
    return text.replace(".", ",") if language() == "de" else text


def _still_open(outcome: "Outcome") -> str:
    report = outcome.report
    if report is None:
        return ""
    number = _open_keys(outcome.issues, report)
    stage = LABELS[report.stufe]
    total = len(report.massnahmen)
    of = ngettext("of {n} measure", "of {n} measures", total).format(n=total)
    if not number:
        return _("Nothing is open for the stage {stage} ({of}).").format(stage=stage, of=of)
    parts = ", ".join(f"{_title(key)} {count}" for key, count in number.most_common())
    text = _("Still open for the stage {stage} ({of}): {parts}.")
    which = _("Which ones: insek list --missing {key}").format(key=next(iter(number)))
    return text.format(stage=stage, of=of, parts=parts) + "\n" + which


def _open_keys(issues: "Sequence[Issue]", report: "Report") -> Counter[str]:
    """How many measures of the report lack a key."""
    shown = {view.daten.id for view in report.massnahmen}
    return Counter(issue.key for issue in issues if issue.code == OPEN and _id(issue) in shown)


def _id(issue: "Issue") -> str:
    """Files of measures begin with their id."""
    return "-".join(issue.position.file.stem.split("-")[:2])


def _title(key: str) -> str:
    info = field_at(Measure, tuple(key.split(".")))
    return (info.title if info else None) or key
