"""Periods as offices write them: 2026–2028, ab 2027, kurz- bis mittelfristig, Mai 2026."""

import re
from typing import Any

from insek_cli.models.types import Zeitpunkt
from insek_cli.source.german_values import german_date

_HORIZONS = ("kurzfristig", "mittelfristig", "langfristig")
_ONE = r"(?:kurz|mittel|lang)(?:fristig(?:e|en|es|er)?|fr\.?)?"
_HORIZON = re.compile(rf"({_ONE})(?:\s*-?\s*(?:bis|/|–|-|und|,)\s*({_ONE}))?", re.IGNORECASE)
_LETTERS = re.compile(r"([kml])(?:\s*[-–/]\s*([kml]))?", re.IGNORECASE)
_MONTH = r"(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)[a-z]{0,6}\.?"
_MOMENT = (
    r"(?:[0-9]{1,2}\.\s?[0-9]{1,2}\.\s?[12][0-9]{3}|[0-9]{1,2}/[12][0-9]{3}"
    rf"|[12][0-9]{{3}}-[0-9]{{2}}(?:-[0-9]{{2}})?|{_MONTH}\s[12][0-9]{{3}}|(?:19|20)[0-9]{{2}})"
)
_SPAN = re.compile(rf"({_MOMENT})\s*(?:-|–|—|/|bis)\s*({_MOMENT}|[0-9]{{2}})", re.IGNORECASE)
_SINCE = re.compile(rf"(?:ab|seit|von)\s+({_MOMENT})|({_MOMENT})\s*(?:ff\.?|fortlaufend)", re.I)
_UNTIL = re.compile(rf"bis\s+(?:ende\s+)?({_MOMENT})", re.IGNORECASE)
_ONLY = re.compile(rf"(?:in\s+)?({_MOMENT})", re.IGNORECASE)
_RHYTHM = re.compile(
    "(?:laufend|fortlaufend|dauerhaft|kontinuierlich|einmalig|wiederkehrend|jährlich|daueraufgabe"
    "|regelmäßig|stetig|permanent|alle [a-zäöü0-9]+ jahre)e?",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*[;\n()]\s*|,\s+(?!(?:kurz|mittel|lang)(?:fristig)?\b)")


def period(text: str) -> dict[str, Any] | None:
    """The period of a cell, or None where any of it is not certain."""
    found: dict[str, Any] = {}
    for part in filter(None, map(str.strip, _PARTS.split(" ".join(text.split(" "))))):
        taken = _part(" ".join(part.split()))
        if taken and "horizont" in taken and "horizont" in found:
            taken = {"horizont": list(dict.fromkeys([*found.pop("horizont"), *taken["horizont"]]))}
        if taken is None or taken.keys() & found.keys():
            return None
        found |= taken
    begin, end = found.get("beginn"), found.get("ende")
    if begin and end and Zeitpunkt.parse(begin) > Zeitpunkt.parse(end):
        return None
    return found or None


def moment(text: str) -> int | str | None:
    """A year, a month or a day in the form of the files."""
    plain = " ".join(text.split())
    if not re.fullmatch(_MOMENT, plain, re.IGNORECASE):
        return None
    known = plain if re.fullmatch("[0-9]{4}", plain) else german_date(plain)
    return int(known) if known and known.isdecimal() else known


def _part(text: str) -> dict[str, Any] | None:
    plain = text.rstrip(".")
    if found := _LETTERS.fullmatch(plain):
        return {"horizont": _horizons(found)}
    if found := _HORIZON.fullmatch(plain):
        return {"horizont": _horizons(found)}
    if _RHYTHM.fullmatch(plain):
        return {"rhythmus": text}
    if (found := _ONLY.fullmatch(plain)) and (known := moment(found[1])):
        return {"beginn": known, "ende": known}
    if found := _SPAN.fullmatch(plain):
        begin = moment(found[1])
        last = found[2] if len(found[2]) > 2 else f"{found[1][:2]}{found[2]}"
        end = moment(last) if len(found[2]) > 2 or found[1].isdecimal() else None
        return {"beginn": begin, "ende": end} if begin and end else None
    for pattern, key in ((_SINCE, "beginn"), (_UNTIL, "ende")):
        if found := pattern.fullmatch(plain):
            known = moment(next(filter(None, found.groups())))
            return {key: known} if known else None
    return None


def _horizons(found: re.Match[str]) -> list[str]:
    names = [name for name in found.groups() if name]
    known = [
        next(h for h in _HORIZONS if h.startswith(name.casefold()[:4].rstrip(".")))
        for name in names
    ]
    return list(dict.fromkeys(known))
