"""How texts look in print: characters the font of the PDF lacks, straight quotation marks."""

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import PurePosixPath

from insek_cli.checks.context import Context
from insek_cli.checks.language import printed_texts
from insek_cli.checks.quotation_marks import straight_pairs
from insek_cli.findings import Issue, Position
from insek_cli.findings.codes import finding
from insek_cli.glyphs import drawable_code_points
from insek_cli.models.ballots import Option
from insek_cli.source.decode import character_name
from insek_cli.source.source_file import MAX_FINDINGS

_UNUSUAL = re.compile("[^\n\t -~\u00a0-\u017f\u2010-\u2015\u2018-\u201f\u2022\u2026\u20ac]")
"""Beyond the letters and signs of Western Europe; most texts need no look at the font."""
_FOREIGN = re.compile("[\u0370-\u0393\u0395-\u03a8\u03b1-\u03bb\u03bd-\u03bf\u03c1-\u052f]")
"""Letters of Greek and Cyrillic, without those that stand beside Latin ones in units: μ Ω π Δ."""
_LATIN = "A-Za-z\u00c0-\u024f"
_MIXED = re.compile(f"[{_LATIN}]{_FOREIGN.pattern}|{_FOREIGN.pattern}[{_LATIN}]")


def missing_glyphs(context: Context) -> Iterator[Issue]:
    """Each character that the PDF font lacks, at its first place; hidden ones are INSEK103.

    U+FFFD is told by INSEK103 too: it stands for what could not be read.
    """
    for file, text in _files(context).items():
        told = {"\ufffd"}
        for match in _UNUSUAL.finditer(text):
            character = match.group()
            if (
                not character.isprintable()
                or character in told
                or ord(character) in drawable_code_points()
            ):
                continue
            told.add(character)
            number = f"U+{ord(character):04X}"
            place, source = _place(file, text, match)
            yield finding("INSEK605", place, "", source, character=character, number=number)
            if len(told) == MAX_FINDINGS:
                break


def lookalikes(context: Context) -> Iterator[Issue]:
    """Words in which a Cyrillic or Greek letter stands beside a Latin one and looks like one."""
    for file, text in _files(context).items():
        for match in islice(_MIXED.finditer(text), MAX_FINDINGS):
            foreign = next(letter for letter in match.group() if _FOREIGN.match(letter))
            place, source = _place(file, text, match)
            yield finding("INSEK608", place, "", source, name=character_name(foreign))


def _files(context: Context) -> dict[PurePosixPath, str]:
    loaded = context.loaded
    files = {record.path: record.written.text for record in loaded.records()}
    return files | {record.chapter.file: "\n".join(record.lines) for record in loaded.chapters}


def _place(file: PurePosixPath, text: str, match: re.Match[str]) -> tuple[Position, str]:
    """Where something stands, and the line it stands in."""
    begin = text.rfind("\n", 0, match.start()) + 1
    line, column = text.count("\n", 0, begin) + 1, match.start() - begin + 1
    place = Position(file, line, column, column + len(match.group()))
    return place, text[begin:].partition("\n")[0]


def straight_quotes(context: Context) -> Iterator[Issue]:
    """Quotation marks of a typewriter in texts and chapters: they are printed as they stand."""
    for record in context.loaded.records():
        # What a kit has frozen is what people held in their hands: nobody may change it.
        if '"' not in record.written.text or isinstance(record.model, Option):
            continue
        pairs = (
            (path, text, pair)
            for path, text in printed_texts(record)
            for pair in straight_pairs(text)
        )
        for path, text, (start, end, right) in islice(pairs, MAX_FINDINGS):
            yield record.issue_in("INSEK606", path, start, end, text=text[start:end], right=right)
    for chapter in context.loaded.chapters:
        text = chapter.chapter.text
        for start, end, right in islice(straight_pairs(text), MAX_FINDINGS):
            yield chapter.issue_in("INSEK606", start, end, text=text[start:end], right=right)


RULES = (
    missing_glyphs,
    lookalikes,
    straight_quotes,
)
