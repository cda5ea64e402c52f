"""Numbers and what they are counted in: a number without its unit is read wrongly sooner or later.

The unit travels with the type of a key, so that a new key has it by its type alone.
"""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

Unit = Literal["Euro", "Prozent", "Jahr", "Grad", "Minuten"]


@dataclass(frozen=True)
class Quantity:
    """Marks a number with its unit, or with the key beside it that names the unit in words."""

    unit: Unit | None = None
    unit_key: str | None = None


Year = Annotated[int, Field(ge=1900, le=2200), Quantity("Jahr")]
Euro = Annotated[int, Field(ge=0, le=10**12), Quantity("Euro")]
Percent = Annotated[float, Field(gt=0, le=100), Quantity("Prozent")]
Weight = Annotated[float, Field(gt=0, le=100)]
"""A part of a ratio: it counts in proportion to those beside it."""
Degrees = Annotated[float, Quantity("Grad")]
Count = Annotated[int, Field(ge=0, le=10**6)]
Minutes = Annotated[int, Field(ge=0, le=10**6), Quantity("Minuten")]
MeasuredValue = Annotated[float, Quantity()]
"""A value in the unit of the indicator that it names."""
Figure = Annotated[float, Quantity(unit_key="einheit")]
"""The value of an indicator, in the unit that stands beside it."""
