"""Bytes to text: strict UTF-8, no hidden characters, never an exception."""

import re
import unicodedata

from insek_cli import limits
from insek_cli.i18n import N_, _
from insek_cli.source.nodes import Span
from insek_cli.source.source_file import FORBIDDEN, SUSPECT, Source

_BOM = b"\xef\xbb\xbf"
_BINARY = {
    b"PK\x03\x04": N_("a Word or Excel file, or another archive"),
    b"\xd0\xcf\x11\xe0": N_("an old Word or Excel file"),
    b"%PDF": N_("a PDF"),
    b"{\\rtf": N_("a text of a word processor (RTF)"),
    b"\x89PNG": N_("an image"),
    b"\xff\xd8\xff": N_("an image"),
}
_UTF16_BOMS = (b"\xff\xfe", b"\xfe\xff")
# U+FFFD in a file is what a program left where it could not read a letter.
_REFUSED = re.compile(f"{FORBIDDEN.pattern}|\ufffd")
_LONE_BYTE = re.compile("[\udc80-\udcff]")


def decode(raw: bytes, source: Source, limit: int = limits.TEXT) -> str | None:
    """The text of a file with LF, or None when it cannot be read as text.

    Forbidden characters are reported and replaced one for one, so that the rest is still checked.
    """
    if len(raw) > limit:
        source.report("INSEK114", variant="bytes", limit=f"{limit // 1024} KiB")
        return None
    if what := next((name for magic, name in _BINARY.items() if raw.startswith(magic)), None):
        source.report("INSEK102", variant="binary", what=_(what))
        return None
    if raw.startswith(_BOM):
        raw = raw[len(_BOM) :]
        source.report("INSEK117")
    if _is_utf16(raw):
        source.report("INSEK102", variant="utf16")
        return None
    try:
        text = _lf(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        _not_utf8(raw, error, source)
        return None
    source.lines = text.split("\n")
    return _without_forbidden(text, source)


def _is_utf16(raw: bytes) -> bool:
    if raw.startswith(_UTF16_BOMS):
        return True
    head = raw[:64]
    zeros = max(head[0::2].count(0), head[1::2].count(0))
    return len(head) >= 8 and zeros > len(head) // 3


def _not_utf8(raw: bytes, error: UnicodeDecodeError, source: Source) -> None:
    # One character for each wrong byte, so that the column fits the line that is shown.
    shown = raw.decode("utf-8", errors="surrogateescape")
    source.lines = _lf(_LONE_BYTE.sub(_guess, shown)).split("\n")
    before = _lf(raw[: error.start].decode("utf-8")).split("\n")
    line, column = len(before), len(before[-1]) + 1
    source.report("INSEK102", Span(line, column, line, column + 1), variant="cp1252")


def _guess(match: re.Match[str]) -> str:
    byte = match.group().encode("utf-8", errors="surrogateescape")
    return byte.decode("cp1252", errors="replace")


def _without_forbidden(text: str, source: Source) -> str:
    if not SUSPECT.search(text):
        return text
    for number, line in enumerate(source.lines, 1):
        last: re.Match[str] | None = None
        for match in _REFUSED.finditer(line):
            run = last is not None and last.group() == match.group()
            touching = last is not None and last.end() == match.start()
            last = match
            if run and touching:
                continue
            column = match.start() + 1
            span = Span(number, column, number, column + 1)
            source.report("INSEK103", span, name=character_name(match.group()))
    return FORBIDDEN.sub("\ufffd", text)


def character_name(character: str) -> str:
    """A character that cannot be shown, by number and name."""
    name = unicodedata.name(character, "")
    return f"U+{ord(character):04X} {name}".rstrip()


def _lf(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
