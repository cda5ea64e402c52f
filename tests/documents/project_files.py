"""A small project as files, and what its documents say."""

import re
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

from markdown_it import MarkdownIt
from openpyxl import load_workbook
from pptx import Presentation
from ruamel.yaml import YAML

CONCEPT = {"titel": "INSEK Musterstadt", "stadt": "Musterstadt", "stand": "2026-03-16"}
FIELD = {"id": "HF1", "titel": "Wohnen"}
MEASURE = {"id": "M-001", "titel": "Eine Maßnahme", "handlungsfeld": "HF1"}


def write_project(root: Path, files: dict[str, object]) -> Path:
    """Write YAML files (or text) below root/data; the least project is there by itself."""
    whole: dict[str, object] = {
        "concept.yaml": CONCEPT,
        "fields/HF1.yaml": FIELD,
        "measures/M-001-test.yaml": MEASURE,
        **files,
    }
    for name, content in whole.items():
        path = root / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, str):
            path.write_text(content, encoding="utf-8")
        else:
            with path.open("w", encoding="utf-8") as stream:
                YAML(typ="safe").dump(content, stream)
    return root


def squeezed(text: str) -> str:
    """Text without white space and soft hyphens: line ends differ between outputs."""
    return re.sub(r"[\s\u00ad]+", "", text)


def words_of(path: Path) -> str:
    """All text of a document, squeezed."""
    return squeezed(_READERS[path.suffix](path))


def _markdown(path: Path) -> str:
    parts: list[str] = []
    for token in MarkdownIt("commonmark").enable("table").parse(path.read_text("utf-8")):
        parts += [child.content or " " for child in token.children or ()]
    return "".join(parts)


def _docx(path: Path) -> str:
    xml = zipfile.ZipFile(path).read("word/document.xml").decode()
    found = "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", xml))
    return found.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _xlsx(path: Path) -> str:
    book = load_workbook(BytesIO(path.read_bytes()))
    # What a sheet hides is data for a later merge, not for readers.
    shown = (sheet for sheet in book if sheet.sheet_state == "visible")
    cells = (cell.value for sheet in shown for row in sheet.iter_rows() for cell in row)
    return "\n".join(str(value) for value in cells if value is not None)


def _pptx(path: Path) -> str:
    shapes = (shape for slide in Presentation(str(path)).slides for shape in slide.shapes)
    parts: list[str] = []
    for shape in shapes:
        if shape.has_text_frame:
            parts.append(shape.text_frame.text)
        if shape.has_table:
            parts += [cell.text for row in shape.table.rows for cell in row.cells]
    return "\n".join(parts)


def _pdf(path: Path) -> str:
    done = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True)
    return done.stdout.decode()


_READERS = {".md": _markdown, ".docx": _docx, ".xlsx": _xlsx, ".pptx": _pptx, ".pdf": _pdf}
