"""The presentation's archive written anew, so that the same data gives the same bytes."""

import re
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from insek_cli import __version__

ZIP_TIME = (1980, 1, 1, 0, 0, 0)
UNIX = 3

_TYPES = "[Content_Types].xml"
_DATES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</)")
_APPLICATION = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    f'extended-properties"><Application>insek {__version__}</Application></Properties>'
).encode()


def rewrite(content: bytes, seconds: int) -> bytes:
    """The archive with fixed entries, dated `seconds` (Unix time); workbooks of charts as well."""
    moment = f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%dT%H:%M:%SZ}".encode()
    final = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(final, "w", ZIP_DEFLATED) as target:
        # The list of types comes first: by it a file is recognised.
        names = sorted(source.namelist(), key=lambda name: (name != _TYPES, name))
        for name in names:
            member = ZipInfo(name, ZIP_TIME)
            member.compress_type = ZIP_DEFLATED
            member.create_system = UNIX
            member.external_attr = 0o644 << 16
            target.writestr(member, _part(name, source.read(name), moment, seconds))
    return final.getvalue()


def _part(name: str, content: bytes, moment: bytes, seconds: int) -> bytes:
    if name.endswith(".xlsx"):
        return rewrite(content, seconds)
    if name == "docProps/core.xml":
        return _DATES.sub(rb"\g<1>" + moment + rb"\g<2>", content)
    if name == "docProps/app.xml":
        return _APPLICATION
    return content
