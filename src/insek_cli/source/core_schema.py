"""Plain scalars by the core schema of YAML 1.2; numbers that would lose something stay unclear."""

import re
from dataclasses import dataclass
from typing import Literal

Why = Literal["leading_zero", "too_long"]

_WORDS: dict[str, object] = {
    "": None,
    **dict.fromkeys(("~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan")),
    **{f"{sign}{word}": float("inf") for sign in ("", "+") for word in (".inf", ".Inf", ".INF")},
    **{f"-{word}": float("-inf") for word in (".inf", ".Inf", ".INF")},
}
_STARTS = frozenset("-+.0123456789")
_INTEGER = re.compile(r"[-+]?[0-9]+")
_OTHER_BASE = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_LEADING_ZERO = re.compile(r"[-+]?0[0-9]")
DIGITS = 15


@dataclass(frozen=True)
class Unclear:
    """A number that a reader would not take for what YAML makes of it: 08111000, 20 digits."""

    text: str
    why: Why

    def __str__(self) -> str:
        return self.text


def resolve_plain(text: str) -> object:
    """The value of a plain scalar: None, bool, int, float, str, or Unclear."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _STARTS:
        return text
    if _INTEGER.fullmatch(text) or _OTHER_BASE.fullmatch(text):
        return _unclear(text) or int(text, 0 if text[1:2] in ("o", "x") else 10)
    if _FLOAT.fullmatch(text):
        return _unclear(text) or float(text)
    return text


def _unclear(text: str) -> Unclear | None:
    # Measured on the text: converting thousands of digits fails or takes long.
    if sum(character.isdigit() for character in text[:400]) > DIGITS or len(text) > 400:
        return Unclear(text[:60], "too_long")
    if _LEADING_ZERO.match(text):
        return Unclear(text, "leading_zero")
    return None
