"""Which state of data and templates a document shows."""

from dataclasses import dataclass
from typing import Literal

TemplateOrigin = Literal["eigene", "mitgeliefert"]
"""Whether a project's own templates were used, or only those that come with the program."""


@dataclass(frozen=True)
class Revision:
    """The last commit that touched data or templates; `changed` when they differ from it."""

    commit: str | None = None
    changed: bool = False

    def __str__(self) -> str:
        if self.commit is None:
            return "ohne Versionsverwaltung"
        return self.commit[:7] + (" mit Änderungen" if self.changed else "")
