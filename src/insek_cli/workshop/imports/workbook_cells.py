"""The cells of an xlsx file as text.

Read from the parts themselves: a library that trusts the declared dimension loses votes, and one
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

from insek_cli.findings import Issue
from insek_cli.workshop.imports.import_findings import ImportFindings
from insek_cli.workshop.imports.xlsx_guard import Archive

MAX_ROWS = 50_000
MAX_COLUMNS = 2_000
MAX_CELLS = 500_000

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})\Z")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass
class SheetCells:
    """A sheet: texts by row and column, and what makes cells unreadable, by row."""

    title: str
    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    faults: list[tuple[int, Issue]] = field(default_factory=list)

    def cell(self, row: int, column: int) -> str:
        """The text of a cell, stripped; empty where there is none."""
        return self.rows.get(row, {}).get(column, "")

    def place(self, row: int, column: int) -> str:
        """A cell as people name it: Voters!C7."""
        return f"{self.title}!{column_letters(column)}{row}"

    def faults_from(self, row: int) -> Iterator[Issue]:
        """What is wrong from a row on."""
        return (issue for at, issue in self.faults if at >= row)


def read_workbook(path: Path, findings: ImportFindings) -> tuple[SheetCells, ...]:
    """All sheets in their order; refuses what cannot be read safely."""
    archive = Archive(path, findings)
    try:
        strings = _strings(archive)
        return tuple(
            _sheet(title, content, strings, findings) for title, content in _parts(archive)
        )
    except (ParseError, DefusedXmlException, UnicodeError) as error:
        raise findings.refuse("INSEK520", variant="damaged") from error


def _parts(archive: Archive) -> Iterator[tuple[str, bytes]]:
    book = archive.read("xl/workbook.xml")
    relations = archive.read("xl/_rels/workbook.xml.rels")
    if book is None or relations is None:
        raise archive.findings.refuse("INSEK520", variant="damaged")
    targets = {one.get("Id"): one.get("Target", "") for one in fromstring(relations)}
    for sheet in _all(fromstring(book), "sheet"):
        relation = next((v for k, v in sheet.items() if k.endswith("}id")), None)
        target = targets.get(relation, "")
        name = target.lstrip("/") if target.startswith("/") else posixpath.join("xl", target)
        if "chartsheet" in name:
            continue
        content = archive.read(posixpath.normpath(name))
        if content is None:
            raise archive.findings.refuse("INSEK520", variant="damaged")
        yield sheet.get("name", ""), content


def _strings(archive: Archive) -> list[str]:
    content = archive.read("xl/sharedStrings.xml")
    return [] if content is None else [_text(item) for item in _all(fromstring(content), "si")]


def _sheet(title: str, content: bytes, strings: list[str], findings: ImportFindings) -> SheetCells:
    sheet = SheetCells(title)
    row = column = cells = 0
    for event, element in iterparse(BytesIO(content), events=("start", "end")):
        name = _name(element)
        if event == "start" and name == "row":
            row, column = _whole(element.get("r"), row + 1), 0
        elif event == "end" and name == "c":
            row, column = _at(element, row, column + 1)
            cells += 1
            if row > MAX_ROWS or column > MAX_COLUMNS or cells > MAX_CELLS:
                raise findings.refuse("INSEK521", row, column, title, variant="cells")
            _take(sheet, element, row, column, strings, findings)
            element.clear()
        elif event == "end" and name == "row":
            element.clear()
        elif event == "end" and name == "mergeCell":
            _merged(sheet, element.get("ref", ""), findings)
    return sheet


def _take(
    sheet: SheetCells,
    element: Element,
    row: int,
    column: int,
    strings: list[str],
    findings: ImportFindings,
) -> None:
    parts = {_name(child): child for child in element}
    kind = element.get("t", "n")
    value = (parts["v"].text or "") if "v" in parts else ""
    if "f" in parts:
        return _fault(sheet, "formula", row, column, findings, value=parts["f"].text or "")
    if kind == "e":
        return _fault(sheet, "error", row, column, findings, value=value)
    if kind == "inlineStr":
        text: str | None = _text(parts["is"]) if "is" in parts else ""
    elif kind == "s":
        text = strings[int(value)] if value.isdecimal() and int(value) < len(strings) else None
    elif kind == "n":
        text = _number(value)
    else:
        text = {"1": "TRUE", "0": "FALSE"}.get(value, value) if kind == "b" else _unescaped(value)
    if text is None:
        return _fault(sheet, "broken", row, column, findings, value=value)
    if text := text.strip():
        sheet.rows.setdefault(row, {})[column] = text
    return None


def _fault(
    sheet: SheetCells, variant: str, row: int, column: int, findings: ImportFindings, **details: str
) -> None:
    aside = ImportFindings(findings.file)
    aside.report("INSEK523", row, column, sheet.place(row, column), variant=variant, **details)
    sheet.faults += [(row, issue) for issue in aside.issues]


def _merged(sheet: SheetCells, reference: str, findings: ImportFindings) -> None:
    first, _, last = reference.partition(":")
    begin, end = _REFERENCE.match(first), _REFERENCE.match(last or first)
    row, column = (int(begin[2]), column_number(begin[1])) if begin else (1, 1)
    aside = ImportFindings(findings.file)
    key = f"{sheet.title}!{reference}"
    aside.report("INSEK523", row, column, key, variant="merged", value=reference)
    sheet.faults += [(int(end[2]) if end else row, issue) for issue in aside.issues]


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


def column_number(name: str) -> int:
    """A → 1, AA → 27."""
    value = 0
    for letter in name:
        value = value * 26 + ord(letter) - ord("A") + 1
    return value


def column_letters(column: int) -> str:
    """1 → A, 27 → AA."""
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(ord("A") + rest) + text
    return text
