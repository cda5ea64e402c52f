"""The one gate between data and a terminal."""

import unicodedata

LIMIT = 300
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def safe(text: str, limit: int = LIMIT) -> str:
    """The text on one line, shortened; nothing in it can steer a terminal or hide."""
    short = text if len(text) <= limit else text[: limit - 1] + "…"
    if short.isascii() and short.isprintable():
        return short
    return "".join(_escaped(character) for character in short)


def _escaped(character: str) -> str:
    if unicodedata.category(character) not in _HIDDEN:
        return character
    number = ord(character)
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"
