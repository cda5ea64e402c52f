"""What a reviewer looks for first, as a message that is told in one language or the other."""

from collections.abc import Callable
from dataclasses import dataclass

Say = Callable[[str], str]
"""Gives a message in a language: `_` or `german`."""


@dataclass(frozen=True)
class Move:
    """A message and what stands in it: words of the data, or messages again."""

    message: str
    values: tuple[tuple[str, "str | Move"], ...] = ()

    def told(self, say: Say) -> str:
        """The message in a language."""
        values = ((k, v.told(say) if isinstance(v, Move) else v) for k, v in self.values)
        return say(self.message).format(**dict(values))


def move(message: str, **values: str | Move) -> Move:
    """A move; `message` is marked with N_ where it stands."""
    return Move(message, tuple(values.items()))
