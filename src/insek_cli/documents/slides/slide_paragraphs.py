"""Paragraphs as a slide holds them: runs with their language, type and colour."""

from collections.abc import Sequence
from typing import Any

from pptx.dml.color import RGBColor
from pptx.oxml.ns import qn
from pptx.util import Pt

from insek_cli.documents.office_properties import LANGUAGE
from insek_cli.documents.text_fit import Block, Para, one_line
from insek_cli.report.colour import rgb


def slide_colour(code: str) -> Any:
    """#9a3324 as the library's value."""
    make: Any = RGBColor
    return make(*rgb(code))


def fill_frame(frame: Any, blocks: Sequence[Block], size: float | None) -> None:
    """Write paragraphs into a text frame; without a size the template's own holds."""
    paras = [para for block in blocks for para in block]
    for place, para in enumerate(paras):
        target = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        for run in list(target.runs):
            target._p.remove(run._r)
        target.level = para.level
        run = target.add_run()
        run.text = one_line(para.text)
        _dress(run, para, size)
        _space(target, para, first=place == 0)


def _dress(run: Any, para: Para, size: float | None) -> None:
    run._r.get_or_add_rPr().set("lang", LANGUAGE)
    if size is not None:
        run.font.size = Pt(size)
    if para.strong:
        run.font.bold = True
    if para.italic:
        run.font.italic = True
    if para.colour:
        run.font.color.rgb = slide_colour(para.colour)


def _space(target: Any, para: Para, *, first: bool) -> None:
    target.space_before = Pt(0 if first else para.before)
    if para.number is not None:
        properties = target._p.get_or_add_pPr()
        properties.set("marL", str(Pt(30)))
        properties.set("indent", str(-Pt(30)))
        number = properties.makeelement(qn("a:buAutoNum"), {"type": "arabicPeriod"})
        if para.number > 1:
            number.set("startAt", str(para.number))
        properties.append(number)
