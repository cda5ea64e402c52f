"""What a workbook says it was made from, and whether that is this project."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from insek_cli.build.git import git
from insek_cli.documents.sheet.origin_sheet import FORMAT, TITLE, values_mark
from insek_cli.exchange.merge_plan import Project
from insek_cli.i18n import _
from insek_cli.models.key_paths import flattened
from insek_cli.models.measure import Measure
from insek_cli.models.plain_data import has_shape
from insek_cli.models.stages import PROFILES, Profile
from insek_cli.tables.import_findings import ImportFindings
from insek_cli.tables.sheet_cells import SheetCells

LEAD = 5
"""Columns before the values of a measure."""


@dataclass(frozen=True)
class WorkbookOrigin:
    """The facts of a workbook, and by measure the values and marks of texts it was made with."""

    facts: Mapping[str, str]
    base: Mapping[str, dict[str, Any]]
    marks: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    numbers: Mapping[str, str] = field(default_factory=dict)
    """The id by printed number."""

    @property
    def profile(self) -> Profile:
        """For whom it was made."""
        return next((name for name in PROFILES if name == self.facts.get("profil")), "oeffentlich")


def read_origin_sheet(sheets: Sequence[SheetCells], findings: ImportFindings) -> WorkbookOrigin:
    """What the hidden sheet says; raises UnreadableFile where there is none, or it was changed."""
    sheet = next((each for each in sheets if each.title == TITLE), None)
    if sheet is None:
        raise findings.refuse("INSEK560", variant="unmarked")
    top = next((row for row in sorted(sheet.rows) if sheet.cell(row, 4) == "fingerabdruck"), 0)
    facts = {sheet.cell(row, 1): sheet.cell(row, 2) for row in sheet.rows if row < top}
    written = facts.get("format", "")
    if not top or not written.isdecimal() or int(written) < FORMAT:
        raise findings.refuse("INSEK560", variant="unmarked")
    if int(written) > FORMAT:
        raise findings.refuse("INSEK560", variant="newer")
    base: dict[str, dict[str, Any]] = {}
    marks: dict[str, dict[str, str]] = {}
    numbers: dict[str, str] = {}
    for row in (row for row in sorted(sheet.rows) if row > top):
        id_ = sheet.cell(row, 3)
        cells = sheet.rows[row]
        text = "".join(cells[column] for column in sorted(cells) if column > LEAD)
        values = read_values(text) if values_mark(text) == sheet.cell(row, 4) else None
        if values is None:
            place = sheet.place(row, LEAD + 1)
            raise findings.refuse("INSEK560", row, LEAD + 1, place, variant="damaged", id=id_)
        base[id_] = values
        pairs = (pair.rpartition("=") for pair in sheet.cell(row, LEAD).split())
        marks[id_] = {name: mark for name, _equals, mark in pairs}
        numbers[sheet.cell(row, 2)] = id_
    return WorkbookOrigin(facts, base, marks, numbers)


def read_values(text: str) -> dict[str, Any] | None:
    """What a measure was, None for what no build can have written."""
    try:
        values = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return values if isinstance(values, dict) and has_shape(Measure, values) else None


def check_origin(origin: WorkbookOrigin, project: Project, findings: ImportFindings) -> list[str]:
    """Refuse a workbook of another city or project; give back what is worth knowing of it.

    Raises UnreadableFile.
    """
    concept = project.catalog.concept
    theirs, ours = (origin.facts.get("stadt", ""), origin.facts.get("konzept", "")), (
        concept.stadt, concept.titel,
    )  # fmt: skip
    if theirs[0] != ours[0]:
        raise findings.refuse("INSEK560", theirs=theirs[0], ours=ours[0])
    if origin.base and not any(map(project.today, origin.base)):
        raise findings.refuse("INSEK560", variant="strange")
    notes: list[str] = []
    if theirs[1] != ours[1]:
        told = _("made for “{theirs}”; the concept is called “{ours}” now")
        notes.append(told.format(theirs=theirs[1], ours=ours[1]))
    revision = origin.facts.get("revision", "")
    if (
        re.fullmatch("[0-9a-f]{40,64}", revision)
        and git(project.root, "cat-file", "-e", f"{revision}^{{commit}}") is None
    ):
        told = _("made from revision {revision}, which this repository does not have")
        notes.append(told.format(revision=revision[:7]))
    hidden = [key for key in _paths("intern") if key not in {*_paths(origin.profile)}]
    if hidden:
        told = _("made for the profile {profile}, without: {keys}; these stay as they are")
        notes.append(told.format(profile=origin.profile, keys=", ".join(sorted(hidden))))
    return notes


def _paths(profile: Profile) -> list[str]:
    return [path.dotted for path in flattened(Measure, profile)]
