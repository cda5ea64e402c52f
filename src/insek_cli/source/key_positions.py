"""The text of a file that was read; where its keys stand is found when somebody asks."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath

from insek_cli.source.character_places import Place, places
from insek_cli.source.node_tree import read_tree
from insek_cli.source.nodes import Mapping, Node, Path, Scalar, Span, child
from insek_cli.source.source_file import FORBIDDEN, Source


@dataclass(frozen=True)
class Written:
    """`file` is relative to the project; lines and columns count from 1."""

    file: PurePosixPath
    text: str

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of the file, without their ends."""
        return _read(self)[0]

    @property
    def root(self) -> Node:
        """All nodes of the file."""
        return _read(self)[1]

    def node(self, prefix: Path) -> Node:
        """The node at a path that exists."""
        found = self.root
        for part in prefix:
            found = child(found, part) or found
        return found

    def places(self, path: Path) -> Sequence[Place]:
        """Where each character of the text value at a path stands."""
        return _placed(self, path)


# Several findings are often about one text.
@lru_cache(maxsize=8)
def _placed(written: Written, path: Path) -> tuple[Place, ...]:
    node = written.node(path)
    if not isinstance(node, Scalar):
        return (Place(node.span.line, node.span.column, node.span.column + 1),)
    return tuple(places(written.lines, node.span, node.style, node.text))


# Nodes take many times the memory of their text: those of thousands of files do not stay.
@lru_cache(maxsize=64)
def _read(written: Written) -> tuple[tuple[str, ...], Node]:
    lines = written.text.split("\n")
    # A file with findings is kept as it is, hidden characters and all.
    text = FORBIDDEN.sub("\ufffd", written.text)
    node = read_tree(text, Source(written.file, lines))
    return tuple(lines), node or Mapping(Span(1, 1, 1, 1))
