"""A measure as a card: what stands in its Steckbrief, for the terminal.

Columns, keys and values have the names of the data, which is German; the rest is a message.
"""

from collections.abc import Iterator
from pathlib import Path

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from insek_cli.catalog import Catalog
from insek_cli.cli.build_summary import path_from_here
from insek_cli.cli.read_data import audience_notice
from insek_cli.findings.reporters.terminal_safe import safe
from insek_cli.i18n import _
from insek_cli.models.measure import Measure
from insek_cli.models.stages import Profile
from insek_cli.report.compose import Composer
from insek_cli.report.views import MeasureView, Options
from insek_cli.wording.lights import light_text, news_text, news_title

WIDEST = 100
LABELS_WIDTH = 28
LONGEST = 20_000


def measure_card(
    measure: Measure, catalog: Catalog, audience: Profile, file: Path | None
) -> RenderableType:
    """Number and title, then every column of the Maßnahmenliste and what else is known."""
    view = Composer(catalog, Options(profile=audience)).measure(measure)
    grid = Table.grid(padding=(0, 2))
    grid.add_column(max_width=LABELS_WIDTH, style="bold")
    grid.add_column(max_width=WIDEST - LABELS_WIDTH, overflow="fold")
    for label, content in _rows(view):
        grid.add_row(Text(safe(label)), Padding(content, (0, 0, 1, 0)))
    label = _("File")
    place = [Text(f"{label}: {safe(path_from_here(file))}", "dim")] if file else []
    return Group(
        _head(view), Padding(grid, (1, 0, 0, 0)), *place, Text(audience_notice(audience), "dim")
    )


def _head(view: MeasureView) -> Text:
    number = view.nummer or "–"
    words = (view.daten.id, safe(view.feld.name), *view.kopf)
    head = Text.assemble((f"{number}  {safe(view.daten.titel)}", "bold"), "\n")
    if view.daten.leuchtturm:
        words = (*words, _("Flagship project"))
    return head.append(" · ".join(words), "dim")


def _rows(view: MeasureView) -> Iterator[tuple[str, Text]]:
    """What is known, and last the names of the columns that are open."""
    facts = [(fact.label, fact.plain) for fact in view.zeile[1:]]
    facts.insert(1, ("Ziele", ", ".join(run.text for run in view.ziele)))
    yield from ((label, _text(text)) for label, text in (*facts, *_further(view)) if text)
    if view.noch_offen:
        yield _("Still open"), Text(", ".join(view.noch_offen), "dim italic")


def _further(view: MeasureView) -> Iterator[tuple[str, str]]:
    """What is shown only where it is known."""
    yield from ((fact.label, fact.plain) for fact in view.weitere)
    yield _("Needs"), "\n".join(run.text for run in view.voraussetzungen)
    yield _("Needed for"), "\n".join(run.text for run in view.folgen)
    merged = view.ziel_der_zusammenfuehrung
    yield _("Merged into"), merged.text if merged else ""
    if news := view.meldung:
        light = light_text(news.state.ampel) if news.state.ampel else ""
        yield news_title(news), "\n".join(filter(None, (light, news_text(news))))
    yield "Begründung des Status", view.daten.status_begruendung or ""
    yield _("From the workshops"), "\n".join(f"– {r.daten.text.strip()}" for r in view.anmerkungen)
    yield "Intern", view.daten.intern or ""


def _text(text: str) -> Text:
    """Lines of data, each made safe by itself."""
    return Text("\n".join(safe(line, LONGEST) for line in text.rstrip().split("\n")))
