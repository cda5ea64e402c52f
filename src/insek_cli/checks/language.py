"""Texts against themselves: abbreviations without an entry, two forms of gender marks."""

import re
from collections import Counter
from collections.abc import Iterator, Set

from insek_cli.checks.capital_words import COMMON, UNITS
from insek_cli.checks.context import Context
from insek_cli.findings import Issue
from insek_cli.models.base import Model
from insek_cli.models.key_paths import key_at, leaves
from insek_cli.models.measure import Measure
from insek_cli.source.german_values import says_open
from insek_cli.source.nodes import Path
from insek_cli.source.records import Record

# Both look behind only from a character that may begin a hit: much quicker on long texts.
_ABBREVIATION = re.compile(r"[A-ZÄÖÜ](?<![\w-].)[A-ZÄÖÜ]{1,4}(?![\w-])")
_NOT_READ = {"id", "intern", "frueher", "bilder"}
_ROMAN = re.compile(r"[IVXLC]+")
_SHORT = re.compile(r"(?<![\w/.-])(?:[a-zäöüß]{2,5}|[A-ZÄÖÜ][a-zäöüß]{2,4})(?![\w/-])")
_CAPITALS_BEFORE = re.compile(r"(?<![\w-])([A-ZÄÖÜ]{2,})[ \n]\Z")
_CAPITALS_AFTER = re.compile(r"[ \n]([A-ZÄÖÜ]{2,})(?![\w-])")
_NEAR = 30
_GENDER = re.compile(r"([*:_I])(?<=\w.)(?:innen|in)\b")


def unexplained_abbreviations(context: Context) -> Iterator[Issue]:
    """Each abbreviation in the texts of measures that no register explains, at its first place."""
    catalog = context.catalog
    if not catalog.abbreviations:
        return
    known = {entry.kurz for entry in catalog.abbreviations} | UNITS
    labels = " ".join(f"{a.name} {a.kurz or ''} {a.id.upper()}" for a in catalog.actors.values())
    known |= set(_ABBREVIATION.findall(labels.replace("-", " ")))
    words: Set[str] | None = None
    for record in context.loaded.measures:
        if known.issuperset(_ABBREVIATION.findall(record.written.text)):
            continue
        words = _words(context) if words is None else words
        for path, content in printed_texts(record):
            for found in _ABBREVIATION.finditer(content):
                text = found.group()
                if text in known or _ROMAN.fullmatch(text) or _is_word(content, found, words):
                    continue
                known.add(text)
                yield record.issue_in("INSEK425", path, *found.span(), text=text)


def _words(context: Context) -> frozenset[str]:
    """The words of the project that do not stand in capitals, in small letters."""
    loaded = context.loaded
    files = [record.written.text for record in loaded.records()]
    files += [record.chapter.text for record in loaded.chapters]
    found = (word for text in files for word in _SHORT.findall(text))
    return frozenset(word.casefold() for word in found) | COMMON


def _is_word(content: str, found: re.Match[str], words: Set[str]) -> bool:
    """A word written in capitals for its weight, alone or with one beside it: JETZT, MADE IN."""
    if found.group().casefold() in words:
        return True
    before = _CAPITALS_BEFORE.search(content, max(0, found.start() - _NEAR), found.start())
    after = _CAPITALS_AFTER.match(content, found.end())
    beside = [match[1] for match in (before, after) if match]
    return any(word.casefold() in words for word in beside)


def open_texts(context: Context) -> Iterator[Issue]:
    """Texts such as “k. A.”: they are printed, where a missing key would say “noch offen”."""
    for record in context.loaded.records():
        for path, value in leaves(record.model):
            if not isinstance(value, str) or not says_open(value):
                continue
            key = key_at(type(record.model), path)
            if key is None or key.choices:
                continue
            needed = key.required and isinstance(path[-1], str)
            variant = "needed" if needed else ""
            yield record.issue("INSEK436", path, variant=variant, text=value.strip())


def mixed_gender_marks(context: Context) -> Iterator[Issue]:
    """The first place of each form that is not the usual one."""
    written = [(r, marks) for r in context.loaded.measures if (marks := _marks(r.written.text))]
    # Comments and notes count for nothing, but where they agree with the texts nothing is mixed.
    if len(set().union(*(marks for _record, marks in written))) < 2:
        return
    count: Counter[str] = Counter()
    first: dict[str, tuple[Record[Measure], Path, tuple[int, int]]] = {}
    for record, _marks_of_file in written:
        for path, content in printed_texts(record):
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


def printed_texts(record: Record[Model]) -> Iterator[tuple[Path, str]]:
    """The texts of a record that people read, with their paths."""
    for path, value in leaves(record.model):
        if isinstance(value, str) and path[0] not in _NOT_READ:
            yield path, value


RULES = (
    unexplained_abbreviations,
    mixed_gender_marks,
    open_texts,
)
