"""What an import would make of a list: columns, rows that are no measures, what stays text."""

from collections import Counter
from collections.abc import Iterator

from insek_cli.cli.list_words import place_words
from insek_cli.findings.reporters.terminal_safe import safe
from insek_cli.i18n import _, ngettext
from insek_cli.list_import.amounts import amounts
from insek_cli.list_import.find_table import Column, FoundTable
from insek_cli.list_import.import_plan import ImportPlan
from insek_cli.models.record_kinds import REFERRED
from insek_cli.tables.sheet_cells import column_letters
from insek_cli.wording.notation import euro_range, number

SHOWN = 12
"""Cells and rows of one kind that are named; the others are counted."""


def import_preview(plan: ImportPlan) -> str:
    """The lines of the preview."""
    lines = [safe(plan.request.list.name)]
    for table in plan.tables:
        lines += _table(table)
    if plan.skipped:
        names = ", ".join(safe(name, 40) for name in plan.skipped)
        lines.append("  " + _("sheets without a list, or hidden: {names}").format(names=names))
    lines += [*_kept(plan), *_outcome(plan)]
    return "\n".join(lines)


def _table(table: FoundTable) -> Iterator[str]:
    count = ngettext("{n} measure", "{n} measures", len(table.rows)).format(n=len(table.rows))
    where = _("headings in row {row}").format(row=table.header)
    yield f"  {safe(table.sheet.title, 60)}: {count}, {where}"
    for column in table.columns:
        yield from _column(table, column)
    hidden = sum(row.row in table.sheet.hidden_rows for row in table.rows)
    if hidden:
        text = ngettext("{n} hidden row read", "{n} hidden rows read", hidden)
        yield f"    {text.format(n=hidden)}"
    errors = [f"{column_letters(column)}{row}" for row, column in sorted(table.sheet.errors)]
    if errors:
        text = _("cells with errors such as #REF!, which hold nothing to read: {cells}")
        more = "" if len(errors) <= SHOWN else " …"
        yield "    " + text.format(cells=", ".join(errors[:SHOWN]) + more)
    yield from _rows(_("headings of sections"), table.sections)
    sums = [(row, " · ".join(cells.values())) for row, cells in table.sums]
    yield from _rows(_("sums, no measures"), sums)
    yield from _rows(_("beside the list, no measures"), table.aside)


def _column(table: FoundTable, column: Column) -> Iterator[str]:
    heading = column.heading
    filled = [row.cells[column.number] for row in table.rows if column.number in row.cells]
    asked = heading.how == "offen" and heading.near
    mark = "?" if asked else "·" if heading.how == "offen" else "✓"
    place = place_words(heading.near if asked else heading.target)
    resembles = f" ({_('resembles only')})" if asked else ""
    hidden = f", {_('hidden')}" if column.hidden else ""
    cells = ngettext("{n} cell", "{n} cells", len(filled)).format(n=len(filled))
    name = safe(heading.text, 50)
    yield f"    {mark} {column.letter:>2} „{name}“ → {place}{resembles}, {cells}{hidden}"
    if heading.target == "kosten" and not asked:
        yield from _money(column, filled)


def _money(column: Column, filled: list[str]) -> Iterator[str]:
    """The factor of amounts, and cells it counts for: nothing is worse than a wrong one."""
    unit = column.heading.unit
    known = [(text, found) for text in filled if (found := amounts(text, unit))]
    factor = number(unit.factor) if unit.factor else None
    said = (
        _("× {factor} €, from the heading").format(factor=factor)
        if factor
        else _("no unit in the heading: cells that name one, and numbers from 1.000 as Euro")
    )
    yield f"         {said}"
    for text, found in known[:2]:
        amount = euro_range(found[0].get("von"), found[0].get("bis"))
        yield f"         „{safe(text, 40)}“ = {amount}"
    if rest := len(filled) - len(known):
        text = ngettext("{n} cell stays text", "{n} cells stay text", rest).format(n=rest)
        yield f"         {text}"


def _rows(title: str, rows: list[tuple[int, str]]) -> Iterator[str]:
    if rows:
        yield f"    {title}:"
        for row, text in rows[:SHOWN]:
            yield f"      {row}  {safe(' '.join(text.split()), 90)}"
        if len(rows) > SHOWN:
            yield "      " + _("and {n} more").format(n=len(rows) - SHOWN)


def _kept(plan: ImportPlan) -> Iterator[str]:
    """Cells that were not taken apart: their words are kept, and somebody may want to look."""
    kept = [each for draft in plan.drafts for each in draft.kept]
    if not kept:
        return
    text = ngettext("{n} cell stays text:", "{n} cells stay text:", len(kept))
    yield "  " + text.format(n=len(kept))
    for target, count in Counter(each.target for each in kept).most_common():
        places = [each for each in kept if each.target == target]
        yield f"    {place_words(target)}: {count}"
        for each in places[:3]:
            cell = f"{column_letters(each.column)}{each.row}"
            yield f"      {cell}  „{safe(' '.join(each.text.split()), 70)}“"


def _outcome(plan: ImportPlan) -> Iterator[str]:
    if plan.refused:
        return
    measures = ngettext("{n} measure", "{n} measures", len(plan.added)).format(n=len(plan.added))
    parts = [measures] if plan.added else []
    if plan.fields.new:
        count = len(plan.fields.new)
        parts.append(ngettext("{n} field of action", "{n} fields of action", count).format(n=count))
    parts += [f"{len(new)} {REFERRED[kind].title}" for kind, new in plan.names.new.items()]
    if parts:
        yield "  " + _("new: {parts}").format(parts=", ".join(parts))
    for id_, record in plan.fields.new.items():
        yield f"    {id_}  {safe(str(record['titel']), 80)}"
    yield from _changes(plan)


def _changes(plan: ImportPlan) -> Iterator[str]:
    if plan.changes:
        count = len({change.measure for change in plan.changes})
        text = ngettext("{n} measure changes:", "{n} measures change:", count)
        yield "  " + text.format(n=count)
        for change in plan.changes[: 2 * SHOWN]:
            yield f"    {change.measure} {change.key}: {safe(str(change.new), 90)}"
    if plan.same:
        text = ngettext("{n} measure stays as it is", "{n} measures stay as they are", plan.same)
        yield "  " + text.format(n=plan.same)
    for ids, text in (
        (plan.gone, _("no longer in the list, and left in the files: {ids}")),
        (plan.deleted, _("in the list, but deleted from the files; left out: {ids}")),
    ):
        if ids:
            yield "  " + text.format(ids=", ".join(ids))
