"""Sheet KoFi-Posten: every Euro of the overview of costs and financing, a row each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from openpyxl.utils import get_column_letter

from insek_cli.documents.sheet import text_metrics
from insek_cli.documents.sheet.book import BODY, FIGURE, HEAD, Book, Value
from insek_cli.documents.sheet.live_figures import Figure
from insek_cli.documents.sheet.print_setup import A4, set_up_printing
from insek_cli.models.labels import LABELS
from insek_cli.report.kofi_sources import NO_STATE, PAYER_WORDS, source_name
from insek_cli.report.kofi_tables import NO_GROUP, NO_YEAR, SOURCES, Kofi
from insek_cli.report.views import Report

TITLE = "KoFi-Posten"
COST, MEANS, ELIGIBLE = "Kosten", "Mittel", "förderfähig"
COLUMNS = {
    "Art": 12.0,
    "Kennung": 12.0,
    "Maßnahme": 44.0,
    "Handlungsfeld": 14.0,
    "Kostengruppe": 20.0,
    "Spalte": 16.0,
    "Quelle": 40.0,
    "Wer zahlt": 24.0,
    "Stand": 18.0,
    "Jahr": 11.0,
    "Betrag": 16.0,
}
"""Headings with their widths; an entry has nothing in the columns that its kind does not know."""
MONEY = replace(FIGURE, number_format="#,##0.00")


@dataclass(frozen=True)
class Entries:
    """The rows of the sheet, for sums over them that stay live."""

    rows: tuple[dict[str, Value], ...]

    def total(self, **tests: tuple[str, Value]) -> Figure:
        """The sum of amounts that meet all tests: by heading, the criterion and its value.

        Blanks in a heading are written as underscores.
        """
        named = {key.replace("_", " "): test for key, test in tests.items()}
        pairs = [f"{self._range(key)},{criterion}" for key, (criterion, _) in named.items()]
        met = (r for r in self.rows if all(r[key] == said for key, (_, said) in named.items()))
        amounts = (row["Betrag"] for row in met)
        value = sum(amount for amount in amounts if isinstance(amount, float))
        return Figure(f"SUMIFS({','.join([self._range('Betrag'), *pairs])})", round(value, 2))

    def _range(self, heading: str) -> str:
        letter = get_column_letter(list(COLUMNS).index(heading) + 1)
        return f"'{TITLE}'!${letter}$2:${letter}${max(len(self.rows), 1) + 1}"


def entries_of(report: Report) -> Entries:
    """What the sheet holds."""
    return Entries(tuple(_rows(report.kofi)))


def add_sheet(book: Book, report: Report) -> Entries:
    """Write the sheet."""
    entries = entries_of(report)
    sheet = book.sheet(TITLE)
    for column, (heading, width) in enumerate(COLUMNS.items(), 1):
        book.put(sheet, 1, column, heading, HEAD)
        sheet.column_dimensions[get_column_letter(column)].width = width
    for place, row in enumerate(entries.rows, 2):
        lines = 1
        for column, (heading, width) in enumerate(COLUMNS.items(), 1):
            value = row[heading]
            book.put(sheet, place, column, value, MONEY if heading == "Betrag" else BODY)
            lines = max(lines, text_metrics.line_count(str(value or ""), width, BODY.size))
        sheet.row_dimensions[place].height = lines * text_metrics.line_height(BODY.size) + 5
    last = get_column_letter(len(COLUMNS))
    book.table(sheet, "tbl_kofi", f"A1:{last}{max(len(entries.rows), 1) + 1}", list(COLUMNS))
    sheet.freeze_panes = "A2"
    set_up_printing(sheet, report, paper=A4, landscape=True, rows="1:1")
    return entries


def _rows(kofi: Kofi) -> Iterator[dict[str, Value]]:
    titles = {id_: view.kurz for id_, view in kofi.massnahmen.items()}
    for balance in kofi.salden:
        about: Sequence[Value] = (balance.massnahme, titles[balance.massnahme], balance.feld)
        for cost in balance.ausgaben:
            group = LABELS.get(cost.gruppe, cost.gruppe) if cost.gruppe else NO_GROUP
            yield _row(COST, *about, group, "", "", "", "", cost.jahr or NO_YEAR, cost.cent)
        if balance.foerderfaehig is not None:
            yield _row(ELIGIBLE, *about, "", "", "", "", "", "", balance.foerderfaehig)
        for entry in balance.mittel:
            column = next(name for name, payers in SOURCES if entry.zahlt in payers)
            source, payer = source_name(entry, kofi.names), PAYER_WORDS[entry.zahlt]
            state = LABELS[entry.stand] if entry.stand else NO_STATE
            year = entry.jahr or NO_YEAR
            yield _row(MEANS, *about, "", column, source, payer, state, year, entry.cent)


def _row(*values: Value) -> dict[str, Value]:
    *texts, cents = values
    amount = float(cents) / 100 if isinstance(cents, int) else None
    return dict(zip(COLUMNS, [text or None for text in texts] + [amount], strict=True))
