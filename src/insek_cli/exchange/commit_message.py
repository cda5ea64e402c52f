"""A commit message for a merge: whose answers, and what became of them."""

from insek_cli.exchange.merge_plan import MergePlan
from insek_cli.i18n import _, ngettext


def commit_message(plan: MergePlan) -> str:
    """One line that names the files and counts what changed."""
    files = ", ".join(each.file.stem for each in plan.returned)
    measures = len({change.measure for change in plan.changes})
    parts = []
    if plan.changes:
        told = ngettext("{n} key in {m}", "{n} keys in {m}", len(plan.changes))
        of = ngettext("{n} measure", "{n} measures", measures).format(n=measures)
        parts.append(told.format(n=len(plan.changes), m=of))
    if plan.added:
        count = len(plan.added)
        parts.append(ngettext("{n} new measure", "{n} new measures", count).format(n=count))
    if plan.remarks and plan.remarks.slug and plan.remarks.new:
        count = len(plan.remarks.new)
        parts.append(ngettext("{n} remark", "{n} remarks", count).format(n=count))
    return _("Merge {files}: {parts}").format(files=files, parts=", ".join(parts))
