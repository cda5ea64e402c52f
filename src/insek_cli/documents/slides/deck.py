"""The presentation being written: slides from the layouts of the office's template."""

from collections.abc import Sequence
from copy import deepcopy
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.exc import PythonPptxError
from pptx.oxml.ns import qn
from pptx.slide import Slide, SlideLayout
from pptx.util import Pt

from insek_cli.documents.engines.pandoc import document_epoch
from insek_cli.documents.office_properties import Properties
from insek_cli.documents.slides import pptx_archive
from insek_cli.documents.slides.slide_paragraphs import fill_frame
from insek_cli.documents.text_fit import (
    LINE,
    Block,
    Para,
    largest_size,
    one_line,
    shorten,
    wrapped_line_count,
)
from insek_cli.findings import InsekError
from insek_cli.i18n import _
from insek_cli.report.origin import origin
from insek_cli.report.views import Report
from insek_cli.wording.notation import day

TITLE, BODY, SECOND, RUBRIC, NOTE = 0, 1, 2, 13, 14
"""Indices of the placeholders in the layouts; a divider has its second line at RUBRIC."""
SUBTITLE = BODY
LINE_SIZES = {SUBTITLE: (28, 24, 20, 18, 16, 14), RUBRIC: (18, 16, 14)}
DIVIDER, CLOSING = "Abschnitt", "Schluss"
FOOTER, NUMBER = "ftr", "sldNum"
TITLE_SIZES = (28, 24, 20, 18)
LARGE_TITLES = {
    "Titelfolie": (48, 40, 32, 28, 24, 20, 18, 16),
    "Abschnitt": (40, 36, 32, 28, 24, 20),
    "Schluss": (44, 36, 32, 28),
}
"""Type sizes of titles in points; the first is what the template sets."""
THEME_KEYS = {"akzent": "dk2", "text": "dk1"}
"""Colours of the concept that replace those of the template, whose own stay where it names none."""


class Deck:
    """Adds slides and keeps their titles unique. Lengths are points."""

    def __init__(self, template: Path, report: Report, footer: str, images: Path) -> None:
        try:
            self.presentation = Presentation(str(template))
        except (PythonPptxError, KeyError, ValueError, OSError) as error:
            raise _broken(template, str(error)) from error
        self.template = template
        self.report = report
        self.footer = footer
        self.images = images
        self.ground = report.theme.akzent
        self.titles: set[str] = set()
        self.divider: tuple[str, str] | None = None
        """Title and second line of a part that has no slide yet: without one it is not opened."""
        self.opening: int | None = None
        """The place of the slide that opens the part being written."""
        self.layouts = {layout.name: layout for layout in self.presentation.slide_layouts}

    def slide(self, layout: str, title: str, rubric: str = "", colour: str | None = None) -> Slide:
        """A new slide with its title; `rubric` stands above it, in the colour of the field."""
        if self.divider and layout != CLOSING:
            (name, line), self.divider = self.divider, None
            self.opening = len(self.presentation.slides)
            opening = self.slide(DIVIDER, name)
            if line:
                self.write(opening, RUBRIC, [(Para(line),)], 20)
        source = self._layout(layout)
        slide: Slide = self.presentation.slides.add_slide(source)
        self._title(slide, self.unique(one_line(title)), LARGE_TITLES.get(layout, TITLE_SIZES))
        if rubric:
            shown = self.line(layout, RUBRIC, rubric, 14, bold=True)
            self.write(slide, RUBRIC, [(Para(shown, bold=True, colour=colour),)], 14)
        self._footer(slide, source)
        return slide

    def headline(self, layout: str, title: str) -> str:
        """The title as far as it fits above a slide, with room for a count behind it."""
        width, height = self.box(layout, TITLE)
        size = LARGE_TITLES.get(layout, TITLE_SIZES)[-1]

        def fits(shown: str) -> bool:
            return (
                wrapped_line_count(f"{shown} (00/00)", width, size, bold=True) * size * LINE
                <= height
            )

        return shorten(one_line(title), fits)

    def line(self, layout: str, index: int, text: str, size: float, *, bold: bool = False) -> str:
        """The text as far as it stands on one line of a placeholder."""
        width, _height = self.box(layout, index)
        return shorten(
            one_line(text), lambda shown: wrapped_line_count(shown, width, size, bold=bold) == 1
        )

    def set_lines(self, slide: Slide, index: int, texts: Sequence[str]) -> None:
        """Fill a placeholder of a cover with lines in the largest type at which they fit."""
        room, shown = self.box(slide.slide_layout.name, index), "\n".join(map(one_line, texts))
        size = largest_size(shown, *room, LINE_SIZES[index], bold=False)
        self.write(slide, index, [(Para(text),) for text in texts], size)

    def unique(self, title: str) -> str:
        """The title, told apart from equal ones: no two slides have the same."""
        name, count = title, 1
        while name in self.titles:
            count += 1
            name = f"{title} – {count}"
        self.titles.add(name)
        return name

    def frame(self, layout: str, index: int) -> Any:
        """A placeholder of a layout: where the template puts things."""
        return self._placeholder(self._layout(layout), index)

    def box(self, layout: str, index: int) -> tuple[float, float]:
        """Width and height of a placeholder, as the template sets it."""
        shape = self.frame(layout, index)
        return shape.width / Pt(1), shape.height / Pt(1)

    def _layout(self, name: str) -> SlideLayout:
        if name not in self.layouts:
            raise _broken(self.template, _("it has no layout “{name}”").format(name=name))
        return self.layouts[name]

    def _placeholder(self, parent: Any, index: int) -> Any:
        for shape in parent.placeholders:
            if shape.placeholder_format.idx == index:
                return shape
        name = parent.slide_layout.name if isinstance(parent, Slide) else parent.name
        message = _("its layout “{name}” has no placeholder {index}")
        raise _broken(self.template, message.format(name=name, index=index))

    def placeholder(self, slide: Slide, index: int) -> Any:
        """A placeholder of a slide."""
        return self._placeholder(slide, index)

    def write(self, slide: Slide, index: int, blocks: Sequence[Block], size: float) -> None:
        """Fill a placeholder with paragraphs."""
        fill_frame(self._placeholder(slide, index).text_frame, blocks, size)

    def _tidy(self) -> None:
        """Take away placeholders that nothing was written to, and read the footer last."""
        for slide in self.presentation.slides:
            for shape in list(slide.placeholders):
                element = shape._element
                if shape.has_text_frame and not shape.text_frame.text.strip():
                    element.getparent().remove(element)
                elif element.find(f".//{qn('p:ph')}").get("type") in (FOOTER, NUMBER):
                    element.getparent().append(element)

    def _title(self, slide: Slide, title: str, sizes: Sequence[float]) -> None:
        shape = self._placeholder(slide, TITLE)
        width, height = shape.width / Pt(1), shape.height / Pt(1)
        size = largest_size(title, width, height, sizes, bold=True)
        fill_frame(shape.text_frame, [(Para(title),)], None if size == sizes[0] else size)

    def _footer(self, slide: Slide, layout: Any) -> None:
        """Footer and number are copied from the layout: the library leaves them out."""
        tree: Any = slide.shapes._spTree
        for shape in layout.placeholders:
            copy: Any = deepcopy(shape._element)
            kind = copy.find(f".//{qn('p:ph')}").get("type")
            if kind not in (FOOTER, NUMBER):
                continue
            copy.spPr.clear()
            tree.append(copy)
            copy.nvSpPr.cNvPr.set("id", str(len(tree) + 1))
            if kind == FOOTER:
                frame: Any = slide.shapes[-1]
                fill_frame(frame.text_frame, [(Para(self._foot(shape.width / Pt(1))),)], None)

    def _foot(self, width: float) -> str:
        """The title as far as a line has room for it beside what must not be missing."""
        size = 12

        def fits(title: str) -> bool:
            return wrapped_line_count(f"{title} · {self.footer}", width, size) == 1

        return f"{shorten(one_line(self.report.concept.titel), fits)} · {self.footer}"

    def save(self) -> bytes:
        """The file, complete and with fixed dates."""
        self._tidy()
        self._recolour()
        moment = datetime.fromtimestamp(document_epoch(self.report.stand), UTC)
        self._properties().write(self.presentation.core_properties, moment)
        return pptx_archive.write(self.presentation, moment, {"Herkunft": str(origin(self.report))})

    def _properties(self) -> Properties:
        concept = self.report.concept
        return Properties(
            f"{concept.titel} – {concept.untertitel or ''}".rstrip(" –"),
            f"Stand {day(self.report.stand)}",
            concept.auftraggeber or concept.stadt,
            keywords=f"INSEK, {concept.stadt}",
            comments=self.report.auszug,
        )

    def _recolour(self) -> None:
        given = self.report.concept.farben
        master = self.presentation.slide_master.part
        theme = next(r.target_part for r in master.rels.values() if r.reltype.endswith("/theme"))
        for name, key in THEME_KEYS.items():
            if name in given:
                colour = self.report.theme.roles[name]
                theme._blob = _with_colour(theme.blob, key, colour)


def add_notes(slide: Slide, lines: Sequence[str]) -> None:
    """Say to who presents what the slide has no room for; no notes without lines."""
    frame = slide.notes_slide.notes_text_frame if lines else None
    if frame is not None:
        frame.text = "\n".join(map(one_line, lines))


def _with_colour(theme: bytes, key: str, colour: str) -> bytes:
    start = theme.index(f"<a:{key}>".encode())
    end = theme.index(f"</a:{key}>".encode())
    value = f'<a:{key}><a:srgbClr val="{colour[1:].upper()}"/>'.encode()
    return theme[:start] + value + theme[end:]


def _broken(template: Path, message: str) -> InsekError:
    return InsekError(
        _("The template {name} cannot be used: {message}").format(
            name=template.name, message=message
        ),
        _("Correct it in PowerPoint, or remove it to use the packaged one."),
    )
