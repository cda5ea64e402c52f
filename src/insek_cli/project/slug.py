"""Readable file names from titles: ASCII, small letters, hyphens."""

import re
import unicodedata

LONGEST = 60
_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe"})


def slug(title: str, longest: int = LONGEST) -> str:
    """Grüne Höfe & Gärten → gruene-hoefe-gaerten; cut at a word; empty when no letter is left."""
    # A mark inside a word parts no word: Bürger*innen is one.
    joined = re.sub(r"(?<=\w)[*_:·](?=innen)", "", unicodedata.normalize("NFC", title).lower())
    spelled = unicodedata.normalize("NFKD", joined.translate(_SPELLED_OUT))
    ascii_only = spelled.encode("ascii", "ignore").decode()
    words = re.findall("[a-z0-9]+", ascii_only)
    text = "-".join(words)
    if len(text) <= longest:
        return text
    return text[: longest + 1].rpartition("-")[0] or text[:longest]
