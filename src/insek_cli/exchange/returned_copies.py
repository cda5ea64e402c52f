"""What helps to answer: a workbook to decide in, and copies with the wrong cells marked."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from insek_cli.build.publish import publish
from insek_cli.build.revision import revision
from insek_cli.documents.sheet.conflict_book import ConflictRow, render
from insek_cli.documents.sheet.marked_copy import marked_copy
from insek_cli.exchange.merge_plan import MergePlan, Project
from insek_cli.exchange.value_words import key_title, value_words
from insek_cli.findings import Severity
from insek_cli.i18n import _
from insek_cli.report.views import Options
from insek_cli.report.whole_report import compose_report
from insek_cli.wording.record_names import record_names

FOLDER = "merge"
DECISIONS = "entscheidungen.xlsx"
_CELL = re.compile(r".+![A-Z]{1,3}[0-9]+")


def write_copies(
    project: Project, plan: MergePlan, files: Sequence[Path]
) -> list[tuple[Path, str]]:
    """Write them below build/merge/; gives back each path with what it is."""
    folder = project.root / "build" / FOLDER
    made: dict[Path, tuple[bytes, str]] = {}
    for path, content in _marked(plan, files):
        made[folder / f"{path.stem}-markiert.xlsx"] = content, _("a copy with the cells marked")
    if plan.conflicts:
        made[folder / DECISIONS] = _decisions(project, plan), _("to decide in, side by side")
    publish({path: content for path, (content, _what) in made.items()})
    return [(path, what) for path, (_content, what) in made.items()]


def _marked(plan: MergePlan, files: Sequence[Path]) -> Iterator[tuple[Path, bytes]]:
    marks: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for issue in plan.issues:
        if issue.severity is Severity.ERROR and _CELL.fullmatch(issue.key):
            text = f"{issue.message}. {issue.hint}".strip()
            marks[issue.position.file.name].append((issue.key, text))
    for path in files:
        if path.name in marks and path.suffix.casefold() == ".xlsx":
            content = marked_copy(path, marks[path.name])
            if content is not None:
                yield path, content


def _decisions(project: Project, plan: MergePlan) -> bytes:
    names = record_names(project.catalog)
    rows = [
        ConflictRow(
            measure=each.measure,
            key=each.key,
            title=project.catalog.measure[each.measure].titel,
            about=key_title(each.key),
            base=value_words(each.key, each.base, names),
            ours=value_words(each.key, each.ours, names),
            sides={name: value_words(each.key, v, names) or "–" for name, v in each.sides.items()},
        )
        for each in plan.conflicts
    ]
    options = Options(profile="intern", revision=revision(project.root))
    return render(compose_report(project.catalog, options), rows)
