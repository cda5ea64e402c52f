"""Markdown against its allowlist, at the true line of the file."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

from insek_cli.checks.context import Context
from insek_cli.checks.references import details, kind_of, known, unread
from insek_cli.codes import finding
from insek_cli.findings import Issue, Position
from insek_cli.loader.nodes import Path, Scalar
from insek_cli.loader.records import ChapterRecord, Record
from insek_cli.markdown import Document, Problem, parse, skim
from insek_cli.models.base import Model
from insek_cli.models.routes import values
from insek_cli.models.types import MarkdownField

ACCESS = {
    "heading-empty": "INSEK609",
    "heading-gap": "INSEK602",
    "image-alt": "INSEK601",
    "link-text": "INSEK603",
    "bare-url": "INSEK604",
}


def fields(context: Context) -> Iterator[Issue]:
    """Problems in Markdown keys, and links in them to ids that do not exist."""
    for record in context.loaded.records():
        for path, text, _ in values(record.model, MarkdownField):
            targets = skim(text)
            if targets is None:
                parsed = parse(text)
                targets = [*parsed.targets]
                for problem in parsed.problems:
                    place = _place(record, path, problem.line, problem.detail)
                    yield record.issue_at(*_code(problem), place, path, **_details(problem))
            for line, target in targets:
                if missing := _missing(context, target):
                    place = _place(record, path, line, target)
                    yield record.issue_at("INSEK201", place, path, **missing)


def chapters(context: Context) -> Iterator[Issue]:
    """The same for chapters, which may have headings, tables and images too."""
    for record in context.loaded.chapters:
        parsed = parse(record.chapter.text, chapter=True)
        for problem in parsed.problems:
            place = _in_chapter(record, problem.line, problem.detail)
            source = _line(record.lines, place.line)
            yield finding(*_code(problem), place, "", source, **_details(problem))
        for line, target in parsed.targets:
            if missing := _missing(context, target):
                place = _in_chapter(record, line, target)
                yield finding("INSEK201", place, "", _line(record.lines, place.line), **missing)
        yield from _pictures(context, record, parsed.document)


def _pictures(context: Context, record: ChapterRecord, document: Document) -> Iterator[Issue]:
    for path in dict.fromkeys(picture.path for picture in document.pictures()):
        wrong = context.gallery.trouble(unquote(path))
        if wrong:
            lines = enumerate(record.lines[record.offset :], 1)
            line = next((number for number, text in lines if path in text), 1)
            place = _in_chapter(record, line, path)
            source = _line(record.lines, place.line)
            yield finding(wrong[0], place, "", source, name=unquote(path), **wrong[1])


def _code(problem: Problem) -> tuple[str]:
    return (ACCESS.get(problem.kind, "INSEK130"),)


def _details(problem: Problem) -> dict[str, Any]:
    shown = " ".join(problem.detail.split())[:80]
    variant = "" if problem.kind in ACCESS else problem.kind
    return {"variant": variant, "detail": shown}


def _missing(context: Context, target: str) -> dict[str, Any] | None:
    kind = kind_of(target)
    ids = known(context)[kind]
    if target in ids or unread(context, kind, target):
        return None
    return details(kind, target, ids)


def _place(record: Record[Model], path: Path, line: int, detail: str) -> Position:
    """Text of a literal block begins in the line below its key; elsewhere lines are folded."""
    scalar = record.scalar(path)
    start = record.locate(path)
    if not isinstance(scalar, Scalar) or scalar.span.line == scalar.span.end_line:
        return start
    if scalar.style == "|":
        return _mark(replace(start, line=start.line + line), record.source, detail)
    for number in range(scalar.span.line, scalar.span.end_line + 1):
        if detail and detail in record.source(number):
            return _mark(replace(start, line=number), record.source, detail)
    return start


def _in_chapter(record: ChapterRecord, line: int, detail: str) -> Position:
    start = Position(record.chapter.file, record.offset + line)
    return _mark(start, lambda number: _line(record.lines, number), detail)


def _mark(position: Position, source: Callable[[int], str], detail: str) -> Position:
    text = source(position.line)
    found = text.find(detail) if detail else -1
    if found < 0:
        return replace(position, column=len(text) - len(text.lstrip()) + 1, end=None)
    return replace(position, column=found + 1, end=found + 1 + len(detail))


def _line(lines: tuple[str, ...], number: int) -> str:
    return lines[number - 1] if 0 < number <= len(lines) else ""
