"""The end of `insek workshop kit`: what was written, and what the workshop still lacks."""

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from insek_cli.cli.build_summary import file_size, path_from_here
from insek_cli.findings.reporters.terminal_safe import safe
from insek_cli.i18n import _, ngettext
from insek_cli.models.workshop import Workshop

if TYPE_CHECKING:
    from insek_cli.workshop.kit.build_kit import KitOutcome
    from insek_cli.workshop.kit.kit import Kit

PAPER = {
    "karten": _("A6, four to an A4 sheet"),
    "plakat": _("A1 upright"),
    "tisch": _("A2 across"),
    "ablauf": "A4",
    "stimmzettel": _("A5, two to an A4 sheet"),
    "anwesenheit": _("A4 across"),
}
"""The paper of each kind of sheet, by the first word of its file name."""


def kit_table(outcome: "KitOutcome") -> RenderableType:
    """The folder, and the table of its files with the paper they need."""
    from insek_cli.documents import pdf

    folder = safe(path_from_here(outcome.files[0][0].parent))
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.add_column(_("File"), overflow="fold")
    table.add_column(_("Paper"))
    table.add_column(_("Pages"), justify="right", no_wrap=True)
    table.add_column(_("Size"), justify="right", no_wrap=True)
    for path, content in outcome.files:
        paper = PAPER.get(path.stem.partition("-")[0], "")
        pages = str(pdf.page_count(content)) if path.suffix == ".pdf" else ""
        table.add_row(
            Text(safe(path.name), "bold"), Text(paper), Text(pages), Text(file_size(len(content)))
        )
    return Group(Text(_("In {folder}:").format(folder=folder)), table)


def kit_gaps(kit: "Kit") -> list[str]:
    """What is not known yet, and what could not be printed for it."""
    return list(chain(_day(kit.werkstatt), _votes(kit), _measures(kit)))


def _day(workshop: Workshop) -> Iterator[str]:
    known = {
        _("the day (datum)"): workshop.datum,
        _("the hour it begins (beginn_uhrzeit); the running order has no times"): (
            workshop.beginn_uhrzeit
        ),
        _("the place (ort)"): workshop.ort,
        _("the programme (programm)"): workshop.programm,
        _("the groups (gruppen); there is a table sheet for each field instead"): workshop.gruppen,
        _("the guiding questions (leitfragen)"): workshop.leitfragen,
        _("who is expected (teilnehmende); the attendance list is blank"): workshop.teilnehmende,
    }
    yield from (what for what, value in known.items() if not value)
    open_ = [item for item in workshop.programm if item.minuten is None]
    if open_:
        count = len(open_)
        text = ngettext(
            "the minutes of {n} item of the programme",
            "the minutes of {n} items of the programme",
            count,
        )
        yield text.format(n=count)


def _votes(kit: "Kit") -> Iterator[str]:
    if not kit.werkstatt.fragen:
        yield _(
            "the questions (fragen): there are no ballots, no options for Mentimeter, no tally "
            "form, and nothing to freeze"
        )
    cards = {card.kennung for card in kit.karten}
    for ballot in kit.stimmzettel:
        name = ballot.frage.id
        if ballot.frage.max_auswahl is None:
            yield _("how many may be chosen (max_auswahl) for the question {id}").format(id=name)
        if not ballot.karten:
            yield _("measures to choose from for the question {id}").format(id=name)
        for left_out in sorted(set(ballot.frage.massnahmen) - cards):
            yield _("{measure} on the ballot of {id}: the workshop leaves it out").format(
                measure=left_out, id=name
            )


def _measures(kit: "Kit") -> Iterator[str]:
    for poster in kit.plakate:
        if poster.feld and not poster.karten:
            yield _("measures of {field}; it has no poster").format(field=poster.feld.id)
    open_ = [card for card in kit.karten if card.text is None]
    if open_:
        count = len(open_)
        text = ngettext("the description of {n} measure", "the descriptions of {n} measures", count)
        yield text.format(n=count)
