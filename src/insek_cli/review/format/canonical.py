"""A file in its canonical form, with a second reading that proves that nothing was lost."""

import re
from collections import Counter
from collections.abc import Set
from dataclasses import dataclass
from pathlib import PurePosixPath

from insek_cli.findings import Issue, Severity
from insek_cli.review.format.comments import Attacher, Comment, scan
from insek_cli.review.format.file_layout import Group, lay_out
from insek_cli.review.format.key_order import ModelType, sort_keys
from insek_cli.review.format.write_items import Writer, hoist
from insek_cli.source.data_files import parse
from insek_cli.source.decode import decode
from insek_cli.source.goal_ids import GoalIds
from insek_cli.source.node_tree import read_tree
from insek_cli.source.nodes import Mapping, Node, Scalar
from insek_cli.source.source_file import Source

_BREAK = re.compile(b"\r\n|\n|\r")
_MODELINE = re.compile(r"#\s*yaml-language-server\s*:")


@dataclass(frozen=True)
class Formatted:
    """The canonical bytes of a file, or None and the findings that stand in the way.

    `with_ids` counts the goals that got an id.
    """

    content: bytes | None
    issues: tuple[Issue, ...] = ()
    with_ids: int = 0


def format_bytes(
    raw: bytes, file: PurePosixPath, model: ModelType, goal_ids: Set[str] | None = None
) -> Formatted:
    """The canonical form of a file; without a model its keys keep their order.

    `goal_ids` are all that the project names; without them new goals among others get no id.
    """
    source = Source(file)
    text = decode(raw, source)
    node = None if text is None else parse(text, source)
    if isinstance(node, Scalar):
        source.report("INSEK109", node.span, variant="mapping")
    errors = tuple(issue for issue in source.close() if issue.severity is Severity.ERROR)
    if node is None or text is None or errors:
        return Formatted(None, errors)
    goals = GoalIds(node, model, goal_ids)
    node = goals.node
    formatted = _rewrite(node, source.lines, model)
    if formatted != text and not _same(node, source.lines, formatted):
        source.report("INSEK141")
        return Formatted(None, (source.issues[-1],))
    content = formatted.replace("\n", _line_break(raw)).encode()
    return Formatted(content, with_ids=len(goals.places))


def _line_break(raw: bytes) -> str:
    """The line break of the file; where several stand in it, the most frequent one."""
    counts = Counter(_BREAK.findall(raw))
    return max(("\n", "\r\n", "\r"), key=lambda mark: counts[mark.encode()])


def _rewrite(node: Node, lines: list[str], model: ModelType) -> str:
    root, comments = _read(node, lines)
    if not root.items:
        return _empty(root, comments)
    Attacher(root).attach(comments)
    header = _take_header(root)
    sort_keys(root, model)
    hoist(root)
    root.items[0].before[:0] = header
    return "\n".join([*Writer(lines).group(root, model), ""])


def _read(node: Node, lines: list[str]) -> tuple[Group, list[Comment]]:
    root = lay_out(node, lines)
    return root, scan(lines, root)


def _empty(root: Group, comments: list[Comment]) -> str:
    texts = [comment.text for comment in comments if comment.text]
    return "\n".join([*texts, "{}" if root.mapping else "[]", ""])


def _take_header(root: Group) -> list[str]:
    """What belongs to the file and not to its first key, so that it stays on top."""
    before = root.items[0].before
    ends = [n for n, text in enumerate(before, 1) if not text or _MODELINE.match(text)]
    end = ends[-1] if ends else 0
    header, before[:] = before[:end], before[end:]
    return header


def _same(node: Node, lines: list[str], formatted: str) -> bool:
    """Whether the new text says the same as the old one, every comment included."""
    source = Source(PurePosixPath(), formatted.split("\n"))
    again = read_tree(formatted, source)
    if again is None or any(issue.severity is Severity.ERROR for issue in source.issues):
        return False
    if _data(again) != _data(node):
        return False
    old, new = _read(node, lines)[1], _read(again, source.lines)[1]
    return Counter(c.text for c in old if c.text) == Counter(c.text for c in new if c.text)


def _data(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.text if isinstance(node.value, str) else (type(node.value), node.text)
    if isinstance(node, Mapping):
        return {key: _data(value) for key, value in node.values.items()}
    return [_data(item) for item in node.items]
