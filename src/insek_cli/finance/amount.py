"""What something costs as far as it is known, and how such amounts add up."""

from collections.abc import Iterable
from dataclasses import dataclass

NO_PRICES: frozenset[int | None] = frozenset()


@dataclass(frozen=True)
class Amount:
    """A sum of amounts, in whole Euro; `Amount()` is the sum of none.

    - `von` and `bis` are the sums of the lower and of the upper ends: ranges add as ranges.
    - `ab` counts summands without an upper end; they stand in `bis` with their lower one, so that
      `bis` is then the least upper end there can be.
    - `offen` counts summands without any number, which are part of no sum.
    - `beziffert` counts those with a number, nought included.
    - `preisstaende` are the years whose prices the numbers are in, None for one that names none.
      Amounts of different years are added as they are, without converting them; whoever prints
      such a sum says so.

    Adding is free of order and grouping: any split of the summands gives the same total.
    """

    von: int = 0
    bis: int = 0
    ab: int = 0
    offen: int = 0
    beziffert: int = 0
    preisstaende: frozenset[int | None] = NO_PRICES

    def __add__(self, other: "Amount") -> "Amount":
        return Amount(
            self.von + other.von,
            self.bis + other.bis,
            self.ab + other.ab,
            self.offen + other.offen,
            self.beziffert + other.beziffert,
            self.preisstaende | other.preisstaende,
        )

    @property
    def leer(self) -> bool:
        """Whether nothing was added, not even something open."""
        return not (self.beziffert or self.offen)

    @property
    def genau(self) -> bool:
        """Whether the amount is one number, with nothing open."""
        return bool(self.beziffert) and self.von == self.bis and not (self.ab or self.offen)


def total(amounts: Iterable[Amount]) -> Amount:
    """The sum of amounts."""
    return sum(amounts, Amount())


def amount(low: int | None, high: int | None, price_base: int | None = None) -> Amount:
    """One amount in whole Euro: only `low` means at least, only `high` at most, neither open."""
    if low is None and high is None:
        return Amount(offen=1)
    return Amount(
        von=low or 0,
        bis=high if high is not None else low or 0,
        ab=int(high is None),
        beziffert=1,
        preisstaende=frozenset({price_base}),
    )


OPEN = Amount(offen=1)
"""Something of which no number is known."""
FREE = Amount(beziffert=1)
"""What costs nothing, and is known to."""
