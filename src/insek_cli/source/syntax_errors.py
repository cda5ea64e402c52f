"""What stands behind a syntax error, judged by the text and not by the parser's English."""

import re
from functools import cache

from insek_cli.models.base import Model
from insek_cli.source.events import YamlSyntaxError
from insek_cli.source.nodes import Span
from insek_cli.source.open_quotes import run_on_quote
from insek_cli.source.source_file import Source
from insek_cli.source.syntax_slips import Slip, conflict, no_break_space, slip

CAUSES = ("INSEK101", "INSEK103", "INSEK129")
"""Slips found while reading: that reading ends later follows from them."""
_SECOND_COLON = re.compile(r"^\s*(?:- +)*[^\s\"'#][^:]*:\s+[^\s\"'\[{|>].*:(?:\s|$)")


def explain_syntax_error(trouble: YamlSyntaxError, source: Source) -> None:
    """Report a syntax error where its cause is most likely to stand."""
    line, column = _last_text(trouble.at or (1, 1), source)
    found = _cause(trouble, (line, column), source)
    if all(issue.code not in CAUSES for issue in source.issues):
        source.report(found.code, found.span, variant=found.variant, **found.details)


def _cause(trouble: YamlSyntaxError, at: tuple[int, int], source: Source) -> Slip:
    (line, column), began, lines = at, trouble.began, source.lines
    text = source.line(line)
    if found := conflict(lines) or run_on_quote(lines, line):
        return found
    if text[column - 1 :] in ("[", "{", ","):
        return Slip("INSEK101", "bracket", _point(at))
    if text[column - 1 : column] == "\t" or _leading_tab(text):
        tab = column if text[column - 1 : column] == "\t" else 1
        return Slip("INSEK115", "", _point((line, tab)))
    if not 0 < line <= len(lines):
        return Slip("INSEK101", "general", _point(at))
    if found := no_break_space(lines, line):
        return found
    if began and (variant := _unclosed(source, began)):
        return Slip("INSEK101", variant, _point(began))
    found = slip(lines, line, known_keys())
    if _SECOND_COLON.match(text) and (found is None or found.variant != "two"):
        return Slip("INSEK101", "colon", _point(at))
    if found:
        return found
    return Slip("INSEK101", "general", _point(at))


@cache
def known_keys() -> frozenset[str]:
    """Every key of every model: only a syntax error pays for gathering them."""
    waiting: list[type[Model]] = [Model]
    found: set[str] = set()
    while waiting:
        model = waiting.pop()
        waiting += model.__subclasses__()
        found |= model.model_fields.keys()
    return frozenset(found)


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
    if opening and opening in "\"'" and source.line(began[0]).count(opening) % 2:
        return "quote"
    if opening and opening in "[{":
        return "bracket"
    return None


def _point(place: tuple[int, int]) -> Span:
    return Span(*place, place[0], place[1] + 1)
