"""Sheet Erläuterungen: what the sheets are, what the keys mean, from which data this was built."""

from insek_cli import __version__
from insek_cli.documents.sheet.book import BODY, LABEL, Book
from insek_cli.documents.sheet.cell_values import choices
from insek_cli.documents.sheet.daten import TITLE as DATA
from insek_cli.documents.sheet.daten import Grid
from insek_cli.documents.sheet.print_setup import A4, set_up_printing
from insek_cli.documents.sheet.sheet_blocks import SheetBlocks
from insek_cli.models.base import COLUMNS
from insek_cli.models.key_paths import KeyPath, flattened
from insek_cli.models.keys import Key
from insek_cli.models.labels import LABELS
from insek_cli.models.record_kinds import REFERRED
from insek_cli.models.types import Zeitpunkt
from insek_cli.report.chart_data import stage_word
from insek_cli.report.open_marks import open_mark
from insek_cli.report.views import Report
from insek_cli.wording.notation import day

TITLE = "Erläuterungen"
WIDTHS = (42.0, 78.0, 50.0)
SHEETS = {
    "Maßnahmenliste": "Die zehn Spalten zum Lesen und Drucken (A3 quer), geordnet wie im Bericht. "
    "Was für eine Zeile zu lang ist, steht vollständig im Blatt „Daten“.",
    "Daten": "Alle Angaben je Maßnahme, eine Spalte je Schlüssel der Datei; auch "
    "zurückgestellte, entfallene und zusammengeführte Maßnahmen (ohne Nummer). "
    "Mehrere Werte stehen untereinander.",
    "Handlungsfelder": "Leitsatz, Ziele mit den Maßnahmen, die ihnen dienen, Strategien.",
    "Übersicht": "Zählungen im Blatt „Daten“, Kosten je Handlungsfeld, Mittel je Quelle und "
    "Jahr; sie rechnen mit, wenn etwas geändert wird.",
    "Abwägung": "Anmerkungen aus der Beteiligung mit Antwort, Begründung und Tag der Änderung.",
    "Verzeichnisse": "Was die Kennungen bedeuten: Pläne, Akteur:innen, Programme, Ortsbezirke, "
    "Abkürzungen.",
    "Erläuterungen": "Dieses Blatt.",
}
LIST_SHEET = "Die Liste „{title}“ des Blatts „Daten“, eine Zeile je Eintrag, Zahlen als Zahlen."


def add_sheet(book: Book, report: Report, grid: Grid) -> None:
    """Write the sheet: sheets, legend, keys with title and description, origin. `grid` is Daten."""
    blocks = SheetBlocks(book, TITLE, WIDTHS)
    blocks.title(report)
    _origin(blocks, report)
    blocks.section("Blätter")
    blocks.head(("Blatt", "Inhalt"), ())
    for sheet in book.workbook.worksheets:
        if not sheet.title.startswith("_"):
            name = sheet.title.removeprefix("Daten ")
            text = SHEETS.get(sheet.title, LIST_SHEET.format(title=name))
            if sheet.title == DATA and (mark := open_mark(report)):
                text += f" Leer heißt: {mark}."
            _pair(blocks, sheet.title, text)
    _horizons(blocks, report)
    blocks.new_page()
    blocks.section("Spalten der Maßnahmenliste")
    blocks.head(("Spalte", "Schlüssel in Blatt „Daten“"))
    for heading in COLUMNS:
        keys = [path.dotted for path in grid.paths if path.column == heading]
        _pair(blocks, heading, ", ".join(keys))
    _keys(blocks, report, grid)
    set_up_printing(blocks.sheet, report, paper=A4, landscape=True)


def _origin(blocks: SheetBlocks, report: Report) -> None:
    blocks.section("Herkunft")
    facts = {
        "Stadt": report.concept.stadt,
        "Stand": day(report.stand),
        "Stufe": stage_word(report),
        "Fassung": LABELS[report.profil],
        "Vermerk": report.auszug,
        "Stand der Daten (Revision)": str(report.revision),
        "Erstellt mit": f"insek {__version__}",
    }
    for label, text in facts.items():
        if text:
            _pair(blocks, label, text)


def _pair(blocks: SheetBlocks, label: str, text: str) -> None:
    blocks.line((label, text), (LABEL, BODY))


def _horizons(blocks: SheetBlocks, report: Report) -> None:
    if report.concept.zeithorizonte:
        blocks.section("Zeithorizonte")
        for years in report.concept.zeithorizonte:
            _pair(blocks, LABELS[years.horizont], years.text)


def _keys(blocks: SheetBlocks, report: Report, grid: Grid) -> None:
    blocks.section("Schlüssel", "So heißen die Angaben in den Dateien und im Blatt „Daten“.")
    blocks.head(("Schlüssel", "Bedeutung", "Werte"))
    for path in grid.paths:
        _key(blocks, path.dotted, path)
        if path.key.record:
            for part in flattened(path.key.record, report.profil):
                _key(blocks, f"{path.dotted}.{part.dotted}", part)


def _key(blocks: SheetBlocks, dotted: str, path: KeyPath) -> None:
    meaning = f"{path.title}: {path.key.description}"
    blocks.line((dotted, meaning, _values(path.key)), (LABEL, BODY, BODY))


def _values(key: Key) -> str:
    """What may stand in a cell of the key, in words."""
    many = "mehrere: " if key.many else ""
    if key.record:
        return "mehrere Einträge"
    if key.base is bool or key.choices:
        return many + ", ".join(choices(key))
    if key.refers:
        return f"{many}Kennung ({REFERENCES[key.refers]})"
    if key.base is Zeitpunkt:
        return "Jahr, Monat oder Tag"
    if key.base in (int, float):
        return f"Zahl ({key.unit})" if key.unit else "Zahl"
    return many + "Text"


REFERENCES = {
    "field": "Handlungsfeld",
    "goal": "Ziel",
    "measure": "Maßnahme",
    **{kind: register.one for kind, register in REFERRED.items()},
    "workshop": "Werkstatt",
}
