"""Tables are read for votes too: the same town and command as there."""

from workshop.imports.conftest import town, votes

__all__ = ["town", "votes"]
