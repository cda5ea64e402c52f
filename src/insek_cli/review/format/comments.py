"""Comments and blank lines: where they stand, and which item each belongs to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import normalize

from insek_cli.review.format.file_layout import Group, Item, Place, walk
from insek_cli.source.nodes import Scalar

_HEADER = re.compile(r"[|>]([-+0-9]*)(?:[ \t]+(#.*))?")


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment, or a blank line where `text` is empty. `own` has its line to itself."""

    place: Place
    text: str
    own: bool


def scan(lines: list[str], root: Group) -> list[Comment]:
    """All comments and blank lines; whatever lies between scalars can hold them."""
    found: list[Comment] = []
    cursor = (1, 1)
    for scalar in _scalars(root):
        found += _between(lines, cursor, (scalar.span.line, scalar.span.column))
        cursor = (scalar.span.end_line, scalar.span.end_column)
        if scalar.style in ("|", ">"):
            header = _HEADER.match(lines[scalar.span.line - 1], scalar.span.column - 1)
            if header and header.group(2):
                place = (scalar.span.line, header.start(2) + 1)
                found.append(Comment(place, _clean(header.group(2)), False))
            if header and "+" not in header.group(1):
                cursor = (last_line(scalar, lines) + 1, 1)
    return [*found, *_between(lines, cursor, (len(lines) + 1, 1))]


def last_line(scalar: Scalar, lines: list[str]) -> int:
    """The last line of a block scalar that is not blank."""
    span = scalar.span
    number = span.end_line if span.end_column > 1 else span.end_line - 1
    while number > span.line and not lines[number - 1].strip():
        number -= 1
    return number


def _scalars(root: Group) -> Iterator[Scalar]:
    for item in walk(root):
        if item.key is not None:
            yield item.key
        if isinstance(item.value, Scalar) and (item.value.text or item.value.style):
            yield item.value


def _between(lines: list[str], start: Place, end: Place) -> Iterator[Comment]:
    for number in range(start[0], min(end[0], len(lines)) + 1):
        line = lines[number - 1]
        begin = start[1] - 1 if number == start[0] else 0
        stop = end[1] - 1 if number == end[0] else len(line)
        mark = line.find("#", begin, stop)
        if mark >= 0:
            own = not line[:mark].strip()
            yield Comment((number, mark + 1), _clean(line[mark:]), own)
        elif begin == 0 and number < end[0] and not line.strip():
            yield Comment((number, 1), "", True)


def _clean(text: str) -> str:
    return normalize("NFC", text.rstrip())


class Attacher:
    """Gives each comment to the item it stands above or beside, or to the end of a group."""

    def __init__(self, root: Group) -> None:
        self._root = root
        self._items = list(walk(root))
        self._next = 0
        self._floor: Group | None = None
        self._lowered = False
        self._blank = False

    def attach(self, comments: list[Comment]) -> None:
        """Place all comments, in the order of the file."""
        for comment in comments:
            self._advance(comment.place)
            if not comment.text:
                self._blank = True
            elif comment.own:
                self._put(self._target(comment), comment.text)
            else:
                self._beside(comment)
        self._advance((1 << 60, 1))

    def _advance(self, place: Place) -> None:
        while self._next < len(self._items) and self._items[self._next].start <= place:
            if self._blank:
                self._put(self._items[self._next].before, "")
            self._next += 1
            self._floor, self._lowered = None, False

    def _put(self, target: list[str], text: str) -> None:
        if self._blank and text:
            target.append("")
        target.append(text)
        self._blank = False

    @property
    def _neighbours(self) -> tuple[Item | None, Item | None]:
        above = self._items[self._next - 1] if self._next else None
        below = self._items[self._next] if self._next < len(self._items) else None
        return above, below

    def _beside(self, comment: Comment) -> None:
        above, below = self._neighbours
        if above is None:
            self._put(below.before if below else self._root.tail, comment.text)
            return
        while above.parent.flow and comment.place >= above.parent.end and above.parent.owner:
            above = above.parent.owner
        above.after.append(comment.text)
        self._blank = False

    def _target(self, comment: Comment) -> list[str]:
        above, below = self._neighbours
        if above is None:
            return below.before if below else self._root.tail
        value = above.value
        if isinstance(value, Scalar) and comment.place < (value.span.line, value.span.column):
            return above.before
        if below is not None and (self._lowered or below.parent.owner is above):
            return below.before
        for group in self._ended(above, below):
            if _belongs(comment, group, below):
                self._floor = group
                return group.tail
        self._lowered = True
        return below.before if below else self._root.tail

    def _ended(self, above: Item, below: Item | None) -> list[Group]:
        """The groups that end between two items, innermost first."""
        found = _chain(above)
        open_ = _chain(below) if below else []
        ended = [group for group in found if group not in open_]
        return ended[ended.index(self._floor) :] if self._floor in ended else ended


def _chain(item: Item) -> list[Group]:
    found = [item.parent]
    while (owner := found[-1].owner) is not None:
        found.append(owner.parent)
    return found


def _belongs(comment: Comment, group: Group, below: Item | None) -> bool:
    if group.flow:
        return comment.place < group.end
    column = comment.place[1]
    return column >= group.column and (below is None or column > below.start[1])
