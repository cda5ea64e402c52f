"""A file as a small tree of nodes that know where they stand. Lines and columns count from 1."""

from dataclasses import dataclass, field

Path = tuple[str | int, ...]


@dataclass(slots=True)
class Span:
    """Where a node begins and where it ends (exclusive)."""

    line: int
    column: int
    end_line: int
    end_column: int

    @property
    def end(self) -> int | None:
        """The column where a node of one line ends."""
        return self.end_column if self.end_line == self.line else None


@dataclass(slots=True)
class Scalar:
    """A text, number, truth value or nothing; `text` is what stands in the file, unescaped."""

    span: Span
    value: object
    text: str
    style: str = ""


@dataclass(slots=True)
class Sequence:
    """The entries of a list in the order of the file."""

    span: Span
    items: list["Node"] = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    """Keys with their values, in the order of the file."""

    span: Span
    keys: dict[str, Scalar] = field(default_factory=dict)
    values: dict[str, "Node"] = field(default_factory=dict)


Node = Scalar | Sequence | Mapping


def python(node: Node) -> object:
    """The node as plain data; lists become tuples because the models are frozen."""
    if isinstance(node, Mapping):
        return {key: python(value) for key, value in node.values.items()}
    if isinstance(node, Sequence):
        return tuple(python(item) for item in node.items)
    return node.value


def child(node: Node, part: str | int) -> Node | None:
    """The value under a key or at an index, if there is one."""
    if isinstance(node, Mapping):
        return node.values.get(part) if isinstance(part, str) else None
    if isinstance(node, Sequence) and isinstance(part, int) and 0 <= part < len(node.items):
        return node.items[part]
    return None


def find(root: Node, path: Path) -> tuple[Node, Span, Path]:
    """The deepest node on a path, where to point, and the parts that led there.

    Parts that are not in the tree are skipped: missing keys, union tags, names of validators. A
    collection is pointed at by its key, because its first line says nothing about it.
    """
    node, span, taken = root, root.span, list[str | int]()
    for part in path:
        below = child(node, part)
        if below is None:
            continue
        if isinstance(node, Mapping) and not isinstance(below, Scalar):
            span = node.keys[str(part)].span
        else:
            span = below.span
        node = below
        taken.append(part)
    return node, span, tuple(taken)


def key_span(root: Node, path: Path) -> Span | None:
    """Where the key at the end of a path stands."""
    parent, _, taken = find(root, path[:-1])
    if isinstance(parent, Mapping) and len(taken) == len(path) - 1:
        key = parent.keys.get(str(path[-1]))
        return key.span if key else None
    return None


def dotted(path: Path) -> str:
    """A path as people write it: kosten.positionen[0].von."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text
