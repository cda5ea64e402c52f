"""A measure as the chapters on time and money see it."""

from collections.abc import Sequence
from typing import Protocol

from insek_cli.models.measure import Measure
from insek_cli.wording.field_head import FieldHead
from insek_cli.wording.text import Run

FEW = 8
"""So many are named in a line; of more the numbers do."""


class Numbered(Protocol):
    """A measure that carries a number, with its main field and a short link to its Steckbrief."""

    @property
    def daten(self) -> Measure: ...

    @property
    def nummer(self) -> str | None: ...

    @property
    def feld(self) -> FieldHead: ...

    @property
    def kurz(self) -> str: ...

    @property
    def anker(self) -> str: ...

    @property
    def verweis_kurz(self) -> Run: ...


def named(measures: Sequence[Numbered]) -> tuple[Run, ...]:
    """Links to measures for a line of the text: with their short titles where they are few."""
    if len(measures) <= FEW:
        return tuple(view.verweis_kurz for view in measures)
    return tuple(Run(view.nummer or view.daten.id, f"#{view.anker}") for view in measures)
