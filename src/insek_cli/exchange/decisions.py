"""Who is right where the sides contradict: for all, for single keys, or in words of one's own."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from insek_cli.findings import InsekError
from insek_cli.i18n import _

OURS, THEIRS = "ours", "theirs"
_SINGLE = re.compile(r"(M-[0-9]{3,9})(?::([a-z_.]+))?=(.+)", re.IGNORECASE)


@dataclass(frozen=True)
class Own:
    """A value that was decided on and is that of no side."""

    value: Any


Decision = str | Own
"""ours, theirs, the name of a file that is right, or a value."""


@dataclass(frozen=True)
class Decisions:
    """What was decided: on a key, on what that is part of, on a measure, on everything else."""

    general: str = ""
    single: Mapping[tuple[str, str], Decision] = field(default_factory=dict)

    def on(self, measure: str, key: str) -> Decision:
        """The decision on a key of a measure, empty where there is none."""
        names = key.split(".")
        wider = (".".join(names[:count]) for count in range(len(names), -1, -1))
        found = (self.single.get((measure, name)) for name in wider)
        return next((decision for decision in found if decision is not None), self.general)


def read_decisions(words: Iterable[str]) -> Decisions:
    """Decisions as they are typed: theirs, M-014=ours, M-014:kosten.preisstand=ref-61.xlsx."""
    general = ""
    single: dict[tuple[str, str], Decision] = {}
    for word in words:
        if word.lower() in (OURS, THEIRS):
            general = word.lower()
        elif found := _SINGLE.fullmatch(word.strip()):
            side = found[3].lower() if found[3].lower() in (OURS, THEIRS) else found[3]
            single[found[1].upper(), (found[2] or "").lower()] = side
        else:
            message = _("--take does not understand “{word}”.").format(word=word)
            hint = _("Write ours, theirs, or M-014:kosten.preisstand=theirs for a single key.")
            raise InsekError(message, hint, exit_code=2)
    return Decisions(general, single)
