"""Texts against themselves: abbreviations without an entry, two forms of gender marks."""

import re
from collections import Counter
from collections.abc import Iterator

from insek_cli.checks.context import Context
from insek_cli.findings import Issue
from insek_cli.loader.nodes import Path, leaves
from insek_cli.loader.records import Record
from insek_cli.models.measure import Measure

_ABBREVIATION = re.compile(r"(?<![\w-])[A-ZÄÖÜ]{2,5}(?![\w-])")
_ROMAN = re.compile(r"[IVXLC]+")
_GENDER = re.compile(r"\w(\*|:|_|I)(?:innen|in)\b")


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
                    yield record.issue("INSEK425", path, text=text)


def gender_marks(context: Context) -> Iterator[Issue]:
    """The first place of each form that is not the usual one."""
    count: Counter[str] = Counter()
    first: dict[str, tuple[Record[Measure], Path, str]] = {}
    for record in context.loaded.measures:
        if not _GENDER.search(record.written.text):
            continue
        for path, content in texts(record):
            for found in _GENDER.finditer(content):
                mark = found.group(1)
                count[mark] += 1
                first.setdefault(mark, (record, path, found.group()))
    if len(count) < 2:
        return
    usual = count.most_common(1)[0][0]
    for mark, (record, path, _found) in first.items():
        if mark != usual:
            form, most = f"{mark}innen", f"{usual}innen"
            yield record.issue("INSEK426", path, form=form, usual=most)


def texts(record: Record[Measure]) -> Iterator[tuple[Path, str]]:
    """The texts of a measure that people read, with their paths."""
    skipped = {"id", "intern", "frueher", "bilder"}
    for path, value in leaves(record.data):
        if isinstance(value, str) and path[0] not in skipped:
            yield path, value
