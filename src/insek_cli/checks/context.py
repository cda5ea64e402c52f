"""What a rule is given, and what a rule is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from insek_cli.catalog import Catalog
from insek_cli.findings import Issue, Severity
from insek_cli.loader.records import Loaded
from insek_cli.models.stages import Stage

UNREAD = "INSEK123"
"""A file that looks like data and has the wrong name for it."""


@dataclass(frozen=True)
class Context:
    """The records with their places, the catalog made of them, and the stage to check for."""

    loaded: Loaded
    catalog: Catalog
    stage: Stage

    @cached_property
    def broken(self) -> frozenset[PurePosixPath]:
        """Files that could not be read: what is missing from them is no finding of its own."""
        return frozenset(
            issue.position.file
            for issue in self.loaded.issues
            if issue.severity is Severity.ERROR or issue.code == UNREAD
        )


Rule = Callable[[Context], Iterator[Issue]]
