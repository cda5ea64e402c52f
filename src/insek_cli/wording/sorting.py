"""The order of German lists (DIN 5007-1): the words of registers and indexes."""

import re
from unicodedata import combining, normalize

_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l"})
_PARTS = re.compile("[0-9]+|[^0-9]+")

Key = tuple[list[tuple[int, int, str]], str]


def german_key(text: str) -> Key:
    """Where a text stands: ä as a, ß as ss, Ref. 9 before Ref. 61; marks between words weigh less.

    What is equal so far is told apart by the text itself, so that the order is always the same.
    """
    spelled = text.casefold().translate(_LETTERS)
    plain = "".join(c for c in normalize("NFKD", spelled) if not combining(c))
    words = " ".join(re.findall(r"\w+", plain))
    parts = [_part(part) for part in _PARTS.findall(words)]
    return parts, text


def _part(part: str) -> tuple[int, int, str]:
    """Numbers stand before letters, by their value; its length says enough of a very long one."""
    if not part[0].isdecimal():
        return (1, 0, part)
    digits = part.lstrip("0")
    return (0, len(digits), digits)
