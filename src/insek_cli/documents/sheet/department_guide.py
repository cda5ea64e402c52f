"""Sheet Anleitung: in ten lines what a department is asked, and how it answers."""

from dataclasses import replace
from datetime import date

from insek_cli.documents.sheet.book import BODY, SECTION, SUBTITLE, TITLE, Book, CellStyle
from insek_cli.documents.sheet.department_sheets import Asked
from insek_cli.documents.sheet.entry_grid import OPEN_FILL, protect
from insek_cli.documents.sheet.print_setup import A4, set_up_printing
from insek_cli.documents.sheet.sheet_blocks import SheetBlocks
from insek_cli.report.views import Report
from insek_cli.wording.notation import counted, day

NAME = "Anleitung"
WIDTHS = (5.0, 96.0)
LINE = replace(BODY, size=11, line=False)
PLACE = replace(LINE, bold=True, across="right")
HELD = CellStyle(line=False, size=9)
NEW_ROW = """\
Eine neue Maßnahme kommt in eine der Zeilen „neu“ am Ende des Blatts „Maßnahmen“, \
mit Titel und Handlungsfeld. Eine Kennung bekommt sie beim Zusammenführen."""
NO_NEW_ROW = "Eine neue Maßnahme bitte formlos schicken; hier ist nach einzelnen Angaben gefragt."
LINES = """\
{what}
{until}
Gelb ist, was noch offen ist; die Farbe verschwindet, sobald etwas in der Zelle steht. \
Was nicht bekannt ist, bleibt leer.
Alle weißen und gelben Zellen lassen sich ändern, auch was schon darin steht. \
Nummern, Kennungen und Überschriften sind geschützt.
Wo eine Liste aufklappt, bitte daraus wählen; was die Kennungen bedeuten, steht im Blatt \
„Verzeichnisse“. Mehrere Werte stehen in einer Zelle untereinander (Alt und Eingabe).
Beträge sind ganze Euro und Zahlen; was unsicher ist, gehört in die Erläuterung daneben. \
Zeiten sind ein Jahr (2027), ein Monat (05/2027) oder ein Tag (14.05.2027).
{lists}
{new}
Filtern und Ausblenden schadet nicht. Wo eine Zeile fehlt, wird nichts gelöscht: \
Soll eine Maßnahme entfallen, bitte als Anmerkung schreiben.
Was sonst zu sagen ist, steht je Maßnahme in der Spalte „Anmerkung“; sie wird beantwortet.
""".splitlines()


def begin(book: Book, report: Report) -> SheetBlocks:
    """The sheet, first of all; it is filled when the others are known."""
    blocks = SheetBlocks(book, NAME, WIDTHS)
    set_up_printing(blocks.sheet, report, paper=A4)
    return blocks


def fill(blocks: SheetBlocks, asked: Asked, name: str, due: date | None) -> None:
    """Write title and lines."""
    report, concept = asked.report, asked.report.concept
    measures, missing = len(asked.views), asked.missing()
    for text, look, height in (
        (f"Maßnahmen – {name}", TITLE, 28),
        (f"{concept.titel} · Stand {day(report.stand)}", SUBTITLE, 18),
    ):
        blocks.book.banner(blocks.sheet, blocks.row, text, look, height, WIDTHS)
        blocks.end()
    blocks.end(10)
    titles = [sheet.title for sheet in blocks.book.workbook.worksheets[2:]]
    told = {
        "what": f"Diese Mappe enthält {counted(measures, 'Maßnahme', 'Maßnahmen')}, bei denen "
        f"{name} federführend oder beteiligt ist. Noch offen: "
        f"{counted(missing, 'Angabe', 'Angaben')}.",
        "until": _until(concept.auftraggeber, due),
        "lists": _lists(titles),
        "new": NEW_ROW if asked.takes_new else NO_NEW_ROW,
    }
    for number, text in enumerate(LINES, 1):
        look = replace(LINE, fill=OPEN_FILL) if number == 3 else LINE
        blocks.line((f"{number}.", text.format(**told)), (PLACE, look), extra=9)
    blocks.put(1, "", SECTION)
    blocks.end(10)
    origin = f"Erstellt aus: {concept.titel}, {concept.stadt}, Revision {report.revision}."
    blocks.line(("", origin), (HELD, replace(HELD, colour=SUBTITLE.colour)))
    protect(blocks.sheet)


def _until(office: str | None, due: date | None) -> str:
    when = f" bis zum {day(due)}" if due else ""
    where = f" an: {office}" if office else ""
    return f"Bitte ausgefüllt{when} zurück{where}. Die Datei bleibt eine Excel-Mappe (.xlsx)."


def _lists(titles: list[str]) -> str:
    if not titles:
        return "Gefragt ist nur, was im Blatt „Maßnahmen“ eine Spalte hat."
    names = ", ".join(f"„{title}“" for title in titles)
    return (
        f"Eigene Blätter haben: {names}. Jeder Eintrag hat eine Zeile; leere Zeilen sind für neue. "
        "Eine Zeile, die geleert wird, streicht den Eintrag."
    )
