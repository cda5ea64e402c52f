"""Word documents for the tests: built once by the real pipeline, opened as a reader would."""

import tempfile
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

from insek_cli.build.produce import produce
from insek_cli.build.request import Request
from insek_cli.documents.word.ooxml import NAMESPACES, parse_part, q, text_of, val_of

ROOT = Path(__file__).parents[3]
PROJECTS = {"kaiserslautern": ROOT, "musterstadt": ROOT / "examples" / "musterstadt"}


@cache
def built(project: str) -> bytes:
    """The bytes of the finished Word document of a project."""
    with tempfile.TemporaryDirectory() as folder:
        request = Request(PROJECTS[project], formats=("docx",), out=Path(folder))
        produce(request)
        return (Path(folder) / "insek.docx").read_bytes()


class Opened:
    """A Word document, part by part."""

    def __init__(self, data: bytes) -> None:
        with ZipFile(BytesIO(data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.body = parse_part(self.parts["word/document.xml"])[0]
        self.styles = parse_part(self.parts["word/styles.xml"])
        self.names = {
            style.get(q("w:styleId")): val_of(style, "w:name")
            for style in self.styles.iter(q("w:style"))
        }

    def paragraphs(self) -> list[etree._Element]:
        return list(self.body.iter(q("w:p")))

    def style_of(self, paragraph: etree._Element) -> str | None:
        return self.names.get(val_of(paragraph, "w:pPr/w:pStyle"))

    def headings(self) -> list[tuple[int, str]]:
        found = []
        for paragraph in self.paragraphs():
            name, _space, level = (self.style_of(paragraph) or "").partition(" ")
            if name in ("heading", "Zwischentitel"):
                found.append((int(level), text_of(paragraph)))
        return found

    def sections(self) -> list[etree._Element]:
        return list(self.body.iter(q("w:sectPr")))

    def all(self, path: str) -> list[etree._Element]:
        return self.body.findall(f".//{path}", NAMESPACES)


@cache
def opened(project: str) -> Opened:
    """The finished Word document of a project, opened."""
    return Opened(built(project))
