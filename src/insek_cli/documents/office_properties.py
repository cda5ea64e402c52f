"""What an Office file says about itself, the same in every format (ECMA-376 parts 1 and 2)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import Any

from insek_cli import limits

LANGUAGE = "de-DE"

CUSTOM = "/docProps/custom.xml"
CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_RELATION = f"{_OFFICE}/relationships/custom-properties"
_PART = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="{office}/custom-properties" xmlns:vt="{office}/docPropsVTypes">{entries}\
</Properties>"""
_ENTRY = """<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{place}" \
name="{name}"><vt:lpwstr>{text}</vt:lpwstr></property>"""


@dataclass(frozen=True)
class Properties:
    """Texts that are as long as a property may be, whatever was given."""

    title: str
    subject: str = ""
    author: str = ""
    keywords: str = ""
    comments: str = ""

    def __post_init__(self) -> None:
        for name, text in vars(self).items():
            object.__setattr__(self, name, fitting(text))

    def write(self, core: Any, moment: datetime) -> None:
        """Set those of a document or presentation: python-docx and python-pptx name them alike."""
        core.title, core.subject, core.comments = self.title, self.subject, self.comments
        core.author = core.last_modified_by = self.author
        core.keywords, core.language, core.revision = self.keywords, LANGUAGE, 1
        core.created = core.modified = moment


def fitting(text: str) -> str:
    """The text in one line, with an ellipsis in place of what a property does not hold."""
    line = " ".join(text.split())
    return line if len(line) <= limits.PROPERTY else line[: limits.PROPERTY - 2].rstrip() + " …"


def add_facts(package: Any, part: Any, facts: Mapping[str, str]) -> None:
    """Facts of our own as custom properties (part 1, 22.3), over those of the template.

    `part` is a new part of the package, python-docx's or python-pptx's, with name and type.
    """
    entries = "".join(
        _ENTRY.format(place=place, name=name, text=escape(text, quote=False))
        for place, (name, text) in enumerate(facts.items(), 2)
    )
    try:
        part = package.part_related_by(_RELATION)
    except KeyError:
        package.relate_to(part, _RELATION)
    part._blob = _PART.format(office=_OFFICE, entries=entries).encode()
