"""Running commands in copies of projects, and reading what they wrote."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from pptx import Presentation

from commands import Done, run
from seed.seed_source import normal

ROOT = Path(__file__).parents[3]
EXAMPLE = ROOT / "examples" / "musterstadt"
SLUG = "massnahmenwerkstatt"

Run = Callable[..., Done]

_ANCHOR = re.compile(r'<a id="[^"]*"></a>|<!-- -->|\]\(#[^)]*\)')
_MARKUP = re.compile(r"^(?:[ >#-]|\d+\.\s)+|[*\\\[\]|]|\bZ \d[\d.]*", re.MULTILINE)


def read_lines(path: Path) -> list[str]:
    """The lines of a Markdown document without markup, normalised like the source."""
    text = _MARKUP.sub("", _ANCHOR.sub("", path.read_text(encoding="utf-8")))
    return [normal(line) for line in text.split("\n") if line.strip()]


def slides(path: Path) -> list[Any]:
    """The slides of a presentation."""
    return list(Presentation(str(path)).slides)


def texts(slide: Any) -> Iterator[str]:
    """Every paragraph and cell of a slide, in reading order, then what is to be said to it."""
    for shape in slide.shapes:
        if shape.has_text_frame:
            yield from (paragraph.text for paragraph in shape.text_frame.paragraphs)
        if shape.has_table:
            yield from (cell.text for row in shape.table.rows for cell in row.cells)
    if slide.has_notes_slide:
        yield from slide.notes_slide.notes_text_frame.text.split("\n")


def charts(path: Path) -> list[Any]:
    """The frames of all charts."""
    return [shape for slide in slides(path) for shape in slide.shapes if shape.has_chart]


def insek_in(root: Path, *arguments: str) -> Done:
    """A command in a project, in English."""
    return run(root, *arguments, INSEK_LANG="en", COLUMNS="120")


def copy_of(source: Path, folder: Path) -> Path:
    """A project with the data of another one."""
    root = folder / "stadt"
    shutil.copytree(source / "data", root / "data")
    return root
