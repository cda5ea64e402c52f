"""What stands behind a syntax error, judged by the text and not by the parser's English."""

import re

from insek_cli.loader.events import YamlSyntaxError
from insek_cli.loader.nodes import Span
from insek_cli.loader.source import Source

_MARKS = frozenset("@`%*&!|>")
_SECOND_COLON = re.compile(r"^\s*(?:- +)*[^\s\"'#][^:]*:\s+[^\s\"'\[{|>].*:(?:\s|$)")
_VALUE = re.compile(r"^\s*(?:- +)*(?:[^:#]+:\s+)?")


def explain(trouble: YamlSyntaxError, source: Source) -> None:
    """Report a syntax error where its cause is most likely to stand."""
    line, column = _last_text(trouble.at or (1, 1), source)
    began = trouble.began
    if source.line(line)[column - 1 :] in ("[", "{", ","):
        source.report("INSEK101", _point((line, column)), variant="bracket")
        return
    if source.line(line)[column - 1 : column] == "\t":
        source.report("INSEK115", _point((line, column)))
    elif _leading_tab(source.line(line)):
        source.report("INSEK115", Span(line, 1, line, 2))
    elif began and (variant := _unclosed(source, began)):
        source.report("INSEK101", _point(began), variant=variant)
    elif span := _mark(source, line):
        mark = source.line(line)[span.column - 1]
        source.report("INSEK101", span, variant="mark", mark=mark)
    elif _SECOND_COLON.match(source.line(line)):
        source.report("INSEK101", _point((line, column)), variant="colon")
    else:
        source.report("INSEK101", _point((line, column)), variant="general")


def _last_text(at: tuple[int, int], source: Source) -> tuple[int, int]:
    """At the end of a file parsers point behind the last line, where nothing is to be seen."""
    line, column = at
    if any(text.strip() for text in source.lines[line - 1 :]):
        return at
    filled = [number for number, text in enumerate(source.lines[:line], 1) if text.strip()]
    return (filled[-1], len(source.line(filled[-1]).rstrip())) if filled else (line, column)


def _leading_tab(line: str) -> bool:
    return "\t" in line[: len(line) - len(line.lstrip())]


def _unclosed(source: Source, began: tuple[int, int]) -> str | None:
    opening = source.line(began[0])[began[1] - 1 : began[1]]
    if opening and opening in "\"'":
        return "quote"
    if opening and opening in "[{":
        return "bracket"
    return None


def _mark(source: Source, line: int) -> Span | None:
    text = source.line(line)
    match = _VALUE.match(text)
    start = match.end() if match else 0
    if text[start : start + 1] in _MARKS and text[start:]:
        return Span(line, start + 1, line, start + 2)
    return None


def _point(place: tuple[int, int]) -> Span:
    return Span(*place, place[0], place[1] + 1)
