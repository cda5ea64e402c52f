"""Where each character of a text value stands in its file, however YAML writes the text."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from insek_cli.source.nodes import Span
from insek_cli.source.source_file import FORBIDDEN

_ESCAPE = re.compile(r"\\(?:x(..)|u(.{4})|U(.{8})|(.))")
_NAMED = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "t": "\t",
    "\t": "\t",
    "n": "\n",
    "v": "\v",
    "f": "\f",
    "r": "\r",
    "e": "\x1b",
    "N": "\x85",
    "_": "\xa0",
    "L": "\u2028",
    "P": "\u2029",
}
_JAMO = ("\u1160", "\u11ff")


class Place(NamedTuple):
    """A character of a file: line and column count from 1, `end` is the column behind it."""

    line: int
    column: int
    end: int


def places(lines: Sequence[str], span: Span, style: str, text: str) -> list[Place]:
    """The place of each character of `text`, the value of a scalar at `span` in NFC.

    Folding turns line ends and indents into other white space, so that alone is matched loosely:
    everything else stands in the file in the same order, once escapes are read.
    """
    written = _composed(_characters(lines, span, style))
    found: list[Place] = []
    last = Place(span.line, span.column, span.column + 1)
    here = next(written, None)
    for character in text:
        if character.isspace():
            if here and here[0].isspace():
                last, here = here[1], next(written, None)
        else:
            while here and here[0].isspace():
                here = next(written, None)
            if here:
                last, here = here[1], next(written, None)
        found.append(last)
    return found


def _characters(lines: Sequence[str], span: Span, style: str) -> Iterator[tuple[str, Place]]:
    """What is written from the beginning of a value on, line ends too; escapes count as one."""
    first, column = (span.line + 1, 0) if style in ("|", ">") else (span.line, span.column - 1)
    column += style in ("'", '"')
    for number in range(first, len(lines) + 1):
        line, at = lines[number - 1], column if number == first else 0
        while at < len(line):
            character, length = _read(line, at, style)
            if character:
                yield FORBIDDEN.sub("\ufffd", character), Place(number, at + 1, at + length + 1)
            at += length
        yield "\n", Place(number, len(line) + 1, len(line) + 2)


def _read(line: str, at: int, style: str) -> tuple[str, int]:
    """The character at a place of a line, and how many it takes to write it."""
    if style == "'" and line.startswith("''", at):
        return "'", 2
    if style != '"' or line[at] != "\\":
        return line[at], 1
    match = _ESCAPE.match(line, at)
    if match is None:
        # At its end the mark joins two lines.
        return "", 1
    code = match[1] or match[2] or match[3]
    try:
        character = chr(int(code, 16)) if code else _NAMED.get(match[4], match[4])
    except (ValueError, OverflowError):
        character = "\ufffd"
    return character, len(match.group())


def _composed(written: Iterator[tuple[str, Place]]) -> Iterator[tuple[str, Place]]:
    """Letters and accents that stand apart become one, as in the value."""
    held, begin, end = "", Place(1, 1, 1), 1
    for character, place in written:
        joins = unicodedata.combining(character) or _JAMO[0] <= character <= _JAMO[1]
        if held and joins and place.line == begin.line:
            held, end = held + character, place.end
            continue
        yield from _one(held, begin, end)
        held, begin, end = character, place, place.end
    yield from _one(held, begin, end)


def _one(held: str, begin: Place, end: int) -> Iterator[tuple[str, Place]]:
    composed = held if held.isascii() else unicodedata.normalize("NFC", held)
    for character in composed:
        yield character, Place(begin.line, begin.column, end)
