"""What a column of a list is: by the wording of its heading, or by likeness, which is confirmed."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from typing import Literal, get_args

from insek_cli.list_import.amounts import NO_UNIT, UNIT, Unit, unit_of
from insek_cli.list_import.heading_words import (
    COST_KINDS,
    FIELD,
    FIELD_MARK,
    FIELDS,
    FUNDING_KINDS,
    HORIZON,
    LEFT_OUT,
    NUMBER,
    PRIORITY,
    SECTION,
    WORDS,
    YEAR,
)
from insek_cli.list_import.periods import period
from insek_cli.models.key_paths import KeyPath, flattened
from insek_cli.models.measure import Measure
from insek_cli.models.types import Priority

How = Literal["wortlaut", "aehnlich", "zuordnung", "offen"]
CLOSE = 0.82
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_GENDERED = re.compile(r"[:*_·/]-?(?=innen)")
_SUM = re.compile(r"gesamt|summe|insgesamt|total|Σ", re.IGNORECASE)
_SAYS_NOTHING = re.compile(
    r"\b(?:(?:der|des|fuer die|zur|zum) (?:massnahmen?|projekte?s?|vorhabens?|umsetzung)"
    r"|brutto|netto|ca|geschaetzte?[rns]?|voraussichtliche?[rns]?|moegliche?[rns]?|geplante?[rns]?"
    r"|vorgesehene?[rns]?|p a|jaehrlich|pro jahr|einmalig|in|insgesamt|massnahmen?|verantw[a-z]*"
    r"|zustaendige?[rs]?|federfuehrende?[rs]?|[0-9]{4})\b"
)
TARGETS = (*WORDS, SECTION, LEFT_OUT, HORIZON, YEAR, FIELD_MARK, PRIORITY)
"""What a mapping may say of a column, besides the keys of a measure."""


@dataclass(frozen=True)
class Heading:
    """A heading with what its column is. `target` is a place of `WORDS` or a key of the measure.

    `near` is what an unknown heading resembles. `art` names the kind of cost where it is one.
    """

    text: str
    target: str
    how: How
    unit: Unit = NO_UNIT
    art: str = ""
    near: str = ""


def heading_of(text: str, parent: str = "") -> Heading:
    """What a column is, by its heading and by the one that stands above several."""
    plain = " ".join(text.split())
    unit = unit_of(plain)
    unit = unit if unit.factor or not parent else unit_of(f"{parent} {plain}")
    whole = f"{parent} – {plain}" if parent and plain else plain or parent
    costs = "kosten" in (_words().get(name, "") for name in _wordings(parent)) and bool(parent)
    if _YEAR.fullmatch(_bare(plain)) and (costs or unit.factor):
        return Heading(whole, "kosten", "wortlaut", unit, _bare(plain))
    if costs and plain:
        return Heading(whole, "kosten", "wortlaut", unit, "" if _SUM.fullmatch(plain) else plain)
    if mark := _marked(plain, parent):
        return Heading(whole, mark[0], "wortlaut", unit, mark[1])
    for words in (plain, whole):
        for folded in _wordings(words):
            if folded in _cost_kinds() and (unit.factor or costs or "kosten" in folded):
                return Heading(whole, "kosten", "wortlaut", unit, _bare(plain))
            if folded in _funding_kinds():
                return Heading(whole, "finanzierung", "wortlaut", unit, _bare(plain))
            if (target := _words().get(folded)) == "finanzierung" and "%" in plain:
                return Heading(whole, "finanzierung.anteil", "wortlaut", unit)
            if target:
                return Heading(whole, target, "wortlaut", unit)
    return Heading(whole, SECTION, "offen", unit, near=_near(folded_heading(plain)))


def _marked(plain: str, parent: str) -> tuple[str, str] | None:
    """What a column of crosses stands for: a horizon, a year, a field, a priority."""
    known = period(plain)
    if known and known.keys() == {"horizont"} and len(known["horizont"]) == 1 and len(plain) > 1:
        return HORIZON, known["horizont"][0]
    if _YEAR.fullmatch(plain):
        return YEAR, plain
    above = _words().get(folded_heading(parent), "") if parent else ""
    if above in (FIELD, FIELDS, "weitere_handlungsfelder") or re.fullmatch(
        r"HF\s?[0-9]{1,2}", plain
    ):
        return FIELD_MARK, plain
    if above == "prioritaet" and plain.casefold() in get_args(Priority):
        return PRIORITY, plain.casefold()
    return None


def _wordings(text: str) -> Iterator[str]:
    """A heading, then without words that say nothing of what stands there, then the one place of
    all that it names: Ort / Lage."""
    yield folded_heading(text)
    yield " ".join(_SAYS_NOTHING.sub(" ", folded_heading(text)).split())
    parts = [
        folded_heading(part) for part in re.split(r"[/,;|]|\bund\b|\bbzw\b\.?", text.casefold())
    ]
    places = {_words().get(part, "") for part in parts if part}
    if len(places) == 1 and len(parts) > 1:
        yield parts[0]


def known_heading(text: str) -> str | None:
    """The place of a heading that is known by its wording."""
    found = heading_of(text)
    return found.target if found.how == "wortlaut" else None


def folded_heading(text: str) -> str:
    """A heading without case, umlauts, signs, brackets, units and the marks of gender."""
    plain = _GENDERED.sub("", " ".join(text.casefold().split()))
    plain = _bare(plain).translate(_UMLAUTS)
    return " ".join(re.findall(r"[a-z0-9]+", plain))


def _bare(text: str) -> str:
    """A heading without its unit and what stands in brackets."""
    plain = re.sub(r"\([^()]*\)|\[[^\[\]]*\]|\*+$", " ", text)
    units = rf"(?:,?\s*\b(?:in|i\.)\s+)?(?<!\w)(?:TEUR|T\s?€|k€|{UNIT})(?!\w)"
    bare = re.sub(units, " ", plain, flags=re.IGNORECASE)
    return " ".join((bare if re.search(r"\w", bare) else plain).split())


@cache
def _words() -> Mapping[str, str]:
    """Every known wording with its place; what offices write counts before titles of keys."""
    found: dict[str, str] = {}
    for target, wordings in WORDS.items():
        for wording in wordings.split(";"):
            found.setdefault(folded_heading(wording), target)
    for path in _key_paths():
        names = (path.dotted, path.key.title, path.key.label, path.key.column or "")
        for name in names if len(path.keys) == 1 else (path.dotted,):
            found.setdefault(folded_heading(name), path.dotted)
    found.pop("", None)  # keys without a column: a heading of filler words is none of them
    return {name: FIELD if target == "handlungsfeld" else target for name, target in found.items()}


@cache
def _cost_kinds() -> frozenset[str]:
    return frozenset(folded_heading(wording) for wording in COST_KINDS.split(";"))


@cache
def _funding_kinds() -> frozenset[str]:
    return frozenset(folded_heading(wording) for wording in FUNDING_KINDS.split(";"))


def _key_paths() -> Iterator[KeyPath]:
    yield from flattened(Measure, "intern")


def _near(folded: str) -> str:
    """The place whose wording a heading resembles most, or holds as its first or last word."""
    if len(folded) < 3:
        return ""
    rated = ((_likeness(folded, wording), target) for wording, target in _words().items())
    score, target = max(rated, default=(0.0, ""))
    return target if score >= CLOSE and target != NUMBER else ""


def _likeness(folded: str, wording: str) -> float:
    words, known = folded.split(), wording.split()
    if len(wording) > 4 and words[: len(known)] == known:
        return CLOSE + 0.1 + len(wording) / 1000
    if len(wording) > 4 and words[-len(known) :] == known:
        return CLOSE + len(wording) / 1000
    matcher = SequenceMatcher(None, folded, wording, autojunk=False)
    quick = matcher.real_quick_ratio() >= CLOSE and matcher.quick_ratio() >= CLOSE
    return matcher.ratio() if quick else 0.0
