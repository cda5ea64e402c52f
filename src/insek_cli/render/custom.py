"""Custom properties of Office files (ECMA-376 part 1, 22.3): what a file says about itself."""

from collections.abc import Mapping
from html import escape

PART = "docProps/custom.xml"
TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
RELATION = f"{_OFFICE}/relationships/custom-properties"
_PART = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="{office}/custom-properties" xmlns:vt="{office}/docPropsVTypes">{entries}\
</Properties>"""
_ENTRY = """<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{place}" \
name="{name}"><vt:lpwstr>{text}</vt:lpwstr></property>"""


def properties(facts: Mapping[str, str]) -> bytes:
    """The part with a text for each name."""
    entries = "".join(
        _ENTRY.format(place=place, name=name, text=escape(text, quote=False))
        for place, (name, text) in enumerate(facts.items(), 2)
    )
    return _PART.format(office=_OFFICE, entries=entries).encode()
