"""The Synopse that councils are used to: old, new and reason side by side, as a Word document.

What goes is struck through, what comes is underlined and bold: never colour alone. A record that
is whole new or whole gone is told once and stays readable.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import takewhile

from docx import Document as WordDocument
from docx.blkcntnr import BlockItemContainer
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_UNDERLINE
from docx.oxml import OxmlElement
from docx.shared import Pt
from docx.table import Table, _Cell

from insek_cli.documents import office_package
from insek_cli.documents.office_properties import Properties
from insek_cli.documents.word.synopse_look import (
    LABEL,
    WIDTH,
    fit,
    head_row,
    plain_table,
    rgb,
    set_up,
    unbroken,
)
from insek_cli.i18n import german
from insek_cli.report.theme import Theme, theme
from insek_cli.review.diff import terms
from insek_cli.review.diff.compare import Comparison, Difference, Fate
from insek_cli.review.diff.key_changes import Change
from insek_cli.review.diff.two_columns import Side, side
from insek_cli.review.diff.two_states import Differing, head

COLUMNS = {"Angabe": 34, "bisher": 84, "neu": 84, "Begründung": 55}
"""Headings of a table, and how wide in mm their columns are, on A4 across."""
OLD, NEW, REASON = 1, 2, 3
KEPT = 3
"""Rows at the beginning of a table that stay together on a page."""
SHORT = 400
"""Characters up to which a row stands on one page; a longer one would leave half of it empty."""


def synopse(found: Differing) -> bytes:
    """The Synopse of a comparison."""
    document, made = WordDocument(), _Synopse(found.comparison, theme(found.catalog.concept))
    stand, title = found.catalog.concept.stand, found.catalog.concept.titel
    moment = datetime(stand.year, stand.month, stand.day, 12, tzinfo=UTC)
    subject = f"Synopse: {found.states[0]} – {found.states[1]}"
    Properties(f"Synopse {title}", subject, title).write(document.core_properties, moment)
    set_up(document, made.theme, f"Synopse {title}")
    document.add_heading(f"Synopse {title}", level=1)
    _append(document, [made.facts(document, head(found))])
    document.add_paragraph("Gestrichenes ist durchgestrichen, Neues unterstrichen und fett.")
    made.body(document)
    _modernise(document)
    return office_package.saved(document)


def _modernise(document: Document) -> None:
    """Without the part that only Word 2010 wrote and that the schema does not know."""
    for name, relation in list(document.part.rels.items()):
        if relation.reltype.endswith("/stylesWithEffects"):
            document.part.drop_rel(name)


@dataclass(frozen=True)
class _Synopse:
    found: Comparison
    theme: Theme

    def facts(self, document: Document, told: dict[str, str]) -> BlockItemContainer:
        """What is compared, each with its name above."""
        made = _container(document)
        table = plain_table(made, (WIDTH / len(told),) * len(told))
        for cell, (name, value) in zip(table.rows[0].cells, told.items(), strict=True):
            label = cell.paragraphs[0].add_run(name)
            label.font.size, label.font.color.rgb = Pt(LABEL), rgb(self.theme.grau)
            cell.add_paragraph(value)
        fit(table)
        made.add_paragraph().paragraph_format.space_after = Pt(0)
        return made

    def body(self, document: Document) -> None:
        """All that differs, by kind of record."""
        for note in self.found.notes:
            document.add_paragraph(note)
        for group, name in terms.GROUPS.items():
            if self.found.of(group):
                document.add_heading(german(name), level=2)
            _append(document, (self.record(document, each) for each in self.found.of(group)))
        if self.found.empty:
            document.add_paragraph(german(terms.NOTHING))
        if self.found.money:
            document.add_heading("Kosten und Mittel", level=2)
            _append(document, [self.money(document)])

    def record(self, document: Document, difference: Difference) -> BlockItemContainer:
        """One record: its name, what became of it, and a row for each key that differs."""
        made = _container(document)
        made.add_paragraph(terms.name(difference, german), "Heading 3")
        remark = "; ".join(terms.fate(difference, german))
        made.add_paragraph(remark).paragraph_format.keep_with_next = True
        # The reason of a status has a column of its own.
        shown = [change for change in difference.changes if change.key != "status_begruendung"]
        if shown:
            self.table(made, difference, shown)
        elif difference.reason:
            made.add_paragraph(f"Begründung: {difference.reason}")
        return made

    def table(
        self, parent: BlockItemContainer, difference: Difference, changes: list[Change]
    ) -> None:
        """Old beside new; what holds for the whole record stands once beside all of its rows."""
        table = plain_table(parent, tuple(COLUMNS.values()))
        head_row(table, tuple(COLUMNS), self.theme)
        for change in changes:
            _row(table, change, difference.fate)
        fit(table)
        short = list(takewhile(_is_short, changes))
        for row in table.rows[: min(KEPT, len(short) + 1, len(changes))]:
            for cell in row.cells:
                cell.paragraphs[0].paragraph_format.keep_with_next = True
        _beside(table, REASON, difference.reason or terms.NO_VALUE)
        if difference.fate != "changed":
            dropped = difference.fate == "dropped"
            fate = german(terms.FATES["dropped"]) if dropped else terms.NO_VALUE
            _beside(table, NEW if dropped else OLD, fate)

    def money(self, document: Document) -> BlockItemContainer:
        """Amounts before and after, a row each."""
        made = _container(document)
        table = plain_table(made, (97, 40, 40, 40, 40))
        head_row(table, ("Summe", "Art", "bisher", "neu", "Unterschied"), self.theme)
        for told in self.found.money:
            for amounts in terms.amounts(told, german):
                row = table.add_row()  # type: ignore[no-untyped-call]
                unbroken(row)
                for cell, text in zip(row.cells, amounts, strict=True):
                    cell.paragraphs[0].add_run(text)
        for row in table.rows:
            for cell in row.cells[2:]:
                cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
        fit(table)
        return made


def _container(document: Document) -> BlockItemContainer:
    """Room for blocks that are not in the document yet."""
    return BlockItemContainer(OxmlElement("w:body"), document)  # type: ignore[arg-type]


def _append(document: Document, containers: Iterable[BlockItemContainer]) -> None:
    """Add what each holds to the end of the text, where the library would look for the end anew."""
    end = document.element.body[-1]
    for container in containers:
        for block in list(container._element):
            end.addprevious(block)


def _is_short(change: Change) -> bool:
    return max(len(change.old), len(change.new)) <= SHORT


SIDES: dict[Fate, dict[int, Side]] = {
    "added": {NEW: "new"},
    "dropped": {OLD: "old"},
    "changed": {OLD: "old", NEW: "new"},
}
"""The columns that rows fill, by what became of the record."""


def _row(table: Table, change: Change, fate: Fate) -> None:
    row = table.add_row()  # type: ignore[no-untyped-call]
    if _is_short(change):
        unbroken(row)
    cells = row.cells
    cells[0].paragraphs[0].add_run(change.title)
    for column, which in SIDES[fate].items():
        _text(cells[column], change, which, plain=fate != "changed")


def _beside(table: Table, column: int, text: str) -> None:
    """One text beside all rows but the headings."""
    first, last = table.cell(1, column), table.cell(len(table.rows) - 1, column)
    first.merge(last).paragraphs[0].add_run(text)


def _text(cell: _Cell, change: Change, which: Side, *, plain: bool) -> None:
    paragraph = cell.paragraphs[0]
    if not getattr(change, which):
        paragraph.add_run(terms.NO_VALUE)
        return
    for piece in side(change, which):
        run = paragraph.add_run(piece.text)
        if plain:
            continue
        if piece.kind == "old":
            run.font.strike = True
        elif piece.kind == "new":
            run.bold = True
            run.font.underline = WD_UNDERLINE.SINGLE
