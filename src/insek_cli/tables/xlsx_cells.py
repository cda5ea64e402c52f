"""The cells of an xlsx file.

Read from the parts themselves: a library that trusts the declared dimension loses rows, and one
that does not can be made to fill the memory by a single far or merged cell.
"""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring, iterparse
from openpyxl.styles.numbers import BUILTIN_FORMATS

from insek_cli.tables.import_findings import ImportFindings
from insek_cli.tables.office_archive import Archive
from insek_cli.tables.sheet_cells import (
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_ROWS,
    Area,
    Fault,
    SheetCells,
    column_letters,
    column_number,
)

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})\Z")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass
class _Book:
    """What the sheets of a workbook share: its strings, its number formats, where days begin."""

    archive: Archive
    findings: ImportFindings
    since_1904: bool = False
    strings: list[str] = field(default_factory=list)
    formats: list[str] = field(default_factory=list)


def read_workbook(path: Path, findings: ImportFindings) -> tuple[SheetCells, ...]:
    """All sheets in their order; refuses what cannot be read safely."""
    archive = Archive(path, findings)
    try:
        book = _Book(archive, findings, strings=_strings(archive), formats=_formats(archive))
        return tuple(
            _sheet(title, hidden, content, book) for title, hidden, content in _parts(book)
        )
    except (ParseError, DefusedXmlException, UnicodeError) as error:
        raise findings.refuse("INSEK520", variant="damaged") from error


def _parts(of: _Book) -> Iterator[tuple[str, bool, bytes]]:
    book = of.archive.read("xl/workbook.xml")
    relations = of.archive.read("xl/_rels/workbook.xml.rels")
    if book is None or relations is None:
        raise of.findings.refuse("INSEK520", variant="damaged")
    targets = {one.get("Id"): one.get("Target", "") for one in fromstring(relations)}
    root = fromstring(book)
    of.since_1904 = any(each.get("date1904") in ("1", "true") for each in _all(root, "workbookPr"))
    for sheet in _all(root, "sheet"):
        relation = next((v for k, v in sheet.items() if k.endswith("}id")), None)
        target = targets.get(relation, "")
        name = target.lstrip("/") if target.startswith("/") else posixpath.join("xl", target)
        if "chartsheet" in name:
            continue
        content = of.archive.read(posixpath.normpath(name))
        if content is None:
            raise of.findings.refuse("INSEK520", variant="damaged")
        yield sheet.get("name", ""), sheet.get("state", "visible") != "visible", content


def _strings(archive: Archive) -> list[str]:
    content = archive.read("xl/sharedStrings.xml")
    return [] if content is None else [_text(item) for item in _all(fromstring(content), "si")]


def _formats(archive: Archive) -> list[str]:
    """The number format of each style of cells; empty for the usual one."""
    content = archive.read("xl/styles.xml")
    if content is None:
        return []
    root = fromstring(content)
    own = {each.get("numFmtId"): each.get("formatCode", "") for each in _all(root, "numFmt")}
    ids = [style.get("numFmtId", "0") for found in _all(root, "cellXfs") for style in found]
    known = (own.get(id_) or BUILTIN_FORMATS.get(_whole(id_, 0), "") for id_ in ids)
    return ["" if code in ("General", "@") else code for code in known]


def _sheet(title: str, hidden: bool, content: bytes, book: _Book) -> SheetCells:
    sheet = SheetCells(title, hidden=hidden, since_1904=book.since_1904)
    row = column = cells = 0
    for event, element in iterparse(BytesIO(content), events=("start", "end")):
        name = _name(element)
        if event == "start" and name == "row":
            row, column = _whole(element.get("r"), row + 1), 0
            if element.get("hidden") in ("1", "true"):
                sheet.hidden_rows.add(row)
        elif event == "start" and name == "col" and element.get("hidden") in ("1", "true"):
            last = min(_whole(element.get("max"), 0), MAX_COLUMNS)
            sheet.hidden_columns |= set(range(_whole(element.get("min"), 1), last + 1))
        elif event == "end" and name == "c":
            row, column = _at(element, row, column + 1)
            cells += 1
            if row > MAX_ROWS or column > MAX_COLUMNS or cells > MAX_CELLS:
                raise book.findings.refuse("INSEK521", row, column, title, variant="cells")
            _take(sheet, element, row, column, book)
            element.clear()
        elif event == "end" and name == "row":
            element.clear()
        elif event == "end" and name == "mergeCell":
            _merged(sheet, element.get("ref", ""))
    return sheet


def _take(sheet: SheetCells, element: Element, row: int, column: int, book: _Book) -> None:
    parts = {_name(child): child for child in element}
    kind = element.get("t", "n")
    value = (parts["v"].text or "") if "v" in parts else ""
    if "f" in parts:
        sheet.formulas[row, column] = parts["f"].text or ""
        _fault(sheet, "formula", row, column, sheet.formulas[row, column])
    if kind == "e":
        sheet.errors.add((row, column))
        return None if "f" in parts else _fault(sheet, "error", row, column, value)
    text = _value(parts, kind, value, book)
    if text is None:
        return _fault(sheet, "broken", row, column, value)
    if text := text.strip():
        sheet.rows.setdefault(row, {})[column] = text
        if kind == "n" and "." in text:
            sheet.fractions.add((row, column))
        style = _whole(element.get("s"), 0)
        if kind == "n" and style < len(book.formats) and book.formats[style]:
            sheet.formats[row, column] = book.formats[style]
    return None


def _value(parts: dict[str, Element], kind: str, value: str, book: _Book) -> str | None:
    """The text of a cell; None for what no program can have written."""
    if kind == "inlineStr":
        return _text(parts["is"]) if "is" in parts else ""
    if kind == "s":
        known = value.isdecimal() and int(value) < len(book.strings)
        return book.strings[int(value)] if known else None
    if kind == "n":
        return _number(value)
    return {"1": "TRUE", "0": "FALSE"}.get(value, value) if kind == "b" else _unescaped(value)


def _fault(sheet: SheetCells, variant: str, row: int, column: int, value: str) -> None:
    reference = f"{column_letters(column)}{row}"
    sheet.faults.append(Fault(variant, row, column, reference, value, row))


def _merged(sheet: SheetCells, reference: str) -> None:
    first, _, last = reference.partition(":")
    begin, end = _REFERENCE.match(first), _REFERENCE.match(last or first)
    row, column = (int(begin[2]), column_number(begin[1])) if begin else (1, 1)
    bottom = int(end[2]) if end else row
    sheet.faults.append(Fault("merged", row, column, reference, reference, bottom))
    sheet.merged.append(Area(row, column, bottom, column_number(end[1]) if end else column))


def _at(element: Element, row: int, column: int) -> tuple[int, int]:
    match = _REFERENCE.match(element.get("r", ""))
    return (int(match[2]), column_number(match[1])) if match else (row, column)


def _number(value: str) -> str | None:
    """3 and 3.0 are 3; what is no finite number is broken."""
    if not value:
        return ""
    try:
        figure = float(value)
    except ValueError:
        return None
    if figure != figure or abs(figure) > 1e15:
        return None
    return str(int(figure)) if figure == int(figure) else repr(figure)


def _text(element: Element) -> str:
    """Plain or rich text, without the readings that stand above signs."""
    parts = []
    for child in element:
        if _name(child) == "t":
            parts.append(child.text or "")
        elif _name(child) == "r":
            parts += [run.text or "" for run in child if _name(run) == "t"]
    return _unescaped("".join(parts))


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def _name(element: Element) -> str:
    return element.tag.removeprefix(_MAIN).removeprefix(_STRICT)


def _all(root: Any, name: str) -> Iterator[Element]:
    return (element for element in root.iter() if _name(element) == name)


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 9 else otherwise
