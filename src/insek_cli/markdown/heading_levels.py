"""The levels of a chapter's headings: each one below the heading it belongs to, none left out."""

DEEPEST = 5
"""The deepest heading that the documents have a style for; a chapter's title is the first."""


class Levels:
    """Follows the headings of a chapter in their order.

    PDF/UA-1 (ISO 14289-1, 7.4.2) takes no gap, so what skips a level moves up.
    """

    def __init__(self) -> None:
        self._open: list[int] = []

    def skips(self, written: int) -> bool:
        """Whether a heading is more than one level below the one before; a first one never is."""
        return bool(self._open) and written > self._open[-1] + 1

    def place(self, written: int) -> int:
        """The level at which a heading is set, from 1: one below the nearest that is higher."""
        while self._open and self._open[-1] >= written:
            self._open.pop()
        self._open.append(written)
        return len(self._open)
