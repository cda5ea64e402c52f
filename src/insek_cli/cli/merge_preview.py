"""What a merge would do, before anything is written."""

from collections.abc import Iterator

from insek_cli.cli.console import say, say_table
from insek_cli.exchange.key_merge import Conflict
from insek_cli.exchange.merge_plan import MergePlan, Project, after
from insek_cli.exchange.returned import Returned
from insek_cli.exchange.value_words import key_title, value_words
from insek_cli.findings.reporters.terminal_safe import safe
from insek_cli.i18n import _, ngettext
from insek_cli.review.diff.compare import compare
from insek_cli.review.diff.reports import text
from insek_cli.wording.record_names import record_names

SHOWN = 400
"""Characters of a value that the terminal shows."""


def show_plan(project: Project, plan: MergePlan) -> None:
    """Files, changes as `insek diff` will tell them, remarks, and what contradicts."""
    for each in plan.returned:
        say("\n".join(_file(each)))
    for note in plan.notes:
        say(safe(note))
    if plan.changes or plan.added:
        say("\n" + text(compare(project.catalog, after(project, plan))))
    if plan.remarks:
        say("\n" + "\n".join(_remarks(plan)))
    for conflict in plan.conflicts:
        _conflict(project, conflict)


def _file(each: Returned) -> Iterator[str]:
    counts = (
        ngettext("{n} change", "{n} changes", len(each.edits)).format(n=len(each.edits)),
        ngettext("{n} new row", "{n} new rows", len(each.added)).format(n=len(each.added)),
        ngettext("{n} remark", "{n} remarks", len(each.remarks)).format(n=len(each.remarks)),
    )
    yield f"{safe(str(each.file))}: {', '.join(counts)}"
    yield from (f"  {safe(note)}" for note in each.notes)


def _remarks(plan: MergePlan) -> Iterator[str]:
    if plan.remarks is None:
        return
    count = len(plan.remarks.new)
    if plan.remarks.slug:
        told = ngettext("{n} remark for {file}:", "{n} remarks for {file}:", count)
        yield told.format(n=count, file=f"data/workshops/{plan.remarks.slug}/remarks.yaml")
    else:
        told = ngettext(
            "{n} remark, which stays out; name a round for it: --into aemterrunde",
            "{n} remarks, which stay out; name a round for them: --into aemterrunde",
            count,
        )
        yield told.format(n=count)
    for remark in plan.remarks.new:
        whose = f" ({safe(remark.thema)})" if remark.thema else ""
        yield f"  {remark.measure or '–'}{whose}: {safe(' '.join(remark.text.split()), SHOWN)}"


def _conflict(project: Project, conflict: Conflict) -> None:
    from rich.table import Table
    from rich.text import Text

    names = record_names(project.catalog)
    title = project.catalog.measure[conflict.measure].titel
    place = f"{conflict.measure}:{conflict.key}"
    head = _("Contradiction: {measure} – {key}  ({place})").format(
        measure=safe(title, 60), key=key_title(conflict.key), place=place
    )
    say("\n" + head)
    sides = {_("was"): conflict.base, _("here"): conflict.ours, **conflict.sides}
    table = Table()
    for name in sides:
        table.add_column(Text(safe(name)), overflow="fold")
    table.add_row(
        *(
            Text(safe(value_words(conflict.key, value, names), SHOWN) or "–")
            for value in sides.values()
        )
    )
    say_table(table)
