"""Texts that office programs hand back: alike although typed, corrected and saved anew."""

import re
from difflib import SequenceMatcher
from unicodedata import normalize

_SAME = str.maketrans({
    **dict.fromkeys("\u00a0\u2007\u202f\u2009\t", " "),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("„“”«»‟", '"'),
    **dict.fromkeys("‚‘’‛‹›´`", "'"),
    "…": "...",
    "\u00ad": None,
    "\ufeff": None,
    "\u200b": None,
})  # fmt: skip
_LEFT_OVER = re.compile(r"_x000[dD]_")
_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")


def flat(text: str) -> str:
    """A text without what programs change by themselves: spaces, dashes, quotation marks, ends."""
    text = _LEFT_OVER.sub("", normalize("NFC", text)).replace("\r\n", "\n").replace("\r", "\n")
    lines = (" ".join(line.split()) for line in text.translate(_SAME).split("\n"))
    return "\n".join(filter(None, lines))


def alike(one: str, other: str) -> bool:
    """Whether nobody edited one text into the other."""
    return one == other or flat(one) == flat(other)


def restored(base: str, edited: str) -> str:
    """The edited text, with the signs of the base wherever only a program changed them."""
    edited = _LEFT_OVER.sub("", normalize("NFC", edited))
    edited = edited.replace("\r\n", "\n").replace("\r", "\n").strip()
    old, new = _TOKEN.findall(base), _TOKEN.findall(edited)
    one, other = ([_token(part) for part in side] for side in (old, new))
    parts: list[str] = []
    for tag, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        parts += old[a:b] if tag == "equal" else [_typed(part) for part in new[c:d]]
    return "".join(parts)


def _token(part: str) -> str:
    """Spaces are alike, but not lines."""
    return ("\n" if "\n" in part else " ") if part.isspace() else part.translate(_SAME)


def _typed(part: str) -> str:
    """What was typed anew, without spaces and signs that nobody sees."""
    if not part.isspace():
        return re.sub("[\u00ad\ufeff\u200b]", "", part)
    return "\n" * part.count("\n") or ("\u00a0" if part == "\u00a0" else " ")
