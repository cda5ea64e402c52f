"""The presentation's archive written anew, so that the same data gives the same bytes."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO
from types import MappingProxyType
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from insek_cli import __version__
from insek_cli.render import custom

ZIP_TIME = (1980, 1, 1, 0, 0, 0)
UNIX = 3

_TYPES, _ROOT = "[Content_Types].xml", "_rels/.rels"
_CUSTOM_TYPE = f'<Override PartName="/{custom.PART}" ContentType="{custom.TYPE}"/>'
_CUSTOM_RELATION = f'<Relationship Id="rIdCustom" Type="{custom.RELATION}" Target="{custom.PART}"/>'
_DATES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</)")
_APPLICATION = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    f'extended-properties"><Application>insek {__version__}</Application></Properties>'
).encode()


def rewrite(content: bytes, seconds: int, facts: Mapping[str, str] = MappingProxyType({})) -> bytes:
    """The archive with fixed entries, dated `seconds` (Unix time); workbooks of charts as well.

    `facts` become custom properties of the file.
    """
    moment = f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%dT%H:%M:%SZ}".encode()
    final = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(final, "w", ZIP_DEFLATED) as target:
        # The list of types comes first: by it a file is recognised.
        parts = {name: source.read(name) for name in source.namelist()}
        if facts:
            parts[custom.PART] = custom.properties(facts)
            parts[_TYPES] = _with(parts[_TYPES], _CUSTOM_TYPE)
            parts[_ROOT] = _with(parts[_ROOT], _CUSTOM_RELATION)
        for name in sorted(parts, key=lambda name: (name != _TYPES, name)):
            member = ZipInfo(name, ZIP_TIME)
            member.compress_type = ZIP_DEFLATED
            member.create_system = UNIX
            member.external_attr = 0o644 << 16
            target.writestr(member, _part(name, parts[name], moment, seconds))
    return final.getvalue()


def _with(xml: bytes, element: str) -> bytes:
    place = xml.rindex(b"</")
    return xml[:place] + element.encode() + xml[place:]


def _part(name: str, content: bytes, moment: bytes, seconds: int) -> bytes:
    if name.endswith(".xlsx"):
        return rewrite(content, seconds)
    if name == "docProps/core.xml":
        return _DATES.sub(rb"\g<1>" + moment + rb"\g<2>", content)
    if name == "docProps/app.xml":
        return _APPLICATION
    return content
