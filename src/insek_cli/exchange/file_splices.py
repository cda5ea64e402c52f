"""Stretches of a file exchanged for others, gathered first and applied together."""

import re
from dataclasses import dataclass, field
from typing import Any

from insek_cli.exchange.yaml_places import BOM, Layout, end_of
from insek_cli.review.format.comments import scan
from insek_cli.review.format.emit import scalar_lines
from insek_cli.review.format.file_layout import Group, Item
from insek_cli.review.format.key_order import ModelType
from insek_cli.review.format.scalar_style import literal
from insek_cli.source.nodes import Scalar

_HEADER = re.compile(r"[|>][-+0-9]*")


@dataclass
class Splices:
    """Changes of one file. Places are line and column, counted from 1."""

    layout: Layout
    _cuts: list[tuple[tuple[int, int], tuple[int, int], str]] = field(default_factory=list)
    _below: dict[int, list[str]] = field(default_factory=dict)
    """Lines to come behind a line; 0 is before the first."""
    _gone: set[int] = field(default_factory=set)
    failed: bool = False

    def fail(self) -> None:
        """Give up: the file is written in a way that cannot be changed in part."""
        self.failed = True

    def replace_scalar(self, item: Item, old: Scalar, new: Any, *, moment: bool) -> None:
        """Another value in the place of one; a comment beside it stays."""
        lines = self.layout.lines
        line, column = old.span.line, old.span.column
        block = old.style in ("|", ">")
        indent = " " * (self._indent(item) + 2)
        if block:
            header = _HEADER.match(lines[line - 1], column - 1)
            stop = header.end() + 1 if header else column
            last = end_of(item, lines)
            indent = self._own_indent(line, last) or indent
            self._gone |= {*range(line + 1, last + 1)}
            end = line, stop
        else:
            end = old.span.end_line, old.span.end_column
            last = old.span.end_line
        beside, below = scalar_lines(new, moment=moment)
        if old.style == "|" and isinstance(new, str) and "\n" not in new:
            # One line more would make it a block again: it stays one.
            beside, below = literal(new) or (beside, below)
        empty = not old.text and not old.style
        if empty and item.key:
            end = (item.key.span.end_line, item.key.span.end_column + 1)
            line, column, beside = *end, f" {beside}"
        self._cuts.append(((line, column), end, beside))
        self._put_below(line if block else last, [indent + t if t else "" for t in below])

    def _indent(self, item: Item) -> int:
        """The column of the item, its dash or key, from 0."""
        return item.start[1] - 1

    def _own_indent(self, header: int, last: int) -> str:
        content = (line for line in self.layout.lines[header:last] if line.strip())
        first = next(content, "")
        return first[: len(first) - len(first.lstrip(" "))]

    def replace(self, item: Item, lines: list[str]) -> None:
        """Another item, its lines beginning with its key or dash; comments inside stay above."""
        first, last = item.start[0], end_of(item, self.layout.lines)
        head = self.layout.lines[first - 1][: item.start[1] - 1]
        indent = " " * len(head)
        told = [indent + text for text in self._comments(first, last, item.start[1])]
        body = [head + lines[0], *(indent + line if line else "" for line in lines[1:])]
        if told and head.strip():
            told, body = [], [body[0], *told, *body[1:]]
        self._gone |= {*range(first, last + 1)}
        self._put_below(last, [*told, *body])

    def remove(self, item: Item) -> None:
        """Take an item out; its comments stay as lines of their own."""
        first, last = item.start[0], end_of(item, self.layout.lines)
        head = self.layout.lines[first - 1][: item.start[1] - 1]
        told = [" " * len(head) + text for text in self._comments(first, last, item.start[1])]
        if head.strip():
            # The dash before a first key is now that of the next one.
            following = self._next(item)
            if following is None:
                self.fail()
                return
            self._cuts.append((item.start, following.start, ""))
            return
        self._gone |= {*range(first, last + 1)}
        self._put_below(last, told)

    def _next(self, item: Item) -> Item | None:
        place = item.parent.items.index(item)
        return next(iter(item.parent.items[place + 1 : place + 2]), None)

    def _comments(self, first: int, last: int, column: int) -> list[str]:
        found = scan(self.layout.lines, self.layout.root)
        return [
            comment.text
            for comment in found
            if comment.text and first <= comment.place[0] <= last
            and (comment.place[0] > first or comment.place[1] > column)
        ]  # fmt: skip

    def insert_key(
        self, group: Group, name: str, lines: list[str], model: ModelType, gone: list[Item]
    ) -> None:
        """A new key behind those that come before it in the model, or where it was offered."""
        ranks = [*model.model_fields] if model else []
        rank = ranks.index(name) if name in ranks else len(ranks)
        before = [item for item in group.items if _rank(item, ranks) < rank and item not in gone]
        indent = " " * (group.items[0].start[1] - 1)
        body = [indent + line if line else "" for line in lines]
        if before:
            last = end_of(before[-1], self.layout.lines)
            self._put_below(self._offered(name, group, indent) or last, body)
            return
        first = group.items[0]
        head = "\n".join([*body, ""])[len(indent) :] + indent
        self._cuts.append((first.start, first.start, head))

    def _offered(self, name: str, group: Group, indent: str) -> int | None:
        """The line before the one that offers the key as a comment."""
        lines = self.layout.lines
        taken = {n for i in group.items for n in range(i.start[0], end_of(i, lines) + 1)}
        offer = re.compile(rf"{indent}# ?{re.escape(name)}:")
        begin = group.items[0].start[0]
        stop = len(lines) if group.owner is None else max(taken)
        free = (n for n in range(begin, stop + 1) if n not in taken and offer.match(lines[n - 1]))
        return next((number - 1 for number in free), None)

    def insert_entries(
        self, group: Group, behind: int | None, lines: list[str], stayed: set[int]
    ) -> None:
        """New entries of a list behind the entry at a place, or before all of them."""
        indent = " " * (group.items[0].start[1] - 1)
        body = [indent + line if line else "" for line in lines]
        if behind is None:
            del stayed
            first = group.items[0].start[0]
            if self.layout.lines[first - 1][: len(indent)].strip():
                self.fail()
            self._put_below(first - 1, body, last=True)
            return
        self._put_below(end_of(group.items[behind], self.layout.lines), body, last=True)

    def _put_below(self, line: int, lines: list[str], *, last: bool = False) -> None:
        held = self._below.setdefault(line, [])
        if last or not held:
            held += lines
        else:
            held[:0] = lines

    def applied(self) -> bytes:
        """The file with all changes; empty where one of them could not be made."""
        if self.failed:
            return b""
        layout = self.layout
        texts = dict(enumerate(layout.lines, 1))
        for start, end, text in sorted(self._cuts, reverse=True):
            head = texts[start[0]][: start[1] - 1]
            texts[start[0]] = head + text + texts[end[0]][end[1] - 1 :]
            self._gone |= {*range(start[0] + 1, end[0] + 1)}
        mark = layout.line_break
        parts = [line + mark for line in self._below.get(0, [])]
        for number, line_end in enumerate(layout.ends, 1):
            below = self._below.get(number, [])
            if number not in self._gone:
                text = texts[number].replace("\n", mark)
                parts.append(text + (line_end or (mark if below else "")))
            parts += [line + mark for line in below]
        bom = BOM if layout.raw.startswith(BOM) else b""
        return bom + "".join(parts).encode()


def _rank(item: Item, ranks: list[str]) -> int:
    name = item.key.text if item.key else ""
    return ranks.index(name) if name in ranks else len(ranks)
