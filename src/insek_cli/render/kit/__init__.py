"""The kit of a workshop: what the office prints, pastes and fills in."""

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from insek_cli.render.kit import cards, lists, papers, tally
from insek_cli.render.kit.sheets import typeset
from insek_cli.render.templates import TemplateSet
from insek_cli.report.kit import Kit

__all__ = ["OWN", "render"]

SHEETS = (
    cards.cards,
    cards.posters,
    papers.tables,
    papers.running_order,
    cards.ballots,
    papers.attendance,
)
OWN = re.compile(
    r"(karten|ablauf|stimmzettel|anwesenheit|plakat-[a-z0-9-]+|tisch-[a-z0-9-]+)\.pdf|"
    rf"{re.escape(lists.FILE)}|{re.escape(tally.FILE)}"
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
            sheet.file: pool.submit(typeset, sheet, kit, templates, folder / sheet.file)
            for sheet in sheets
        }
        for name, job in running.items():
            progress(name)
            done[name] = job.result()
    return done | lists.option_list(kit) | tally.tally_form(kit)
