"""Texts against themselves: abbreviations without an entry, two forms of gender marks."""

import re
from collections import Counter
from collections.abc import Iterator

from insek_cli.checks.context import Context
from insek_cli.findings import Issue
from insek_cli.loader.nodes import Path
from insek_cli.loader.records import Record
from insek_cli.models.measure import Measure
from insek_cli.models.routes import leaves

# Both look behind only from a character that may begin a hit: much quicker on long texts.
_ABBREVIATION = re.compile(r"[A-ZÄÖÜ](?<![\w-].)[A-ZÄÖÜ]{1,4}(?![\w-])")
_NOT_READ = {"id", "intern", "frueher", "bilder"}
_ROMAN = re.compile(r"[IVXLC]+")
_GENDER = re.compile(r"([*:_I])(?<=\w.)(?:innen|in)\b")


def abbreviations(context: Context) -> Iterator[Issue]:
    """Each abbreviation in the texts of measures that no register explains, at its first place."""
    catalog = context.catalog
    if not catalog.abbreviations:
        return
    known = {entry.kurz for entry in catalog.abbreviations}
    labels = " ".join(f"{a.name} {a.kurz or ''} {a.id.upper()}" for a in catalog.actors.values())
    known |= set(_ABBREVIATION.findall(labels.replace("-", " ")))
    for record in context.loaded.measures:
        if known.issuperset(_ABBREVIATION.findall(record.written.text)):
            continue
        for path, content in texts(record):
            for found in _ABBREVIATION.finditer(content):
                text = found.group()
                if text not in known and not _ROMAN.fullmatch(text):
                    known.add(text)
                    yield record.issue_in("INSEK425", path, *found.span(), text=text)


def gender_marks(context: Context) -> Iterator[Issue]:
    """The first place of each form that is not the usual one."""
    written = [(r, marks) for r in context.loaded.measures if (marks := _marks(r.written.text))]
    # Comments and notes count for nothing, but where they agree with the texts nothing is mixed.
    if len(set().union(*(marks for _record, marks in written))) < 2:
        return
    count: Counter[str] = Counter()
    first: dict[str, tuple[Record[Measure], Path, tuple[int, int]]] = {}
    for record, _marks_of_file in written:
        for path, content in texts(record):
            for found in _GENDER.finditer(content):
                count[found[1]] += 1
                first.setdefault(found[1], (record, path, _word(content, found)))
    if len(count) < 2:
        return
    usual = count.most_common(1)[0][0]
    for mark, (record, path, span) in first.items():
        if mark != usual:
            form, most = f"{mark}innen", f"{usual}innen"
            yield record.issue_in("INSEK426", path, *span, form=form, usual=most)


def _word(content: str, found: re.Match[str]) -> tuple[int, int]:
    """The whole word around a gender mark."""
    begin = found.start()
    while begin and content[begin - 1].isalpha():
        begin -= 1
    return begin, found.end()


def _marks(text: str) -> set[str]:
    return set(_GENDER.findall(text))


def texts(record: Record[Measure]) -> Iterator[tuple[Path, str]]:
    """The texts of a measure that people read, with their paths."""
    for path, value in leaves(record.model):
        if isinstance(value, str) and path[0] not in _NOT_READ:
            yield path, value
