"""The tables of a Word file, each as a sheet; what stands above a table are its first rows."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from insek_cli.tables.docx_text import CELL, PARAGRAPH, ROW, TABLE, open_docx, outermost, qn, said
from insek_cli.tables.import_findings import ImportFindings
from insek_cli.tables.sheet_cells import MAX_CELLS, MAX_COLUMNS, Area, SheetCells


def read_docx(path: Path, findings: ImportFindings) -> tuple[SheetCells, ...]:
    """All tables in their order; refuses what cannot be read safely."""
    _archive, document = open_docx(path, findings)
    return tuple(_tables(document.element.body, findings))


def _tables(body: Any, findings: ImportFindings) -> Iterator[SheetCells]:
    above: list[str] = []
    number = 0
    for element in outermost(body, {TABLE, PARAGRAPH}):
        if element.tag == PARAGRAPH:
            above += [text] if (text := said(element).strip()) else []
            continue
        number += 1
        yield _table(f"Tabelle {number}", above, element, findings)
        above = []


def _table(title: str, above: list[str], table: Any, findings: ImportFindings) -> SheetCells:
    sheet = SheetCells(title)
    for row, text in enumerate(above, 1):
        sheet.rows[row] = {1: text}
    begun: dict[int, int] = {}
    cells = 0
    for row, element in enumerate(outermost(table, {ROW}), len(above) + 1):
        column = 1 + _number(element.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}"), 0)
        for cell in outermost(element, {CELL}):
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
    paragraphs = outermost(cell, {PARAGRAPH, TABLE})
    if text := "\n".join(_lines(paragraphs)).strip():
        sheet.rows.setdefault(row, {})[left] = text


def _lines(elements: Iterator[Any]) -> Iterator[str]:
    """Paragraphs as lines, entries of a list with a hyphen; a table within row by row."""
    for element in elements:
        if element.tag == TABLE:
            for row in outermost(element, {ROW}):
                cells = (said(cell).strip() for cell in outermost(row, {CELL}))
                yield " | ".join(filter(None, cells))
        elif text := said(element):
            listed = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None
            marked = re.match(r"\s*[-–•*]", text)
            yield f"- {text}" if listed and text.strip() and not marked else text


def _number(element: Any, otherwise: int) -> int:
    text = "" if element is None else element.get(qn("w:val"), "")
    return int(text) if text.isdecimal() and len(text) < 5 else otherwise
