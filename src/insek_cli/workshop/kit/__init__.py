"""The kit of a workshop: what the office prints, pastes and fills in.

`make_kit` checks, composes a `Kit`, freezes the options it prints, and writes all files at once.
"""

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from insek_cli.documents.templates import TemplateSet
from insek_cli.workshop.kit import cards, moderator_sheets, option_lists, tally
from insek_cli.workshop.kit.kit import Kit
from insek_cli.workshop.kit.printed_sheets import typeset_sheet

__all__ = ["OWN", "render"]

SHEETS = (
    cards.measure_cards,
    cards.posters,
    moderator_sheets.table_sheet_prints,
    moderator_sheets.running_order,
    cards.paper_ballots,
    moderator_sheets.attendance_list,
)
OWN = re.compile(
    r"(karten|ablauf|stimmzettel|anwesenheit|plakat-[a-z0-9-]+|tisch-[a-z0-9-]+)\.pdf|"
    rf"{re.escape(option_lists.FILE)}|{re.escape(tally.FILE)}"
)
"""Names of the files that a kit may hold: an old one of these that is not made anew goes away."""


def render(
    kit: Kit, templates: TemplateSet, folder: Path, progress: Callable[[str], None]
) -> dict[str, bytes]:
    """Every file of the kit by name, in the order it is used; `folder` is private."""
    sheets = [sheet for make in SHEETS for sheet in make(kit)]
    done: dict[str, bytes] = {}
    with ThreadPoolExecutor() as pool:
        running = {
            sheet.file: pool.submit(typeset_sheet, sheet, kit, templates, folder / sheet.file)
            for sheet in sheets
        }
        for name, job in running.items():
            progress(name)
            done[name] = job.result()
    return done | option_lists.option_list(kit) | tally.tally_form(kit)
