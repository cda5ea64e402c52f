"""Lines of text with links: what a fact says, once for all outputs."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Protocol

from insek_cli.markdown import typography


@dataclass(frozen=True)
class Run:
    """A stretch of text; `target` is `#anchor` or an address, `strong` sets it off."""

    text: str
    target: str | None = None
    strong: bool = False


Line = tuple[Run, ...]


@dataclass(frozen=True)
class LabelledLines:
    """A label and what is known under it; no lines mean: still open."""

    label: str
    lines: tuple[Line, ...] = ()
    listed: bool = False
    schluessel: str = ""
    """The measure and the dotted path of the key that says it: M-001/kosten."""

    @property
    def key(self) -> str:
        """The dotted path of the key alone, for templates that place one by hand."""
        return self.schluessel.partition("/")[2]

    @property
    def plain(self) -> str:
        """The lines as text, for spreadsheets."""
        return "\n".join(plain(line) for line in self.lines)


def line(*parts: str | Run) -> Line:
    """A line made of runs; plain strings become runs without a link."""
    return tuple(part if isinstance(part, Run) else Run(part) for part in parts if part)


def plain(parts: Line) -> str:
    """The text of a line without links and emphasis."""
    return typography("".join(part.text for part in parts))


def joined(runs: Iterable[Run], separator: str = ", ") -> Line:
    """Runs in one line, parted by a separator."""
    parts: list[Run] = []
    for run in runs:
        parts += [Run(separator), run] if parts else [run]
    return tuple(parts)


class Anchored(Protocol):
    """Something that links can point at."""

    @property
    def anker(self) -> str:
        """The anchor without `#`."""


BRIEF = 300
"""Characters of a fact that the printed table shows."""


def brief(fact: LabelledLines, whole: Anchored) -> LabelledLines:
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
