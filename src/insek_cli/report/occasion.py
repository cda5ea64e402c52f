"""Which Umsetzungsbericht is asked for."""

import re
from dataclasses import dataclass
from datetime import date

SILENT_AFTER = 12
"""Months after which news is old, unless another number is asked for."""


@dataclass(frozen=True)
class Occasion:
    """Which report is asked for: that of a day, without one the newest; and when news is old."""

    tag: date | None = None
    nach_monaten: int = SILENT_AFTER

    def __str__(self) -> str:
        """The name of the document in its origin: umsetzung-2025-12-31-12."""
        return f"{_NAME}-{self.tag}-{self.nach_monaten}"


_NAME = "umsetzung"


def read_occasion(name: str) -> Occasion | None:
    """The report that the name of a document stands for; None for another document."""
    found = re.fullmatch(rf"{_NAME}-(\d{{4}}-\d\d-\d\d)-(\d+)", name)
    return Occasion(date.fromisoformat(found[1]), int(found[2])) if found else None
