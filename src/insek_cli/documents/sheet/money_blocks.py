"""Blocks of sheet Übersicht about money: costs by field, means by source, both by year."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from openpyxl.utils import get_column_letter

from insek_cli.documents.sheet import kofi_entries
from insek_cli.documents.sheet.book import HEAD, CellStyle, Value
from insek_cli.documents.sheet.daten import NUMBER, Grid
from insek_cli.documents.sheet.kofi_entries import COST, MEANS, Entries
from insek_cli.documents.sheet.live_figures import Figure, Mark
from insek_cli.documents.sheet.sheet_blocks import HEADS, NAME, SUM, SheetBlocks
from insek_cli.documents.sheet.sheet_blocks import NUMBER as FIGURE
from insek_cli.finance.amount import Amount
from insek_cli.finance.costs import Kind, position
from insek_cli.models.labels import LABELS
from insek_cli.report.cost_overview import CostTable
from insek_cli.report.kofi_tables import NO_YEAR
from insek_cli.report.views import FieldView, Report
from insek_cli.wording.sums import AND_OPEN, UPWARDS

LIST = "kosten.positionen"
LOW, HIGH, KIND, YEARS, MAGNITUDE = "von", "bis", "rhythmus", "jahre", "einordnung"
NO_KIND = "ohne Angabe"
COSTS_NOTE = (
    "In Euro, gerechnet mit dem Blatt „{sheet}“; Maßnahmen mit Nummer. „ab“: Ein Betrag ist nach "
    "oben offen. „+ offen“: Ein Teil ist nicht beziffert und nicht in der Summe."
)
MEANS_NOTE = (
    "In Euro, einmalige Kosten, gerechnet mit dem Blatt „KoFi-Posten“: bei Spannen der obere Wert, "
    "bei „ab“ der untere. Mittel ohne Betrag fehlen."
)
WORD, TOTAL_WORD = replace(NAME, wrap=False), replace(SUM, across="left")
Cell = Figure | Mark


def add_blocks(blocks: SheetBlocks, report: Report, grid: Grid) -> None:
    """Write the blocks there is something to say in."""
    positions = grid.lists.get(LIST)
    needed = {NUMBER, LOW, HIGH, KIND, YEARS, MAGNITUDE}
    if positions and needed <= set(positions.keys) and report.kosten.tafeln:
        _costs(blocks, report, positions)
    if not report.kofi.leer:
        entries = kofi_entries.entries_of(report)
        sources = [line.titel for line in report.kofi.je_quelle.zeilen[:-1]]
        years = [year or NO_YEAR for year in report.kofi.jahre] if any(report.kofi.jahre) else []
        _sums(blocks, "Förderung und andere Mittel je Quelle", "Quelle", sources, (MEANS,), entries)
        _sums(blocks, "Kosten und Mittel je Jahr", "Jahr", years, (COST, MEANS), entries)


def _costs(blocks: SheetBlocks, report: Report, positions: Grid) -> None:
    tables = report.kosten.tafeln
    words = [LABELS[table.art] if table.art else NO_KIND for table in tables]
    blocks.section(
        "Kosten je Handlungsfeld", COSTS_NOTE.format(sheet=positions.sheet), rows=len(report.felder)
    )
    heads = [head for word in words for head in (f"{word}: von", "bis", "offen")]
    looks = [HEAD, HEAD, *(HEADS, HEADS, HEAD) * len(tables)]
    blocks.line(["Handlungsfeld", "Titel", *heads], looks, extra=8)
    top, rows = blocks.row, []
    for field in report.felder:
        rows.append([cell for t in tables for cell in _field_costs(positions, field, t)])
        blocks.field(field.kopf)
        _write(blocks, rows[-1], FIGURE, WORD)
    _total(blocks, rows, top)


def _field_costs(positions: Grid, field: FieldView, table: CostTable) -> tuple[Cell, Cell, Cell]:
    """Lower and upper sum of a field and what is open in them, as live as the sheet is."""
    known = (row.betrag for row in table.zeilen if row.massnahme is None and row.feld == field.kopf)
    cost = next(known, Amount())
    kind = f'"{LABELS[table.art]}"' if table.art else '""'
    of_field = f'{positions.range(NUMBER)},"{field.kopf.nummer}.*",{positions.range(KIND)},{kind}'
    low, high = positions.range(LOW), positions.range(HIGH)
    # What years add up to stands in words in its cell: no formula can add it.
    spread = _from_years(field, table.art)
    more = f"+{spread}" if spread else ""
    upwards = f'COUNTIFS({of_field},{low},"<>",{high},"")'
    unpriced = (
        f'COUNTIFS({of_field},{low},"",{high},"",{positions.range(YEARS)},"",'
        f'{positions.range(MAGNITUDE)},"<>keine")'
    )
    return (
        Figure(f"SUMIFS({low},{of_field}){more}", cost.von),
        Figure(f'SUMIFS({high},{of_field})+SUMIFS({low},{of_field},{high},""){more}', cost.bis),
        _mark(upwards, unpriced, bool(cost.ab), bool(cost.offen)),
    )


def _from_years(field: FieldView, kind: Kind) -> int:
    """Euro of the positions whose years alone have amounts."""
    return sum(
        position(item, None).bis
        for view in field.massnahmen
        if view.daten.kosten
        for item in view.daten.kosten.positionen
        if item.rhythmus == kind and item.jahre and item.von is None and item.bis is None
    )


def _mark(upwards: str, unpriced: str, has_upwards: bool, has_unpriced: bool) -> Mark:
    """ab; + offen; both; or nothing."""
    said = f"{UPWARDS} " * has_upwards + AND_OPEN * has_unpriced
    formula = f'TRIM(IF({upwards}>0,"{UPWARDS} ","")&IF({unpriced}>0,"{AND_OPEN}",""))'
    return Mark(formula, said.strip())


def _sums(
    blocks: SheetBlocks, title: str, heading: str, labels: Sequence[Value],
    kinds: Sequence[str], entries: Entries,
) -> None:  # fmt: skip
    """The sum of entries of each kind for each value of a column."""
    if not labels:
        return
    blocks.section(title, MEANS_NOTE, rows=len(labels))
    blocks.head(("", heading), kinds)
    top, rows = blocks.row, list[list[Cell]]()
    for label in labels:
        test = {heading: (f"$B{blocks.row}", label)}
        rows.append([entries.total(Art=(f'"{kind}"', kind), **test) for kind in kinds])
        blocks.put(1, None, NAME)
        blocks.put(2, label, NAME)
        _write(blocks, rows[-1], FIGURE, WORD)
    _total(blocks, rows, top)


def _write(blocks: SheetBlocks, cells: Sequence[Cell], figure: CellStyle, word: CellStyle) -> None:
    for place, cell in enumerate(cells, 3):
        blocks.figure(place, cell, figure if isinstance(cell, Figure) else word)
    blocks.fit_title()


def _total(blocks: SheetBlocks, rows: Sequence[Sequence[Cell]], top: int) -> None:
    """The sums of the rows just written; what is open in one is open in them."""
    blocks.put(1, "Summe", TOTAL_WORD)
    blocks.put(2, None, SUM)
    _write(blocks, list(_sums_of(rows, top)), SUM, TOTAL_WORD)


def _sums_of(rows: Sequence[Sequence[Cell]], top: int) -> Iterator[Cell]:
    for place, column in enumerate(zip(*rows, strict=True), 3):
        letter = get_column_letter(place)
        cells = f"{letter}{top}:{letter}{top + len(rows) - 1}"
        if isinstance(column[0], Figure):
            values = (cell.value for cell in column if isinstance(cell, Figure))
            yield Figure(f"SUM({cells})", round(sum(values), 2))
        else:
            words = " ".join(str(cell.value) for cell in column)
            upwards, unpriced = (f'COUNTIF({cells},"{t}")' for t in (f"{UPWARDS}*", "*offen"))
            yield _mark(upwards, unpriced, UPWARDS in words, AND_OPEN in words)
