"""How a value is written: plain where it can be, quoted where it must be, in lines as broken."""

import re
from unicodedata import normalize

from insek_cli.review.format.comments import last_line
from insek_cli.source.core_schema import resolve_plain
from insek_cli.source.nodes import Scalar

_NO_PLAIN_START = re.compile(r"[\s?:,\[\]{}#&*!|>'\"%@`]|-(?:\s|$|--)|\.\.\.|(?:<<|=)$")
_NO_PLAIN_INSIDE = re.compile(r":(?:\s|$)|\s#|[\t\n\ufffd]|\s$")
# Other YAML readers take these for a truth value, a date, a time or a number.
_LIKE_OTHER = re.compile(r"[-+.]?[0-9][-+0-9.,:_/eETZ ]*|(?i:y|n|yes|no|on|off)")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\ufffd": "\\ufffd"}

Written = tuple[str, list[str]]
"""What stands beside the key, and the lines below it, not yet indented."""


def one_line(text: str, *, careful: bool = False) -> str:
    """A text in one line; `careful` also quotes what other YAML readers would misread."""
    if is_plain(text) and not (careful and _LIKE_OTHER.fullmatch(text)):
        return text
    if re.search(r'["\\]', text) and not re.search("[\n\t\ufffd]", text):
        return "'" + text.replace("'", "''") + "'"
    return '"' + "".join(_ESCAPES.get(character, character) for character in text) + '"'


def is_plain(text: str) -> bool:
    """Whether a text can stand without quotation marks and is read as that text."""
    if not text or _NO_PLAIN_START.match(text) or _NO_PLAIN_INSIDE.search(text):
        return False
    return isinstance(resolve_plain(text), str)


def written(scalar: Scalar, lines: list[str], *, moment: bool) -> Written:
    """A value as it is written; a `moment` is a key whose dates stand without quotation marks."""
    span, text = scalar.span, scalar.text
    if not isinstance(scalar.value, str):
        return text, []
    if scalar.style == "|":
        return literal(text) or _fallback(text)
    if span.end is None:
        return _folded(scalar, lines) or _fallback(text)
    if not scalar.style and lines[span.line - 1][span.column - 1 : span.end - 1] == text:
        return text, []
    return _fallback(text, careful=bool(scalar.style) and not moment)


def _fallback(text: str, *, careful: bool = False) -> Written:
    if "\n" in text and (block := literal(text)):
        return block
    return one_line(text, careful=careful), []


def literal(text: str) -> Written | None:
    """A text line by line under `|`, where that can say exactly this text."""
    body = text.rstrip("\n")
    lines = body.split("\n")
    first = next((line for line in lines if line.strip()), "")
    leading = lines[: lines.index(first)]
    blank_end = not lines[-1].strip()
    if blank_end or any(leading) or "\ufffd" in text or any(map(_tabbed, lines)):
        return None
    return "|" + _indicator(first) + _chomping(text), lines + [""] * (len(text) - len(body) - 1)


def _tabbed(line: str) -> bool:
    return line.lstrip(" ").startswith("\t")


def _indicator(first: str) -> str:
    return "2" if first.startswith(" ") else ""


def _chomping(text: str) -> str:
    if not text.endswith("\n"):
        return "-"
    return "+" if text.endswith("\n\n") else ""


def _folded(scalar: Scalar, lines: list[str]) -> Written | None:
    """The lines as the author broke them, under `>`, if they fold to the same text."""
    text = scalar.text
    body = text.rstrip("\n")
    broken = _broken(scalar, lines)
    if broken is None or not body or _fold(broken) != body or any(map(_tabbed, broken)):
        return None
    if not broken[-1].strip() or not broken[0].strip() or "\ufffd" in text:
        return None
    below = broken + [""] * (len(text) - len(body) - 1)
    return ">" + _indicator(broken[0]) + _chomping(text), below


def _broken(scalar: Scalar, lines: list[str]) -> list[str] | None:
    span = scalar.span
    if scalar.style == ">":
        content = lines[span.line : last_line(scalar, lines)]
        indent = _indent(scalar.text, content)
        return [normalize("NFC", line[indent:]) for line in content]
    content = lines[span.line - 1 : span.end_line]
    content[-1] = content[-1][: span.end_column - 1]
    content[0] = content[0][span.column - 1 :]
    found = [normalize("NFC", line.strip(" \t")) for line in content]
    if not scalar.style:
        return found
    found[0], found[-1] = found[0][1:], found[-1][:-1]
    stripped = [line.strip(" \t") for line in found]
    return [line.replace("''", "'") for line in stripped] if scalar.style == "'" else stripped


def _indent(text: str, content: list[str]) -> int:
    first = next((line for line in content if line.strip()), "")
    inner = next((line for line in text.split("\n") if line.strip()), "")
    spaces = len(first) - len(first.lstrip(" "))
    return spaces - (len(inner) - len(inner.lstrip(" ")))


def _fold(lines: list[str]) -> str:
    """What YAML makes of the lines of a folded text."""
    text, breaks, before = "", 0, ""
    for number, line in enumerate(lines):
        if not line:
            breaks += 1
            continue
        if not number:
            text = line
        elif before.startswith((" ", "\t")) or line.startswith((" ", "\t")):
            text += "\n" * (breaks + 1) + line
        else:
            text += ("\n" * breaks or " ") + line
        breaks, before = 0, line
    return text
