"""The document with tracked changes: both states are written at once, then merged."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from lxml import etree

from insek_cli.documents.engines import pandoc
from insek_cli.documents.office_properties import fitting
from insek_cli.documents.templates import TemplateSet
from insek_cli.documents.word import compose_document, pandoc_document
from insek_cli.documents.word.ooxml import element, format_of, q, style_id, text_of
from insek_cli.documents.word.word_document import WordPackage
from insek_cli.models.labels import LABELS
from insek_cli.models.types import MEASURE_ID
from insek_cli.report.open_marks import names_open
from insek_cli.report.views import MeasureView, Report
from insek_cli.review.redline.change_marks import Marks
from insek_cli.review.redline.merge_blocks import merge_blocks
from insek_cli.wording.text import Run

TITLE = "Geänderte Steckbriefe"
NOTE = "Änderungen gegenüber dem bisherigen Stand sind als Überarbeitung eingetragen: {} → {}."
_ID = re.compile(MEASURE_ID)


def redline(
    old: Report,
    new: Report,
    changed: Sequence[str],
    states: tuple[str, str],
    templates: TemplateSet,
    folder: Path,
    moment: int | None,
) -> bytes:
    """The Steckbriefe of the changed measures (ids) as DOCX; `states` name old and new.

    `moment` (Unix time) dates the changes, without it the date of the report. `folder` is private.
    """  # fmt: skip
    words = NOTE.format(*states)
    # Both sides name what is open, or neither does: a stage is no change of a measure.
    stated = names_open(new)
    sides = _views(old), _views(new)
    text_ = "".join(
        _state(
            report,
            [views[id_] for id_ in changed if id_ in views],
            words,
            templates,
            stated,
        )
        for report, views in ((new, sides[1]), (old, sides[0]))
    )
    shown = replace(
        new,
        massnahmen=tuple({**sides[0], **sides[1]}.values()),
        auszug=" · ".join(filter(None, (new.auszug, "Überarbeitung"))),
        werkzeuge=(),
    )
    made = compose_document(pandoc_document(text_, templates, folder, new.stand), templates, shown)
    seconds = moment if moment is not None else pandoc.document_epoch(new.stand)
    _merge(made, fitting(new.concept.auftraggeber or new.concept.stadt), seconds)
    return made.save()


def _views(report: Report) -> dict[str, MeasureView]:
    return {view.daten.id: view for view in (*report.massnahmen, *report.anhang)}


def _state(
    report: Report, views: Sequence[MeasureView], words: str, templates: TemplateSet,
    stated: bool,
) -> str:  # fmt: skip
    return templates.markdown(
        "redline.md.j2",
        r=report,
        titel=TITLE,
        erklaerung=words,
        massnahmen=[_without_pictures(view) for view in views],
        zeigt_offenes=stated,
        listet_offenes=stated,
        beschriftung=LABELS,
        verweis=Run,
    )


def _without_pictures(view: MeasureView) -> MeasureView:
    """Pictures of an old state are not at hand, and Word tracks no change of them."""
    return replace(view, daten=view.daten.model_copy(update={"bilder": ()}))


def _merge(document: WordPackage, author: str, seconds: int) -> None:
    headings = {level: document.style(f"heading {level}") for level in (1, 3)}
    _anchor(document.body)
    blocks = list(document.body)
    chapter = [n for n, block in enumerate(blocks) if style_id(block) == headings[1]]
    new, old = blocks[: chapter[-1]], blocks[chapter[-1] : -1]
    used = (int(mark.get(q("w:id"), 0)) for mark in document.body.iter(q("w:bookmarkStart")))
    moment = f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%dT%H:%M:%SZ}"
    marks = Marks(author, moment, 1 + max(used, default=0))
    for block in blocks:
        block.tail = None
    merged = [
        block
        for before, after in _sheets(old, new, headings[3])
        for block in merge_blocks(before, after, marks)
    ]
    document.body[:] = [*merged, blocks[-1]]
    for section in document.body.iter(q("w:sectPr")):
        # There is no cover here.
        section[:] = [part for part in section if part.tag != q("w:titlePg")]


def _anchor(body: etree._Element) -> None:
    """Put the goals of links, which stand between paragraphs, into the paragraph that follows."""
    for end in list(body.iterchildren(q("w:bookmarkEnd"))):
        body.remove(end)
    for start in list(body.iterchildren(q("w:bookmarkStart"))):
        goal = next(start.itersiblings(q("w:p")), None)
        body.remove(start)
        if goal is not None:
            end = element("bookmarkEnd", id=start.get(q("w:id"), ""))
            start.tail = None
            format_of(goal)
            goal[1:1] = [start, end]


def _sheets(
    old: list[etree._Element], new: list[etree._Element], heading: str
) -> Iterator[tuple[list[etree._Element], list[etree._Element]]]:
    """What stands before the Steckbriefe, then each of them, by the id in the line below its head.

    Those that are in the old state only come last.
    """
    before, after = _by_measure(old, heading), _by_measure(new, heading)
    for name in dict.fromkeys((*after, *before)):
        yield before.get(name, []), after.get(name, [])


def _by_measure(blocks: list[etree._Element], heading: str) -> dict[str, list[etree._Element]]:
    parts: list[list[etree._Element]] = [[]]
    for block in blocks:
        if style_id(block) == heading:
            parts.append([])
        parts[-1].append(block)
    return {_name(part) if number else "": part for number, part in enumerate(parts)}


def _name(part: list[etree._Element]) -> str:
    """The id of the measure, which stands in the first row below its heading."""
    cells = part[1].iter(q("w:tc")) if len(part) > 1 else iter(())
    words = (word for cell in islice(cells, 2) for word in text_of(cell).split())
    return next((word for word in words if _ID.fullmatch(word)), text_of(part[0]))
