"""Marks without effect: what would be printed as it is typed, though something else was meant."""

import re
from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from insek_cli.markdown.problem import MarkKind

_SURE = re.compile(r"[•‣▪●◦○■□►▶➢✓✔❖·](?=\s*\S)|o\t(?=\S)")
"""Bullets of a word processor: nobody begins a line of prose with one."""
_DASH = re.compile(r"[–—][ \t\u00a0]+(?=\S)|[-+](?=[^\W\d_])")
"""May be a bullet or a dash between two parts of a sentence."""
_NUMBER = re.compile(r"[0-9]{1,2}[.)](?=[^\W\d_]{2})")
_BOX = re.compile(r"\[[ xX]?\][ \t]")
_CAPTION = re.compile(r":[ \t]+\S")
_FENCE = re.compile(r":{3,}|={3,}[ \t]*$|\$\$")
_HEADING = re.compile(r"#{2,6}(?=[^\s#])|#{7,}")
_DEFINITION = re.compile(r"\[[^\]\n^]+\]:[ \t]+\S")
_SEPARATOR = re.compile(r"[|+]?[ \t]*:?-{2,}:?[ \t]*[|+][ \t|+:-]*|[|+][ \t|+:-]*-[ \t|+:-]*")
_SCHEME = r"(?:https?:|mailto:|www\.|M-[0-9]|HF[0-9])"
_WITHIN: dict[MarkKind, re.Pattern[str]] = {
    "strike": re.compile(r"~~[^~\n]+~~|~~"),
    "highlight": re.compile(r"==[^=\s][^=\n]*=="),
    "attribute": re.compile(r"\{[.#][\w-]+[^}\n]*\}"),
    "link": re.compile(
        rf"\][ \t]*\({_SCHEME}[^)\n]*\)?|\)\[{_SCHEME}[^\]\n]*\]?|!\[[^\]\n]*\]\([^)\n]*\)?"
    ),
    "reference": re.compile(r"\[[^\]\n^]+\]\[[^\]\n]*\]"),
    "entity": re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,30}|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});"),
    "backtick": re.compile(r"`+"),
}
_PART = re.compile(r"\s*(?:[.,;:\n]|$)")
_NEAR = 80
"""Characters around a run that are looked at and shown."""
_ONCE = re.compile("|".join(f"(?:{pattern.pattern})" for pattern in _WITHIN.values()))


class StrayMark(NamedTuple):
    """A mark without effect, at offsets in the content of its block."""

    start: int
    end: int
    kind: MarkKind


class Delimiter(NamedTuple):
    """A run of stars or low lines that stayed text."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """The offset behind it."""
        return self.start + len(self.text)


def in_lines(content: str, columns: Sequence[int], *, listed: bool) -> Iterator[StrayMark]:
    """Marks at the beginning of a line of a paragraph; `columns` are where its lines begin."""
    lines = content.split("\n")
    begins = [0]
    for line in lines:
        begins.append(begins[-1] + len(line) + 1)
    table = _table(lines)
    if table is not None:
        yield StrayMark(begins[table], begins[table] + len(lines[table]), "table")
    for number, line in enumerate(lines):
        lead = len(line) - len(line.lstrip(" \t"))
        kind = _kind(lines, number, lazy=listed and number > 0 and columns[number] < columns[0])
        if kind and not (table is not None and kind == "caption"):
            yield StrayMark(begins[number] + lead, begins[number] + len(line.rstrip()), kind)


def _kind(lines: list[str], number: int, *, lazy: bool) -> MarkKind | None:
    line = lines[number].lstrip(" \t")
    if _SURE.match(line):
        return "bullet"
    if _DASH.match(line) and (_begins(lines, number) or lazy):
        return "bullet"
    if _NUMBER.match(line) and any(_NUMBER.match(other) for other in _beside(lines, number)):
        return "bullet"
    simple: dict[MarkKind, re.Pattern[str]] = {
        "box": _BOX,
        "caption": _CAPTION,
        "fence": _FENCE,
        "heading-space": _HEADING,
        "reference": _DEFINITION,
    }
    return next((kind for kind, pattern in simple.items() if pattern.match(line)), None)


def _begins(lines: list[str], number: int) -> bool:
    """Whether a dash can hardly be one between two parts of a sentence."""
    if number == 0:
        return True
    above = lines[number - 1].rstrip()
    return above.endswith(":") or any(
        _SURE.match(other) or _DASH.match(other) for other in _beside(lines, number)
    )


def _beside(lines: list[str], number: int) -> list[str]:
    return [line.lstrip(" \t") for line in (*lines[number - 1 : number], *lines[number + 1 :][:1])]


def _table(lines: list[str]) -> int | None:
    """The first line of what was meant as a table."""
    for number, line in enumerate(lines):
        plain = line.strip()
        beside = [other.strip() for other in lines[number + 1 : number + 2]]
        if plain.startswith("|") or _SEPARATOR.fullmatch(plain):
            return number
        if "|" in plain and beside and _SEPARATOR.fullmatch(beside[0]):
            return number
        if _SURE.match(plain):
            continue
        if "\t" in plain and beside and beside[0].count("\t") == plain.count("\t"):
            return number
    return None


def in_text(text: str) -> Iterator[StrayMark]:
    """Marks anywhere in a run of text."""
    if not _ONCE.search(text):
        return
    for kind, pattern in _WITHIN.items():
        for match in pattern.finditer(text):
            yield StrayMark(match.start(), match.end(), kind)


def in_emphasis(content: str, delimiters: Sequence[Delimiter]) -> Iterator[StrayMark]:
    """Stars and low lines that set nothing off; two that belong together are told once."""
    noted: set[str] = set()
    closed = -1
    for index, mark in enumerate(delimiters):
        if not _opens(content, mark):
            noted.add(mark.text)
        if mark.start < closed:
            continue
        after = delimiters[index + 1] if index + 1 < len(delimiters) else None
        paired = after if after and after.text == mark.text and not _opens(content, after) else None
        if paired:
            closed = paired.end
        if _meant(content, mark, noted):
            end = paired.end if paired else mark.end + len(_PART.split(_near(content, mark)[1])[0])
            yield StrayMark(mark.start, end, "star")


def _opens(content: str, mark: Delimiter) -> bool:
    return mark.end < len(content) and not content[mark.end].isspace()


def _near(content: str, mark: Delimiter) -> tuple[str, str]:
    """What stands before and behind a run."""
    return content[max(0, mark.start - _NEAR) : mark.start], content[mark.end : mark.end + _NEAR]


def _meant(content: str, mark: Delimiter, noted: Set[str]) -> bool:
    """Whether a run was meant as emphasis, and not as a star that leads to a note, or as times."""
    if len(mark.text) > 1:
        # Three low lines are a line to write on.
        return mark.text == "__" or "*" in mark.text
    before, after = _near(content, mark)
    if _opens(content, mark):
        # “Kosten*” … “*geschätzt”: the star leads to a note.
        return (not before or before[-1:].isspace()) and mark.text not in noted
    # Between two words a star is a bullet, between numbers it may be times.
    parted = "*" in mark.text and before[-1:].isspace()
    return parted and before.rstrip()[-1:].isalpha() and after.lstrip()[:1].isalpha()
