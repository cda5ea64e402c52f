"""Plain text into Markdown: every character stays what it is."""

import re
from functools import lru_cache

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_SPACES = re.compile(r"[ \t\r\n]+")
_ABBREVIATED = ("Nr", "S", "Ref", "Kap", "Art", "Abs", "ca")
_BEFORE_NUMBER = ("§", *(rf"\b{word}\." for word in _ABBREVIATED))
_UNITS = (
    *("€", "%", "‰", "m", "m²", "km", "km²", "ha", "cm", "mm", "t", "Euro", "Prozent", "Uhr"),
    *("kW", "MW", "kWh", "MWh", "GWh", "Mio.", "Mrd."),
)
# Each alternative begins with the space, for which a text is searched fast.
_TOGETHER = re.compile(
    r" (?:(?<=\b\w\. )|(?<=\b\w\w\. ))(?=\w{1,2}\.)"
    rf"| (?:{'|'.join(f'(?<={word} )' for word in _BEFORE_NUMBER)})(?=\d)"
    rf"| (?<=\d )(?=(?:{'|'.join(map(re.escape, _UNITS))})(?!\w))"
)
_IDLE_HYPHEN = re.compile(r"\u00ad(?!\w)|(?<!\w)\u00ad")
_CHANGEABLE = re.compile(r"\\&(?:\\\#)?\w+\\;|\\\\\\")
_WORD = re.compile(r"\S+")
NBSP = "\u00a0"


def typography(text: str) -> str:
    """Put no-break spaces where German typography wants them: z. B., § 9, 50 %, 12 km.

    Only spaces that are there are replaced (DIN 5008); nothing is added or taken away.
    """
    return _TOGETHER.sub(NBSP, text)


@lru_cache(maxsize=8192)
def escape(text: str) -> str:
    """Plain text as Markdown for one line: all ASCII punctuation escaped, line ends as spaces.

    Outer spaces stay: they part a run from its neighbours. Words in which pandoc's Markdown would
    have &amp; or a backslash read as other characters are marked and set as they are. A soft hyphen
    at the edge of a word parts nothing, and ends the engine of the PDF where a link ends with it.
    """
    escaped = _escaped(typography(_SPACES.sub(" ", _IDLE_HYPHEN.sub("", text))))
    return _WORD.sub(_as_it_is, escaped) if _CHANGEABLE.search(escaped) else escaped


def _as_it_is(word: re.Match[str]) -> str:
    # Looked for word by word: one pattern for both would take quadratic time on a long word.
    return f"[{word.group()}]{{.wort}}" if _CHANGEABLE.search(word.group()) else word.group()


def _escaped(text: str) -> str:
    return _PUNCTUATION.sub(r"\\\1", text)


def attribute_value(text: str) -> str:
    """Text as a quoted attribute value of pandoc's divs and spans.

    By entities: a div is none where a quotation mark in its values is escaped by a backslash.
    """
    return '"' + re.sub(r'[&\\"]', lambda m: f"&#{ord(m[0])};", _SPACES.sub(" ", text)) + '"'


def link_target(target: str) -> str:
    """A link target between angle brackets; what would end it is percent-encoded."""
    encoded = re.sub(r"[<>\\\s\x00-\x1f]", lambda m: f"%{ord(m.group()):02X}", target)
    return f"<{encoded}>"
