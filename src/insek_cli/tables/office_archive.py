"""The guard before any Office file is read: what it is, how large, and what it must not contain."""

import re
import zlib
from collections import Counter
from pathlib import Path
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from insek_cli.tables.import_findings import ImportFindings

MAX_FILE = 32 * 1024 * 1024
MAX_PART = 64 * 1024 * 1024
MAX_TOTAL = 96 * 1024 * 1024
MAX_MEMBERS = 2_000
MAX_TAGS = 3_000_000
"""Of all parts together: half a million cells with their values have two million."""

OLE = b"\xd0\xcf\x11\xe0"
"""How files of the old formats begin, and those with a password."""
_LEADS_OUT = re.compile(r"(^|[/\\])\.\.([/\\]|$)|^[/\\]|:|\\")
_IDLE = ("hyperlink", "attachedTemplate")
"""Links that wait to be clicked, or for Word, and do nothing here."""
_ACTIVE = {
    "vbaProject": re.compile(r"vbaproject|vbadata", re.IGNORECASE),
    "externalLink": re.compile(r"externallink", re.IGNORECASE),
    "activeX": re.compile(r"activex|ctrlprops", re.IGNORECASE),
    "embeddings": re.compile(r"embeddings/", re.IGNORECASE),
}


class Archive:
    """An xlsx, docx or ods file whose parts can be read.

    Sizes are those that the archive declares: reading stops there, and a part that is longer or
    shorter fails its checksum.
    """

    def __init__(self, path: Path, findings: ImportFindings) -> None:
        self.findings = findings
        self.zip = _opened(path, findings)
        _guard_members(self.zip.infolist(), findings)
        self._guard_elements()
        for name in self.zip.namelist():
            if name.endswith(".rels"):
                self._guard_relations(name)

    def read(self, name: str) -> bytes | None:
        """The bytes of a part; None when there is none of that name."""
        if name not in self.zip.namelist():
            return None
        try:
            content = self.zip.read(name)
        except (BadZipFile, LargeZipFile, zlib.error, EOFError, OSError, RuntimeError,
                NotImplementedError, UnicodeError) as error:  # fmt: skip
            raise self.findings.refuse("INSEK520", variant="damaged") from error
        if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
            raise self.findings.refuse("INSEK522", variant="entities", name=name)
        return content

    def _guard_elements(self) -> None:
        """Counting tags takes no time; making elements of them does."""
        tags = 0
        for name in self.zip.namelist():
            if name.endswith((".xml", ".rels")):
                tags += (self.read(name) or b"").count(b"<")
            if tags > MAX_TAGS:
                raise self.findings.refuse("INSEK521", 1, 1, name, variant="elements")

    def _guard_relations(self, name: str) -> None:
        try:
            relations = list(fromstring(self.read(name) or b""))
        except (ParseError, DefusedXmlException, UnicodeError) as error:
            raise self.findings.refuse("INSEK520", variant="damaged") from error
        for one in relations:
            kind = one.get("Type", "").rpartition("/")[2]
            if one.get("TargetMode") == "External" and kind not in _IDLE:
                raise self.findings.refuse("INSEK522", 1, 1, name, name=name)


def _opened(path: Path, findings: ImportFindings) -> ZipFile:
    try:
        if path.stat().st_size > MAX_FILE:
            limit = f"{MAX_FILE // 1024**2} MB"
            raise findings.refuse("INSEK521", limit=limit)
        with path.open("rb") as stream:
            head = stream.read(4)
        if head == OLE:
            raise findings.refuse("INSEK520", variant="old")
        return ZipFile(path)
    except (BadZipFile, ValueError, NotImplementedError) as error:
        raise findings.refuse("INSEK520", variant="damaged") from error
    except OSError as error:
        reason = error.strerror or "?"
        raise findings.refuse("INSEK520", variant="unreadable", reason=reason) from error


def _guard_members(members: list[ZipInfo], findings: ImportFindings) -> None:
    names = [member.filename for member in members]
    sizes = [member.file_size for member in members]
    if len(names) > MAX_MEMBERS or max(sizes, default=0) > MAX_PART or sum(sizes) > MAX_TOTAL:
        raise findings.refuse("INSEK521", variant="unpacked", limit=f"{MAX_PART // 1024**2} MB")
    for name, count in Counter(name.lower() for name in names).items():
        if count > 1:
            raise findings.refuse("INSEK520", variant="twice", name=name)
    for name in names:
        if _LEADS_OUT.search(name):
            raise findings.refuse("INSEK522", variant="path", name=name)
        for what, pattern in _ACTIVE.items():
            if pattern.search(name):
                raise findings.refuse("INSEK522", 1, 1, what, name=name)
    if any(member.flag_bits & 1 for member in members):
        raise findings.refuse("INSEK520", variant="old")
