"""Decisions that were made in the workbook of contradictions."""

from dataclasses import replace
from pathlib import Path, PurePosixPath

from insek_cli.documents.sheet.conflict_book import NAME, OURS
from insek_cli.exchange import decisions
from insek_cli.exchange.decisions import Decision, Decisions, Own
from insek_cli.exchange.merge_plan import Project
from insek_cli.exchange.typed_cells import CellError, value_of
from insek_cli.exchange.value_words import PATHS
from insek_cli.exchange.workbook_return import known_ids
from insek_cli.findings import InsekError
from insek_cli.i18n import _
from insek_cli.models.plain_data import plain_data, value_at
from insek_cli.tables.import_findings import ImportFindings, UnreadableFile
from insek_cli.tables.read_sheets import read_sheets
from insek_cli.tables.sheet_cells import SheetCells


def with_decided(given: Decisions, path: Path, project: Project) -> Decisions:
    """What was decided in the workbook, behind what was typed; raises InsekError for no such."""
    findings = ImportFindings(PurePosixPath(path.name))
    try:
        sheets = read_sheets(path, findings)
    except UnreadableFile as error:
        issue = findings.issues[-1]
        raise InsekError(f"{path.name}: {issue.message}", issue.hint, exit_code=2) from error
    sheet = next((each for each in sheets if each.title == NAME), None)
    head = next((row for row in sorted(sheet.rows) if sheet.cell(row, 1) == "massnahme"), 0) \
        if sheet else 0  # fmt: skip
    if sheet is None or not head:
        message = _("{name} is no workbook of contradictions.").format(name=path.name)
        hint = _("insek merge writes one where the sides contradict.")
        raise InsekError(message, hint, exit_code=2)
    columns = {key: column for column, key in sheet.rows[head].items()}
    found: dict[tuple[str, str], Decision] = {}
    for row in sorted(sheet.rows):
        place = sheet.cell(row, columns["massnahme"]), sheet.cell(row, columns["schluessel"])
        if row > head + 1 and place[0] in project.measures:
            decision = _decided(sheet, row, columns, place, project)
            if decision is not None:
                found[place] = decision
    return replace(given, single={**found, **given.single})


def _decided(
    sheet: SheetCells, row: int, columns: dict[str, int], place: tuple[str, str], project: Project
) -> Decision | None:
    own = sheet.german(row, columns["wert"])
    if not own:
        chosen = sheet.cell(row, columns["entscheidung"])
        return decisions.OURS if chosen == OURS else chosen or None
    path = PATHS.get(place[1])
    name = sheet.place(row, columns["wert"])
    if path is None or path.key.record:
        message = _("{place}: an entry of a list cannot be written in one cell.").format(place=name)
        raise InsekError(message, _("Choose a side, and change it in the file."), exit_code=1)
    now = value_at(plain_data(project.measures[place[0]].model), place[1])
    try:
        return Own(value_of(path.key, now, own, known_ids(project)))
    except CellError as error:
        message = _("{place}: “{value}” is no value for “{title}”.")
        text = message.format(place=name, value=own, title=path.title)
        raise InsekError(text, exit_code=1) from error
