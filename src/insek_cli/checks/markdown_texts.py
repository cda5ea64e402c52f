"""Markdown against its allowlist, at the true line of the file."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from insek_cli.checks.context import Context
from insek_cli.checks.references import (
    known_ids,
    link_target_kind,
    may_be_unread,
    unknown_id_details,
)
from insek_cli.findings import Issue
from insek_cli.i18n import _
from insek_cli.markdown import ParsedText, Problem, parse_markdown
from insek_cli.models.key_paths import values
from insek_cli.models.keys import Key
from insek_cli.source.records import ChapterRecord
from insek_cli.source.source_file import MAX_FINDINGS

ACCESS = {
    "heading-empty": "INSEK609",
    "heading-gap": "INSEK602",
    "image-alt": "INSEK601",
    "link-text": "INSEK603",
    "bare-url": "INSEK604",
}


def markdown_keys(context: Context) -> Iterator[Issue]:
    """Problems in Markdown keys, and links in them to ids that do not exist."""
    for record in context.loaded.records():
        for path, text, _key in values(record.model, _markdown):
            parsed = parse_markdown(text)
            for problem in parsed.problems[:MAX_FINDINGS]:
                code, details = _said(problem)
                yield record.issue_in(code, path, problem.start, problem.end, **details)
            for target in parsed.targets:
                if missing := _missing(context, target.id):
                    yield record.issue_in("INSEK201", path, target.start, target.end, **missing)


def _markdown(key: Key) -> bool:
    return key.markdown


def markdown_chapters(context: Context) -> Iterator[Issue]:
    """The same for chapters, which may have headings and images too."""
    for record in context.loaded.chapters:
        parsed = parse_markdown(record.chapter.text, chapter=True)
        for problem in parsed.problems[:MAX_FINDINGS]:
            code, details = _said(problem)
            yield record.issue_in(code, problem.start, problem.end, **details)
        for target in parsed.targets:
            if missing := _missing(context, target.id):
                yield record.issue_in("INSEK201", target.start, target.end, **missing)
        yield from _pictures(context, record, parsed.document)


def _pictures(context: Context, record: ChapterRecord, document: ParsedText) -> Iterator[Issue]:
    for picture in {picture.path: picture for picture in reversed([*document.pictures()])}.values():
        path = unquote(picture.path)
        if wrong := context.gallery.trouble(path):
            yield record.issue_in(wrong[0], *picture.place, name=path, **wrong[1])


def _said(problem: Problem) -> tuple[str, dict[str, Any]]:
    """The code of a problem and what its words need."""
    code = "INSEK133" if problem.effectless else ACCESS.get(problem.kind, "INSEK130")
    variant = "" if problem.kind in ACCESS else problem.kind
    return code, {"variant": variant, "detail": " ".join(problem.detail.split())[:80]}


def _missing(context: Context, target: str) -> dict[str, Any] | None:
    kind = link_target_kind(target)
    ids = known_ids(context)[kind]
    if target in ids or may_be_unread(context, kind, target):
        return None
    found = unknown_id_details(kind, target, ids)
    if kind == "goal" and (today := context.catalog.earlier_ids.get(target)):
        found["hint"] = _("The goal is {id} today.").format(id=today)
    return found


RULES = (
    markdown_keys,
    markdown_chapters,
)
