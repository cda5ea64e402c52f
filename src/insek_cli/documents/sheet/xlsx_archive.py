"""The file's archive written anew: same bytes for the same data, and what openpyxl leaves out."""

import re
from datetime import date
from xml.sax.saxutils import escape

from insek_cli.documents import office_package
from insek_cli.documents.sheet.book import Book


def write(book: Book, day: date) -> bytes:
    """The workbook as a file dated `day`."""
    return office_package.write(_finished(office_package.parts_of(book.workbook), book, day))


def _finished(parts: dict[str, bytes], book: Book, day: date) -> dict[str, bytes]:
    mend(parts)
    for number, sheet in enumerate(book.workbook.worksheets, 1):
        name = f"xl/worksheets/sheet{number}.xml"
        xml = _with_values(parts[name].decode(), book.figures.get(sheet.title, {}))
        if cells := book.digit_texts.get(sheet.title):
            xml = _without_warnings(xml, cells)
        parts[name] = xml.encode()
    office_package.date_parts(parts, day)
    parts["docProps/app.xml"] = office_package.APPLICATION
    return parts


def mend(parts: dict[str, bytes]) -> None:
    """Texts each in its cell and fonts in disorder: what openpyxl does and programs do not."""
    strings = SharedStrings()
    for name in sorted(parts, key=lambda name: (len(name), name)):
        if _SHEET.fullmatch(name):
            parts[name] = strings.share(parts[name].decode()).encode()
    parts["xl/sharedStrings.xml"] = _ordered(strings.part()).encode()
    parts["xl/styles.xml"] = _ordered(parts["xl/styles.xml"].decode()).encode()
    parts[_RELATIONS] = _before_end(parts[_RELATIONS], _STRINGS_RELATION)
    parts[office_package.TYPES] = _before_end(parts[office_package.TYPES], _STRINGS_TYPE)


def _before_end(xml: bytes, element: str) -> bytes:
    """The part with one more element at its end."""
    place = xml.rindex(b"</")
    return xml[:place] + element.encode() + xml[place:]


class SharedStrings:
    """The texts of all sheets, each once: what spreadsheet programs write and read fastest."""

    def __init__(self) -> None:
        self.places: dict[str, int] = {}
        self.uses = 0

    def share(self, xml: str) -> str:
        """A sheet whose texts point into the table."""
        return _INLINE.sub(self._place, xml)

    def _place(self, found: re.Match[str]) -> str:
        self.uses += 1
        place = self.places.setdefault(found[1], len(self.places))
        return f't="s"><v>{place}</v></c>'

    def part(self) -> str:
        """The table as a part of the file."""
        items = "".join(f"<si>{text}</si>" for text in self.places)
        head = f'<sst xmlns="{_MAIN}" count="{self.uses}" uniqueCount="{len(self.places)}">'
        return f"{office_package.DECLARATION}{head}{items}</sst>"


_SHEET = re.compile(r"xl/worksheets/sheet[0-9]+\.xml")
_RELATIONS = "xl/_rels/workbook.xml.rels"
_STRINGS_TYPE = (
    '<Override PartName="/xl/sharedStrings.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
)
_STRINGS_RELATION = (
    '<Relationship Id="rIdTexts" Target="sharedStrings.xml" Type='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"/>'
)
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_INLINE = re.compile(r't="inlineStr"><is>(.*?)</is></c>', re.DOTALL)
_FORMULA = re.compile(r'(<c r="([A-Z]+[0-9]+)"[^>]*)(><f>[^<]*</f>)<v\s*(?:/>|></v>)')


_FONT = re.compile(r"<(font|rPr)>(.*?)</\1>")
_PROPERTY = re.compile(r"<(\w+)[^>]*/>")
_PROPERTIES = ("b", "i", "strike", "u", "vertAlign", "sz", "color", "name", "rFont", "family",
               "charset", "scheme")  # fmt: skip


def _ordered(xml: str) -> str:
    """Properties of fonts in the order of the schema; openpyxl begins with the name."""

    def reorder(found: re.Match[str]) -> str:
        parts = sorted(_PROPERTY.finditer(found[2]), key=lambda part: _PROPERTIES.index(part[1]))
        return f"<{found[1]}>{''.join(part[0] for part in parts)}</{found[1]}>"

    return _FONT.sub(reorder, xml)


def _with_values(xml: str, figures: dict[str, float | str]) -> str:
    """Put in the values of formulas: previews and protected views do not calculate."""

    def valued(found: re.Match[str]) -> str:
        value = figures[found[2]]
        kind = ' t="str"' if isinstance(value, str) else ""
        return f"{found[1]}{kind}{found[3]}<v>{escape(str(value))}</v>"

    return _FORMULA.sub(valued, xml) if figures else xml


def _without_warnings(xml: str, cells: str) -> str:
    """No warning triangles on numbers like 1.10, which are meant as text."""
    note = (
        f'<ignoredErrors><ignoredError sqref="{cells}" numberStoredAsText="1" '
        'twoDigitTextYear="1"/></ignoredErrors>'
    )
    return xml.replace("<tableParts", note + "<tableParts", 1)
