"""A file as it is laid out: items with the comments and blank lines that belong to them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from insek_cli.source.nodes import Mapping, Node, Scalar, Span

Place = tuple[int, int]


@dataclass(slots=True, eq=False)
class Group:
    """A mapping or a sequence. `tail` stands after its last item; an empty line is a blank one."""

    span: Span
    mapping: bool
    flow: bool = False
    owner: "Item | None" = None
    items: list["Item"] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)

    @property
    def end(self) -> Place:
        """Where it ends, exclusive."""
        return self.span.end_line, self.span.end_column

    @property
    def column(self) -> int:
        """Where its items begin in their lines."""
        return self.items[0].start[1] if self.items else self.span.column


@dataclass(slots=True, eq=False)
class Item:
    """A key with its value, or an entry of a list; `before` stands above it, `after` beside it."""

    start: Place
    parent: Group
    key: Scalar | None
    value: "Scalar | Group"
    before: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)


def lay_out(node: Node, lines: list[str], owner: Item | None = None) -> Group:
    """The layout of a mapping or sequence of the file whose `lines` these are."""
    group = Group(node.span, isinstance(node, Mapping), owner=owner)
    if isinstance(node, Scalar):
        raise TypeError("a scalar has no items")
    group.flow = lines[node.span.line - 1][node.span.column - 1 :][:1] in ("[", "{")
    if isinstance(node, Mapping):
        for name, value in node.values.items():
            key = node.keys[name]
            _add(group, (key.span.line, key.span.column), key, value, lines)
    else:
        for value in node.items:
            place = (value.span.line, value.span.column)
            start = place if group.flow else _dash(value.span, node.span, lines)
            _add(group, start, None, value, lines)
    return group


def _add(group: Group, start: Place, key: Scalar | None, value: Node, lines: list[str]) -> None:
    item = Item(start, group, key, Scalar(group.span, None, ""))
    item.value = value if isinstance(value, Scalar) else lay_out(value, lines, item)
    group.items.append(item)


def _dash(value: Span, sequence: Span, lines: list[str]) -> Place:
    index = sequence.column - 1
    for number in range(value.line, sequence.line - 1, -1):
        line = lines[number - 1]
        if line[index : index + 1] == "-" and not line.lstrip().startswith("#"):
            return number, sequence.column
    return value.line, value.column


def walk(group: Group) -> Iterator[Item]:
    """All items in the order of the file."""
    for item in group.items:
        yield item
        if isinstance(item.value, Group):
            yield from walk(item.value)
