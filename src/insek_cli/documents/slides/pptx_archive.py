"""The presentation as a file: the same bytes for the same data, the workbooks of charts as well."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from insek_cli import __version__
from insek_cli.documents import office_package
from insek_cli.documents.office_properties import CUSTOM, CUSTOM_TYPE, add_facts

_ABOUT, _CORE = "/docProps/app.xml", "docProps/core.xml"
_DATES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</)")
_APPLICATION = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    f'extended-properties"><Application>insek {__version__}</Application></Properties>'
).encode()


def write(presentation: Any, moment: datetime, facts: Mapping[str, str]) -> bytes:
    """The file; workbooks are dated `moment`, `facts` become custom properties."""
    opened = presentation.part.package
    add_facts(opened, Part(PackURI(CUSTOM), CUSTOM_TYPE, package=opened), facts)
    for part in opened.iter_parts():
        if part.partname == _ABOUT:
            part.blob = _APPLICATION
        elif part.partname.ext == "xlsx":
            part.blob = _dated(part.blob, moment)
    return office_package.saved(presentation)


def _dated(workbook: bytes, moment: datetime) -> bytes:
    """The workbook of a chart, which is written with the time of the clock."""
    parts = office_package.read(workbook)
    day = f"{moment:%Y-%m-%dT%H:%M:%SZ}".encode()
    parts[_CORE] = _DATES.sub(rb"\g<1>" + day + rb"\g<2>", parts[_CORE])
    return office_package.write(parts)
