"""Sheet KoFi: the overview of costs and financing, each sum a live formula over KoFi-Posten."""

from collections.abc import Sequence
from dataclasses import replace

from openpyxl.utils import get_column_letter

from insek_cli.documents.sheet import kofi_entries, text_metrics
from insek_cli.documents.sheet.book import BODY, FIGURE, TOTAL, Book, CellStyle, Value
from insek_cli.documents.sheet.kofi_entries import COST, ELIGIBLE, MEANS, MONEY, Entries
from insek_cli.documents.sheet.live_figures import Figure
from insek_cli.documents.sheet.print_setup import A3, set_up_printing
from insek_cli.documents.sheet.sheet_blocks import SheetBlocks
from insek_cli.finance.kofi import CENTS
from insek_cli.report.kofi_sources import KofiRow
from insek_cli.report.kofi_tables import NO_YEAR, Kofi
from insek_cli.report.views import Report

TITLE = "KoFi"
FIRST = 4
"""The column of the first amount: before it stand id, title and field."""
NOTE = (
    "Einmalige Kosten in Euro, bei Spannen der obere Wert, bei „ab“ der untere. Alle Summen "
    "rechnen mit den Zeilen des Blatts „KoFi-Posten“."
)
UNASSIGNED_NOTE = (
    "Kosten ohne Angabe, ob einmalig oder jährlich; sie stehen in keiner Summe darüber. "
    "Wo ein Betrag nach oben offen ist, zählt in „bis“ sein unterer Wert."
)
UNASSIGNED = (FIGURE, MONEY, MONEY, FIGURE, MONEY)
Row = Sequence[Figure]


def add_sheet(book: Book, report: Report) -> None:
    """Write both sheets, where there is something to balance."""
    kofi = report.kofi
    if kofi.leer:
        return
    years = [year or NO_YEAR for year in kofi.jahre] if any(kofi.jahre) else []
    amounts = 4 + len(kofi.quellen) + len(years)
    blocks = SheetBlocks(book, TITLE, (13.0, 44.0, 13.0, *[15.0] * max(amounts, 6)))
    entries = kofi_entries.add_sheet(book, report)
    blocks.title(report)
    _measures(blocks, kofi, entries, years)
    _lines(blocks, "Nach Jahren", "Jahr", [[year] for year in years], entries, kofi)
    origins = [[row.titel] for row in kofi.je_quelle.zeilen[:-1]]
    _by_state(blocks, origins, entries, kofi)
    _plain(blocks, "Wer zahlt", "Wer zahlt", MEANS, kofi.je_zahler.zeilen, entries)
    _plain(blocks, "Nach Kostengruppen", "Kostengruppe", COST, kofi.je_gruppe.zeilen, entries)
    _unassigned(blocks, kofi)
    set_up_printing(blocks.sheet, report, paper=A3, landscape=True)


def _measures(blocks: SheetBlocks, kofi: Kofi, entries: Entries, years: Sequence[Value]) -> None:
    blocks.section("Kosten- und Finanzierungsübersicht", NOTE)
    names = [name for name, _ in kofi.quellen]
    heads = ["Kosten", "davon förderfähig", *names, "Mittel", "Lücke", *map(str, years)]
    blocks.head(("Kennung", "Maßnahme", "Handlungsfeld"), heads)
    head, rows, top = blocks.row - 1, list[Row](), blocks.row
    for balance in kofi.salden:
        measure = (f"$A{blocks.row}", balance.massnahme)
        row = [
            entries.total(Art=(_quoted(COST), COST), Kennung=measure),
            entries.total(Art=(_quoted(ELIGIBLE), ELIGIBLE), Kennung=measure),
        ]
        for place, name in enumerate(names, FIRST + 2):
            column = (f"{get_column_letter(place)}${head}", name)
            row.append(entries.total(Art=(_quoted(MEANS), MEANS), Kennung=measure, Spalte=column))
        row += _balance(blocks.row, row[0], row[2:])
        for year in years:
            test = (_quoted(year), year)
            row.append(entries.total(Art=(_quoted(COST), COST), Kennung=measure, Jahr=test))
        view = kofi.massnahmen[balance.massnahme]
        _write(blocks, (balance.massnahme, view.kurz, balance.feld), row)
        rows.append(row)
    _total(blocks, rows)
    _fields(blocks, kofi, rows, heads, top)


def _balance(line: int, cost: Figure, means: Row) -> Row:
    """The means together, and what they leave of the costs."""
    first, last = (get_column_letter(FIRST + 2 + place) for place in (0, len(means) - 1))
    sum_ = round(sum(figure.value for figure in means), 2)
    together = Figure(f"SUM({first}{line}:{last}{line})" if means else "0", sum_)
    cell = get_column_letter(FIRST + 2 + len(means))
    gap = Figure(f"MAX(0,D{line}-{cell}{line})", max(0, round(cost.value - sum_, 2)))
    return together, gap


def _fields(
    blocks: SheetBlocks, kofi: Kofi, rows: Sequence[Row], heads: Sequence[str], top: int
) -> None:
    """The rows of measures summed by field: a gap is filled by no surplus of another measure."""
    blocks.section("Nach Handlungsfeldern")
    blocks.head(("Kennung", "Handlungsfeld", ""), heads)
    bottom = top + len(rows) - 1
    found: list[Row] = []
    for field in dict.fromkeys(balance.feld for balance in kofi.salden):
        mine = [row for row, each in zip(rows, kofi.salden, strict=True) if each.feld == field]
        row = []
        for place, column in enumerate(zip(*mine, strict=True), FIRST):
            letter = get_column_letter(place)
            sums = f"{letter}${top}:{letter}${bottom}"
            value = round(sum(figure.value for figure in column), 2)
            row.append(Figure(f"SUMIF($C${top}:$C${bottom},$A{blocks.row},{sums})", value))
        head = next(view.feld for view in kofi.massnahmen.values() if view.feld.id == field)
        _write(blocks, (field, head.titel, None), row)
        found.append(row)
    _total(blocks, found)


def _lines(
    blocks: SheetBlocks, title: str, heading: str, labels: Sequence[Sequence[Value]],
    entries: Entries, kofi: Kofi,
) -> None:  # fmt: skip
    """Costs, sources and their difference for each value of a column of the entries."""
    if not labels:
        return
    names = [name for name, _ in kofi.quellen]
    blocks.section(title)
    blocks.head((heading, "", ""), ("Kosten", *names, "Saldo"))
    head, rows = blocks.row - 1, list[Row]()
    for (label,) in labels:
        test = {heading: (f"$A{blocks.row}", label)}
        row = [entries.total(Art=(_quoted(COST), COST), **test)]
        for place, name in enumerate(names, FIRST + 1):
            column = (f"{get_column_letter(place)}${head}", name)
            row.append(entries.total(Art=(_quoted(MEANS), MEANS), Spalte=column, **test))
        last = get_column_letter(FIRST + len(names))
        means = f"SUM(E{blocks.row}:{last}{blocks.row})" if names else "0"
        value = round(sum(figure.value for figure in row[1:]) - row[0].value, 2)
        row.append(Figure(f"{means}-D{blocks.row}", value))
        _write(blocks, (label, None, None), row)
        rows.append(row)
    _total(blocks, rows)


def _by_state(
    blocks: SheetBlocks, labels: Sequence[Sequence[str]], entries: Entries, kofi: Kofi
) -> None:
    if not labels:
        return
    states = kofi.je_quelle.kopf[:-1]
    blocks.section("Nach Quellen")
    blocks.head(("Quelle", "", ""), (*states, "Summe"))
    head, rows = blocks.row - 1, list[Row]()
    for (label,) in labels:
        source = (f"$B{blocks.row}", label)
        row = [
            entries.total(Quelle=source, Stand=(f"{get_column_letter(place)}${head}", state))
            for place, state in enumerate(states, FIRST)
        ]
        last = get_column_letter(FIRST + len(states) - 1)
        value = round(sum(figure.value for figure in row), 2)
        row.append(Figure(f"SUM(D{blocks.row}:{last}{blocks.row})", value))
        _write(blocks, (None, label, None), row)
        rows.append(row)
    _total(blocks, rows)


def _plain(
    blocks: SheetBlocks, title: str, heading: str, kind: str, lines: Sequence[KofiRow],
    entries: Entries,
) -> None:  # fmt: skip
    """One sum for each value of a column."""
    labels = [line.titel for line in lines[:-1]]
    if not labels:
        return
    blocks.section(title)
    blocks.head((heading, "", ""), ("Betrag",))
    rows: list[Row] = []
    for label in labels:
        test = {heading.replace(" ", "_"): (f"$B{blocks.row}", label)}
        row = [entries.total(Art=(_quoted(kind), kind), **test)]
        _write(blocks, (None, label, None), row)
        rows.append(row)
    _total(blocks, rows)


def _unassigned(blocks: SheetBlocks, kofi: Kofi) -> None:
    """Costs that no entry holds, because they say neither one-off nor yearly; „offen“ counts."""
    if not kofi.offene:
        return
    blocks.section("Noch nicht zuordenbar", UNASSIGNED_NOTE)
    heads = ("Positionen", "von", "bis", "nicht beziffert", "Mittel dafür")
    blocks.head(("Kennung", "Maßnahme", "Handlungsfeld"), heads)
    rows: list[Row] = []
    for each in kofi.offene:
        cost = each.kosten
        amounts = (each.positionen, cost.von, cost.bis, cost.offen, each.mittel / CENTS)
        row = [Figure(str(value), value) for value in amounts]
        view = kofi.massnahmen[each.massnahme]
        _write(blocks, (each.massnahme, view.kurz, each.feld), row, UNASSIGNED)
        rows.append(row)
    _total(blocks, rows, UNASSIGNED)


def _quoted(value: Value) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value)


def _write(
    blocks: SheetBlocks, labels: Sequence[Value], row: Row, looks: Sequence[CellStyle] = ()
) -> None:
    for column, label in enumerate(labels, 1):
        blocks.put(column, label, BODY)
    for place, figure in enumerate(row):
        blocks.figure(FIRST + place, figure, looks[place] if looks else MONEY)
    lines = text_metrics.line_count(str(labels[1] or ""), blocks.widths[1], BODY.size)
    blocks.end(lines * text_metrics.line_height(BODY.size) + 5)


def _total(blocks: SheetBlocks, rows: Sequence[Row], looks: Sequence[CellStyle] = ()) -> None:
    """The sums of the rows just written."""
    for column, label in enumerate(("Summe", None, None), 1):
        blocks.put(column, label, replace(TOTAL, across="left"))
    top, bottom = blocks.row - len(rows), blocks.row - 1
    for place, column_ in enumerate(zip(*rows, strict=True)):
        letter = get_column_letter(FIRST + place)
        look = replace(TOTAL, number_format=(looks[place] if looks else MONEY).number_format)
        value = round(sum(figure.value for figure in column_), 2)
        total = Figure(f"SUM({letter}{top}:{letter}{bottom})", value)
        blocks.figure(FIRST + place, total, look)
    blocks.end(text_metrics.line_height(BODY.size) + 6)
