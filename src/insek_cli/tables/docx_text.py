"""A Word file opened after the guard, and its words as they read with all changes accepted."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import docx
from docx.document import Document
from docx.opc.exceptions import OpcError
from docx.oxml.exceptions import XmlchemyError
from docx.oxml.ns import qn
from lxml.etree import LxmlError

from insek_cli.tables.import_findings import ImportFindings
from insek_cli.tables.office_archive import Archive

__all__ = [
    "CELL",
    "LEFT_OUT",
    "PARAGRAPH",
    "ROW",
    "TABLE",
    "Document",
    "open_docx",
    "outermost",
    "qn",
    "said",
]
TABLE, PARAGRAPH, ROW, CELL = (qn(f"w:{name}") for name in ("tbl", "p", "tr", "tc"))
LEFT_OUT = frozenset(qn(f"w:{name}") for name in ("del", "moveFrom", "instrText", "pPr", "rPr"))
"""What is not read: what was taken out, and what is no text."""
_SIGNS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}


def open_docx(path: Path, findings: ImportFindings) -> tuple[Archive, Document]:
    """The parts of a Word file and what python-docx makes of them; raises UnreadableFile."""
    archive = Archive(path, findings)
    if archive.read("word/document.xml") is None:
        raise findings.refuse("INSEK520", variant="damaged")
    try:
        document = docx.Document(str(path))
        _look_at(document)
    except (OpcError, LxmlError, BadZipFile, XmlchemyError, LookupError, ValueError,
            AttributeError) as error:  # fmt: skip
        raise findings.refuse("INSEK520", variant="damaged") from error
    return archive, document


def _look_at(document: Document) -> None:
    """Read what every document has: a part of another kind shows only when it is used."""
    if document.element.body is None:
        raise ValueError(document)
    for part in (*document.styles, *document.comments):
        for name in ("style_id", "name", "comment_id", "timestamp"):
            getattr(part, name, None)


def outermost(element: Any, tags: set[str]) -> Iterator[Any]:
    """The elements of some kinds that stand in no other of them, whatever wraps them."""
    for child in element.iterchildren():
        if child.tag in tags:
            yield child
        elif child.tag not in LEFT_OUT:
            yield from outermost(child, tags)


def said(element: Any) -> str:
    """The words of an element as the document reads with all changes accepted."""
    parts: list[str] = []
    for child in element.iterchildren():
        if child.tag == qn("w:t"):
            parts.append(child.text or "")
        elif child.tag in _SIGNS:
            parts.append(_SIGNS[child.tag])
        elif child.tag not in LEFT_OUT:
            inner = said(child)
            parts.append(f"{inner}\n" if child.tag == PARAGRAPH else inner)
    return "".join(parts)
