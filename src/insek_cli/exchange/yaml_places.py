"""A file as lines with their ends, and where its items begin and end in them."""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from insek_cli.findings import Severity
from insek_cli.review.format.comments import last_line
from insek_cli.review.format.file_layout import Group, Item, lay_out
from insek_cli.source.data_files import parse
from insek_cli.source.decode import decode
from insek_cli.source.nodes import Node, Scalar
from insek_cli.source.source_file import Source

BOM = b"\xef\xbb\xbf"
_ENDS = re.compile("\r\n|\n|\r")


@dataclass(frozen=True)
class Layout:
    """What `raw` holds: `lines` without and `ends` with what ends them; `node` and its `root`."""

    raw: bytes
    lines: list[str]
    ends: list[str]
    node: Node
    root: Group

    @property
    def line_break(self) -> str:
        """What most lines end with."""
        return max(("\n", "\r\n", "\r"), key=self.ends.count)


def read_layout(raw: bytes, file: PurePosixPath) -> Layout | None:
    """The layout of a file that holds a mapping or a list; None when it has errors."""
    source = Source(file)
    text = decode(raw, source)
    node = None if text is None else parse(text, source)
    failed = any(issue.severity is Severity.ERROR for issue in source.close())
    if node is None or failed or isinstance(node, Scalar):
        return None
    ends = [*_ENDS.findall(raw.removeprefix(BOM).decode()), ""]
    return Layout(raw, source.lines, ends, node, lay_out(node, source.lines))


def last_line_of(value: Scalar | Group, lines: list[str]) -> int:
    """The last line that a value takes."""
    if isinstance(value, Scalar):
        return last_line(value, lines) if value.style in ("|", ">") else value.span.end_line
    if value.flow or not value.items:
        return value.span.end_line
    return last_line_of(value.items[-1].value, lines)


def end_of(item: Item, lines: list[str]) -> int:
    """The last line of an item; a value that is not there ends with its key."""
    value = item.value
    if isinstance(value, Scalar) and not value.text and not value.style:
        return item.start[0]
    return max(item.start[0], last_line_of(value, lines))
