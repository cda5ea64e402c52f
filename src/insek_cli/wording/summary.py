"""A measure in one or two sentences, for cards and posters."""

from insek_cli.markdown import ParsedText
from insek_cli.models.measure import Measure
from insek_cli.wording.sentences import sentences

LIMIT = 300
"""Characters that fit a card; as long as a `kurzbeschreibung` may be."""


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
