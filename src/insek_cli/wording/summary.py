"""A measure in one or two sentences, for cards and posters."""

import re

from insek_cli.markdown import ParsedText
from insek_cli.models.measure import Measure

LIMIT = 300
"""Characters that fit a card; as long as a `kurzbeschreibung` may be."""

_END = re.compile(r"(?<=[.!?…])[\"“‘)]*[ \n]+(?=[\"„‚(]*[A-ZÄÖÜ0-9])")
_ABBREVIATION = re.compile(
    r"(?:^|[ (])(?:\w|bzw|ca|Nr|Str|St|Abs|Art|Kap|Ref|Mio|Mrd|Dr|Prof|inkl|exkl|ggf|evtl|vgl|"
    r"insb|insbes|usw|etc|max|min|sog|einschl|zzgl|gem|lt|rd|mind|z\.\s?[BT]|u\.\s?a|d\.\s?h)\.$"
)


def summary(measure: Measure, text: ParsedText | None) -> str | None:
    """The `kurzbeschreibung`, else the first sentences of the description, else None."""
    if measure.kurzbeschreibung:
        return measure.kurzbeschreibung
    opening = _opening(text) if text else ""
    return _fitted(sentences(opening)) if opening else None


def _opening(text: ParsedText) -> str:
    """The running text before the first list."""
    lines: list[str] = []
    for line in text.plain().split("\n"):
        if line.startswith("– ") and lines:
            break
        lines.append(line.removeprefix("– "))
    return " ".join(lines)


def sentences(text: str) -> list[str]:
    """The sentences of a text; a full stop after an abbreviation ends none."""
    found: list[str] = []
    start = 0
    for gap in _END.finditer(text):
        sentence = text[start : gap.start()]
        if not _ABBREVIATION.search(sentence):
            found.append(text[start : gap.end()].strip())
            start = gap.end()
    return [*found, text[start:].strip()] if text[start:].strip() else found


def _fitted(parts: list[str]) -> str:
    kept = parts[0]
    for part in parts[1:]:
        if len(kept) + 1 + len(part) > LIMIT:
            break
        kept = f"{kept} {part}"
    return cut(kept, LIMIT)


def cut(text: str, limit: int) -> str:
    """The text, or as many whole words as fit `limit` characters together with a mark."""
    if len(text) <= limit:
        return text
    room = limit - len(" …")
    whole = text[:room] if text[room] == " " else text[:room].rpartition(" ")[0]
    whole = whole.rstrip(" ,;:–-")
    return f"{whole} …" if whole else text[: limit - 1] + "…"
