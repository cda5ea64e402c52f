"""The cells of an ods file (OpenDocument 1.3, part 3, chapter 9), read as those of an xlsx file."""

import re
from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from insek_cli.tables.import_findings import ImportFindings
from insek_cli.tables.office_archive import Archive
from insek_cli.tables.sheet_cells import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, Area, SheetCells

_OASIS = "{urn:oasis:names:tc:opendocument:xmlns:"
_TABLE, _OFFICE, _TEXT = f"{_OASIS}table:1.0}}", f"{_OASIS}office:1.0}}", f"{_OASIS}text:1.0}}"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_NUMBERS = ("float", "currency", "percentage")
_SCALES = (1, 1000, 1_000_000)
_SHOWN = re.compile(r"(.*?)(-?[0-9][0-9.,\u202f\u00a0 ]*)(.*)", re.DOTALL)


def read_ods(path: Path, findings: ImportFindings) -> tuple[SheetCells, ...]:
    """All sheets in their order; refuses what cannot be read safely."""
    content = Archive(path, findings).read("content.xml")
    if content is None:
        raise findings.refuse("INSEK520", variant="damaged")
    try:
        return tuple(_sheets(content, findings))
    except (ParseError, DefusedXmlException, UnicodeError) as error:
        raise findings.refuse("INSEK520", variant="damaged") from error


def _sheets(content: bytes, findings: ImportFindings) -> Iterator[SheetCells]:
    sheet, depth, cells = SheetCells(""), 0, 0
    row = column = 0
    for event, element in iterparse(BytesIO(content), events=("start", "end")):
        if element.tag == f"{_TABLE}table":
            depth += 1 if event == "start" else -1
            if event == "start" and depth == 1:
                sheet = SheetCells(element.get(f"{_TABLE}name", ""))
                row = column = cells = 0
            elif depth == 0:
                yield sheet
                element.clear()
        elif depth != 1 or event == "start":
            continue
        elif element.tag == f"{_TABLE}table-column":
            column = _columns(sheet, element, column)
        elif element.tag == f"{_TABLE}table-row":
            row, cells = _row(sheet, element, row, cells, findings)
            element.clear()


def _columns(sheet: SheetCells, element: Element, before: int) -> int:
    count = _count(element, "columns-repeated")
    if element.get(f"{_TABLE}visibility", "visible") != "visible":
        sheet.hidden_columns |= set(range(before + 1, min(before + count, MAX_COLUMNS) + 1))
    return before + count


def _row(
    sheet: SheetCells, element: Element, before: int, cells: int, findings: ImportFindings
) -> tuple[int, int]:
    """Take the cells of a row as often as it is repeated; an empty one is only counted."""
    count, column = _count(element, "rows-repeated"), 0
    taken: list[tuple[int, str, str, bool]] = []
    for cell in element:
        if cell.tag not in _CELLS:
            continue
        repeated = _count(cell, "columns-repeated")
        if cell.tag == _CELLS[0] and (text := _value(cell)):
            far = column + repeated > MAX_COLUMNS or before + count > MAX_ROWS
            cells += repeated * count
            if far or cells > MAX_CELLS:
                details = (before + 1, column + 1, sheet.title)
                raise findings.refuse("INSEK521", *details, variant="cells")
            code = _format(cell, text)
            part = "." in text and cell.get(f"{_OFFICE}value-type") in _NUMBERS
            taken += [(column + n, text, code, part) for n in range(1, repeated + 1)]
            _merged(sheet, cell, before + 1, column + 1)
        column += repeated
    if taken:
        for at in range(before + 1, before + count + 1):
            sheet.rows[at] = {place: text for place, text, _code, _part in taken}
            sheet.formats |= {(at, place): code for place, _, code, _part in taken if code}
            sheet.fractions |= {(at, place) for place, _, _code, part in taken if part}
    if element.get(f"{_TABLE}visibility", "visible") != "visible":
        sheet.hidden_rows |= set(range(before + 1, min(before + count, MAX_ROWS) + 1))
    return before + count, cells


def _merged(sheet: SheetCells, cell: Element, row: int, column: int) -> None:
    down, across = _count(cell, "rows-spanned"), _count(cell, "columns-spanned")
    if down > 1 or across > 1:
        sheet.merged.append(Area(row, column, row + down - 1, column + across - 1))


def _value(cell: Element) -> str:
    """Numbers with their digits, days as 2026-05-14, else the text."""
    kind = cell.get(f"{_OFFICE}value-type", "")
    if kind in _NUMBERS:
        number = cell.get(f"{_OFFICE}value", "")
        return number if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", number) else _shown(cell)
    if kind == "date":
        return cell.get(f"{_OFFICE}date-value", "").removesuffix("T00:00:00")
    return _shown(cell)


def _format(cell: Element, text: str) -> str:
    """A number format that shows the units that stand beside the number: 250000 as 250 T€.

    What is shown otherwise than can be understood here stays the bare number.
    """
    match cell.get(f"{_OFFICE}value-type", ""):
        case "percentage":
            return "0%"
        case "float" | "currency":
            found = _SHOWN.fullmatch(_shown(cell))
        case _:
            return ""
    if found is None or not (found[1].strip() or found[3].strip()):
        return ""
    before, after = (_quoted(part) for part in (found[1], found[3]))
    scale = _scale(found[2].strip(), abs(Decimal(text)))
    return f"{before}0{',' * scale}{after}" if scale is not None else ""


def _scale(shown: str, stored: Decimal) -> int | None:
    """How many thousands a number was divided by to be shown; it may be rounded, and have the
    marks of either language."""
    plain = re.sub(r"[^0-9.,]", "", shown)
    spellings = (plain.replace(".", "").replace(",", "."), plain.replace(",", ""))
    figures = [Decimal(text.strip(".") or "0") for text in spellings if text.count(".") < 2]
    # 7,500 for 7500 is a number as it is and no 7.5 thousand, whatever the language.
    for scale, factor in enumerate(_SCALES):
        if any(abs(stored - seen * factor) <= max(seen, Decimal(1)) * factor / 20
               for seen in figures):  # fmt: skip
            return scale
    return None


def _quoted(text: str) -> str:
    plain = text.strip().replace('"', "")
    return f'"{plain}"' if plain else ""


def _shown(cell: Element) -> str:
    """The paragraphs as lines; what was remarked about the cell is no part of it."""
    lines = [_said(part) for part in cell if part.tag in (f"{_TEXT}p", f"{_TEXT}h")]
    return "\n".join(lines).strip()


def _said(element: Element) -> str:
    parts = [element.text or ""]
    for child in element:
        if child.tag == f"{_TEXT}s":
            parts.append(" " * min(_count(child, "c", _TEXT), 100))
        elif child.tag in (f"{_TEXT}tab", f"{_TEXT}line-break"):
            parts.append("\t" if child.tag.endswith("tab") else "\n")
        elif child.tag not in (f"{_OFFICE}annotation", f"{_TEXT}note", f"{_TEXT}ruby-text"):
            parts.append(_said(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _count(element: Element, name: str, space: str = _TABLE) -> int:
    text = element.get(f"{space}number-{name}" if space == _TABLE else f"{space}{name}", "1")
    return int(text) if text.isdecimal() and len(text) < 9 else 1
