"""The options as text, to paste into Mentimeter: one a line, each with its frozen number."""

from collections.abc import Iterator

from insek_cli.report.open_marks import open_mark
from insek_cli.wording.summary import cut
from insek_cli.workshop.kit.kit import Kit, MeasureCard, PaperBallot

FILE = "mentimeter.txt"
LIMIT = 60
"""Characters of an option, its number included.

The maker documents no limit that could be found. Two notes by people who prepare such polls name
60 and 139 characters (course material in public repositories, read in November 2026); the smaller
one fits either.
"""


def option_list(kit: Kit) -> dict[str, bytes]:
    """The list as UTF-8 text; no file while no question has options."""
    mark = open_mark(kit.report)
    blocks = ["\n".join(_block(ballot, mark)) for ballot in kit.stimmzettel if ballot.karten]
    return {FILE: ("\n\n".join(blocks) + "\n").encode()} if blocks else {}


def _block(ballot: PaperBallot, mark: str) -> Iterator[str]:
    title = f"Handlungsfeld {ballot.feld.name}" if ballot.feld else ballot.frage.id
    cap = ballot.frage.max_auswahl
    yield f"# {title}"
    yield f"# {' '.join(ballot.frage.wortlaut.split())}"
    if cap or mark:
        yield f"# Höchstens {cap}" if cap else f"# Höchstzahl {mark}"
    yield from map(option_line, ballot.karten)


def option_line(card: MeasureCard) -> str:
    """An option in one line; the number makes it unique, whatever is cut off."""
    return cut(f"{card.nummer} {' '.join(card.wortlaut.split())}", LIMIT)
