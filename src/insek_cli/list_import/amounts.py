"""Amounts as offices write them: 250.000 €, 50–80 T€, einmalig 20.000, jährlich 5.000.

Only what is understood to its last sign becomes figures; of the rest nothing is guessed.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

_FACTORS = {"": 1, "t": 1000, "k": 1000, "tsd": 1000, "tausend": 1000, "mio": 10**6,
            "million": 10**6, "millionen": 10**6, "mrd": 10**9}  # fmt: skip
_SCALE = r"(?:T|k|Tsd\.?|Tausend|Mio\.?|Million(?:en)?|Mrd\.?)"
_EURO = r"(?:€|Euro|EUR)"
UNIT = rf"(?:{_SCALE}\s?{_EURO}|{_EURO}|(?:Tsd|Mio|Mrd)\.?|Tausend|Million(?:en)?)"
_NUMBER = r"[0-9]{1,3}(?:[.\s'][0-9]{3})+(?:,[0-9]+)?|[0-9]+(?:,[0-9]+)?"
_YEARLY = r"jährlich|p\.\s?a\.|(?:pro|im|je)\sJahr|/\s?Jahr|/\s?a(?!\w)"
_RHYTHM = rf"einmalig|{_YEARLY}"
_ABOUT = r"ca\.?|circa|rd\.?|rund|etwa|ungefähr|geschätzt|voraussichtlich"
_SEGMENT = re.compile(
    rf"""(?:(?P<art>[^\W\d][^0-9€:;]*?)\s*:?\s+)??
    (?P<before>(?:(?:{_RHYTHM}|{_ABOUT}|bis\ zu|bis|max\.?|maximal|mind\.?|mindestens|ab)\s*:?\s*)*)
    (?P<low>{_NUMBER})(?:,[-–]+)?\s?(?P<unit>{UNIT})?
    (?:\s?(?:-|–|—|bis)\s?(?P<high>{_NUMBER})(?:,[-–]+)?\s?(?P<unit2>{UNIT})?)?
    (?:,[-–]+)?\s*,?\s*(?P<after>{_RHYTHM})?
    \s*(?:\((?P<remark>[^()]*)\))?\.?""",
    re.VERBOSE | re.IGNORECASE,
)
_PARTS = re.compile(r"\s*(?:\n|;|,\s|\s\+\s)\s*")
_BULLET = re.compile(r"\s*[-–•*·▪]\s+")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
SMALLEST = 1000
"""A bare number below it may be thousands as well, where nothing says Euro."""


@dataclass(frozen=True)
class Unit:
    """What a heading says of its numbers: how many Euro one is, None where it names no unit."""

    factor: int | None = None
    rhythm: str | None = None


NO_UNIT, EURO = Unit(), Unit(1)


def unit_of(heading: str) -> Unit:
    """The unit in a heading: Kosten in T€ (jährlich)."""
    rhythm = None
    if re.search(rf"(?<!\w)(?:{_YEARLY})(?!\w)|jährl", heading, re.IGNORECASE):
        rhythm = "jaehrlich"
    elif re.search("einmalig", heading, re.IGNORECASE):
        rhythm = "einmalig"
    found = re.search(
        rf"(?<![\w])(?:(?P<teur>TEUR|T\s?€|k€)|(?P<unit>{UNIT}))(?!\w)", heading, re.I
    )
    if found is None:
        return Unit(None, rhythm)
    return Unit(1000 if found["teur"] else _factor(found["unit"]), rhythm)


def amounts(text: str, unit: Unit) -> list[dict[str, Any]] | None:
    """The cost positions of a cell, or None where any of it is not certain."""
    found = [_position(segment, unit) for segment in _segments(text)]
    known = [position for position in found if position]
    return known if known and len(known) == len(found) else None


def _segments(text: str) -> Iterator[str]:
    """The parts of a cell, brackets whole: a comma in them parts nothing."""
    kept: list[str] = []

    def aside(found: re.Match[str]) -> str:
        kept.append(found[0])
        return f"\x00{len(kept) - 1}\x00"

    for part in _PARTS.split(re.sub(r"\([^()]*\)", aside, text)):
        plain = _BULLET.sub("", part, count=1) if _BULLET.match(part) else part
        if plain.strip():
            yield re.sub(r"\x00([0-9]+)\x00", lambda found: kept[int(found[1])], plain).strip()


def _position(segment: str, unit: Unit) -> dict[str, Any] | None:
    plain = " ".join(re.sub(r"[\u00a0\u202f\u2009]", " ", segment).split())
    found = _SEGMENT.fullmatch(plain)
    if found is None or re.match(r"(?:je|pro)\b", found["art"] or "", re.IGNORECASE):
        return None
    factor = _said_factor(found, unit)
    ends = [_euro(found[name], factor) for name in ("low", "high") if found[name]]
    if factor is None or None in ends or not _rising(found):
        return None
    before = found["before"].casefold()
    position: dict[str, Any] = {"art": found["art"].strip(" :") if found["art"] else None}
    position |= _bounds(ends, before)
    said = f"{before} {found['after'] or ''}"
    yearly = re.search(_YEARLY, said, re.IGNORECASE)
    position["rhythmus"] = (
        "jaehrlich" if yearly else "einmalig" if "einmalig" in said else unit.rhythm
    )
    about = re.findall(rf"(?:{_ABOUT})(?!\w)", found["before"], re.IGNORECASE)
    position["erlaeuterung"] = " ".join([*about, *filter(None, [found["remark"]])]) or None
    return {key: value for key, value in position.items() if value is not None}


def _rising(found: re.Match[str]) -> bool:
    """Whether the ends of a range are in order; in 80-100.000 the first end is cut short."""
    low, high = _figure(found["low"]), _figure(found["high"] or found["low"])
    if found["unit"] and found["unit2"]:
        return low <= high
    return low <= high and not (low < SMALLEST <= high)


def _bounds(ends: list[int | None], before: str) -> Mapping[str, int | None]:
    if len(ends) == 1 and re.search(r"bis|max", before):
        return {"bis": ends[0]}
    if len(ends) == 1 and re.search(r"mind|ab(?!\w)", before):
        return {"von": ends[0]}
    return {"von": ends[0], "bis": ends[-1]}


def _said_factor(found: re.Match[str], unit: Unit) -> int | None:
    """What the cell says counts before what the heading says; without either only large numbers
    can be Euro and nothing else."""
    if said := found["unit2"] or found["unit"]:
        if found["unit"] and found["unit2"] and _factor(found["unit"]) != _factor(said):
            return None
        return _factor(said)
    if unit.factor is not None:
        return unit.factor
    numbers = [found[name] for name in ("low", "high") if found[name]]
    bare = all(_figure(number) >= SMALLEST for number in numbers)
    return 1 if bare and not any(map(_YEAR.fullmatch, numbers)) else None


def _factor(unit: str) -> int:
    scale = re.sub(rf"{_EURO}|[\s.]", "", unit, flags=re.IGNORECASE)
    return _FACTORS[scale.casefold()]


def _figure(number: str) -> Decimal:
    return Decimal(re.sub(r"[.\s']", "", number).replace(",", "."))


def _euro(number: str, factor: int | None) -> int | None:
    value = _figure(number) * (factor or 1)
    return int(value) if value == int(value) else None
