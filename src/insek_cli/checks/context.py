"""What a rule is given, and what a rule is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from insek_cli.catalog import Catalog
from insek_cli.checks.image_contents import ImageChecker
from insek_cli.findings import Issue, Severity
from insek_cli.models.stages import Stage
from insek_cli.source.records import Loaded


@dataclass(frozen=True)
class Context:
    """The records with their places, the catalog made of them, and the stage to check for."""

    loaded: Loaded
    catalog: Catalog
    stage: Stage

    @cached_property
    def gallery(self) -> ImageChecker:
        """The images, judged within one budget wherever they are named."""
        return ImageChecker(self.loaded.root)

    @cached_property
    def broken(self) -> frozenset[PurePosixPath]:
        """Files that could not be read: what is missing from them is no finding of its own."""
        wrong = (i.position.file for i in self.loaded.issues if i.severity is Severity.ERROR)
        # In the wrong place, a file is as good as broken in the right one.
        return frozenset({*wrong, *filter(None, self.loaded.unread.values())})


Rule = Callable[[Context], Iterator[Issue]]
