"""Office packages (ECMA-376 part 2): what a library saves, with the same dates every time.

Parts, their types and relationships are the libraries' business; here is only the archive.
"""

import io
import re
import zipfile
from datetime import date
from typing import IO, Protocol

from insek_cli import __version__

TYPES, CORE = "[Content_Types].xml", "docProps/core.xml"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
APPLICATION = (
    f'{DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    f'extended-properties"><Application>insek {__version__}</Application></Properties>'
).encode()
"""Which program wrote the file (docProps/app.xml)."""
_DATES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</)")
_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNIX, _READABLE = 3, 0o644 << 16
_PACKED = (".png", ".jpg", ".jpeg", ".xlsx")


class Savable(Protocol):
    """A document or package of python-docx, python-pptx or openpyxl."""

    def save(self, stream: IO[bytes], /) -> None:
        """Write the archive."""


def read(archive: bytes) -> dict[str, bytes]:
    """The parts of a package by name; raises BadZipFile for what is none."""
    with zipfile.ZipFile(io.BytesIO(archive)) as source:
        return {name: source.read(name) for name in source.namelist() if not name.endswith("/")}


def write(parts: dict[str, bytes]) -> bytes:
    """A package of these parts; the content types come first, by them a file is recognised."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in sorted(parts, key=lambda name: (name != TYPES, name)):
            info = zipfile.ZipInfo(name, _EPOCH)
            packed = name.lower().endswith(_PACKED)
            info.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            info.create_system, info.external_attr = _UNIX, _READABLE
            archive.writestr(info, parts[name])
    return target.getvalue()


def date_parts(parts: dict[str, bytes], moment: date) -> None:
    """Say that a package was made and changed at one moment, not when the clock said so."""
    written = f"{moment:%Y-%m-%dT%H:%M:%SZ}".encode()
    parts[CORE] = _DATES.sub(rb"\g<1>" + written + rb"\g<2>", parts[CORE])


def parts_of(document: Savable) -> dict[str, bytes]:
    """The parts that a library saves, by name, in the order it wrote them."""
    saved = io.BytesIO()
    document.save(saved)
    return read(saved.getvalue())


def saved(document: Savable) -> bytes:
    """The file that a library saves, dated by nothing but its content."""
    return write(parts_of(document))
