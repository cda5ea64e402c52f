"""A Markdown text that was read, and its two spellings."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass

from insek_cli.markdown import canonical_text, plain_text
from insek_cli.markdown.tree import Block, Picture


@dataclass(frozen=True)
class ParsedText:
    """A parsed Markdown text, safe to hand on."""

    blocks: tuple[Block, ...]

    def markdown(self, anchor: canonical_text.Anchor = lambda target: target) -> str:
        """Canonical Markdown; `anchor` turns an id of the project into a link target."""
        return "\n\n".join(canonical_text.block_markdown(block, anchor) for block in self.blocks)

    def plain(self) -> str:
        """Text for a spreadsheet cell: a line a paragraph or list item."""
        return "\n".join(
            line for block in self.blocks for line in plain_text.block_lines(block, "")
        )

    def pictures(self) -> Iterator[Picture]:
        """Every image, wherever it stands."""
        return _pictures(self)


def _pictures(part: object) -> Iterator[Picture]:
    if isinstance(part, Picture):
        yield part
    elif isinstance(part, tuple):
        for item in part:
            yield from _pictures(item)
    elif is_dataclass(part) and not isinstance(part, type):
        for item in fields(part):
            yield from _pictures(getattr(part, item.name))
