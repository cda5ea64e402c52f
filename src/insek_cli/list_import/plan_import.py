"""What an import would do, before anything is written: measures, registers, files, findings."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from pathlib import PurePosixPath
from typing import Any

from insek_cli.catalog import Catalog
from insek_cli.exchange.three_way import merge
from insek_cli.findings import InsekError, Position, Severity
from insek_cli.findings.codes import finding
from insek_cli.i18n import _
from insek_cli.list_import import last_list, mapping_file
from insek_cli.list_import.cell_readers import Context
from insek_cli.list_import.draft import Draft
from insek_cli.list_import.field_names import FieldNames
from insek_cli.list_import.find_table import find_tables, likely_table
from insek_cli.list_import.heading_words import NUMBER
from insek_cli.list_import.import_plan import Change, ImportPlan, ListImport
from insek_cli.list_import.last_list import LastRow
from insek_cli.list_import.record_sheets import as_lists
from insek_cli.list_import.register_names import RegisterNames, letters
from insek_cli.list_import.rows_to_measures import Row, draft_of, match_last, rows_of
from insek_cli.models.measure import Measure
from insek_cli.project.next_id import next_measure_id
from insek_cli.project.slug import slug
from insek_cli.source.nodes import python
from insek_cli.source.project import load_snapshot
from insek_cli.source.records import Loaded
from insek_cli.source.to_catalog import assemble
from insek_cli.tables.import_findings import ImportFindings, UnreadableFile
from insek_cli.tables.read_sheets import read_sheets


def plan_import(request: ListImport) -> ImportPlan:
    """Read the list, compare it with the project and say what would become of it."""
    plan = ImportPlan(request, slug(request.list.stem) or "liste")
    findings = ImportFindings(PurePosixPath(request.list.name))
    mapped = {**_mapping(request, plan.name), **request.confirmed}
    try:
        sheets = read_sheets(request.list, findings)
    except UnreadableFile:
        plan.issues = list(findings.issues)
        return plan
    chosen = [sheet for sheet in sheets if request.sheet in (None, sheet.title)]
    shown = [sheet for sheet in chosen if not sheet.hidden or request.sheet]
    lists = as_lists(shown, mapped)
    plan.tables = find_tables(lists, mapped)
    read = {id(table.sheet) for table in plan.tables}
    hidden = [sheet for sheet in sheets if sheet not in shown]
    plan.skipped = [s.title for s in (*lists, *hidden) if id(s) not in read and s.rows]
    if not plan.tables:
        variant = "sheet" if request.sheet and not chosen else ""
        findings.report("INSEK580", variant=variant, name=request.sheet or "")
        likely = likely_table(shown)
        plan.asked, plan.likely = likely is not None, [likely] if likely else []
    else:
        _ask(plan, findings)
    plan.issues = list(findings.issues)
    if not plan.refused:
        _compare(plan)
    return plan


def _mapping(request: ListImport, name: str) -> dict[str, str]:
    if request.mapping:
        return mapping_file.read_mapping(request.mapping)
    known = request.root / mapping_file.place_of(name)
    return mapping_file.read_mapping(known) if known.is_file() else {}


def _ask(plan: ImportPlan, findings: ImportFindings) -> None:
    """A heading that only resembles something is confirmed by who knows the list."""
    for table in plan.tables:
        for column in table.columns:
            heading = column.heading
            if heading.how == "offen" and heading.near:
                place = table.sheet.place(table.header, column.number)
                details = {"heading": heading.text, "place": heading.near}
                findings.report("INSEK581", table.header, column.number, place, **details)
                plan.asked = True


def _compare(plan: ImportPlan) -> None:
    loaded = load_snapshot(
        plan.request.root, {str(p): raw for p, raw in plan.request.files.items()}
    )
    if broken := [issue for issue in loaded.issues if issue.severity is Severity.ERROR]:
        message = _("The data has errors; nothing was imported.")
        hint = _("Correct them first: insek check lists them.")
        raise InsekError(
            f"{message}\n{broken[0].position.file}: {broken[0].message}", hint, exit_code=1
        )
    catalog = assemble(loaded)
    rows = rows_of(plan.tables)
    last = _last_rows(plan, rows)
    matched = match_last(rows, last)
    ids = _ids(plan, rows, matched, catalog)
    plan.names, plan.fields = RegisterNames.of(catalog.registers), FieldNames.of(catalog.fields)
    before = deepcopy(plan.names), deepcopy(plan.fields)
    goals = {name: placed.goal.id for placed in catalog.goals.values()
             for name in (placed.goal.id, placed.number)}  # fmt: skip
    context = Context(plan.names, plan.fields, goals, _links(rows, ids, catalog))
    ours = _as_written(loaded)
    for place, row in enumerate(rows):
        if place not in ids:
            continue
        draft = draft_of(row, ids[place], context, plan.request.default_field)
        plan.drafts.append(draft)
        plan.state.append(LastRow(ids[place], row.sections, row.cells))
        if ids[place] not in ours:
            plan.added[ids[place]] = draft.data
            continue
        base: dict[str, Any] = {}
        if place in matched:
            was = Context(*before, goals, context.links)
            base = draft_of(
                row.as_it_was(matched[place]), ids[place], was, plan.request.default_field
            ).data
        _merge(plan, row, draft, base, ours[ids[place]])
    here = {id(each) for each in matched.values()}
    plan.gone = [row.measure for row in last if id(row) not in here]
    plan.state += [row for row in last if id(row) not in here]


def _last_rows(plan: ImportPlan, rows: Sequence[Row]) -> list[LastRow]:
    """What the list said last time; a list under another name goes on with the one it was."""
    request = plan.request
    if request.mapping and request.mapping.parent.name == last_list.FOLDER.name:
        plan.name = request.mapping.stem
    if not (request.root / last_list.place_of(plan.name)).is_file():
        plan.name = last_list.like(request.root, [row.title for row in rows]) or plan.name
    return last_list.read(request.root / last_list.place_of(plan.name))


def _ids(
    plan: ImportPlan, rows: Sequence[Row], matched: Mapping[int, LastRow], catalog: Catalog
) -> dict[int, str]:
    """The id of each row: that of last time, its own, that of its title, or the next one."""
    titles: dict[str, str] = {}
    for measure in catalog.measures:
        for name in (measure.titel, measure.kurztitel or "", *measure.frueher):
            titles.setdefault(letters(name), measure.id)
    number = int(next_measure_id(plan.request.root).removeprefix("M-"))
    found: dict[int, str] = {}
    taken = {last.measure for last in matched.values()}
    for place, row in enumerate(rows):
        if place in matched:
            found[place] = matched[place].measure
            if found[place] not in catalog.measure:
                plan.deleted.append(found.pop(place))
            continue
        named = row.text("id").strip(), titles.get(letters(row.title), "")
        known = next((id_ for id_ in named if id_ in catalog.measure and id_ not in taken), None)
        found[place] = known or f"M-{number:03}"
        number += known is None
        taken.add(found[place])
    return found


def _links(rows: Sequence[Row], ids: Mapping[int, str], catalog: Catalog) -> dict[str, str]:
    """Ids by what a list calls a measure: its number, its title, its id; what two bear is none."""
    found: dict[str, set[str]] = {id_: {id_} for id_ in catalog.measure}
    for place, id_ in ids.items():
        for name in {rows[place].text(NUMBER).strip(), rows[place].title, id_} - {""}:
            found.setdefault(name, set()).add(id_)
    return {name: next(iter(owners)) for name, owners in found.items() if len(owners) == 1}


def _as_written(loaded: Loaded) -> dict[str, dict[str, Any]]:
    """The keys of the measures as their files have them."""
    return {record.model.id: _plain(python(record.node)) for record in loaded.measures}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(inner) for name, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, list | tuple) else value


def _merge(
    plan: ImportPlan, row: Row, draft: Draft, base: dict[str, Any], ours: dict[str, Any]
) -> None:
    changed = False
    for key in Measure.model_fields:
        theirs = draft.data.get(key)
        if key == "id" or (not base and theirs is None):
            continue
        found = merge(base.get(key), theirs, ours.get(key), plan.request.prefer)
        if found.conflict and plan.request.prefer is None:
            position = Position(PurePosixPath(plan.request.list.name), row.row.row)
            place = f"{row.table.sheet.title}!{row.row.row}"
            details = {"measure": draft.data["id"], "key": key}
            plan.issues.append(finding("INSEK582", position, place, "", **details))
        elif found.value != ours.get(key):
            plan.changes.append(Change(draft.data["id"], key, ours.get(key), found.value))
            changed = True
    plan.same += not changed
