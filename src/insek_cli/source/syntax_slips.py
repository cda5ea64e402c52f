"""The usual slips behind a syntax error, told by the lines around it alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from insek_cli.source.nodes import Span

_CONFLICT = re.compile(r"(?:<{7}|\|{7}|>{7}) |={7}$")
_KEY = re.compile(r" *(?:- +)*([^\s#\-\"'][^:]*|\"[^\"]*\"|'[^']*'):(?=[ \t]|$)")
_ENTRY = re.compile(r" *- ")
_BLOCK = re.compile(r" *(?:- +)*[^\s#].*:\s+[|>][-+0-9]*\s*(?:#.*)?$")
_NO_SPACE = re.compile(r" *(?:- +)*([a-z_]+):(?=[^ \t/])")
_NO_DASH_SPACE = re.compile(r" *-(?=[^\s-])")
_VALUE = re.compile(r" *(?:- +)*(?:[^:#\"']+:\s+)?")
_SECOND_KEY = re.compile(r":[ \t].*?[,;][ \t]*([a-z_]+):[ \t]")
_BULLET = re.compile(r" *([*•·–—‣▪●])\s")
_MARK = re.compile(r"[@`%*&!|>](?=.)")
_BEGUN = re.compile(r"- +\Z")
_WORD = re.compile(r" *(?:- +)*([a-z_]+)(?=[\s;=：]|$)")
NO_BREAK = "\u00a0\u2007\u202f"
"""Spaces that YAML takes for letters."""
_SPACE = re.compile(rf"(?:^ *|[:\-] *)([{NO_BREAK}])")
_CLOSED = re.compile(r"(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')\s*(?=[^\s#,\]}])")
_BRACKET = re.compile(r"(?:\[[^\[\]]*\]|\{[^{}]*\})\s*(?=[^\s#,\]}])")


@dataclass(frozen=True)
class Slip:
    """What is wrong where: a code, its variant and what to say."""

    code: str
    variant: str
    span: Span
    details: dict[str, str] = field(default_factory=dict)


def conflict(lines: list[str], *, prose: bool = False) -> Slip | None:
    """The first mark that git left between two versions; in prose “=======” underlines a title."""
    for number, line in enumerate(lines, 1):
        match = _CONFLICT.match(line)
        if match and not (prose and line[0] == "="):
            span = Span(number, 1, number, match.end() + 1)
            return Slip("INSEK101", "conflict", span)
    return None


def no_break_space(lines: list[str], at: int) -> Slip | None:
    """A space that YAML does not take for one, where it needs one."""
    for number in (at, _first_of_text(lines, at)):
        if match := _SPACE.search(lines[number - 1]):
            column = match.start(1) + 1
            span = Span(number, column, number, column + 1)
            return Slip("INSEK103", "edge", span, {"name": f"U+{ord(match.group(1)):04X}"})
    return None


def continued(lines: list[str], span: Span, known: frozenset[str]) -> Slip | None:
    """An entry of a list that YAML takes for a part of the text above it."""
    before, first = lines[span.line - 1][: span.column - 1], lines[span.line - 1][span.column - 1 :]
    if before[_value_start(before) :].startswith(("[", "{")):
        # What is amiss is the bracket, of which the parser tells.
        return None
    word = first.strip()
    for number in range(span.line + 1, min(span.end_line, len(lines)) + 1):
        line = lines[number - 1]
        if _ENTRY.match(line) or _BULLET.match(line):
            if (bullet := _BULLET.match(first)) and bullet[1] != "*":
                return _slip("bullet", span.line, span.column, mark=bullet[1])
            if not _ENTRY.match(line):
                if _BEGUN.search(before):
                    column = _indent(line) + 1
                    return Slip("INSEK129", "mark", Span(number, column, number, column + 1))
                continue
            if _NO_DASH_SPACE.match(first):
                details = {"text": first.strip()[1:40]}
                column = span.column
                place = Span(span.line, column, span.line, column + 1)
                return Slip("INSEK101", "dash", place, details)
            if word in known:
                end = span.column + len(word)
                place = Span(span.line, span.column, span.line, end)
                return Slip("INSEK101", "key", place, {"key": word})
            column = _indent(line) + 1
            return Slip("INSEK129", "", Span(number, column, number, column + 1))
    return None


def slip(lines: list[str], at: int, known: frozenset[str]) -> Slip | None:
    """What the line of the error, or the text above it that runs into it, lacks."""
    return (
        _in_line(lines[at - 1], at, known)
        or _in_text(lines, _first_of_text(lines, at), known)
        or _placed(lines, at, known)
    )


def _in_line(line: str, at: int, known: frozenset[str]) -> Slip | None:
    for second in _SECOND_KEY.finditer(line):
        if second.group(1) in known:
            return _slip("two", at, second.start(1) + 1, key=second.group(1))
    if match := _BULLET.match(line):
        return _slip("bullet", at, match.start(1) + 1, mark=match.group(1))
    start = _value_start(line)
    rest = line[start:]
    if rest.startswith("- ") and line[:start].rstrip().endswith(":"):
        return _slip("behind_key", at, start + 1)
    if rest.strip() in ("-", "?") and start:
        return _slip("sign", at, start + 1, mark=rest.strip())
    if rest[:1] in ("|", ">") and rest[1:].strip():
        return _slip("block", at, start + 1, mark=rest[0])
    for variant, pattern in (("after_quote", _CLOSED), ("after_bracket", _BRACKET)):
        if match := pattern.match(rest):
            return _slip(variant, at, start + match.end() + 1)
    if match := _MARK.match(rest):
        return _slip("mark", at, start + 1, mark=match.group())
    return None


def _in_text(lines: list[str], first: int, known: frozenset[str]) -> Slip | None:
    """The slip in the first line of a text that has no key."""
    line = lines[first - 1]
    if match := _BULLET.match(line):
        return _slip("bullet", first, match.start(1) + 1, mark=match.group(1))
    if match := _NO_SPACE.match(line):
        return _slip("space", first, match.end(), key=match.group(1))
    if match := _NO_DASH_SPACE.match(line):
        return _slip("dash", first, match.end(), text=line.strip()[1:40])
    if _KEY.match(line) or _ENTRY.match(line) or not line.strip():
        return None
    word = _WORD.match(line)
    if word and word.group(1) in known:
        span = Span(first, word.start(1) + 1, first, word.end(1) + 1)
        return Slip("INSEK101", "key", span, {"key": word.group(1)})
    above = _header(lines, first)
    if (
        above
        and (key := _KEY.match(lines[above - 1]))
        and not lines[above - 1][key.end() :].strip()
    ):
        span = Span(above, key.start(1) + 1, above, key.end(1) + 1)
        return Slip("INSEK101", "pipe", span, {"key": key.group(1)})
    return _slip("keyless", first, _indent(line) + 1)


def _placed(lines: list[str], at: int, known: frozenset[str]) -> Slip | None:
    """A key or an entry that begins where nothing above begins."""
    line = lines[at - 1]
    key = _KEY.match(line)
    if at in _block_lines(lines) and not (key and key.group(1) in known):
        return _slip("text_indent", at, _indent(line) + 1)
    above = _header(lines, at)
    if above is None or not (key or _ENTRY.match(line)):
        return None
    here, there = _indent(line), _indent(lines[above - 1])
    if here != there:
        details = {"here": str(here), "above": str(there)}
        return Slip("INSEK101", "indent", Span(at, here + 1, at, here + 2), details)
    if _ENTRY.match(line) and not _ENTRY.match(lines[above - 1]):
        return _slip("entry", at, here + 1)
    if _ENTRY.match(lines[above - 1]) and not _ENTRY.match(line):
        return _slip("key_in_list", at, here + 1)
    return None


def _slip(variant: str, line: int, column: int, **details: str) -> Slip:
    return Slip("INSEK101", variant, Span(line, column, line, column + 1), details)


def _value_start(line: str) -> int:
    match = _VALUE.match(line)
    return match.end() if match else 0


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _first_of_text(lines: list[str], at: int) -> int:
    """The first of the lines without a key that run into a line."""
    first = at
    inside = _block_lines(lines)
    for number in range(at - 1, 0, -1):
        line = lines[number - 1]
        if number in inside or _KEY.match(line) or _ENTRY.match(line) or line.strip() == "---":
            break
        if line.strip() and not line.lstrip().startswith("#"):
            first = number
    return first


def _header(lines: list[str], at: int) -> int | None:
    """The nearest line above that begins with a key or is an entry."""
    inside = _block_lines(lines)
    for number in range(at - 1, 0, -1):
        if number in inside:
            continue
        if _KEY.match(lines[number - 1]) or _ENTRY.match(lines[number - 1]):
            return number
    return None


def _block_lines(lines: list[str]) -> frozenset[int]:
    """The lines of texts behind “|” and “>”: what looks like a key in them is none."""
    return frozenset(_inside(lines))


def _inside(lines: list[str]) -> Iterator[int]:
    depth: int | None = None
    for number, line in enumerate(lines, 1):
        if depth is not None and (not line.strip() or _indent(line) > depth):
            yield number
            continue
        depth = _indent(line) if _BLOCK.match(line) else None
