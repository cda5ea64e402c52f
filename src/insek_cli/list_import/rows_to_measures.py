"""Rows of a list to measures: which one each is, and the keys that its cells say."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from insek_cli.list_import.cell_readers import Context, read_cell
from insek_cli.list_import.draft import Draft
from insek_cli.list_import.field_names import UNKNOWN, FieldNames
from insek_cli.list_import.find_table import Column, FoundTable, ListRow
from insek_cli.list_import.heading_words import FIELD, FIELDS, NUMBER
from insek_cli.list_import.last_list import LastRow
from insek_cli.list_import.mark_readers import figures_as_amounts, years_as_period
from insek_cli.list_import.money_readers import add_up_years
from insek_cli.list_import.name_lists import title_and_rest
from insek_cli.list_import.register_names import letters
from insek_cli.list_import.row_kinds import names_field, names_part
from insek_cli.models.measure import Measure

OUTLINE = "Gliederung der Liste"
"""The section with the headings under which a measure stood, where they are no field."""
ALIKE = 0.6
"""How much of a row must be the same for it to be the one from last time under another title."""


@dataclass(frozen=True)
class Row:
    """A row with the columns of its table; `more` are rows of other sheets on the same measure."""

    table: FoundTable
    row: ListRow
    more: tuple["Row", ...] = ()

    def text(self, target: str) -> str:
        """The text of the first column of a place."""
        column = self.table.column(target)
        own = self.row.cells.get(column.number, "") if column else ""
        return own or next(filter(None, (part.text(target) for part in self.more)), "")

    @property
    def sections(self) -> tuple[str, ...]:
        """The headings under which it stands, in the first sheet that has some."""
        return self.row.sections or next((p.row.sections for p in self.more if p.row.sections), ())

    @property
    def title(self) -> str:
        """The title on one line."""
        return title_and_rest(self.text("titel"))[0]

    @property
    def cells(self) -> dict[str, str]:
        """Texts by heading."""
        headings = {column.number: column.heading.text for column in self.table.columns}
        own = {headings[number]: text for number, text in self.row.cells.items()}
        for part in self.more:
            own = part.cells | own
        return own

    def as_it_was(self, last: LastRow) -> "Row":
        """The row with the texts of last time."""
        numbers = {column.heading.text: column.number for column in self.table.columns}
        cells = {numbers[name]: text for name, text in last.cells.items() if name in numbers}
        more = tuple(part.as_it_was(last) for part in self.more)
        return Row(self.table, ListRow(self.row.row, cells, last.sections), more)


def rows_of(tables: Iterable[FoundTable]) -> list[Row]:
    """All rows that have a title; rows of several sheets with one number and title are one."""
    found: dict[tuple[str, ...], Row] = {}
    for row in (Row(table, row) for table in tables for row in table.rows):
        if not row.title:
            continue
        key = letters(row.title), row.text(NUMBER)
        there = found.get(key)
        sheets = [part.table.sheet for part in (there, *there.more)] if there else []
        if there and key[1] and not any(sheet is row.table.sheet for sheet in sheets):
            found[key] = Row(there.table, there.row, (*there.more, row))
        else:
            found[key if there is None else (*key, str(len(found)))] = row
    return list(found.values())


def match_last(rows: Sequence[Row], last: Sequence[LastRow]) -> dict[int, LastRow]:
    """The state of last time of each row, by its place: the same title and number, one of them, or
    most of its cells."""
    left = list(last)
    found: dict[int, LastRow] = {}

    def match(key: Any) -> None:
        known: dict[Any, list[LastRow]] = {}
        for each in left:
            known.setdefault(key(each.cells), []).append(each)
        for place, row in enumerate(rows):
            same = known.get(key(row.cells)) if place not in found else None
            if same and all(key(row.cells)):
                found[place] = same.pop(0)
                left.remove(found[place])

    titles = {
        c.heading.text for row in rows for c in row.table.columns if c.heading.target == "titel"
    }
    numbers = {
        c.heading.text for row in rows for c in row.table.columns if c.heading.target == NUMBER
    }

    def of(cells: Mapping[str, str], names: set[str]) -> str:
        return letters(next((text for name, text in cells.items() if name in names), ""))

    match(lambda cells: (of(cells, titles), of(cells, numbers) or "-"))
    match(lambda cells: (of(cells, titles),))
    for place, row in enumerate(rows):
        rated = [(_likeness(row.cells, each.cells), -n, each) for n, each in enumerate(left)]
        score, _place, best = max(rated, default=(0.0, 0, None), key=lambda each: each[:2])
        if place not in found and best is not None and score >= ALIKE:
            found[place] = best
            left.remove(best)
    return found


def _likeness(one: Mapping[str, str], other: Mapping[str, str]) -> float:
    names = one.keys() | other.keys()
    return sum(one.get(n) == other.get(n) for n in names) / len(names) if len(names) > 2 else 0.0


def draft_of(row: Row, id_: str, context: Context, default: str) -> Draft:
    """The keys that a row says; `default` is the field of what says none."""
    draft = Draft(row.row.row, {"id": id_}, context.links)
    main, others = _field(row, context.fields, default)
    draft.put("handlungsfeld", main)
    if others:
        draft.put("weitere_handlungsfelder", others)
    for heading in _outline(row):
        draft.section(OUTLINE, heading)
    cells = [(part, column) for part in (row, *row.more) for column in part.table.columns]
    for part, column in sorted(cells, key=lambda cell: _late(cell[1])):
        if text := part.row.cells.get(column.number, ""):
            read_cell(draft, column, text, context)
    add_up_years(draft)
    figures_as_amounts(draft)
    years_as_period(draft)
    return _accepted(draft)


def _late(column: Column) -> int:
    """Who takes part is read behind who leads, a sum behind its kinds, years behind their sum, what
    is given behind the programme that gives it."""
    heading = column.heading
    if heading.target == "kosten":
        return 2 if heading.art.isdecimal() else int(not heading.art)
    late = heading.target in ("akteure.beteiligte", "finanzierung.anteil")
    return int(late or (heading.target == "finanzierung" and bool(heading.art)))


def _field(row: Row, fields: FieldNames, default: str) -> tuple[str, list[str]]:
    named = row.text(FIELD)
    if named:
        ids = list(dict.fromkeys(map(fields.id_of, fields.several(named))))
        return ids[0], ids[1:]
    sections = [text for text in row.sections if not names_part(text)]
    if sections:
        return fields.id_of(sections[0]), []
    if named := row.text(FIELDS):
        return fields.id_of(fields.several(named)[0]), []
    return fields.id_of(default or UNKNOWN), []


def _outline(row: Row) -> list[str]:
    """The headings of sections that did not become the field."""
    sections = list(row.sections)
    if row.text(FIELD):
        return [text for text in sections if not names_field(text)]
    first = next((text for text in sections if not names_part(text)), None)
    return [text for text in sections if text != first]


def _accepted(draft: Draft) -> Draft:
    """The draft as the model takes it; keys that it refuses become words again."""
    for _try in range(len(draft.data)):
        try:
            Measure.model_validate(_frozen(draft.data))
            break
        except ValidationError as error:
            keys = {str(each["loc"][0]) for each in error.errors()} - {
                "id",
                "titel",
                "handlungsfeld",
            }
            if not keys:
                raise
            for key in keys:
                draft.give_back(key)
    return draft


def _frozen(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _frozen(inner) for name, inner in value.items()}
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
