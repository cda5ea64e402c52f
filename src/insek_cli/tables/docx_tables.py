"""The tables of a Word file, each as a sheet; what stands above a table are its first rows."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from docx import Document
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml.etree import LxmlError

from insek_cli.tables.import_findings import ImportFindings
from insek_cli.tables.office_archive import Archive
from insek_cli.tables.sheet_cells import MAX_CELLS, MAX_COLUMNS, Area, SheetCells

_TABLE, _PARAGRAPH, _ROW, _CELL = (qn(f"w:{name}") for name in ("tbl", "p", "tr", "tc"))
_LEFT_OUT = {qn(f"w:{name}") for name in ("del", "moveFrom", "instrText", "pPr", "rPr")}
_SIGNS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}


def read_docx(path: Path, findings: ImportFindings) -> tuple[SheetCells, ...]:
    """All tables in their order; refuses what cannot be read safely."""
    archive = Archive(path, findings)
    if archive.read("word/document.xml") is None:
        raise findings.refuse("INSEK520", variant="damaged")
    try:
        body = Document(str(path)).element.body
    except (OpcError, LxmlError, BadZipFile, LookupError, ValueError, AttributeError) as error:
        raise findings.refuse("INSEK520", variant="damaged") from error
    return tuple(_tables(body, findings))


def _tables(body: Any, findings: ImportFindings) -> Iterator[SheetCells]:
    above: list[str] = []
    number = 0
    for element in _outermost(body, {_TABLE, _PARAGRAPH}):
        if element.tag == _PARAGRAPH:
            above += [text] if (text := _said(element).strip()) else []
            continue
        number += 1
        yield _table(f"Tabelle {number}", above, element, findings)
        above = []


def _outermost(element: Any, tags: set[str]) -> Iterator[Any]:
    """The elements of some kinds that stand in no other of them, whatever wraps them."""
    for child in element.iterchildren():
        if child.tag in tags:
            yield child
        elif child.tag not in _LEFT_OUT:
            yield from _outermost(child, tags)


def _table(title: str, above: list[str], table: Any, findings: ImportFindings) -> SheetCells:
    sheet = SheetCells(title)
    for row, text in enumerate(above, 1):
        sheet.rows[row] = {1: text}
    begun: dict[int, int] = {}
    cells = 0
    for row, element in enumerate(_outermost(table, {_ROW}), len(above) + 1):
        column = 1 + _number(element.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}"), 0)
        for cell in _outermost(element, {_CELL}):
            span = _number(cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}"), 1)
            cells += 1
            if column + span > MAX_COLUMNS or cells > MAX_CELLS:
                raise findings.refuse("INSEK521", row, column, title, variant="cells")
            _take(sheet, cell, row, (column, column + span - 1), begun)
            column += span
    return sheet


def _take(
    sheet: SheetCells, cell: Any, row: int, columns: tuple[int, int], begun: dict[int, int]
) -> None:
    """A cell; one that goes on from the row above makes that one taller."""
    left, right = columns
    merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    goes_on = merge is not None and merge.get(qn("w:val"), "continue") == "continue"
    if goes_on and left in begun:
        area = sheet.merged[begun[left]]
        sheet.merged[begun[left]] = area._replace(bottom=row)
        return
    begun.pop(left, None)
    if merge is not None or right > left:
        begun |= {left: len(sheet.merged)} if merge is not None else {}
        sheet.merged.append(Area(row, left, row, right))
    paragraphs = _outermost(cell, {_PARAGRAPH, _TABLE})
    if text := "\n".join(_lines(paragraphs)).strip():
        sheet.rows.setdefault(row, {})[left] = text


def _lines(elements: Iterator[Any]) -> Iterator[str]:
    """Paragraphs as lines, entries of a list with a hyphen; a table within row by row."""
    for element in elements:
        if element.tag == _TABLE:
            for row in _outermost(element, {_ROW}):
                cells = (_said(cell).strip() for cell in _outermost(row, {_CELL}))
                yield " | ".join(filter(None, cells))
        elif text := _said(element):
            listed = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None
            marked = re.match(r"\s*[-–•*]", text)
            yield f"- {text}" if listed and text.strip() and not marked else text


def _said(element: Any) -> str:
    """The words of an element as the document reads with all changes accepted."""
    parts: list[str] = []
    for child in element.iterchildren():
        if child.tag == qn("w:t"):
            parts.append(child.text or "")
        elif child.tag in _SIGNS:
            parts.append(_SIGNS[child.tag])
        elif child.tag not in _LEFT_OUT:
            inner = _said(child)
            parts.append(f"{inner}\n" if child.tag == _PARAGRAPH else inner)
    return "".join(parts)


def _number(element: Any, otherwise: int) -> int:
    text = "" if element is None else element.get(qn("w:val"), "")
    return int(text) if text.isdecimal() and len(text) < 5 else otherwise
