"""Cells that list something: offices, programmes, plans, and points behind bullets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_BULLET = re.compile(r"\s*(?:[-–•*·▪‣o]\s+|[•▪·]\s*|[0-9]{1,2}[.)]\s+|\([0-9a-z]\)\s+)")
_BETWEEN = re.compile(r"\s*(?:\n|;|,\s|\s/\s|\s\+\s)\s*")
_CODES = re.compile(r"(?:[A-ZÄÖÜ][\w.]{0,9}\s?[0-9]{1,3}[a-z]?|[A-ZÄÖÜ]{2,8})"
                    r"(?:/(?:[A-ZÄÖÜ][\w.]{0,9}\s?[0-9]{1,3}[a-z]?|[A-ZÄÖÜ]{2,8}))+")  # fmt: skip
_PLACE = re.compile(
    r"(?:S\.|Seiten?|Kap\.|Kapitel|Abschnitt|Maßnahmen?|Nr\.|Ziffer|Ziff\.|Punkt|§+|Abs\.|Tab\.|Tabelle"
    r"|Abb\.|Anlage|Karte|Teil)\s.*",
    re.IGNORECASE | re.DOTALL,
)
_PERSON = re.compile(r"(?<!\w)(?:Herrn?|Frau|Fr\.|Hr\.|H\.)\s+(?:Dr\.\s+)?[A-ZÄÖÜ]")
LONGEST, MOST_WORDS = 100, 12
"""Letters and words of a name; what is longer is a sentence."""
LONGEST_TITLE = 150
"""Letters of a title over several lines; in a longer cell the first line is the title."""
LEADS = ("federführung", "federführend", "ff", "verantwortlich", "zuständig", "leitung", "lead")
JOINS = ("beteiligte", "beteiligt", "beteiligung", "mitwirkung", "mitwirkende", "partner",
         "unterstützung", "kooperation", "weitere", "mit")  # fmt: skip
SERVED = ("zielgruppe", "zielgruppen")


def names_persons(text: str) -> bool:
    """Whether a text calls somebody by name: such words are never published."""
    return _PERSON.search(text) is not None


def points(text: str) -> list[str]:
    """The points of a cell: behind bullets where there are some, else line by line."""
    lines = [line for line in text.split("\n") if line.strip()]
    if not any(map(_BULLET.match, lines)):
        return [line.strip() for line in lines]
    found: list[str] = []
    for line in lines:
        if _BULLET.match(line) or not found:
            found.append(_BULLET.sub("", line, count=1).strip())
        else:
            found[-1] += f"\n{line.strip()}"
    return [point for point in found if point]


def title_and_rest(text: str) -> tuple[str, str]:
    """A title, and the description that some write below it into the same cell."""
    first, _break, rest = text.partition("\n")
    if rest.strip() and len(text) > LONGEST_TITLE and len(first) <= LONGEST_TITLE * 2 // 3:
        return " ".join(first.split()), rest.strip()
    return " ".join(text.split()), ""


def listed(text: str) -> list[str] | None:
    """The names of a cell, or None where it reads like sentences."""
    found: list[str] = []
    for part in _parted(text):
        plain = _BULLET.sub("", part, count=1) if _BULLET.match(part) else part
        found += plain.split("/") if _CODES.fullmatch(plain) else [plain.strip()]
    names = [name for name in found if name]
    if any(len(name) > LONGEST or len(name.split()) > MOST_WORDS for name in names):
        return None
    if any(re.search(r"[.!?]\s+[A-ZÄÖÜ]\w+\s+\w+\s+\w+", name) for name in names):
        return None
    return names or None


@dataclass(frozen=True)
class Shared:
    """Who leads, who takes part, whom it serves."""

    lead: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    served: tuple[str, ...] = ()


def roles(text: str) -> Shared | None:
    """Names behind the word for what they do: “Federführung: Ref. 61; Beteiligte: WFK”."""
    words = "|".join(map(re.escape, (*LEADS, *JOINS, *SERVED)))
    pieces = re.split(rf"(?:^|[\n;,]\s*|\s)({words})\s*:\s*", text, flags=re.IGNORECASE)
    if len(pieces) < 3 or pieces[0].strip(" \n-•"):
        return None
    found: dict[str, list[str]] = {"lead": [], "others": [], "served": []}
    for role, inside in zip(pieces[1::2], pieces[2::2], strict=True):
        names = listed(inside.strip(" \n;,-•"))
        if names is None:
            return None
        word = role.casefold()
        found["lead" if word in LEADS else "others" if word in JOINS else "served"] += names
    return Shared(*(tuple(found[name]) for name in ("lead", "others", "served")))


def marked_lead(name: str) -> str | None:
    """The name of who is marked as leading: Ref. 61 (FF)."""
    mark = r"(?:FF?\.?|federführend|Federführung)"
    found = re.fullmatch(rf"(.+?)\s*\({mark}\)", name, re.IGNORECASE)
    return found[1] if found else None


def plan_and_place(name: str) -> tuple[str, str | None]:
    """A plan, and where in it: “Radverkehrskonzept 2020 (S. 12)”, “… S. 12”."""
    if found := re.fullmatch(r"(.+?)\s*\(([^()]+)\)", name, re.DOTALL):
        return (found[1], found[2]) if _PLACE.fullmatch(found[2]) else (name, None)
    if found := re.fullmatch(rf"(.+?),?\s+({_PLACE.pattern})", name, re.IGNORECASE | re.DOTALL):
        return found[1].rstrip(","), found[2]
    return name, None


def with_places(names: list[str]) -> list[str]:
    """Names in which a place that a comma parted from its plan is back behind it."""
    found: list[str] = []
    for name in names:
        if found and _PLACE.fullmatch(name):
            found[-1] += f", {name}"
        else:
            found.append(name)
    return found


def _parted(text: str) -> Iterator[str]:
    """The parts of a list; what stands in brackets is not parted."""
    kept: list[str] = []

    def aside(found: re.Match[str]) -> str:
        kept.append(found[0])
        return f"\x00{len(kept) - 1}\x00"

    for part in _BETWEEN.split(re.sub(r"\([^()]*\)", aside, text)):
        if part.strip():
            yield re.sub(r"\x00([0-9]+)\x00", lambda found: kept[int(found[1])], part).strip()
