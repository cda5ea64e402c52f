"""Documents as slides: native text, tables and charts in the office's template."""

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from insek_cli.documents import pdf
from insek_cli.documents.slides.deck import Deck
from insek_cli.documents.slides.implementation_slides import add_implementation
from insek_cli.documents.slides.workshop_slides import add_story
from insek_cli.documents.templates import TemplateSet
from insek_cli.i18n import _
from insek_cli.report.views import Report
from insek_cli.timing import stage
from insek_cli.wording.notation import day

TEMPLATE = "pptx/vorlage.pptx"


def render(report: Report, templates: TemplateSet, folder: Path) -> bytes:
    """The document of a report as PPTX; `folder` is private and holds `bilder/`."""
    with stage(_("write the slides")):
        return _write(report, templates, folder)


def _write(report: Report, templates: TemplateSet, folder: Path) -> bytes:
    about = report.dokumentation
    if about is None and report.umsetzung is None:
        raise ValueError("slides are made of a workshop, or of how far the measures are")
    drawings = sorted(path.name for path in (folder / "bilder").rglob("*.svg"))
    pdf.rasterise(folder, [f"bilder/{name}" for name in drawings])
    footer = " · ".join(filter(None, (f"Stand {day(report.stand)}", report.auszug)))
    deck = Deck(templates.find(TEMPLATE), report, footer, folder / "bilder")
    if about:
        add_story(deck, report, about)
    elif report.umsetzung:
        add_implementation(deck, report, report.umsetzung)
    return deck.save()


def slide_count(content: bytes) -> int:
    """How many slides a presentation has."""
    with ZipFile(BytesIO(content)) as archive:
        return sum(bool(re.fullmatch(r"ppt/slides/slide\d+\.xml", n)) for n in archive.namelist())
