"""German notation, once for all outputs: numbers, amounts, dates, counts, and what is open."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from insek_cli.models.types import Zeitpunkt
from insek_cli.models.units import Unit

NBSP = "\u00a0"
OPEN = "noch offen"
"""What documents print where nothing is known yet."""
YES, NO = "ja", "nein"


def number(value: float) -> str:
    """A number in German notation, with all its digits: 1.250.000 or 0,5."""
    whole, _, part = f"{Decimal(repr(value or 0)):,f}".partition(".")
    part = part.rstrip("0")
    return whole.replace(",", ".") + (f",{part}" if part else "")


def euro(amount: int) -> str:
    """An amount in whole Euro: 1.250.000 €."""
    return quantity(amount, "Euro")


def quantity(value: float, unit: Unit | None) -> str:
    """A number with its unit: 9.500 €, 75 %, 49,44°, 90 Minuten; a year has no thousands."""
    match unit:
        case None:
            return number(value)
        case "Jahr":
            return str(value)
        case "Grad":
            return number(value) + "°"
        case "Minuten":
            return measured(value, plural(value, "Minute", "Minuten"))
        case _:
            return measured(value, SIGNS.get(unit, unit))


SIGNS: dict[Unit, str] = {"Euro": "€", "Prozent": "%"}


def measured(value: float, unit: str | None) -> str:
    """A number in a unit that is named in words: 12 Bäume, 3.400 m³ im Jahr."""
    return number(value) + NBSP + unit if unit else number(value)


def euro_range(low: int | None, high: int | None) -> str:
    """A range of amounts in Euro; empty when neither end is known."""
    if low is not None and high is not None:
        return euro(low) if low == high else f"{number(low)} bis {euro(high)}"
    if low is not None:
        return f"ab {euro(low)}"
    return f"bis {euro(high)}" if high is not None else ""


def span(begin: Zeitpunkt | None, end: Zeitpunkt | None) -> str:
    """A period: 2026 – 2028, seit/ab and bis for open ends; empty when unknown."""
    if begin and end:
        return str(begin) if begin == end else f"{begin} – {end}"
    if begin:
        return f"ab {begin}"
    return f"bis {end}" if end else ""


def enumerated(items: Iterable[str]) -> str:
    """Words in a row: a, b und c; raises ValueError for none."""
    *head, last = items
    return f"{', '.join(head)} und {last}" if head else last


def day(value: date) -> str:
    """A day: 14.05.2025."""
    return f"{value:%d.%m.%Y}"


def days(first: date | None, last: date | None) -> str:
    """A day, or the first and the last of several; empty when unknown."""
    return " – ".join(dict.fromkeys(day(each) for each in (first, last) if each))


def plural(count: float, one: str, many: str) -> str:
    """The word for one or for any other number of something."""
    return one if count == 1 else many


def counted(count: float, one: str, many: str) -> str:
    """How many there are of something: 1 Maßnahme, 2 Maßnahmen, 1.250 Maßnahmen."""
    return f"{number(count)} {plural(count, one, many)}"


def either(*, value: bool) -> str:
    """Yes or no, in German."""
    return YES if value else NO
