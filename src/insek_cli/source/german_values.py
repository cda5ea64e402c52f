"""What was probably meant: German numbers, dates and ids in the form the files want."""

import re
from datetime import date

from insek_cli.findings.suggest import folded_word
from insek_cli.models.record_kinds import REFERRED
from insek_cli.models.types import MEASURE_ID, SLUG

QUOTES = "„“”«»‚‘’\"'"
_UNITS: dict[str, int] = {
    "": 1, "€": 1, "eur": 1, "euro": 1,
    "t€": 1000, "teur": 1000, "tsd": 1000, "tsd€": 1000, "tsdeuro": 1000, "tausend": 1000,
    "mio": 10**6, "mio€": 10**6, "mioeuro": 10**6, "million": 10**6, "millionen": 10**6,
    "millioneneuro": 10**6, "%": 1, "prozent": 1,
}  # fmt: skip
_ABOUT = re.compile(r"^(?:ca|rd|rund|etwa|circa|ungefähr|bis zu)\.?\s+", re.IGNORECASE)
_NUMBER = re.compile(r"([-+]?[0-9][0-9.,\s\u202f\u00a0']*)(.*)", re.DOTALL)
_THOUSANDS = re.compile(r"[0-9]{1,3}([.\s\u202f\u00a0'])[0-9]{3}(?:\1[0-9]{3})*")
_RANGE = re.compile(r"\s*([0-9][^-–]*?)\s*(?:[-–]|bis)\s*([0-9].*)")
_MONTHS = (
    "jan", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez",
)  # fmt: skip
_ISO_DAY = re.compile(r"[12][0-9]{3}-(?:0[1-9]|1[0-2])-[0-3][0-9]")
_TRUTH = {
    **dict.fromkeys(("true", "ja", "j", "yes", "y", "wahr", "x", "on", "1", "richtig"), "true"),
    **dict.fromkeys(("false", "nein", "n", "no", "falsch", "off", "0"), "false"),
}
_OPEN = frozenset(
    ("-", "?", "…", "...", "k.a.", "k. a.", "ka", "n.n.", "n. n.", "nn", "n/a", "na", "tbd", "todo",
     "x", "xx", "xxx", "offen", "noch offen", "unbekannt", "unklar", "keine angabe", "folgt")
)  # fmt: skip
_OPEN_TEXTS = frozenset(
    ("-", "–", "—", "?", "??", "???", "…", "...", "./.", "k.a.", "k.a", "n.n.", "n.n", "n/a", "tbd",
     "t.b.d.", "todo", "xxx", "offen", "nochoffen", "unbekannt", "unklar", "keineangabe",
     "keineangaben", "folgt", "folgtnoch")
)  # fmt: skip
"""Without spaces. In a text NN and KA may be abbreviations."""
PLACES = {kind: register.place for kind, register in REFERRED.items()}


def german_number(text: str) -> str | None:
    """A German number or amount as it is written in the files; None when it is not sure."""
    plain = _ABOUT.sub("", text.strip().strip(QUOTES).strip())
    match = _NUMBER.fullmatch(plain)
    if match is None:
        return None
    digits = match.group(1).strip()
    factor = _UNITS.get(re.sub(r"[\s.]", "", match.group(2)).casefold())
    whole, comma, decimals = digits.partition(",")
    if factor is None or (comma and not decimals.isdigit()):
        return None
    if _THOUSANDS.fullmatch(whole):
        whole = re.sub(r"\D", "", whole)
    try:
        value = float(f"{whole}.{decimals}") if comma else float(whole)
    except ValueError:
        return None
    return f"{round(value * factor, 6):.15g}"


def german_range(text: str) -> tuple[str, str] | None:
    """The two ends of what should stand under two keys: 200.000 - 300.000 €, 2025-2029."""
    match = _RANGE.fullmatch(text)
    if match is None or _ISO_DAY.fullmatch(text) or re.fullmatch(r"[0-9]{4}-[0-9]{1,2}", text):
        return None
    low, high = german_number(match.group(1)), german_number(match.group(2))
    return (low, high) if low and high else None


def german_date(text: str) -> str | None:
    """A date as Germans write it, in the form of the files; None when there is no such day."""
    plain = text.strip().strip(QUOTES).strip()
    if match := re.fullmatch(r"([0-9]{1,2})\.\s*([0-9]{1,2})\.\s*([12][0-9]{3})", plain):
        return _day(int(match.group(3)), int(match.group(2)), int(match.group(1)))
    if match := re.fullmatch(r"([12][0-9]{3})[-./]([0-9]{1,2})[-./]([0-9]{1,2})", plain):
        return _day(*(int(part) for part in match.groups()))
    if match := re.fullmatch(r"([0-9]{1,2})[./]\s*([12][0-9]{3})", plain):
        return _month(int(match.group(2)), int(match.group(1)))
    if match := re.fullmatch(r"([12][0-9]{3})[-./]([0-9]{1,2})", plain):
        return _month(int(match.group(1)), int(match.group(2)))
    if match := re.fullmatch(r"([A-Za-zä]{3,9})\.?\s+([12][0-9]{3})", plain):
        name = match.group(1).casefold()[:3]
        return _month(int(match.group(2)), _MONTHS.index(name) + 1) if name in _MONTHS else None
    match = re.fullmatch(r"(?:ab|bis|ende|anfang|mitte|seit|ca\.)\s+([12][0-9]{3})", plain.lower())
    return match.group(1) if match else None


def no_such_day(text: str) -> bool:
    """Whether a text has the form of a day that the calendar lacks: 2029-02-31."""
    german = re.fullmatch(r"[0-9]{1,2}\.\s*[0-9]{1,2}\.\s*[12][0-9]{3}", text.strip())
    return bool(german or _ISO_DAY.fullmatch(text.strip())) and german_date(text) is None


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _month(year: int, month: int) -> str | None:
    return f"{year}-{month:02}" if 1 <= month <= 12 else None


def means_open(text: str) -> bool:
    """Whether a text says that the value is not known yet."""
    return text.strip(QUOTES + " ").casefold() in _OPEN


def says_open(text: str) -> bool:
    """Whether a whole text says no more than that something is not known yet."""
    return (
        len(text) < 30 and "".join(text.strip(QUOTES + " \n*_").split()).casefold() in _OPEN_TEXTS
    )


def german_truth(text: str) -> str | None:
    """true or false for the German words."""
    return _TRUTH.get(text.strip().casefold())


def likely_id(text: str, pattern: str) -> str | None:
    """An id in the form a pattern wants: M2 is M-002, Z 1.2 is HF1.2, Grünamt is gruenamt."""
    found = text.strip().strip(QUOTES).strip()
    numbers = re.fullmatch(r"[A-Za-zßä.\s-]{0,16}?([0-9]+(?:\.[0-9]+){0,2})\.?", found)
    if pattern == SLUG:
        slug = folded_word(found).replace("_", "-")
        return slug if " " not in found and slug != text and re.match(SLUG, slug) else None
    if numbers is None:
        return None
    candidate = f"HF{numbers.group(1)}"
    if pattern == MEASURE_ID:
        candidate = f"M-{numbers.group(1).lstrip('0'):0>3}"
    return candidate if re.match(pattern, candidate) else None
