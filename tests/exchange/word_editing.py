"""People who edit a Word document, by script as Word would leave it."""

import re
import zipfile
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.table import _Cell

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_BY = 'w:author="Mia Muster" w:date="2026-01-01T00:00:00Z"'


def edited(source: Path, target: Path, change: Callable[[Document], object]) -> Path:
    """A copy of a document with a change."""
    document = docx.Document(str(source))
    change(document)
    document.save(str(target))
    return target


def cell(document: Document, key: str) -> _Cell:
    """What stands under a key: M-001/kurzbeschreibung."""
    name = re.sub("[/.]", "__", key).replace("-", "_")
    for table in document.tables:
        for row in table.rows:
            for mark in row.cells[0]._tc.iter(qn("w:bookmarkStart")):
                if mark.get(qn("w:name")) == name:
                    return row.cells[1]
    raise KeyError(key)


def tracked(paragraph: Any, text: str) -> None:
    """Insert a text at the end of a paragraph, as a tracked change."""
    run = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
    paragraph._p.append(parse_xml(f'<w:ins {_W} w:id="9001" {_BY}>{run}</w:ins>'))


def struck(run: Any) -> None:
    """Delete a run, as a tracked change."""
    mark = parse_xml(f'<w:del {_W} w:id="9002" {_BY}/>')
    run._r.addprevious(mark)
    mark.append(run._r)
    for node in run._r.iter(qn("w:t")):
        node.tag = qn("w:delText")


def added_after(paragraph: Any, text: str) -> None:
    """One more paragraph of the same kind behind another."""
    copy = deepcopy(paragraph._p)
    texts = list(copy.iter(qn("w:t")))
    texts[0].text = text
    for node in texts[1:]:
        node.text = ""
    paragraph._p.addnext(copy)


def threaded(document: Document, answers: dict[int, int]) -> None:
    """Say as Word does which comment answers which; all others stand alone."""
    comments = [comment._comment_elm for comment in document.comments]
    entries = ""
    for number, comment in enumerate(comments):
        (paragraph,) = comment.iter(qn("w:p"))
        paragraph.set(f"{{{_W14}}}paraId", f"0000000{number}")
        above = f' w15:paraIdParent="0000000{answers[number]}"' if number in answers else ""
        entries += f'<w15:commentEx w15:paraId="0000000{number}"{above} w15:done="0"/>'
    content = f'<w15:commentsEx xmlns:w15="{_W15}">{entries}</w15:commentsEx>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml"
    name = PackURI("/word/commentsExtended.xml")
    part = Part(name, kind, content.encode(), document.part.package)
    document.part.relate_to(
        part, "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
    )


def without(source: Path, target: Path, *, origin: bool) -> Path:
    """A document from which a program dropped bookmarks, and with `origin` the part of ours."""
    with zipfile.ZipFile(source) as archive, zipfile.ZipFile(target, "w") as copy:
        for name in archive.namelist():
            content = archive.read(name)
            if name == "word/document.xml":
                content = re.sub(rb"<w:bookmark(?:Start|End)[^>]*/>", b"", content)
            if origin and name.startswith("customXml/"):
                continue
            if origin and name.endswith(".rels"):
                content = re.sub(rb"<Relationship [^>]*customXml/[^>]*/>", b"", content)
            if origin and name == "[Content_Types].xml":
                content = re.sub(rb"<Override [^>]*/customXml/[^>]*/>", b"", content)
            copy.writestr(name, content)
    return target
