"""The text of a file that was read; where its keys stand is found when somebody asks."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from insek_cli.loader.nodes import Mapping, Node, Path, Span, child
from insek_cli.loader.source import Source
from insek_cli.loader.tree import read_tree


@dataclass(frozen=True)
class Written:
    """`file` is relative to the project; lines and columns count from 1."""

    file: PurePosixPath
    text: str

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines of the file, without their ends."""
        return tuple(self.text.split("\n"))

    @cached_property
    def root(self) -> Node:
        """All nodes of the file."""
        node = read_tree(self.text, Source(self.file, list(self.lines)))
        return node or Mapping(Span(1, 1, 1, 1))

    def node(self, prefix: Path) -> Node:
        """The node at a path that exists."""
        found = self.root
        for part in prefix:
            found = child(found, part) or found
        return found
