"""Splitting amounts so that the parts add up, by the method of largest remainders (Hare/Niemeyer).

The method by which the Bundeswahlgesetz gave out seats from 1985 to 2008: each part is rounded
down, and what is left goes to the largest remainders. Rounding each part for itself loses a cent.
"""

from collections.abc import Sequence
from fractions import Fraction

Weight = int | float | Fraction


def split(whole: int, weights: Sequence[Weight]) -> list[int]:
    """Whole units split by weight: the parts add up to `whole`, each within a unit of its share.

    Of equal remainders the first comes first. Without any weight nothing can be split: raises
    ValueError, as it does for negative weights.
    """
    exact = [Fraction(str(weight)) for weight in weights]
    if any(weight < 0 for weight in exact) or not sum(exact):
        raise ValueError("weights must not be negative, and one of them above nought")
    shares = [whole * weight / sum(exact) for weight in exact]
    return rounded(shares)


def rounded(values: Sequence[Fraction]) -> list[int]:
    """Numbers in whole units whose sum is that of the numbers, rounded half up."""
    parts = [value.numerator // value.denominator for value in values]
    missing = int(sum(values, Fraction()) + Fraction(1, 2)) - sum(parts)
    by_remainder = sorted(range(len(parts)), key=lambda i: (parts[i] - values[i], i))
    for index in by_remainder[:missing]:
        parts[index] += 1
    return parts
