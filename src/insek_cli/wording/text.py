"""Lines of text with links: what a fact says, once for all outputs; and German notation."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Protocol

from insek_cli.markdown import typography
from insek_cli.models.types import Zeitpunkt

NBSP = "\u00a0"


@dataclass(frozen=True)
class Run:
    """A stretch of text; `target` is `#anchor` or an address, `strong` sets it off."""

    text: str
    target: str | None = None
    strong: bool = False


Line = tuple[Run, ...]


@dataclass(frozen=True)
class Fact:
    """A label and what is known under it; no lines mean: still open."""

    label: str
    lines: tuple[Line, ...] = ()
    listed: bool = False

    @property
    def plain(self) -> str:
        """The lines as text, for spreadsheets."""
        return "\n".join(plain(line) for line in self.lines)


def line(*parts: str | Run) -> Line:
    """A line made of runs; plain strings become runs without a link."""
    return tuple(part if isinstance(part, Run) else Run(part) for part in parts if part)


def plain(parts: Line) -> str:
    """The text of a line."""
    return typography("".join(part.text for part in parts))


def joined(runs: Iterable[Run], separator: str = ", ") -> Line:
    """Runs in one line, parted by a separator."""
    parts: list[Run] = []
    for run in runs:
        parts += [Run(separator), run] if parts else [run]
    return tuple(parts)


def number(value: float) -> str:
    """A number in German notation: 1.250.000 or 0,5."""
    if float(value).is_integer():
        return f"{int(value):,}".replace(",", ".")
    whole, _, part = f"{value:,.10f}".rstrip("0").partition(".")
    return whole.replace(",", ".") + "," + part


def euro(amount: int) -> str:
    """An amount in whole Euro: 1.250.000 €."""
    return number(amount) + NBSP + "€"


def quantity(value: float, unit: str | None) -> str:
    """A number with its unit: 9.500 €, 75 %, 49,44°, 12 Bäume; a year has no thousands."""
    match unit:
        case "Jahr":
            return f"{value:.0f}"
        case "Euro":
            return euro(int(value))
        case "Prozent":
            return number(value) + NBSP + "%"
        case "Grad":
            return number(value) + "°"
        case None:
            return number(value)
        case _:
            return number(value) + NBSP + unit


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


def words(items: Iterable[str]) -> str:
    """Words in a row: a, b und c."""
    *head, last = items
    return f"{', '.join(head)} und {last}" if head else last


class Anchored(Protocol):
    """Something that links can point at."""

    @property
    def anker(self) -> str:
        """The anchor."""


BRIEF = 300
"""Characters of a fact that the printed table shows."""


def brief(fact: Fact, whole: Anchored) -> Fact:
    """The fact cut to what the printed table shows, at a word, with a link to the Steckbrief.

    `whole` is the view whose anchor the link points at. Its Steckbrief links on; a table in which
    every second word is a link would be hard to read, and to go through by keyboard.
    """
    kept: list[Line] = []
    left = BRIEF
    for content in fact.lines:
        runs: list[Run] = []
        for run in (replace(run, target=None) for run in content):
            if len(run.text) > left:
                head = run.text[:left].rpartition(" ")[0]
                runs.append(replace(run, text=f"{head} … "))
                runs.append(Run("vollständig", f"#{whole.anker}"))
                return replace(fact, lines=(*kept, tuple(runs)))
            left -= len(run.text)
            runs.append(run)
        kept.append(tuple(runs))
    return replace(fact, lines=tuple(kept))
