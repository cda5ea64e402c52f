"""What the document was made from, in a part of its own: read when it comes back from departments.

The part holds what the audience may read and no more. Rows of Steckbriefe are known by the bookmark
on their label; a mark of what stands beside it shows whether somebody edited it.
"""

import json
import re
from collections.abc import Iterator

from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from insek_cli.documents.made_from import facts, words_mark
from insek_cli.documents.word.ooxml import part_bytes, q, style_id, text_of
from insek_cli.documents.word.word_document import WordPackage
from insek_cli.models.plain_data import plain_data
from insek_cli.report.views import Report

NAMESPACE = "urn:insek:herkunft"
FORMAT = "1"
"""Raised when the part or the rows change, so that a reader knows what it has before it."""
ROW = re.compile(r"M_[0-9]+__")
"""Begins the names of bookmarks of rows."""
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_ITEM, _PROPERTIES = "/customXml/item1.xml", "/customXml/itemProps1.xml"
_STORE = "{5C0C0F0B-6E8B-4F0E-9B57-1A5EC0DE2040}"
"""The id that Office knows the part by; any, but always the same."""
_PROPERTY_PART = f"""<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<ds:datastoreItem ds:itemID="{_STORE}" xmlns:ds="{_OFFICE}/customXml"><ds:schemaRefs>\
<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>"""


def write_origin(document: WordPackage, report: Report) -> None:
    """Add facts, the values of each measure and the marks of all that is printed."""
    root = etree.Element(_n("herkunft"), {"format": FORMAT}, nsmap={None: NAMESPACE})
    for name, text in facts(report).items():
        etree.SubElement(root, _n("angabe"), name=name).text = text
    rows = {name: (label, mark) for name, label, mark in _rows(document.body)}
    for view in (*report.massnahmen, *report.anhang):
        values = json.dumps(plain_data(view.daten), ensure_ascii=False, separators=(",", ":"))
        about = {"id": view.daten.id, "nummer": view.nummer or ""}
        measure = etree.SubElement(root, _n("massnahme"), about)
        etree.SubElement(measure, _n("werte")).text = values
        beginning = row_name(view.daten.id, "")
        for name in [name for name in rows if name.startswith(beginning)]:
            label, mark = rows.pop(name)
            etree.SubElement(measure, _n("zeile"), name=name, titel=label, merkmal=mark)
    for title, mark in section_marks(document):
        etree.SubElement(root, _n("abschnitt"), titel=title, merkmal=mark)
    _attach(document, part_bytes(root))


def _n(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def row_name(measure: str, key: str) -> str:
    """The bookmark of a row, as docx.lua writes it: M_001__akteure__beteiligte."""
    return f"{measure}__{key}".replace("-", "_").replace(".", "__")


def _rows(body: etree._Element) -> Iterator[tuple[str, str, str]]:
    """Bookmark, label and mark of each row that has one."""
    for row in body.iter(q("w:tr")):
        cells = row.findall(q("w:tc"))
        marks = cells[0].iter(q("w:bookmarkStart")) if len(cells) > 1 else ()
        for name in (mark.get(q("w:name"), "") for mark in marks):
            if ROW.match(name):
                yield name, text_of(cells[0]), words_mark(text_of(cells[1]))


def section_marks(document: WordPackage) -> list[tuple[str, str]]:
    """Each heading with a mark of what follows, rows of Steckbriefe and contents left out."""
    headings = {document.style(f"heading {level}") for level in range(1, 4)}
    found: list[tuple[str, list[str]]] = []
    for block in document.body.iterchildren(q("w:p"), q("w:tbl")):
        if style_id(block) in headings:
            found.append((text_of(block), []))
        elif found:
            found[-1][1].append(_unmarked(block))
    return [(title, words_mark(" ".join(texts))) for title, texts in found]


def _unmarked(block: etree._Element) -> str:
    """The text of a paragraph, or of a table without the rows that are read by their bookmarks."""
    if block.tag == q("w:p"):
        return text_of(block)
    rows = (row for row in block.iterchildren(q("w:tr")) if next(_rows(row), None) is None)
    return " ".join(map(text_of, rows))


def _attach(document: WordPackage, content: bytes) -> None:
    package = document.package
    item = Part(PackURI(_ITEM), "application/xml", content, package)
    properties = Part(
        PackURI(_PROPERTIES),
        "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
        _PROPERTY_PART.encode(),
        package,
    )
    item.relate_to(properties, f"{_OFFICE}/relationships/customXmlProps")
    document.part.relate_to(item, f"{_OFFICE}/relationships/customXml")
