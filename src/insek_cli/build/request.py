"""What is asked of a build, and what came of it."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from insek_cli.build.document_set import (
    DOCUMENTATION,
    IMPLEMENTATION,
    KOFI,
    REPORT,
    SHEETS,
    DocumentSpec,
)
from insek_cli.findings import Issue

if TYPE_CHECKING:
    from insek_cli.models.stages import Profile, Stage
    from insek_cli.report.occasion import Occasion
    from insek_cli.report.revision_state import Revision

FILES = REPORT.files
"""The documents of a build: format and file name."""

Progress = Callable[[str], None]
LONGEST = 120
"""Characters of ids in the name of a folder; no system takes more than 255."""


def names_measures(only: Iterable[str]) -> bool:
    """Whether an excerpt is asked for by measures, so that their sheets alone are printed."""
    return any(each.startswith("M-") for each in only)


@dataclass(frozen=True)
class Request:
    """What to build: `only` names fields of action, an excerpt of the report, or measures, their
    sheets alone; `out` replaces the folder of the document.

    `stage` is one to try, other than that of the concept (see `at`).
    With `workshop`, its documentation is built instead of the report, with `kofi` the overview of
    costs and financing alone, with `umsetzung` how far the measures are.
    """

    root: Path
    formats: tuple[str, ...] = tuple(FILES)
    profile: "Profile" = "oeffentlich"
    stage: "Stage | None" = None
    only: tuple[str, ...] = ()
    out: Path | None = None
    strict: bool = False
    workshop: str | None = None
    kofi: bool = False
    umsetzung: "Occasion | None" = None
    untrusted: bool = False
    """Whether the project's own templates, which are code, stay unused."""
    revision: "Revision | None" = None
    """The state of data and templates, where git cannot be asked."""

    @property
    def document(self) -> DocumentSpec:
        """The document that is asked for."""
        if self.kofi:
            return KOFI
        if self.umsetzung:
            return IMPLEMENTATION
        if self.workshop:
            return DOCUMENTATION
        return SHEETS if names_measures(self.only) else REPORT

    @property
    def folder(self) -> Path:
        """Only the whole public document of the concept's own stage has the plain folder."""
        base = self.root / "build"
        if self.workshop:
            base = base / "workshops" / self.workshop
        base = self.out or base
        if self.profile == "oeffentlich" and not self.only and not self.stage:
            return base
        stage = [self.stage] if self.stage else []
        only = "-".join(each.lower() for each in self.only)
        if len(only) > LONGEST:
            only = hashlib.sha256(only.encode()).hexdigest()[:12]
        return base / "-".join([self.profile, *stage, *([only] if only else [])])

    def at(self, own: "Stage") -> "Request":
        """The same for a concept of that stage: to name its own stage is to name none."""
        return replace(self, stage=None) if self.stage == own else self


@dataclass(frozen=True)
class Output:
    """A document that was written: its path, bytes, and how many pages or rows it has."""

    format: str
    path: Path
    size: int
    extent: str
    digest: str
    """SHA-256 of the bytes."""


@dataclass(frozen=True)
class Gaps:
    """What is still open for a stage: of how many measures, which keys, how often, most first."""

    stage: str
    measures: int
    keys: tuple[tuple[str, str, int], ...]
    """Key, title and number of measures that lack it."""


@dataclass(frozen=True)
class Outcome:
    """The findings of a build and, when none of them stops it, the documents."""

    issues: tuple[Issue, ...]
    outputs: tuple[Output, ...] = ()
    gaps: Gaps | None = None
    images: tuple[Output, ...] = ()
    """The images beside the Markdown."""

    @property
    def built(self) -> bool:
        """Whether documents were written."""
        return bool(self.outputs)
