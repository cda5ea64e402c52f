"""The Word document: pandoc writes the text, this package sets it into the reference document."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

from insek_cli.documents import pdf
from insek_cli.documents.engines import pandoc
from insek_cli.documents.engines.pandoc_chunks import SIDE_BY_SIDE, split_parts
from insek_cli.documents.templates import TemplateSet
from insek_cli.documents.word import (
    chapter_breaks,
    field_colours,
    sections,
    word_contents,
    word_cover,
    word_origin,
    word_paragraphs,
    word_pictures,
    word_properties,
    word_tables,
)
from insek_cli.documents.word.word_document import WordPackage
from insek_cli.i18n import _
from insek_cli.report.views import Report
from insek_cli.resources import templates_dir
from insek_cli.timing import stage

REFERENCE = "docx/reference.docx"
PART = 500_000
"""Characters that pandoc turns into Word at once: its time and memory grow faster than the text."""


def render(
    text: str,
    report: Report,
    templates: TemplateSet,
    folder: Path,
    charts: Callable[[], Mapping[str, bytes]],
) -> bytes:
    """The report as DOCX; `folder` is private and holds `bilder/`.

    `charts` gives the PNG of each figure by its name; others may draw them meanwhile.
    """
    with stage(_("draw pictures for Word")):
        _place(charts(), folder / "diagramme")
        pdf.rasterise(folder, word_pictures.drawing_paths(text))
    content = pandoc_document(text, templates, folder, report.stand)
    with stage(_("set the Word document")):
        document = compose_document(content, templates, report)
        if not report.dokumentation:
            word_origin.write_origin(document, report)
        return document.save()


def _place(images: Mapping[str, bytes], folder: Path) -> None:
    folder.mkdir()
    for name, image in images.items():
        (folder / f"{name}.png").write_bytes(image)


def pandoc_document(text: str, templates: TemplateSet, folder: Path, stand: date) -> list[bytes]:
    """The document as pandoc writes it, dated `stand`: in parts where it is long.

    A filter of the project's own may look from one part at another; it gets the whole text.
    """
    reference, filter_ = templates.find(REFERENCE), templates.find("pandoc/docx.lua")
    options = [f"--reference-doc={reference.resolve()}", "--metadata=lang:de-DE"]
    ours = filter_.is_relative_to(templates_dir())

    def write(part: str) -> bytes:
        return pandoc.convert(part, "docx", [filter_], options=options, folder=folder, stand=stand)

    with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        return list(pool.map(write, split_parts(text, PART) if ours else [text]))


def compose_document(
    content: Sequence[bytes], templates: TemplateSet, report: Report
) -> WordPackage:
    """Pandoc's document in the look of the reference document, complete and with fixed dates."""
    document = WordPackage(content, templates.find(REFERENCE).read_bytes())
    sections.split_sections(document)
    word_contents.quieten_headings(document)
    word_tables.style_tables(document)
    field_colours.paint_fields(document, report)
    word_cover.arrange_cover(document)
    word_paragraphs.restyle_paragraphs(document)
    word_pictures.describe_pictures(document)
    chapter_breaks.join_short_chapters(document)
    word_contents.fill_contents(document)
    word_properties.write_properties(document, report)
    return document
